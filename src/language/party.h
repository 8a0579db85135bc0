#pragma once

// The party is who comes along: how many people a message speaks of, the speaker included, and how
// old they are. Ages are found so that they are not taken for anything else.

#include <cstddef>
#include <optional>

#include "language/atoms.h"
#include "language/meaning.h"

namespace antre::language {

// Writes <age> over ages and pregnancy months; the priority that an age gives, if any.
std::optional<Priority> find_ages(Atoms& atoms);

// 3 orang, wong loro, berempat, sekeluarga 5, saya + 4 teman, 2 dewasa 1 anak. Writes <count> over
// what it reads. REQUIRES: dates, times and ages have been taken before.
std::optional<int> find_count(Atoms& atoms);

}  // namespace antre::language
