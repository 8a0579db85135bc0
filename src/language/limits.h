#pragma once

// The limits of understanding: how much of a message is read and how sure an act must be.

#include <cstddef>
#include <cstdint>

namespace antre::language {

inline constexpr std::size_t text_bytes_max = 16'384;  // 4,096 code points of four bytes
inline constexpr std::size_t tokens_max = 512;
inline constexpr std::size_t word_letters_max = 40;  // longer words are nobody's
inline constexpr std::size_t near_letters_min = 5;   // shorter words forgive no slip
inline constexpr std::size_t root_letters_min = 4;   // of a verb that affixes are taken from
inline constexpr std::size_t skeleton_letters_min = 3;
inline constexpr int endings_max = 2;            // of one word: ada-ji-kah
inline constexpr std::size_t words_max = 8'000;  // of a lexicon; ids are 16 bits
inline constexpr std::size_t rules_max = 8'000;
inline constexpr std::size_t people_max = 12;      // read from one message; the dialog sets its own
inline constexpr int count_max = 99;               // more people than that is not a count
inline constexpr std::size_t name_units_max = 60;  // code points kept of a name
inline constexpr std::uint8_t sure_percent_min = 60;  // below it nothing destructive is understood

}  // namespace antre::language
