#pragma once

// A form is the other way to a booking: the questions of the talk on four screens that WhatsApp
// shows at once. Each screen sent brings all that was filled in so far; it comes from outside, so
// it is checked at every step. The place is held before the summary is shown, and booked once when
// the summary is agreed to. Like the dialog, a form proposes; only the engine decides.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "conversation/dialog.h"
#include "conversation/talk.h"
#include "foundation/service.h"
#include "foundation/time.h"

namespace antre::conversation {

// What the form has asked when it is sent.
enum class FormStep : std::uint8_t {
    opened,     // nothing yet
    party,      // the service and how many people
    people,     // their names and birth dates
    day,        // a day, whose hours are to be shown
    time,       // the day and the hour
    agreement,  // to the summary
};

// What was filled in so far.
struct FormAnswers {
    std::optional<Service> service;
    std::optional<std::uint8_t> count;
    std::vector<PersonEntry> people;
    std::optional<LocalDate> day;
    std::optional<MinuteOfDay> hour;  // where the hour begins
    std::optional<BookingId> hold;    // the place of the summary
    friend bool operator==(const FormAnswers&, const FormAnswers&) = default;
};

struct FormChoice {
    std::string id;
    std::string title;        // <= form_choice_units_max
    std::string description;  // may be empty
    friend bool operator==(const FormChoice&, const FormChoice&) = default;
};

// ---- screens -----------------------------------------------------------------------------------

struct PartyScreen {
    std::vector<FormChoice> services;
    std::vector<FormChoice> counts;
};
struct PeopleScreen {
    LocalDate born_first;  // the birth dates that may be chosen
    LocalDate born_last;
};
struct TimeScreen {
    std::vector<FormChoice> days;
    std::vector<FormChoice> hours;  // of the day chosen; empty until there is one
};
struct SummaryScreen {
    std::string number;   // "A-012"
    std::string when;     // "Jumat, 27 November 2026, 08.20 WIB"
    std::string why;      // it is not what was wished; may be empty
    std::string details;  // service, people, office
    std::string terms;
};
// The form is of no use any more.
struct ClosedScreen {
    std::string sentence;
};
using Screen = std::variant<PartyScreen, PeopleScreen, TimeScreen, SummaryScreen, ClosedScreen>;

struct FormPage {
    Screen screen;
    FormAnswers answers;  // to come back with the next step
    std::string error;    // what stands against the last step; may be empty
};

// ---- one step ----------------------------------------------------------------------------------

// The next screen, or what the office must decide first.
using FormMove = std::variant<FormPage, ProposeHold, ProposeBooking>;
[[nodiscard]] FormMove fill_form(FormStep step, const FormAnswers& answers, const View& view);
// After the office has decided: a screen, or (once) another proposal. A place that was let go of
// meanwhile is answered by the next certain one. REQUIRES: `decision` is no Booked.
[[nodiscard]] FormMove
hear_form_decision(const FormAnswers& answers, const Decision& decision, const View& view);

// The talk after the form has booked: it rests, and the ticket is sent as always. When the booking
// is not the place that the summary showed, it says so.
[[nodiscard]] Turn
close_form(const Talk& talk, const FormAnswers& answers, const Booked& booked, const View& view);

// What somebody reads who opens a form that has booked already.
std::string form_done_sentence(
    const scheduling::Booking& booking, Zone zone, const Wording& wording, Language language
);

}  // namespace antre::conversation
