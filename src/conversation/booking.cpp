#include "conversation/booking.h"

#include "conversation/asking.h"
#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/greeting.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/shortfall.h"
#include "conversation/ticket.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::size_t echoed_units_max = 40;  // of what was typed, when it is quoted back

void tell_too_many(Scene& scene) {
    const int left = people_left(scene.view, service_in_hand(scene));
    if (left == 0) return tell_refusal(scene, scheduling::Refusal::party_too_large);
    scene.talk.draft.people.clear();
    scene.talk.draft.count.reset();
    say_before(scene, scene.say("fault.too_many", {{"left", std::to_string(left)}}));
    if (scene.talk.draft.hold) return ask_people(scene);
    ask_count(scene);
}

void tell_fault(Scene& scene, Fault fault, const language::Meaning& meaning) {
    const Draft& draft = scene.talk.draft;
    switch (fault) {
    case Fault::none: return;
    case Fault::bad_date:
    case Fault::past_date: {
        std::string body;
        if (is_everyone_known(draft)) body = scene.say("fault.kept_people") + "\n\n";
        if (fault == Fault::bad_date) {
            const std::string typed = shorten(clean_line(meaning.bad_date_text), echoed_units_max);
            body += scene.say("fault.bad_date", {{"date", typed}});
        } else {
            body +=
                scene.say("fault.past_date", {{"date", long_date(*meaning.date, scene.language)}});
        }
        return ask(
            scene,
            Step::correcting_date,
            note(std::move(body)),
            {button(scene, Act::days), button(scene, Act::abandon)}
        );
    }
    case Fault::bad_birth: {
        std::string preface;
        for (const PersonEntry& person : draft.people) {
            if (person.born || person.name.empty()) continue;
            preface = scene.say("fault.kept_name", {{"name", clean_line(person.name.reveal())}});
            break;
        }
        const std::string typed = shorten(clean_line(meaning.bad_birth_text), echoed_units_max);
        if (!preface.empty()) preface += "\n\n";
        const std::string_view key =
            meaning.is_birth_to_come ? "fault.birth_to_come" : "fault.bad_birth";
        preface +=
            typed.empty() ? scene.say("fault.birth_impossible") : scene.say(key, {{"date", typed}});
        say_before(scene, preface);
        return ask_people(scene);
    }
    case Fault::too_many_people: return tell_too_many(scene);
    }
}

// All that a booking needs is said, and nothing of it was guessed.
bool is_complete(const Draft& draft) {
    return has_when(draft) && !draft.wish_inferred && is_everyone_known(draft) &&
           draft.count.value_or(static_cast<std::uint8_t>(draft.people.size())) ==
               draft.people.size();
}

bool is_met_as_wished(const Scene& scene) {
    scheduling::Wish wish = scene.talk.draft.wish;
    wish.party = party_in_hand(scene);
    const auto offer = best_place(scene.view, service_in_hand(scene), wish);
    const bool is_met = offer && offer->match == scheduling::Match::as_wished;
    return is_met && hour_gone(scene, wish, offer->placement).empty();
}

bool says_something(const language::Meaning& meaning) {
    return speaks_of_time(meaning) || meaning.service || meaning.count || !meaning.people.empty() ||
           !meaning.bad_date_text.empty() || !meaning.bad_birth_text.empty() || meaning.priority;
}

bool is_place_the_same(const Draft& before, const Draft& now) {
    return before.hold && before.wish == now.wish && before.service == now.service &&
           before.count == now.count;
}

void propose_booking(Scene& scene, std::optional<BookingId> hold) {
    const Draft& draft = scene.talk.draft;
    ProposeBooking proposal;
    proposal.service = service_in_hand(scene);
    proposal.wish = as_proposed(scene.view, draft.wish);
    proposal.wish.party = static_cast<std::uint8_t>(draft.people.size());
    proposal.people = draft.people;
    proposal.hold = hold;
    if (draft.is_waiting) proposal.waits_for = draft.missed;
    scene.proposal = std::move(proposal);
}

}  // namespace

void propose_hold(Scene& scene) {
    if (is_collecting(scene)) return arrange_collecting(scene);
    const Draft& draft = scene.talk.draft;
    ProposeHold proposal;
    proposal.service = service_in_hand(scene);
    proposal.wish = as_proposed(scene.view, draft.wish);
    proposal.wish.party = party_in_hand(scene);
    proposal.moves = draft.booking;
    proposal.is_late = draft.is_late;
    scene.proposal = proposal;
}

void hold_at(Scene& scene, LocalDate day, MinuteOfDay from, MinuteOfDay to) {
    scheduling::Wish& wish = scene.talk.draft.wish;
    wish.date = day;
    wish.date_to.reset();
    wish.time = from;
    wish.time_to = to;
    scene.talk.draft.wish_inferred = false;
    propose_hold(scene);
}

