#include "conversation/changing.h"

#include "conversation/asking.h"
#include "conversation/booking.h"
#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/greeting.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/ticket.h"
#include "conversation/waiting.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::size_t yes_letters_min = 5;
constexpr std::size_t row_names_units = 20;  // of each name in a list's row

Act act_of(Aim aim) {
    switch (aim) {
    case Aim::show: return Act::show;
    case Aim::change: return Act::change;
    case Aim::cancel: return Act::cancel;
    }
    return Act::show;
}

std::string_view question_of(Aim aim) {
    switch (aim) {
    case Aim::show: return "mine.which";
    case Aim::change: return "move.which";
    case Aim::cancel: return "cancel.which";
    }
    return "mine.which";
}

Option booking_row(const Scene& scene, const BookingSeen& seen, Aim aim) {
    const scheduling::Placement& placement = seen.booking->placement;
    const std::string first = placement.numbers.empty()
                                  ? std::string("-")
                                  : scheduling::label_of(placement.numbers.front());
    return {
        about_booking(act_of(aim), *seen.booking),
        scene.say(
            "row.booking",
            {{"number", first},
             {"day", short_date(placement.day, scene.language)},
             {"time", clock_text(placement.window, scene.language)}}
        ),
        names_text(*seen.booking, row_names_units)};
}

// Which booking words point at: its code, its day, its number. Nothing when they point at none or
// at several.
const BookingSeen* booking_meant(const Scene& scene, const language::Meaning& meaning) {
    const BookingSeen* found = nullptr;
    for (const BookingSeen& seen : scene.view.bookings) {
        const scheduling::Placement& placement = seen.booking->placement;
        const bool is_coded =
            !meaning.code.empty() && scheduling::booking_coded(meaning.code) == seen.booking->id;
        const bool is_on_day = meaning.old_date == placement.day;
        bool is_numbered = false;
        for (const scheduling::PlaceNumber number : placement.numbers) {
            is_numbered = is_numbered || scheduling::label_of(number) == meaning.queue_no;
        }
        if (!is_coded && !is_on_day && !is_numbered) continue;
        if (is_coded) return &seen;
        if (found != nullptr) return nullptr;
        found = &seen;
    }
    return found;
}

// "batal" where "Ya, batalkan" is offered: one word, and the offered act begins with it. Longer
// answers ("gak jadi") may mean either, so that we ask again.
bool is_one_word_of_yes(const Talk& talk, std::string_view text) {
    const std::string word = to_lower_ascii(trim(text));
    const bool is_word = word.size() >= yes_letters_min && word.find(' ') == std::string::npos;
    if (!is_word || talk.shown_titles.empty()) return false;
    const std::string title = ' ' + to_lower_ascii(talk.shown_titles.front());
    return title.find(' ' + word) != std::string::npos;
}

bool is_refused_change(Scene& scene, const BookingSeen& seen) {
    if (!is_of_this_office(scene.view, seen)) {
        tell_elsewhere(scene, seen);
        return true;
    }
    if (!has_begun(scene.view, seen) || is_missed(scene.view, seen)) return false;
    tell_refusal(scene, scheduling::Refusal::too_late_to_change);
    return true;
}

}  // namespace

void tell_elsewhere(Scene& scene, const BookingSeen& seen) {
    tell(
        scene,
        note(scene.say(
            "booking.elsewhere",
            {{"number", numbers_text(*seen.booking)},
             {"office", office_name(*seen.office, scene.language)},
             {"phone", "+" + seen.office->display_phone}}
        )),
        {button(scene, Act::mine), button(scene, Act::menu)}
    );
}

void tell_no_booking(Scene& scene) {
    if (is_booking(scene.talk.step)) {
        say_before(scene, scene.say("mine.not_yet"));
        return repeat(scene);
    }
    rest(scene);
    present_earliest(scene, "mine.none", Act::human);
}

