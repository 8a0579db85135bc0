#pragma once

// Which words of a message may be the city of an office: they stand where one is named.

#include <string>
#include <vector>

#include "language/atoms.h"
#include "language/meaning.h"

namespace antre::language {

// The words behind "kantor", or all of an answer to "which office"; "" if none.
std::string office_of(const Atoms& atoms, Asked asked);

// "kantor bandung", "paspor di depok", "the Bogor office": each way to read one to three words
// there, lower case. Where people live or were born is no wish to go there.
std::vector<std::string> office_cities(const Atoms& atoms);

}  // namespace antre::language
