#include "conversation/visit_day.h"

#include <algorithm>

#include "conversation/booking.h"
#include "conversation/changing.h"
#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/ticket.h"

namespace antre::conversation {

namespace {

constexpr std::size_t cases_shown_max = 5;

}  // namespace

namespace {

constexpr std::int32_t late_days = 7;

// Numbers of that day that were given before theirs.
std::uint16_t numbers_ahead(const View& view, const BookingSeen& seen) {
    const scheduling::Placement& place = seen.booking->placement;
    if (!is_of_this_office(view, seen) || place.numbers.empty()) return 0;
    for (const scheduling::PoolCalendar& calendar : view.calendars) {
        if (calendar.pool() == place.pool) {
            return calendar.taken_before(place.day, place.numbers.front());
        }
    }
    return 0;
}

std::string ahead_text(const Scene& scene, const BookingSeen& seen) {
    const std::uint16_t ahead = numbers_ahead(scene.view, seen);
    if (ahead == 0) return scene.say("status.before_none");
    return scene.say("status.before", {{"count", std::to_string(ahead)}});
}

// The booking of today, else the next one. REQUIRES: there is one.
const BookingSeen& nearest(const View& view) {
    for (const BookingSeen& seen : view.bookings) {
        if (seen.booking->placement.day == today_at(view, *seen.office)) return seen;
    }
    return view.bookings.front();
}

void tell_of(
    Scene& scene, std::string_view key, const BookingSeen& seen, MinuteOfDay arrival = {}
) {
    std::vector<Option> options{booking_button(scene, Act::show, *seen.booking)};
    if (!has_begun(scene.view, seen) || is_missed(scene.view, seen)) {
        options.push_back(booking_button(scene, Act::change, *seen.booking));
    }
    options.push_back(button(scene, Act::human));
    tell(
        scene,
        note(scene.say(
            key,
            {{"number", numbers_text(*seen.booking)},
             {"when", booking_when(*seen.booking, *seen.office, scene.language)},
             {"office", office_name(*seen.office, scene.language)},
             {"time", clock_text(seen.booking->placement.window, scene.language)},
             {"arrival", clock_text(arrival, scene.language)},
             {"ahead", ahead_text(scene, seen)},
             {"until", clock_text(report_until(seen), scene.language)}}
        )),
        std::move(options)
    );
}

bool is_today(const Scene& scene, const BookingSeen& seen) {
    return seen.booking->placement.day == today_at(scene.view, *seen.office);
}

}  // namespace

namespace {

// When they say that they will be there; nothing when they do not say.
std::optional<MinuteOfDay>
arrival_said(const View& view, const BookingSeen& seen, const language::Meaning& meaning) {
    if (meaning.time) return meaning.time;
    if (!meaning.delay_min || *meaning.delay_min < 0) return std::nullopt;
    const MinuteOfDay now = local_time(view.now, seen.office->zone).minute;
    const int from = std::max(seen.booking->placement.window, now).value;
    const int planned = seen.booking->placement.window.value + *meaning.delay_min;
    return MinuteOfDay{static_cast<std::int16_t>(std::clamp(planned, from, 24 * 60))};
}

// A place for when they can be there: later today if there is one, else the next day.
void offer_later(Scene& scene, const BookingSeen& seen, MinuteOfDay arrival) {
    if (seen.booking->moves >= scene.view.office.moves_max) {
        return tell_of(scene, "late.past_no_moves", seen, arrival);
    }
    Draft draft;
    draft.booking = seen.booking->id;
    draft.is_late = true;
    draft.wish.date = today_at(scene.view, *seen.office);
    draft.wish.time = std::max(arrival, scene.view.local_now.minute);
    draft.wish.time_to = clock_time(24, 0);
    draft.wish.party = static_cast<std::uint8_t>(seen.booking->placement.numbers.size());
    const auto today = best_place(scene.view, seen.booking->service, draft.wish);
    if (!today || today->match != scheduling::Match::as_wished) {
        draft.wish = {};
        draft.wish.date = today_at(scene.view, *seen.office) + 1;
        draft.wish.date_to = *draft.wish.date + late_days;
    }
    rest(scene);
    scene.talk.draft = draft;
    propose_hold(scene);
}

}  // namespace

std::string case_state_text(const Scene& scene, const CaseSeen& seen) {
    const scheduling::PassportCase& passport = *seen.passport;
    std::string key = "passport." + std::string(scheduling::name_of(passport.state));
    if (passport.state == scheduling::CaseState::ready) {
        return scene.say(
            key,
            {{"office", office_name(*seen.office, scene.language)},
             {"until",
              day_text(scheduling::last_day_to_collect(*seen.office, passport), scene.language)}}
        );
    }
    if (passport.state == scheduling::CaseState::in_production && passport.expected_on) {
        key += "_until";
        return scene.say(key, {{"expected", long_date(*passport.expected_on, scene.language)}});
    }
    return scene.say(key);
}

std::string late_reason(const Scene& scene, const BookingSeen& seen) {
    return scene.say("late.past", {{"until", clock_text(report_until(seen), scene.language)}});
}

void tell_queue_status(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen& seen = nearest(scene.view);
    if (!is_today(scene, seen)) return tell_of(scene, "status.ahead", seen);
    tell_of(scene, is_missed(scene.view, seen) ? "status.missed" : "status.today", seen);
}

void tell_late(Scene& scene, const language::Meaning& meaning) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen& seen = nearest(scene.view);
    if (!is_today(scene, seen)) return tell_of(scene, "late.other_day", seen);
    const auto arrival = arrival_said(scene.view, seen, meaning);
    const bool is_too_late =
        is_missed(scene.view, seen) || (arrival && *arrival > report_until(seen));
    if (is_too_late && is_of_this_office(scene.view, seen)) {
        return offer_later(scene, seen, arrival.value_or(scene.view.local_now.minute));
    }
    if (!arrival) return tell_of(scene, "late.today", seen);
    tell_of(scene, "late.today_at", seen, *arrival);
}

