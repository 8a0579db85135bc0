#include "conversation/hearing.h"

#include "conversation/asking.h"
#include "conversation/booking.h"
#include "conversation/changing.h"
#include "conversation/draft.h"
#include "conversation/erasing.h"
#include "conversation/greeting.h"
#include "conversation/information.h"
#include "conversation/limits.h"
#include "conversation/nearby.h"
#include "conversation/officer.h"
#include "conversation/own_data.h"
#include "conversation/recovery.h"
#include "conversation/room.h"
#include "conversation/taps.h"
#include "conversation/ticket.h"
#include "conversation/told.h"
#include "conversation/visit_day.h"
#include "conversation/waiting.h"
#include "conversation/wishes.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::uint8_t out_of_scope_percent_min = 60;  // surer than that it is no misspelling
constexpr std::size_t nik_digits_shown = 4;

void tell_thanks(Scene& scene) {
    if (scene.view.bookings.empty()) {
        return tell(scene, note(scene.say("thanks.none")), {});
    }
    const BookingSeen& first = scene.view.bookings.front();
    tell(
        scene,
        note(scene.say(
            "thanks.booked",
            {{"number", numbers_text(*first.booking)},
             {"when", booking_when(*first.booking, *first.office, scene.language)}}
        )),
        {}
    );
}

void tap_first(Scene& scene) {
    if (scene.talk.shown.empty()) return recover(scene);
    const std::string payload = scene.talk.shown.front();
    hear_tap(scene, payload);
}

// The last thing said was a notice that wants no yes.
bool is_only_told(const Scene& scene) {
    return !is_midway(scene.talk.step) && last_told(scene.talk, scene.view.now) != nullptr;
}

// The booking whose ticket is the last thing said.
const BookingSeen* ticket_shown(const Scene& scene) {
    if (scene.talk.step != Step::resting || is_only_told(scene)) return nullptr;
    const auto shown = booking_shown(scene.talk);
    return shown ? booking_seen(scene.view, *shown) : nullptr;
}

bool may_be_reminded(const View& view, const BookingSeen& seen) {
    return is_of_this_office(view, seen) && !seen.booking->wants_reminder && !has_begun(view, seen);
}

// A ticket asks nothing, so that a yes to it is no consent to be reminded: that needs the button or
// words of reminding.
void tell_expecting(Scene& scene, const BookingSeen& seen) {
    std::vector<Option> options;
    if (may_be_reminded(scene.view, seen)) {
        options.push_back(booking_button(scene, Act::remind, *seen.booking));
    }
    tell(
        scene,
        note(scene.say(
            "thanks.expecting",
            {{"number", numbers_text(*seen.booking)},
             {"when", booking_when(*seen.booking, *seen.office, scene.language)}}
        )),
        std::move(options)
    );
}

void say_yes(Scene& scene) {
    if (is_only_told(scene)) return tell_thanks(scene);
    switch (scene.talk.step) {
    case Step::offering_earliest:
    case Step::offering_other:
    case Step::confirming:
    case Step::confirming_move:
    case Step::confirming_cancel:
    case Step::confirming_fix:
    case Step::confirming_erasure: return tap_first(scene);
    case Step::resting:
        if (scene.talk.misses > 0) return recover(scene);
        if (const auto* seen = ticket_shown(scene)) return tell_expecting(scene, *seen);
        return scene.view.bookings.empty() ? greet(scene) : show_bookings(scene);
    case Step::writing_message: return ask_message(scene);
    case Step::choosing_service:
    case Step::choosing_count:
    case Step::choosing_day:
    case Step::choosing_hour:
    case Step::giving_people:
    case Step::correcting:
    case Step::correcting_date:
    case Step::choosing_move_day:
    case Step::choosing_move_hour:
    case Step::choosing_booking:
    case Step::choosing_person:
    case Step::choosing_fix:
    case Step::giving_fix:
    case Step::proving: return recover(scene);
    }
}

void say_no(Scene& scene) {
    if (is_only_told(scene)) rest(scene);
    switch (scene.talk.step) {
    case Step::offering_earliest: return ask_day(scene);
    case Step::offering_other: return ask_options(scene);
    case Step::confirming: return ask_correction(scene);
    case Step::confirming_move: return abandon(scene);
    case Step::confirming_cancel: return keep_booking(scene);
    case Step::resting:
        if (scene.talk.misses > 0) return recover(scene);
        return tell(scene, note(scene.say("thanks.no")), {button(scene, Act::menu)});
    case Step::writing_message:
        rest(scene);
        return tell(scene, note(scene.say("thanks.no")), {button(scene, Act::menu)});
    case Step::correcting: return ask_confirmation(scene);
    case Step::choosing_person:
    case Step::choosing_fix:
    case Step::giving_fix:
    case Step::confirming_fix:
    case Step::confirming_erasure: return keep_data(scene);
    case Step::proving:
    case Step::choosing_service:
    case Step::choosing_count:
    case Step::choosing_day:
    case Step::choosing_hour:
    case Step::giving_people:
    case Step::correcting_date:
    case Step::choosing_move_day:
    case Step::choosing_move_hour:
    case Step::choosing_booking: return recover(scene);
    }
}

