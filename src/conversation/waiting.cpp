#include "conversation/waiting.h"

#include <algorithm>
#include <utility>

#include "conversation/booking.h"
#include "conversation/changing.h"
#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/recovery.h"
#include "conversation/room.h"
#include "conversation/taps.h"
#include "conversation/ticket.h"

namespace antre::conversation {

namespace {

// "Rabu, 25 November 2026", "25 November 2026 - 27 November 2026", with the hours if any.
std::string days_text(
    const Scene& scene,
    LocalDate from,
    LocalDate to,
    std::optional<MinuteOfDay> time,
    std::optional<MinuteOfDay> time_to
) {
    std::string text = long_date(from, scene.language);
    if (to != from) {
        text = day_text(from, scene.language) + " - " + day_text(to, scene.language);
    }
    const bool is_from = time && *time > MinuteOfDay{0};
    const bool is_until = time_to && *time_to < clock_time(24, 0);
    const std::string begin = is_from ? clock_text(*time, scene.language) : "";
    const std::string end = is_until ? clock_text(*time_to, scene.language) : "";
    if (is_from && is_until) return text + ", " + begin + "-" + end;
    if (is_from) return text + ", " + scene.say("wait.from", {{"time", begin}});
    if (is_until) return text + ", " + scene.say("wait.until", {{"time", end}});
    return text;
}

std::string line(const Scene& scene, const std::string& days, std::uint16_t position) {
    return scene.say("wait.line", {{"days", days}, {"position", std::to_string(position)}});
}

const WaitSeen* wait_of(const Scene& scene, BookingId booking) {
    for (const WaitSeen& seen : scene.view.waits) {
        if (seen.wait->booking == booking) return &seen;
    }
    return nullptr;
}

// The wait whose offer the button named, if it still stands.
const WaitSeen* wait_offered(const Scene& scene, const Payload& payload) {
    for (const WaitSeen& seen : scene.view.waits) {
        if (seen.offer != nullptr && payload.booking == seen.offer->id) return &seen;
    }
    return nullptr;
}

void tell_with_booking(
    Scene& scene,
    std::string_view key,
    const scheduling::Booking& booking,
    std::vector<Option> options
) {
    tell(
        scene,
        note(scene.say(
            key,
            {{"number", numbers_text(booking)},
             {"when", booking_when(booking, scene.view.office, scene.language)}}
        )),
        std::move(options)
    );
}

// The booking here that waits, or that could: the one there is, or the soonest.
const BookingSeen* first_here(const Scene& scene) {
    for (const BookingSeen& seen : scene.view.bookings) {
        if (is_of_this_office(scene.view, seen) && !has_begun(scene.view, seen)) return &seen;
    }
    return nullptr;
}

}  // namespace

bool can_wait(const Scene& scene, const scheduling::Wish& wish) {
    const scheduling::PoolCalendar* calendar =
        calendar_for(scene.view, scene.talk.draft.service.value_or(default_service(scene.view)));
    if (calendar == nullptr || !wish.date || scene.view.is_opted_out) return false;
    const LocalDate from = std::max(*wish.date, scene.view.local_now.date);
    const LocalDate to = std::min(wish.date_to.value_or(*wish.date), calendar->last_day());
    for (LocalDate day = from; day <= to; day = day + 1) {
        if (calendar->capacity_on(day) > 0) return true;
    }
    return false;
}

void wait_for_missed(Scene& scene) {
    Draft& draft = scene.talk.draft;
    if (!draft.missed) return recover(scene);
    if (draft.booking) {
        scene.proposal = ProposeWait{*draft.booking, *draft.missed};
        return;
    }
    draft.is_waiting = true;
    say_before(scene, scene.say("wait.noted"));
    people_given(scene);
}

bool hear_wait(Scene& scene, const Said& said) {
    const language::Meaning& meaning = said.meaning;
    if (!meaning.wants_waitlist && !meaning.leaves_waitlist) return false;
    const bool is_offering =
        scene.talk.step == Step::offering_other || scene.talk.step == Step::confirming_move;
    if (is_offering && scene.talk.draft.missed && !meaning.leaves_waitlist) {
        wait_for_missed(scene);
        return true;
    }
    if (is_booking(scene.talk.step) || is_moving(scene.talk.step)) return false;
    if (meaning.leaves_waitlist) {
        leave_wait(scene, {});
        return true;
    }
    const BookingSeen* seen = first_here(scene);
    if (seen == nullptr) return false;
    if (scene.view.is_opted_out) {
        tell(scene, note(scene.say("wait.opted_out")), {button(scene, Act::mine)});
        return true;
    }
    scheduling::Wish wish = wish_said(scene.view, meaning, {});
    if (wish.date && wish.date_to.value_or(*wish.date) < scene.view.local_now.date) return false;
    scene.proposal = ProposeWait{seen->booking->id, wish};
    return true;
}

void take_offer(Scene& scene, const Payload& payload) {
    const WaitSeen* seen = wait_offered(scene, payload);
    if (seen == nullptr) return tell_offer_gone(scene);
    scene.proposal = ProposeMove{seen->wait->booking, seen->offer->id};
}

void pass_offer(Scene& scene, const Payload& payload) {
    const WaitSeen* seen = wait_offered(scene, payload);
    if (seen == nullptr) return tell_offer_gone(scene);
    scene.proposal = ProposePassing{seen->wait->booking};
}

void leave_wait(Scene& scene, const Payload& payload) {
    // The button stands under an offer, which names the hold, and under a booking.
    const WaitSeen* seen = wait_offered(scene, payload);
    if (seen == nullptr && payload.booking) seen = wait_of(scene, *payload.booking);
    if (seen == nullptr && !scene.view.waits.empty()) seen = &scene.view.waits.front();
    if (seen == nullptr) {
        return tell(
            scene,
            note(scene.say("wait.none")),
            {button(scene, Act::mine), button(scene, Act::menu)}
        );
    }
    scene.proposal = ProposeLeavingWait{seen->wait->booking};
}

void tell_wait_joined(Scene& scene, const WaitJoined& joined) {
    rest(scene);
    const scheduling::Wait& wait = joined.wait;
    tell(
        scene,
        note(scene.say(
            "wait.joined",
            {{"days", days_text(scene, wait.from, wait.to, wait.time, wait.time_to)},
             {"position", std::to_string(joined.position)},
             {"number", numbers_text(joined.booking)},
             {"when", booking_when(joined.booking, scene.view.office, scene.language)}}
        )),
        {button(
             scene, about_booking(Act::leave_wait, joined.booking), scene.say("button.leave_wait")
         ),
         button(scene, Act::mine),
         button(scene, Act::menu)}
    );
}

void tell_wait_left(Scene& scene, const WaitLeft& left) {
    tell_with_booking(
        scene, "wait.left", left.booking, {button(scene, Act::mine), button(scene, Act::menu)}
    );
}

void tell_offer_passed(Scene& scene, const OfferPassed& passed) {
    tell_with_booking(
        scene,
        "wait.passed",
        passed.booking,
        {button(
             scene, about_booking(Act::leave_wait, passed.booking), scene.say("button.leave_wait")
         ),
         button(scene, Act::mine)}
    );
}

void tell_offer_gone(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen* seen =
        scene.view.waits.empty() ? nullptr
                                 : booking_seen(scene.view, scene.view.waits.front().wait->booking);
    if (seen != nullptr) {
        return tell_with_booking(
            scene,
            "wait.gone_waiting",
            *seen->booking,
            {button(scene, Act::mine), button(scene, Act::menu)}
        );
    }
    const BookingSeen& first = scene.view.bookings.front();
    tell(
        scene,
        note(scene.say(
            "wait.gone",
            {{"number", numbers_text(*first.booking)},
             {"when", booking_when(*first.booking, *first.office, scene.language)}}
        )),
        {button(scene, Act::mine), button(scene, Act::menu)}
    );
}

std::string wait_line(const Scene& scene, BookingId booking) {
    const WaitSeen* seen = wait_of(scene, booking);
    if (seen == nullptr) return "";
    const scheduling::Wait& wait = *seen->wait;
    return line(
        scene, days_text(scene, wait.from, wait.to, wait.time, wait.time_to), seen->position
    );
}

std::string wait_line(const Scene& scene, const scheduling::Wish& wish, std::uint16_t position) {
    const LocalDate from = wish.date.value_or(scene.view.local_now.date);
    const std::string days =
        days_text(scene, from, wish.date_to.value_or(from), wish.time, wish.time_to);
    return line(scene, days, position);
}

}  // namespace antre::conversation
