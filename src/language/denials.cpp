#include "language/denials.h"

#include <algorithm>

namespace antre::language {

namespace {

constexpr std::size_t links_max = 5;       // words between a denial and what it denies
constexpr std::size_t undone_behind = 2;   // words between an undoing and the undoing it undoes
constexpr std::size_t foreign_before = 5;  // words looked at around an undoing for what it undoes
constexpr std::size_t foreign_people_before = 3;
constexpr std::size_t foreign_behind = 3;
constexpr int wish_weight_min = 5;  // a cue that says what is wanted, not only what was found

// The undoing that the denial at `at` denies; the size of the sequence if none.
std::size_t denied_by(const std::vector<WordId>& sequence, std::size_t at, const Lexicon& lexicon) {
    for (std::size_t i = at + 1; i < sequence.size() && i <= at + links_max + 1; ++i) {
        const Roles& roles = lexicon.info(sequence[i]).roles;
        if (roles.has(Role::undoing)) return i;
        if (!roles.has(Role::denial_link)) break;
    }
    return sequence.size();
}

// "batalkan pembatalan saya", "scrap the cancellation": where the undoing that is undone stands;
// `at` if the word there undoes none.
std::size_t
undone_undoing(const std::vector<WordId>& sequence, std::size_t at, const Lexicon& lexicon) {
    const WordInfo& info = lexicon.info(sequence[at]);
    const bool undoes = info.roles.has(Role::undoing) && !info.roles.has(Role::nominal);
    if (!undoes) return at;
    const std::size_t last = std::min(sequence.size(), at + undone_behind + 1);
    for (std::size_t i = at + 1; i < last; ++i) {
        const Roles& roles = lexicon.info(sequence[i]).roles;
        if (roles.has(Role::nominal)) return i;
        if (!roles.has(Role::of) && !roles.has(Role::me)) break;
    }
    return at;
}

bool ends_thought(WordId word, const Lexicon& lexicon) {
    return word == id_of(Placeholder::boundary) || word == id_of(Placeholder::question_mark) ||
           word == id_of(Placeholder::fix) || lexicon.info(word).roles.has(Role::clause_break);
}

bool is_ours(WordId word, const Lexicon& lexicon) {
    return word == id_of(Placeholder::code) || word == id_of(Placeholder::queue_no) ||
           lexicon.info(word).roles.has(Role::ours);
}

// The words before `at` from the nearest on, as far as the thought reaches and nothing of ours is.
std::vector<Roles>
roles_before(const std::vector<WordId>& sequence, std::size_t at, const Lexicon& lexicon) {
    std::vector<Roles> roles;
    while (at > 0 && roles.size() < foreign_before) {
        --at;
        const bool is_said = sequence[at] == id_of(Placeholder::elsewhere);
        if (is_said || ends_thought(sequence[at], lexicon) || is_ours(sequence[at], lexicon)) break;
        roles.push_back(lexicon.info(sequence[at]).roles);
    }
    return roles;
}

// "acara saya mendadak batal", "temen gue batal"; but "ada acara, batal", "saya sama teman batal"
bool is_foreign_before(
    const std::vector<WordId>& sequence, std::size_t at, const Lexicon& lexicon
) {
    const std::vector<Roles> roles = roles_before(sequence, at, lexicon);
    const bool is_visit =
        at + 1 < sequence.size() && lexicon.info(sequence[at + 1]).roles.has(Role::comes);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const Roles behind = i + 1 < roles.size() ? roles[i + 1] : Roles{};
        if (roles[i].has(Role::not_ours)) return !is_visit && !behind.has(Role::reason);
        const bool is_joined = behind.has(Role::joining) || behind.has(Role::with);
        if (roles[i].has(Role::not_us)) {
            const std::size_t person = at - i - 1;
            const bool is_called_so = roles[i].has(Role::elder);  // "jadwal ibu": she speaks so
            const bool is_owner = person > 0 && is_ours(sequence[person - 1], lexicon);
            if (is_called_so && is_owner) return false;
            return i < foreign_people_before && !is_joined && !behind.has(Role::reason);
        }
    }
    return false;
}

// "batalkan pesanan saya", "cancelled my flight"; but "batal ada acara", "batal datang"
bool is_foreign_behind(
    const std::vector<WordId>& sequence, std::size_t at, const Lexicon& lexicon
) {
    for (std::size_t i = at + 1; i < sequence.size() && i <= at + foreign_behind; ++i) {
        if (ends_thought(sequence[i], lexicon) || is_ours(sequence[i], lexicon)) return false;
        const Roles& roles = lexicon.info(sequence[i]).roles;
        if (roles.has(Role::reason) || roles.has(Role::comes)) return false;
        if (roles.has(Role::not_ours)) return true;
    }
    return false;
}

}  // namespace

std::vector<WordId> without_foreign(std::vector<WordId> sequence, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        const Roles& roles = lexicon.info(sequence[at]).roles;
        // "gak jadi nonton konser"
        const bool is_not_becoming = at > 0 && lexicon.info(sequence[at]).name == "jadi" &&
                                     lexicon.info(sequence[at - 1]).roles.has(Role::denies);
        if (is_not_becoming && (is_foreign_behind(sequence, at, lexicon) ||
                                is_foreign_before(sequence, at - 1, lexicon))) {
            sequence[at - 1] = sequence[at] = id_of(Placeholder::elsewhere);
            continue;
        }
        const bool is_undoing = roles.has(Role::undoing);
        if (!is_undoing && !roles.has(Role::put_off)) continue;
        const bool says_again = at > 1 && sequence[at - 2] == id_of(Placeholder::elsewhere);
        const bool is_foreign =
            is_foreign_before(sequence, at, lexicon) ||
            (is_undoing && (says_again || is_foreign_behind(sequence, at, lexicon)));
        if (is_foreign) sequence[at] = id_of(Placeholder::elsewhere);
    }
    return sequence;
}

std::vector<WordId> without_denials(std::vector<WordId> sequence, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        const Roles& roles = lexicon.info(sequence[at]).roles;
        if (const std::size_t noun = undone_undoing(sequence, at, lexicon); noun > at) {
            sequence[at] = id_of(Placeholder::kept);
            const auto begin = sequence.begin() + static_cast<std::ptrdiff_t>(at);
            sequence.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(noun - at) + 1);
            continue;
        }
        const bool is_stayed = roles.has(Role::nominal) && at + 1 < sequence.size() &&
                               lexicon.info(sequence[at + 1]).roles.has(Role::denies);
        if (is_stayed) sequence[at] = id_of(Placeholder::kept);  // pembatalan jangan diproses
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
