#pragma once

// Corrections: "besok, eh lusa", "jam 9 maksud saya jam 10", "2 people, sorry three", "bukan senin
// tapi selasa". The value that was meant last stays; the one before it is taken back.

#include "foundation/time.h"
#include "language/atoms.h"
#include "language/meaning.h"

namespace antre::language {

// Writes <fix> over each correction and <taken_back> over the values that it takes back. A number
// that corrects a part of a value ("jam 9 eh 10") is moved into that value.
void find_corrections(Atoms& atoms, LocalDate today, Asked asked);

}  // namespace antre::language
