#pragma once

// What people ask about their own data: to see, correct or erase what is kept of them, and in a
// correction what is right: "nama saya salah, seharusnya Siti Rahayu".

#include "language/atoms.h"
#include "language/findings.h"
#include "language/meaning.h"
#include "language/scores.h"

namespace antre::language {

// Sets `data_wish` and `tells_person`; with a correction also the name and birth date that are
// right. A day in the past that is said there is no visit.
void fill_data_wish(
    Meaning& meaning,
    const Findings& findings,
    const Scores& scores,
    const Atoms& atoms,
    LocalDate today
);

}  // namespace antre::language
