#pragma once

// People whose names and birth dates do not stand as "name, birth date": the date first ("lahir 12
// mei 1988, Yohana"), all names before all dates, names alone behind a colon, and names that a
// month or a weekday is part of.

#include "foundation/time.h"
#include "language/people.h"

namespace antre::language {

// Finds them, written large, and writes <name> over what was read; nothing in a form with hashes.
// In answer to "which name" only those whose birth date comes first.
std::vector<PersonMeant> find_births_apart(Atoms& atoms, LocalDate today, Asked asked);

}  // namespace antre::language
