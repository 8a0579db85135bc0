#pragma once

// Where a name ends, and how it is written.

#include <cstddef>
#include <optional>

#include "language/atoms.h"

namespace antre::language {

enum class NameStyle : std::uint8_t {
    marked,  // after "atas nama": any word may begin it
    bare,    // nothing announces it: only words we do not know, or that are names too
};

// The atom after the name that begins at `begin`; `begin` itself where there is no name.
std::size_t name_end(const Atoms& atoms, std::size_t begin, NameStyle style);

// The end of the words from `begin` on that are written large and that we do not know; `begin`
// where a word that we know follows them, written large too, so that every word may be.
std::size_t capitals_end(const Atoms& atoms, std::size_t begin);

// Whether a word is known by a slip of the finger or an affix alone: Sudana is near "sudah".
bool is_only_near(const Atoms& atoms, std::size_t at);

// "an Budi", "an. Budi": a short form of "atas nama".
bool is_short_name_mark(const Atoms& atoms, std::size_t at);

// "dan", "atas nama", "saya", "untuk", "sama istri": a name may follow.
bool leads_to_name(const Atoms& atoms, std::size_t at);

// "kedua", "second": which of the people.
std::optional<int> ordinal_at(const Atoms& atoms, std::size_t at);

// "istri", "anak": who is meant, not how they are called; but not Putri Ayu, written large.
bool is_bare_relation(const Atoms& atoms, std::size_t at);

}  // namespace antre::language
