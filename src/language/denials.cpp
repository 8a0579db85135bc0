#include "language/denials.h"

#include <algorithm>

namespace antre::language {

namespace {

constexpr std::size_t links_max = 5;  // words between a denial and what it denies
constexpr int wish_weight_min = 5;    // a cue that says what is wanted, not only what was found

// The undoing that the denial at `at` denies; the size of the sequence if none.
std::size_t denied_by(const std::vector<WordId>& sequence, std::size_t at, const Lexicon& lexicon) {
    for (std::size_t i = at + 1; i < sequence.size() && i <= at + links_max + 1; ++i) {
        const Roles& roles = lexicon.info(sequence[i]).roles;
        if (roles.has(Role::undoing)) return i;
        if (!roles.has(Role::denial_link)) break;
    }
    return sequence.size();
}

}  // namespace

std::vector<WordId> without_denials(std::vector<WordId> sequence, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        const Roles& roles = lexicon.info(sequence[at]).roles;
        if (!roles.has(Role::denies) && !roles.has(Role::once)) continue;
        const std::size_t undoing = denied_by(sequence, at, lexicon);
        if (undoing == sequence.size()) continue;
        sequence[at] = id_of(Placeholder::kept);
        const auto begin = sequence.begin() + static_cast<std::ptrdiff_t>(at);
        sequence.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(undoing - at) + 1);
    }
    return sequence;
}

void take_back(std::vector<Match>& matched, std::size_t fix, const Lexicon& lexicon) {
    const auto says_again = [&](const Match& match, const Rule& rule) {
        const auto repeats = [&](const Match& other) {
            const Rule& later = lexicon.rules[other.rule];
            if (other.begin < fix || later.kind != rule.kind || later.weight <= 0) return false;
            return rule.kind != RuleKind::intent || later.weight >= wish_weight_min;
        };
        return match.end < fix && std::any_of(matched.begin(), matched.end(), repeats);
    };
    std::vector<Match> kept;
    for (const Match& match : matched) {
        if (!says_again(match, lexicon.rules[match.rule])) kept.push_back(match);
    }
    matched = std::move(kept);
}

}  // namespace antre::language
