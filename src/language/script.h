#pragma once

// Script tells letters from digits from marks in any text people send: full-width and Arabic-Indic
// digits, letters with accents, mathematical letters, emoji, and the invisible characters that are
// dropped. It folds; it does not judge.

#include <cstdint>
#include <string_view>

namespace antre::language {

enum class Glyph : std::uint8_t {
    nothing,  // invisible: dropped
    space,
    line_end,
    letter,
    digit,
    mark,   // punctuation
    emoji,  // one picture, a word of its own
};

struct Folded {
    Glyph glyph = Glyph::nothing;
    // For a letter: its small base form in ASCII, or "" if the script has none (then the bytes
    // themselves stand). For a mark: its ASCII form. For a digit: one ASCII digit.
    std::string_view plain;
    std::uint8_t bytes = 1;  // of UTF-8 read
};

// Reads the code point at `at`; a malformed byte is a space.
// REQUIRES: at < text.size().
Folded fold_at(std::string_view text, std::size_t at);

}  // namespace antre::language
