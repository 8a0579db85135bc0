#pragma once

// A frame is how an act that destroys is spoken of. A cue of such an act counts only where it is
// wished for now: not where it is asked about ("kok dibatalkan?", "if I cancel"), told of what was
// ("sempat batal"), or only mentioned ("ketik BATAL itu untuk apa").

#include <cstdint>
#include <span>

#include "language/lexicon.h"

namespace antre::language {

enum class Frame : std::uint8_t {
    wished,
    asked,
    told,
};

// The frame of the words from `begin` to before `end` of the sequence that rules read.
Frame frame_of(
    std::span<const WordId> sequence, std::size_t begin, std::size_t end, const Lexicon& lexicon
);

}  // namespace antre::language
