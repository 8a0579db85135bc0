#pragma once

// A talk is what we remember of one contact's conversation with one office: where it stands, what
// has been said so far, and which menu is the present one. It is all the memory the dialog has, and
// it is what storage keeps.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/ids.h"
#include "foundation/secret.h"
#include "foundation/time.h"
#include "scheduling/allocation.h"
#include "scheduling/office.h"

namespace antre::conversation {

enum class Step : std::uint8_t {
    resting,            // nothing is asked
    offering_earliest,  // greeted with the earliest time: take it, other day, menu
    choosing_service,
    choosing_count,
    choosing_day,
    choosing_hour,
    giving_people,    // names and birth dates are asked; places are held
    confirming,       // summary shown; places are held
    correcting,       // "something is wrong": which part?
    correcting_date,  // the visit date of a 2017 form does not exist: asked again
    offering_other,   // the wish could not be met as said: take the next, or other options
    choosing_move_day,
    choosing_move_hour,
    confirming_move,   // new places are held, old ones kept
    choosing_booking,  // several bookings: which one is meant?
    confirming_cancel,
    writing_message,     // to an officer
    choosing_person,     // whose data are to be corrected?
    choosing_fix,        // name or birth date?
    giving_fix,          // the right one is asked
    confirming_fix,      // the right data are shown
    confirming_erasure,  // of all their data
    proving,             // a code and a birth date are asked: the number was silent for long
};
std::string_view name_of(Step step);
std::optional<Step> step_named(std::string_view name);

struct PersonEntry {
    PersonName name;
    std::optional<LocalDate> born;
    friend bool operator==(const PersonEntry&, const PersonEntry&) = default;
};

// What of a person's data is to be corrected.
enum class Fix : std::uint8_t {
    name,
    birth,
};

// What the person has told us for the booking (or move) in hand.
struct Draft {
    std::optional<scheduling::Service> service;
    std::optional<std::uint8_t> count;
    scheduling::Wish wish;
    bool wish_inferred = false;              // the date was inferred: echo it before it counts
    std::optional<scheduling::Wish> missed;  // what could not be met, when it may free yet
    bool is_waiting = false;                 // and they want to be told if it does
    std::vector<PersonEntry> people;
    std::optional<BookingId> hold;       // places kept for this draft; `wish` names them then
    bool is_hold_renewed = false;        // the hold ran out and its places are asked for again
    std::optional<BookingId> booking;    // the booking that is moved or cancelled
    bool is_late = false;                // they come too late for its place
    std::optional<std::uint8_t> person;  // of that booking, from 1: `people` says what is right
    std::optional<Fix> fix;
    friend bool operator==(const Draft&, const Draft&) = default;
};

// A notice of ours and what it offers, until it is answered or a day has passed.
struct Told {
    Instant at;              // when it goes out; before that nobody answers it
    bool is_passed = false;  // something newer was asked: only its own words answer it
    std::vector<std::string> payloads;
    std::vector<std::string> titles;
    friend bool operator==(const Told&, const Told&) = default;
};

struct Talk {
    Step step = Step::resting;
    Draft draft;
    std::uint32_t menu = 0;   // serial of the menu last shown; taps of older ones are stale
    std::uint8_t misses = 0;  // times in a row we did not understand
    std::optional<LocalDate> shown_day;     // whose hours were listed
    std::vector<std::string> shown;         // payloads behind the numbers of the list last shown
    std::vector<std::string> shown_titles;  // their titles: typing one is the same as tapping it
    std::vector<Told> told;                 // notices that may be answered, the latest last
    Instant heard_at;                       // when the person last wrote: begins the 24-hour window
    Instant media_told_at;                  // when we last said that pictures cannot be read
    friend bool operator==(const Talk&, const Talk&) = default;
};

}  // namespace antre::conversation