void choose_booking(Scene& scene, Aim aim) {
    std::vector<Option> rows;
    for (const BookingSeen& seen : scene.view.bookings) {
        if (rows.size() == rows_max) break;
        rows.push_back(booking_row(scene, seen, aim));
    }
    ask_list(
        scene,
        Step::choosing_booking,
        note(scene.say(question_of(aim))),
        "button.choose_booking",
        std::move(rows)
    );
}

void show_booking(Scene& scene, const BookingSeen& seen) {
    const std::int32_t days = seen.booking->placement.day - today_at(scene.view, *seen.office);
    std::string status;
    if (days > 1) {
        status = scene.say("mine.days_left", {{"days", std::to_string(days)}});
    } else if (days == 1) {
        status = scene.say("mine.tomorrow");
    } else if (days == 0) {
        status = scene.say("mine.today");
    } else {
        status = scene.say("mine.past");
    }
    const std::string waiting = wait_line(scene, seen.booking->id);
    if (!waiting.empty()) status += "\n" + waiting;
    // A look at a booking does not end what is being arranged.
    if (!is_booking(scene.talk.step) && !is_moving(scene.talk.step)) rest(scene);
    send_ticket(scene, *seen.booking, *seen.office, status);
}

void tell_expected(Scene& scene, const BookingSeen& seen) {
    if (!is_booking(scene.talk.step) && !is_moving(scene.talk.step)) rest(scene);
    send_ticket(scene, *seen.booking, *seen.office, scene.say("coming.head"));
}

void show_bookings(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    if (scene.view.bookings.size() == 1) return show_booking(scene, scene.view.bookings.front());
    choose_booking(scene, Aim::show);
}

void show_coded(Scene& scene, std::string_view code) {
    const auto id = scheduling::booking_coded(code);
    const BookingSeen* seen = id ? booking_seen(scene.view, *id) : nullptr;
    if (seen != nullptr) return show_booking(scene, *seen);
    tell(
        scene,
        note(scene.say("mine.unknown_code", {{"code", clean_line(code)}})),
        {button(scene, Act::mine), button(scene, Act::menu), button(scene, Act::human)}
    );
}

void hear_reschedule(Scene& scene, const language::Meaning& meaning) {
    const bool has_draft = is_booking(scene.talk.step) && meaning.code.empty();
    if (has_draft && hear_for_booking(scene, meaning)) return;
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen* seen = nullptr;
    if (is_moving(scene.talk.step) && scene.talk.draft.booking) {
        seen = booking_seen(scene.view, *scene.talk.draft.booking);
    }
    if (seen == nullptr) seen = booking_meant(scene, meaning);
    if (seen == nullptr && scene.view.bookings.size() == 1) seen = &scene.view.bookings.front();
    if (seen == nullptr && !meaning.code.empty()) return show_coded(scene, meaning.code);
    const scheduling::Wish kept =
        is_moving(scene.talk.step) ? wish_in_hand(scene.talk) : scheduling::Wish{};
    if (seen == nullptr) {
        scene.talk.draft = {};
        scene.talk.draft.wish = wish_said(scene.view, meaning, kept);
        return choose_booking(scene, Aim::change);
    }
    scene.talk.draft = {};
    scene.talk.draft.wish = wish_said(scene.view, meaning, kept);
    if (meaning.time && !meaning.date && !kept.date) {
        scene.talk.draft.wish.date = seen->booking->placement.day;
    }
    begin_move(scene, *seen);
}

