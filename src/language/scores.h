#pragma once

// Scores weigh what a message wants: each rule that matches speaks for an intent or a slot; what
// was asked and what was found lean on the scale. The margin between first and second decides
// whether an act that destroys something may be understood at all.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/atoms.h"
#include "language/findings.h"
#include "language/frames.h"
#include "language/meaning.h"

namespace antre::language {

inline constexpr std::size_t intents_count = 20;

struct Scores {
    std::array<int, intents_count> by_intent{};
    std::vector<std::uint16_t> rules;  // that matched
    Frame frame = Frame::wished;       // how an undoing is spoken of, if at all

    [[nodiscard]] int& of(Intent intent) { return by_intent.at(static_cast<std::size_t>(intent)); }
    [[nodiscard]] int of(Intent intent) const {
        return by_intent.at(static_cast<std::size_t>(intent));
    }
};

struct Verdict {
    Intent intent = Intent::other;
    std::uint8_t confidence_percent = 0;
    std::string reason;
};

// The words and placeholders that rules read, without fillers and forms of address.
std::vector<WordId> sequence_of(const Atoms& atoms);

Scores weigh(const Atoms& atoms, const Findings& findings, Asked asked);
Verdict decide(const Scores& scores, const Atoms& atoms, const Findings& findings, Asked asked);

// The value that the matching rules of a kind speak for most; nothing if none.
std::optional<std::uint8_t> best_value(const Scores& scores, const Lexicon& lexicon, RuleKind kind);
bool has_flag(const Scores& scores, const Lexicon& lexicon, Flag flag);

}  // namespace antre::language
