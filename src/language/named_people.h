#pragma once

// People whose names are announced: "atas nama Dewi Lestari", "nama: Rina", "nama kedua Budi
// Susanto", "my name is John", "a/n Andi sama Budi".

#include <optional>

#include "language/people.h"

namespace antre::language {

// Adds one person of the name from `begin` to before `end`; none but a birth date if that is empty.
void add_person(
    const Atoms& atoms,
    std::size_t begin,
    std::size_t end,
    std::optional<LocalDate> birth,
    People& found
);

void read_named_people(Atoms& atoms, People& found);

}  // namespace antre::language
