#pragma once

// Codes are the numbers people copy: a NIK of sixteen digits, a booking code of six letters and
// digits, a queue number such as A-017.

#include <optional>
#include <string>

#include "language/atoms.h"

namespace antre::language {

struct Codes {
    std::string nik;
    std::string code;      // upper case
    std::string queue_no;  // letter, dash, three digits
};

// Finds the first of each and writes over its atoms.
Codes find_codes(Atoms& atoms);

}  // namespace antre::language