void hear_menu(Scene& scene, std::string_view text, Milliseconds silence) {
    const std::string lower = to_lower_ascii(trim(text));
    if (lower == "0" || lower.find("menu") != std::string::npos) return show_menu(scene);
    const bool is_midway = is_booking(scene.talk.step) || is_moving(scene.talk.step);
    if (is_midway && silence < scheduling::hold_time) return repeat(scene);
    greet(scene);
}

// Who is added to people that have a place comes with them, unless another day is said: the same
// day, from their hour on, and shown before it counts.
language::Meaning beside_the_others(const Scene& scene, language::Meaning meaning) {
    const Step step = scene.talk.step;
    const bool is_fresh = !is_booking(step) && !is_moving(step);
    if (!meaning.is_addition || !is_fresh || speaks_of_time(meaning)) return meaning;
    for (const BookingSeen& seen : scene.view.bookings) {
        if (seen.office->id != scene.view.office.id) continue;
        const scheduling::Placement& place = seen.booking->placement;
        meaning.date = place.day;
        meaning.is_date_inferred = true;
        meaning.time = place.window;
        if (!meaning.service) meaning.service = seen.booking->service;
        break;
    }
    return meaning;
}

void hear_book(Scene& scene, const language::Meaning& said) {
    const language::Meaning meaning = beside_the_others(scene, said);
    if (meaning.is_legacy_template) {
        return tell(
            scene,
            note(scene.say("form.example")),
            {button(scene, Act::start), button(scene, Act::menu)}
        );
    }
    const bool is_only_time = speaks_of_time(meaning) && meaning.people.empty() &&
                              !meaning.service && !meaning.is_addition;
    if (is_moving(scene.talk.step) && is_only_time) return hear_reschedule(scene, meaning);
    if (hear_for_booking(scene, meaning)) return;
    if (is_booking(scene.talk.step)) return repeat(scene);
    start_booking(scene);
}

void hear_availability(Scene& scene, const language::Meaning& meaning) {
    if (is_booking(scene.talk.step) || is_moving(scene.talk.step)) {
        return hear_book(scene, meaning);
    }
    rest(scene);
    if (!meaning.bad_date_text.empty()) {
        hear_for_booking(scene, meaning);
        return;
    }
    scene.talk.draft.service = meaning.service;
    const int left = people_left(scene.view, service_in_hand(scene));
    if (meaning.count && *meaning.count >= 1 && *meaning.count <= left) {
        scene.talk.draft.count = static_cast<std::uint8_t>(*meaning.count);
    }
    if (!speaks_of_time(meaning)) return ask_day(scene);
    offer_available(scene, wish_said(scene.view, meaning, {}));
}

void hear_inform(Scene& scene, const Said& said) {
    language::Meaning meaning = said.meaning;
    if (scene.talk.step == Step::choosing_count && !meaning.count && meaning.choice) {
        meaning.count = meaning.choice;
    }
    if (is_moving(scene.talk.step) && speaks_of_time(meaning)) {
        return hear_reschedule(scene, meaning);
    }
    if (!meaning.code.empty()) return show_coded(scene, meaning.code);
    if (!hear_for_booking(scene, meaning)) recover(scene);
}

void hear_other(Scene& scene, const Said& said) {
    const language::Meaning& meaning = said.meaning;
    if (meaning.is_about_somebody_else) {
        return tell(
            scene,
            note(scene.say("recover.somebody_else")),
            {button(scene, Act::mine), button(scene, Act::human)}
        );
    }
    if (is_booking(scene.talk.step) && hear_for_booking(scene, meaning)) return;
    if (!meaning.code.empty()) return show_coded(scene, meaning.code);
    if (meaning.confidence_percent >= out_of_scope_percent_min) return tell_out_of_scope(scene);
    recover(scene);
}

void hear_opt(Scene& scene, std::string_view key, std::string_view key_with_booking) {
    if (scene.view.bookings.empty()) {
        return tell(scene, note(scene.say(key)), {button(scene, Act::menu)});
    }
    const BookingSeen& first = scene.view.bookings.front();
    tell(
        scene,
        note(scene.say(
            key_with_booking,
            {{"number", numbers_text(*first.booking)},
             {"when", booking_when(*first.booking, *first.office, scene.language)}}
        )),
        {button(scene, Act::mine), button(scene, Act::menu)}
    );
}

