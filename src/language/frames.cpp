#include "language/frames.h"

#include <algorithm>
#include <string_view>

namespace antre::language {

namespace {

constexpr std::size_t told_before = 2;  // words before an act that may put it into the past

struct Clause {
    std::span<const WordId> words;
    std::size_t act = 0;  // which of them undoes
    const Lexicon* lexicon = nullptr;
    bool is_question = false;

    [[nodiscard]] bool has(std::size_t at, Role role) const {
        return at < words.size() && lexicon->info(words[at]).roles.has(role);
    }
    [[nodiscard]] bool called(std::size_t at, std::string_view name) const {
        return at < words.size() && lexicon->info(words[at]).name == name;
    }
    [[nodiscard]] bool any(Role role, std::size_t begin, std::size_t end) const {
        while (begin < end && !has(begin, role)) {
            ++begin;
        }
        return begin < end;
    }
};

bool ends_clause(WordId word, const Lexicon& lexicon) {
    return word == id_of(Placeholder::boundary) || word == id_of(Placeholder::question_mark) ||
           word == id_of(Placeholder::fix) || lexicon.info(word).roles.has(Role::contrast);
}

Clause clause_around(std::span<const WordId> sequence, std::size_t act, const Lexicon& lexicon) {
    std::size_t begin = act;
    while (begin > 0 && !ends_clause(sequence[begin - 1], lexicon)) {
        --begin;
    }
    std::size_t end = act + 1;
    while (end < sequence.size() && !ends_clause(sequence[end], lexicon)) {
        ++end;
    }
    const bool is_question =
        end < sequence.size() && sequence[end] == id_of(Placeholder::question_mark);
    return {sequence.subspan(begin, end - begin), act - begin, &lexicon, is_question};
}

// "kalau batal", "when I cancel"; but "kalau bisa dibatalkan saja" is polite.
bool is_supposed(const Clause& clause) {
    for (std::size_t at = 0; at < clause.act; ++at) {
        if (!clause.has(at, Role::supposes)) continue;
        const bool is_polite = clause.has(at + 1, Role::feasible) && at + 2 == clause.act;
        if (!is_polite) return true;
    }
    return false;
}

// "batal?", "dibatalkan??"; but "batalkan ya?", "bisa batalkan?" ask it of us.
bool is_doubted(const Clause& clause) {
    if (!clause.is_question) return false;
    if (clause.any(Role::supposes, clause.act + 1, clause.words.size())) return true;
    const std::size_t last = clause.words.size() - 1;
    const bool is_tag = last > clause.act && clause.called(last, "ya");
    return !is_tag && !clause.any(Role::requests, 0, clause.words.size());
}

// "sempat batal", "karena dibatalkan", "I had to cancel last time"
bool is_told(const Clause& clause) {
    // "antrean yang dibatalkan"
    if (clause.act > 0 && clause.called(clause.act - 1, "yang")) return true;
    for (std::size_t back = 1; back <= told_before && back <= clause.act; ++back) {
        const std::size_t at = clause.act - back;
        if (clause.has(at, Role::retells) || clause.words[at] == id_of(Placeholder::past)) {
            return true;
        }
        if (!clause.has(at, Role::me)) break;
    }
    std::size_t behind = clause.act + 1;
    if (clause.has(behind, Role::me)) ++behind;
    if (behind >= clause.words.size()) return false;
    return clause.has(behind, Role::told_behind) ||
           clause.words[behind] == id_of(Placeholder::past);
}

// "jahat banget dibatalin", "2 orang batal": who undoes is somebody or something else.
bool is_of_others(const Clause& clause) {
    if (clause.act == 0 || !clause.has(clause.act, Role::undoing)) return false;
    for (std::size_t at = 0; at < clause.words.size(); ++at) {
        const bool is_ours = clause.has(at, Role::me) || clause.has(at, Role::ours) ||
                             clause.has(at, Role::requests) ||
                             (at > clause.act && clause.words[at] == id_of(Placeholder::date));
        if (is_ours) return false;
    }
    const WordId nearest = clause.words[clause.act - 1];
    if (nearest == id_of(Placeholder::number) || nearest == id_of(Placeholder::count)) return true;
    const auto before = clause.words.first(clause.act);
    return std::find(before.begin(), before.end(), id_of(Placeholder::unknown)) != before.end();
}

// "kemarin tidak bisa datang"
bool is_gone_by(const Clause& clause) {
    const auto before = clause.words.first(clause.act);
    return std::find(before.begin(), before.end(), id_of(Placeholder::past)) != before.end();
}

// "pembatalan saya": the noun is a wish only where it is asked for, or all that is said.
bool is_only_named(const Clause& clause) {
    if (clause.act > 0 && clause.has(clause.act - 1, Role::mentions)) return true;
    if (!clause.has(clause.act, Role::nominal)) return false;
    if (clause.any(Role::mentions, 0, clause.act)) return true;  // contoh pesan pembatalan
    if (clause.act > 0) return !clause.any(Role::requests, 0, clause.words.size());
    // "pembatalan antrean A-017"; but "pembatalan sudah saya terima"
    const std::size_t next = clause.act + 1;
    const bool is_of_ours = clause.has(next, Role::ours) || clause.has(next, Role::me) ||
                            clause.has(next, Role::lapses) || clause.has(next, Role::intended) ||
                            clause.called(next, "please") || clause.called(next, "dulu");
    return next < clause.words.size() && !is_of_ours &&
           clause.words[next] != id_of(Placeholder::code) &&
           clause.words[next] != id_of(Placeholder::queue_no);
}

bool is_undoing(std::span<const WordId> sequence, std::size_t at, const Lexicon& lexicon) {
    const WordInfo& info = lexicon.info(sequence[at]);
    const bool is_denied = at > 0 && lexicon.info(sequence[at - 1]).roles.has(Role::denies);
    return info.roles.has(Role::undoing) || info.roles.has(Role::stops) ||
           (is_denied && info.name == "jadi");
}

}  // namespace

Frame frame_of(
    std::span<const WordId> sequence, std::size_t begin, std::size_t end, const Lexicon& lexicon
) {
    std::size_t act = begin;
    while (act < end && !is_undoing(sequence, act, lexicon)) {
        ++act;
    }
    const bool is_other = act >= end;  // "tidak bisa datang"
    if (is_other) act = begin;
    const Clause clause = clause_around(sequence, act, lexicon);
    if (is_supposed(clause)) return Frame::asked;
    if (is_other) return is_gone_by(clause) ? Frame::told : Frame::wished;
    if (clause.any(Role::asks, 0, clause.words.size())) return Frame::asked;
    if (is_doubted(clause) || is_told(clause) || is_only_named(clause)) return Frame::told;
    if (is_of_others(clause)) return Frame::told;
    return Frame::wished;
}

}  // namespace antre::language
