#pragma once

// Slips of the finger and of haste: which written forms may stand for a word that is spelt
// otherwise.

#include <string>
#include <string_view>

namespace antre::language {

// True when `a` becomes `b` by at most one letter added, left out, swapped with its neighbour, or
// changed for one whose key lies beside it.
bool is_within_one_slip(std::string_view a, std::string_view b);

bool is_vowel(char letter);

// The word without its vowels but for one it begins with: "jadwal" is "jdwl", "antrean" "antrn".
std::string skeleton_of(std::string_view word);

}  // namespace antre::language