// "Ingatkan saya": of the booking shown last, else of the soonest; "MULAI" after STOP is of all.
void hear_opt_in(Scene& scene) {
    const BookingSeen* meant = ticket_shown(scene);
    if (meant == nullptr && !scene.view.is_opted_out) {
        for (const BookingSeen& seen : scene.view.bookings) {
            if (meant == nullptr && may_be_reminded(scene.view, seen)) meant = &seen;
        }
    }
    scene.opted_out = false;
    if (meant != nullptr && may_be_reminded(scene.view, *meant)) {
        scene.proposal = ProposeReminder{meant->booking->id, true};
        return;
    }
    hear_opt(scene, "start.done", "start.done_with_booking");
}

void hear_language(Scene& scene, const language::Meaning& meaning) {
    if (meaning.lang_to) return switch_language(scene, *meaning.lang_to);
    const auto option = [&](Language language, std::string_view key) {
        const Payload payload{.act = Act::language, .number = static_cast<std::uint8_t>(language)};
        return button(scene, payload, scene.say(key));
    };
    tell(
        scene,
        note(scene.say("language.ask")),
        {option(Language::id, "button.indonesian"), option(Language::en, "button.english")}
    );
}

void hear_intent(Scene& scene, const Said& said, Milliseconds silence) {
    const language::Meaning& meaning = said.meaning;
    switch (meaning.intent) {
    case language::Intent::menu: return hear_menu(scene, said.text, silence);
    case language::Intent::thanks: return tell_thanks(scene);
    case language::Intent::book: return hear_book(scene, meaning);
    case language::Intent::availability: return hear_availability(scene, meaning);
    case language::Intent::my_booking:
        return meaning.code.empty() ? show_bookings(scene) : show_coded(scene, meaning.code);
    case language::Intent::queue_status: return tell_queue_status(scene);
    case language::Intent::reschedule: return hear_reschedule(scene, meaning);
    case language::Intent::cancel: return hear_cancel(scene, said);
    case language::Intent::late: return tell_late(scene, meaning);
    case language::Intent::arrived: return tell_arrived(scene);
    case language::Intent::passport_status: return tell_passport_status(scene);
    case language::Intent::info: return tell_info(scene, meaning);
    case language::Intent::human: return tell_human(scene);
    case language::Intent::language: return hear_language(scene, meaning);
    case language::Intent::opt_out:
        scene.opted_out = true;
        return hear_opt(scene, "stop.done", "stop.done_with_booking");
    case language::Intent::opt_in: return hear_opt_in(scene);
    case language::Intent::affirm:
        if (is_booking(scene.talk.step) && hear_for_booking(scene, meaning)) return;
        return say_yes(scene);
    case language::Intent::deny:
        if (is_booking(scene.talk.step) && hear_for_booking(scene, meaning)) return;
        return say_no(scene);
    case language::Intent::inform: return hear_inform(scene, said);
    case language::Intent::other: return hear_other(scene, said);
    }
}

// A number behind a notice is one of the notice's, unless a list is still open.
std::string choice_shown(const Scene& scene, std::string_view text) {
    const bool is_number = is_all_digits(trim(text));
    return is_number && is_only_told(scene) ? "" : payload_typed(scene.talk, text);
}

}  // namespace

void switch_language(Scene& scene, Language language) {
    scene.language = language;
    scene.switched_to = language;
    say_before(scene, scene.say("language.done"));
    repeat(scene);
}

void follow_language(Scene& scene, const language::Meaning& meaning) {
    // A name is of no language.
    const bool is_name_asked =
        scene.talk.step == Step::giving_people || scene.talk.step == Step::giving_fix;
    const bool is_name = is_name_asked && meaning.intent == language::Intent::inform;
    if (meaning.language == scene.language || is_name) return;
    scene.language = meaning.language;
    scene.switched_to = meaning.language;
}

void hear_said(Scene& scene, const Said& said) {
    const Milliseconds silence = scene.view.now - scene.talk.heard_at;
    follow_language(scene, said.meaning);
    if (said.meaning.nik) {
        const std::string& nik = said.meaning.nik->reveal();
        const std::size_t shown = std::min(nik.size(), nik_digits_shown);
        say_before(scene, scene.say("nik.notice", {{"digits", nik.substr(nik.size() - shown)}}));
    }
    if (hear_told_choice(scene, said.text)) return;
    const std::string payload = choice_shown(scene, said.text);
    if (!payload.empty()) return hear_tap(scene, payload);
    if (hear_told_answer(scene, said) || hear_passed_choice(scene, said.text)) return;
    if (is_for_officer(scene.talk, said)) {
        if (!is_own_question(said)) return hear_message(scene, said);
        hear_intent(scene, said, silence);
        return keep_writing(scene);
    }
    const bool is_only_nik = said.meaning.nik && said.meaning.people.empty() &&
                             (said.meaning.intent == language::Intent::inform ||
                              said.meaning.intent == language::Intent::other);
    if (is_only_nik) return repeat(scene);
    if (hear_own_data(scene, said)) return;
    if (hear_wait(scene, said)) return;
    if (tell_office_named(scene, said)) return;
    const auto act = tell_facts_before(scene, said);
    hear_intent(scene, act ? *act : said, silence);
}

}  // namespace antre::conversation