void tell_arrived(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen& seen = nearest(scene.view);
    if (!is_today(scene, seen)) return tell_of(scene, "arrived.other_day", seen);
    send_ticket(scene, *seen.booking, *seen.office, scene.say("arrived.today"));
}

void tell_passport_status(Scene& scene) {
    const bool is_to_collect =
        passports_ready(scene.view) > 0 && offers_collecting(scene.view.office);
    const std::vector<Option> options{
        button(scene, is_to_collect ? Act::collect : Act::human),
        button(scene, Act::mine),
        button(scene, Act::menu)};
    if (scene.view.cases.empty()) {
        const std::string office = office_name(scene.view.office, scene.language);
        return tell(scene, note(scene.say("passport.status", {{"office", office}})), options);
    }
    std::string body = scene.say("passport.head");
    const auto& cases = scene.view.cases;
    const std::size_t shown = std::min(cases.size(), cases_shown_max);
    for (const CaseSeen& seen : cases.subspan(cases.size() - shown)) {
        std::string name = clean_line(seen.name.reveal());
        if (name.empty()) name = scene.say("passport.somebody");
        // The state is a sentence of ours: its formatting stays.
        body +=
            "\n" +
            scene.say(
                "passport.line", {{"name", name}, {"code", scheduling::code_of(seen.passport->id)}}
            ) +
            " " + case_state_text(scene, seen);
    }
    const bool is_more_to_come = std::any_of(cases.begin(), cases.end(), [](const CaseSeen& seen) {
        return !scheduling::is_over(seen.passport->state);
    });
    if (is_more_to_come) body += "\n\n" + scene.say("passport.tail");
    tell(scene, note(std::move(body)), options);
}

}  // namespace antre::conversation