void begin_move(Scene& scene, const BookingSeen& seen) {
    if (is_refused_change(scene, seen)) return;
    if (seen.booking->moves >= scene.view.office.moves_max) {
        return tell_refusal(scene, scheduling::Refusal::moves_exhausted);
    }
    Draft draft;
    draft.wish = scene.talk.draft.wish;
    draft.booking = seen.booking->id;
    draft.is_late = has_begun(scene.view, seen);
    scene.talk.draft = draft;
    if (!has_when(draft)) {
        say_before(
            scene,
            scene.say(
                "move.now",
                {{"number", numbers_text(*seen.booking)},
                 {"when", booking_when(*seen.booking, *seen.office, scene.language)}}
            )
        );
        return ask_day(scene);
    }
    if (draft.wish.date && !draft.wish.date_to && *draft.wish.date < scene.view.local_now.date) {
        scene.preface =
            scene.say("fault.past_date", {{"date", long_date(*draft.wish.date, scene.language)}});
        return ask_day(scene);
    }
    const auto last = last_day_to_collect(scene);
    if (last && draft.wish.date > last) {
        say_last_day(scene, *last);
        scene.talk.draft.wish = {};
        return ask_day(scene);
    }
    propose_hold(scene);
}

void move_held(Scene& scene) {
    const Draft& draft = scene.talk.draft;
    if (!draft.booking || !draft.hold) return repeat(scene);
    scene.proposal = ProposeMove{*draft.booking, *draft.hold};
}

void hear_cancel(Scene& scene, const Said& said) {
    const language::Meaning& meaning = said.meaning;
    if (scene.talk.step == Step::confirming_cancel && scene.talk.draft.booking &&
        is_one_word_of_yes(scene.talk, said.text)) {
        return cancel_named(scene, *scene.talk.draft.booking);
    }
    const bool is_explicit = trim(said.text).substr(0, 1) == "#" && !meaning.code.empty();
    if (meaning.code.empty() && (is_booking(scene.talk.step) || is_moving(scene.talk.step))) {
        return abandon(scene);
    }
    if (scene.view.bookings.empty() && meaning.code.empty()) return tell_no_booking(scene);
    const BookingSeen* seen = booking_meant(scene, meaning);
    if (seen == nullptr && !meaning.code.empty()) return show_coded(scene, meaning.code);
    if (seen == nullptr && meaning.date) {
        language::Meaning by_day = meaning;
        by_day.old_date = meaning.date;
        seen = booking_meant(scene, by_day);
    }
    if (seen == nullptr && scene.view.bookings.size() == 1) seen = &scene.view.bookings.front();
    if (seen == nullptr) return choose_booking(scene, Aim::cancel);
    if (!is_explicit) return ask_cancel(scene, *seen);
    if (!is_refused_change(scene, *seen)) scene.proposal = ProposeCancel{seen->booking->id};
}

void ask_cancel(Scene& scene, const BookingSeen& seen) {
    if (is_refused_change(scene, seen)) return;
    scene.talk.draft = {};
    scene.talk.draft.booking = seen.booking->id;
    ask(scene,
        Step::confirming_cancel,
        note(scene.say(
            "cancel.confirm",
            {{"number", numbers_text(*seen.booking)},
             {"when", booking_when(*seen.booking, *seen.office, scene.language)},
             {"names", names_text(*seen.booking, name_units_max)}}
        )),
        {button(
             scene, about_booking(Act::cancel_now, *seen.booking), scene.say("button.cancel_now")
         ),
         booking_button(scene, Act::change, *seen.booking),
         button(scene, Act::keep)});
}

void cancel_named(Scene& scene, BookingId booking) {
    const BookingSeen* seen = booking_seen(scene.view, booking);
    if (seen == nullptr) return tell_refusal(scene, scheduling::Refusal::booking_ended);
    if (!is_refused_change(scene, *seen)) scene.proposal = ProposeCancel{booking};
}

void keep_booking(Scene& scene) {
    const auto booking = scene.talk.draft.booking;
    const BookingSeen* seen = booking ? booking_seen(scene.view, *booking) : nullptr;
    rest(scene);
    if (seen == nullptr) return tell_no_booking(scene);
    tell(
        scene,
        note(scene.say(
            "cancel.kept",
            {{"number", numbers_text(*seen->booking)},
             {"when", booking_when(*seen->booking, *seen->office, scene.language)}}
        )),
        {button(scene, Act::mine), button(scene, Act::menu)}
    );
}

}  // namespace antre::conversation
