#pragma once

// How what was understood becomes part of the draft: nothing that was said is asked again.

#include "conversation/scene.h"

namespace antre::conversation {

// What in a message stands against taking it in as it is.
enum class Fault : std::uint8_t {
    none,
    bad_date,         // the visit date is on no calendar
    past_date,        // it has gone by
    bad_birth,        // a birth date is on no calendar, or nobody alive has it
    too_many_people,  // more than one contact may book for
};

// Takes in all that is usable and names the first thing that is not.
Fault absorb(Scene& scene, const language::Meaning& meaning);

// The days and hours a meaning speaks of, laid over `before`.
scheduling::Wish
wish_said(const View& view, const language::Meaning& meaning, const scheduling::Wish& before);
// The wish that new words are laid over: an hour said while a day's hours are listed is of that
// day.
scheduling::Wish wish_in_hand(const Talk& talk);
bool speaks_of_time(const language::Meaning& meaning);

// Whether somebody alive can have been born on that day.
bool is_birth_possible(const View& view, LocalDate born);

bool has_when(const Draft& draft);
// Every person named so far has name and birth date, and there is at least one.
bool is_everyone_known(const Draft& draft);

}  // namespace antre::conversation