void book_held(Scene& scene) {
    propose_booking(scene, scene.talk.draft.hold);
}

void start_booking(Scene& scene) {
    rest(scene);
    if (!scene.view.bookings.empty() && people_left(scene.view, service_in_hand(scene)) > 0) {
        const BookingSeen& first = scene.view.bookings.front();
        say_before(
            scene,
            scene.say(
                "booking.further",
                {{"number", numbers_text(*first.booking)},
                 {"when", booking_when(*first.booking, *first.office, scene.language)}}
            )
        );
    }
    proceed(scene);
}

void proceed(Scene& scene) {
    const Draft& draft = scene.talk.draft;
    if (!takes_bookings(scene.view.office)) {
        return tell_refusal(scene, scheduling::Refusal::office_not_open);
    }
    if (people_left(scene.view, service_in_hand(scene)) < party_in_hand(scene)) {
        return tell_refusal(scene, scheduling::Refusal::party_too_large);
    }
    if (calendar_for(scene.view, service_in_hand(scene)) == nullptr) {
        scene.talk.draft.service.reset();
        say_before(scene, scene.say("refusal.service_not_offered"));
        return ask_service(scene);
    }
    if (is_collecting(scene)) return arrange_collecting(scene);
    if (has_when(draft)) {
        const bool is_sure = !draft.hold && is_complete(draft) && is_met_as_wished(scene);
        if (!is_sure) return propose_hold(scene);
        return propose_booking(scene, std::nullopt);
    }
    if (draft.people.empty()) {
        if (!draft.service) return ask_service(scene);
        if (!draft.count) return ask_count(scene);
        return ask_day(scene);
    }
    // Somebody is named but no day: the earliest is held and shown before it counts.
    scene.talk.draft.wish = any_day(scene.view, draft.wish);
    scene.talk.draft.wish_inferred = true;
    propose_hold(scene);
}

void people_given(Scene& scene) {
    Draft& draft = scene.talk.draft;
    if (!is_everyone_known(draft)) return ask_people(scene);
    if (draft.count && draft.people.size() < *draft.count) return ask_people(scene);
    // They may have been named for a purpose that is counted apart.
    const auto left = static_cast<std::size_t>(people_left(scene.view, service_in_hand(scene)));
    if (left < draft.people.size()) return tell_too_many(scene);
    if (!draft.hold) return proceed(scene);
    if (draft.people.size() == draft.wish.party) return book_held(scene);
    draft.count = static_cast<std::uint8_t>(draft.people.size());
    propose_hold(scene);
}

bool hear_for_booking(Scene& scene, const language::Meaning& meaning) {
    if (!says_something(meaning)) return false;
    const Step step = scene.talk.step;
    // A new request beside a finished talk begins with an empty draft.
    // So does a whole form: it is for whom it names.
    if (!is_booking(step) || meaning.is_legacy_form) scene.talk.draft = {};
    const Draft before = scene.talk.draft;
    const Fault fault = absorb(scene, meaning);
    scene.talk.misses = 0;
    if (fault != Fault::none) {
        tell_fault(scene, fault, meaning);
        return true;
    }
    const bool is_same_place = is_place_the_same(before, scene.talk.draft);
    if (is_same_place && (step == Step::confirming || step == Step::correcting)) {
        if (is_everyone_known(scene.talk.draft)) {
            ask_confirmation(scene);
        } else {
            ask_people(scene);
        }
    } else if (is_same_place) {
        people_given(scene);
    } else {
        proceed(scene);
    }
    return true;
}

void abandon(Scene& scene) {
    if (!scene.talk.draft.hold) return tell_abandoned(scene);
    // The draft stays until the hold is released: then it is known what was given up.
    scene.talk.step = Step::resting;
    scene.proposal = ProposeRelease{*scene.talk.draft.hold};
}

void tell_abandoned(Scene& scene) {
    const auto moved = scene.talk.draft.booking;
    const bool is_for_passport = is_collecting(scene);
    rest(scene);
    if (is_for_passport) {
        return tell(
            scene,
            note(scene.say("collect.abandoned")),
            {button(scene, Act::collect), button(scene, Act::menu)}
        );
    }
    const BookingSeen* seen = moved ? booking_seen(scene.view, *moved) : nullptr;
    if (seen == nullptr) {
        return tell(
            scene,
            note(scene.say("booking.abandoned")),
            {button(scene, Act::start), button(scene, Act::menu)}
        );
    }
    tell(
        scene,
        note(scene.say(
            "move.abandoned",
            {{"number", numbers_text(*seen->booking)},
             {"when", booking_when(*seen->booking, *seen->office, scene.language)}}
        )),
        {button(scene, Act::mine), button(scene, Act::menu)}
    );
}

}  // namespace antre::conversation
