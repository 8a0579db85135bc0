#pragma once

// A side is what a date or a time stands next to: sebelum, dari, ke, tidak bisa, atau.

#include <cstddef>
#include <optional>

#include "language/atoms.h"
#include "language/meaning.h"

namespace antre::language {

struct Side {
    std::optional<Relation> relation;  // sebelum, setelah
    bool is_from = false;              // dari
    bool is_to = false;                // ke, jadi
    bool is_denied = false;            // tidak bisa
    bool is_excluded = false;          // bukan, jangan
    bool is_of_booking = false;        // jadwal saya senin; my monday appointment
    bool is_start = false;             // mulai senin: from that day on
    bool is_wished = false;            // daftar senin: in the clause of a wish
};

// Of the value that lies from `begin` to before `end`.
Side side_of(const Atoms& atoms, std::size_t begin, std::size_t end);

// Writes `found` over the words that gave `side` its relation, so that no rule hears them.
void take_relation(Atoms& atoms, const Side& side, std::size_t begin, Placeholder found);

// "kamis atau jumat", "kamis, kalau penuh jumat", "kamis/jumat": where it is said that the value at
// `begin` is a second choice; `begin` where it is none.
std::size_t begin_of_choice(const Atoms& atoms, std::size_t begin, Placeholder first_choice);

// Whether a message breaks off here, so that what lies behind belongs to another thought.
bool ends_clause(const Atoms& atoms, std::size_t at);

// Whether all from `begin` to before `end` only leads from one value to the next: "aja, kalau
// bisa".
bool is_all_soft(const Atoms& atoms, std::size_t begin, std::size_t end);

}  // namespace antre::language
