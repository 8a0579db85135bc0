#include "language/scores.h"

#include <algorithm>

#include "language/denials.h"
#include "language/limits.h"

namespace antre::language {

namespace {

constexpr int heard_min = 3;        // below it nothing is understood
constexpr int full_strength = 12;   // a score that leaves no doubt by itself
constexpr int destructive_min = 6;  // score and lead that an act which destroys must have
constexpr int destructive_lead = 3;
constexpr int unsaid_weight = 6;   // of what an undoing that is not wished most likely means
constexpr int move_by_denial = 9;  // "besok gak bisa, lusa aja"
constexpr std::size_t strange_words_max = 6;

bool is_destructive(Intent intent) {
    return intent == Intent::cancel || intent == Intent::opt_out || intent == Intent::reschedule;
}

bool wants_value(Asked asked) {
    switch (asked) {
    case Asked::ask_service:
    case Asked::ask_count:
    case Asked::ask_name:
    case Asked::ask_nik:
    case Asked::ask_birth:
    case Asked::ask_date:
    case Asked::ask_time:
    case Asked::ask_office: return true;
    case Asked::nothing:
    case Asked::confirm:
    case Asked::offer_slot:
    case Asked::offer_list:
    case Asked::reminder: return false;
    }
    return false;
}

bool is_answered(
    const Findings& findings, const Scores& scores, const Lexicon& lexicon, Asked asked
) {
    switch (asked) {
    case Asked::ask_service: return best_value(scores, lexicon, RuleKind::service).has_value();
    case Asked::ask_count: return findings.count.has_value();
    case Asked::ask_name:
    case Asked::ask_birth:
        return !findings.people.people.empty() || !findings.people.bad_birth_text.empty();
    case Asked::ask_nik: return !findings.codes.nik.empty();
    case Asked::ask_date:
        return !findings.dates.empty() || !findings.bad_date_text.empty() ||
               has_flag(scores, lexicon, Flag::earliest);
    case Asked::ask_time: return !findings.times.empty() || findings.daypart.has_value();
    case Asked::ask_office:
    case Asked::nothing:
    case Asked::confirm:
    case Asked::offer_slot:
    case Asked::offer_list:
    case Asked::reminder: return false;
    }
    return false;
}

bool has_any_value(const Findings& findings) {
    return !findings.dates.empty() || !findings.times.empty() || findings.daypart ||
           findings.count || !findings.people.people.empty() || !findings.codes.nik.empty() ||
           !findings.bad_date_text.empty() || !findings.people.bad_birth_text.empty();
}

// Cues of one intent overlap ("mau daftar antrean" is three): the strongest counts in full, the
// others by half; what speaks against counts in full.
void add_cues(Scores& scores, const Lexicon& lexicon) {
    std::array<int, intents_count> strongest{};
    std::array<int, intents_count> others{};
    std::array<int, intents_count> against{};
    for (const std::uint16_t at : scores.rules) {
        const Rule& rule = lexicon.rules[at];
        if (rule.kind != RuleKind::intent) continue;
        if (rule.weight < 0) {
            against.at(rule.value) += rule.weight;
            continue;
        }
        int& best = strongest.at(rule.value);
        others.at(rule.value) += std::min(best, rule.weight);
        best = std::max(best, rule.weight);
    }
    for (std::size_t at = 0; at < intents_count; ++at) {
        scores.by_intent.at(at) = strongest.at(at) + others.at(at) / 2 + against.at(at);
    }
}

// "Besok gak bisa, lusa aja": one day or hour denied and another named is a move, whatever else.
bool names_another(const Findings& findings) {
    const auto splits = [](const auto& all) {
        const auto is_denied = [](const auto& meant) { return meant.side.is_denied; };
        return std::any_of(all.begin(), all.end(), is_denied) &&
               !std::all_of(all.begin(), all.end(), is_denied);
    };
    return splits(findings.dates) || splits(findings.times);
}

// What was asked makes a bare value an answer.
void lean_on_asked(Scores& scores, const Findings& findings, const Lexicon& lexicon, Asked asked) {
    if (findings.people.is_form) {
        scores.of(Intent::book) += 12;
        return;
    }
    if (names_another(findings) && !wants_value(asked)) {
        const int other = scores.of(Intent::availability);
        scores.of(Intent::reschedule) = std::max(
            {scores.of(Intent::reschedule),
             scores.of(Intent::cancel),
             move_by_denial,
             other + destructive_lead}
        );
        scores.of(Intent::cancel) = 0;
        // "hari ini tidak sempat, daftar besok aja"
        const bool books = scores.of(Intent::book) >= move_by_denial;
        scores.of(books ? Intent::reschedule : Intent::book) = 0;
    }
    if (names_another(findings) && wants_value(asked)) {  // "gak jadi senin, selasa aja"
        scores.of(Intent::inform) += std::max(0, scores.of(Intent::reschedule));
        scores.of(Intent::reschedule) = scores.of(Intent::cancel) = 0;
    }
    if (wants_value(asked)) {
        const bool is_answer = is_answered(findings, scores, lexicon, asked);
        if (is_answer) scores.of(Intent::inform) += 8;
        if (!is_answer && has_any_value(findings)) scores.of(Intent::inform) += 5;
        if (!is_answer && findings.bare_number) scores.of(Intent::inform) += 6;
        if (is_answer || has_any_value(findings)) {  // a wish to book is that answer too
            scores.of(Intent::inform) += std::max(0, scores.of(Intent::book));
            scores.of(Intent::book) = 0;
        }
        return;
    }
    if (findings.bare_number) scores.of(Intent::inform) += 7;
    if (asked == Asked::nothing) {
        if (!findings.codes.nik.empty()) scores.of(Intent::book) += 3;
        return;
    }
    if (has_any_value(findings)) {
        scores.of(Intent::inform) += 4 + std::max(0, scores.of(Intent::book));
        scores.of(Intent::book) = 0;
    }
}

// A cue of what destroys counts only in the frame of a wish; else it is a question or a report, and
// speaks against no booking either. Gives how it is spoken of if no wish is left.
Frame drop_unwished(
    std::vector<Match>& matched, std::span<const WordId> sequence, const Lexicon& lexicon
) {
    Frame dropped = Frame::wished;
    bool is_wished = false;
    std::erase_if(matched, [&](const Match& match) {
        const Rule& rule = lexicon.rules[match.rule];
        if (rule.kind != RuleKind::intent) return false;
        const auto intent = static_cast<Intent>(rule.value);
        const bool destroys = intent == Intent::cancel || intent == Intent::opt_out;
        const bool is_undoing = std::any_of(
            sequence.begin() + match.begin,
            sequence.begin() + match.end,
            [&](WordId word) { return lexicon.info(word).roles.has(Role::undoing); }
        );
        const bool speaks_against = rule.weight < 0;
        const bool is_of_frame =
            destroys ? !speaks_against : intent == Intent::book && speaks_against && is_undoing;
        if (!is_of_frame) return false;
        const Frame frame = frame_of(sequence, match.begin, match.end, lexicon);
        if (intent == Intent::cancel && frame != Frame::wished && is_undoing) dropped = frame;
        is_wished = is_wished || (destroys && frame == Frame::wished);
        return frame != Frame::wished;
    });
    return is_wished ? Frame::wished : dropped;
}

// What is asked or told of an undoing, where nothing else is said: the rules, or one's own booking.
void lean_on_frame(Scores& scores, Frame frame) {
    if (frame == Frame::wished) return;
    const int best = *std::max_element(scores.by_intent.begin(), scores.by_intent.end());
    if (best >= unsaid_weight) return;
    scores.of(frame == Frame::asked ? Intent::info : Intent::my_booking) = unsaid_weight;
}

std::size_t strange_words(const Atoms& atoms) {
    std::size_t count = 0;
    for (const Atom& atom : atoms.all) {
        if (atom.kind == AtomKind::word && atom.word == 0 && atom.found == Placeholder::unknown) {
            ++count;
        }
    }
    return count;
}

std::string reason_of(const Scores& scores, const Lexicon& lexicon, Intent best, Intent second) {
    std::string reason;
    for (const std::uint16_t at : scores.rules) {
        const Rule& rule = lexicon.rules[at];
        if (rule.kind != RuleKind::intent || rule.value != static_cast<std::uint8_t>(best))
            continue;
        reason += reason.empty() ? "" : ", ";
        reason += "'" + rule.pattern + "' " + std::to_string(rule.weight);
    }
    if (reason.empty()) reason = "what was asked and found";
    if (scores.of(second) > 0 && second != best) {
        reason += "; next ";
        reason += word_of(second);
        reason += " " + std::to_string(scores.of(second));
    }
    return reason;
}

// "bawa kk" is a family card, "pagi kk" a big sister: papers are spoken of beside papers.
bool is_paper(const Atoms& atoms, std::size_t at) {
    const bool is_at_edge = at == 0 || at + 1 >= atoms.size() ||
                            atoms[at + 1].kind != AtomKind::word || atoms.has(at + 1, Role::filler);
    if (!is_at_edge) return true;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (atoms.has(i, Role::paper)) return true;
    }
    return false;
}

std::uint8_t confidence(int first, int second) {
    const int strength = std::min(first, full_strength) * 100 / full_strength;
    const int lead = std::clamp((first - std::max(0, second)) * 100 / std::max(1, first), 0, 100);
    return static_cast<std::uint8_t>(std::clamp(strength * (60 + lead * 40 / 100) / 100, 1, 99));
}

}  // namespace

std::vector<WordId> sequence_of(const Atoms& atoms) {
    std::vector<WordId> sequence;
    sequence.reserve(atoms.size());
    const auto push_sign = [&](Placeholder sign) {
        if (!sequence.empty() && sequence.back() != id_of(sign)) sequence.push_back(id_of(sign));
    };
    Placeholder last = Placeholder::unknown;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const Atom& atom = atoms[at];
        if (atom.found == Placeholder::taken_back) continue;
        if (atom.found != Placeholder::unknown) {
            if (atom.found != last) sequence.push_back(id_of(atom.found));
            last = atom.found;
            continue;
        }
        switch (atom.kind) {
        case AtomKind::line_end: push_sign(Placeholder::boundary); break;
        case AtomKind::mark: {
            const bool is_stop =
                atom.mark == ',' || atom.mark == ';' || atom.mark == '!' || atom.mark == '#' ||
                (atom.mark == '.' && !(at + 1 < atoms.size() && atoms[at + 1].is_glued));
            if (atom.mark == '?') push_sign(Placeholder::question_mark);
            if (is_stop) push_sign(Placeholder::boundary);
            break;
        }
        case AtomKind::number: sequence.push_back(id_of(Placeholder::number)); break;
        case AtomKind::word:
            if (atoms.has(at, Role::filler) || atoms.has(at, Role::vocative)) continue;
            if (atoms.has(at, Role::also_paper) && !is_paper(atoms, at)) continue;
            sequence.push_back(atom.word);
            break;
        }
        last = Placeholder::unknown;
    }
    while (!sequence.empty() && sequence.back() == id_of(Placeholder::boundary)) {
        sequence.pop_back();
    }
    return sequence;
}

Scores weigh(const Atoms& atoms, const Findings& findings, Asked asked) {
    const Lexicon& lexicon = *atoms.lexicon;
    const std::uint32_t asked_bit = std::uint32_t{1} << static_cast<unsigned>(asked);
    const std::vector<WordId> sequence =
        without_denials(without_foreign(sequence_of(atoms), lexicon), lexicon);
    std::vector<Match> matched = matching_rules(lexicon, sequence);
    std::erase_if(matched, [&](const Match& match) {
        return (lexicon.rules[match.rule].asked & asked_bit) == 0;
    });
    const auto fix = std::find(sequence.rbegin(), sequence.rend(), id_of(Placeholder::fix));
    if (fix != sequence.rend()) {
        take_back(matched, static_cast<std::size_t>(sequence.rend() - fix), lexicon);
    }
    const Frame frame = drop_unwished(matched, sequence, lexicon);
    Scores scores;
    for (const Match& match : matched) {
        scores.rules.push_back(match.rule);
    }
    std::sort(scores.rules.begin(), scores.rules.end());
    scores.rules.erase(std::unique(scores.rules.begin(), scores.rules.end()), scores.rules.end());
    scores.frame = frame;
    add_cues(scores, lexicon);
    lean_on_frame(scores, frame);
    lean_on_asked(scores, findings, lexicon, asked);
    return scores;
}

Verdict decide(const Scores& scores, const Atoms& atoms, const Findings& findings, Asked asked) {
    std::size_t best = static_cast<std::size_t>(Intent::other);
    for (std::size_t at = 0; at < intents_count; ++at) {
        if (scores.by_intent.at(at) > scores.by_intent.at(best)) best = at;
    }
    std::size_t second = best == 0 ? 1 : 0;
    for (std::size_t at = 0; at < intents_count; ++at) {
        if (at != best && scores.by_intent.at(at) > scores.by_intent.at(second)) second = at;
    }
    const int first_score = scores.by_intent.at(best);
    const int second_score = scores.by_intent.at(second);
    Verdict verdict{
        static_cast<Intent>(best),
        confidence(first_score, second_score),
        reason_of(scores, *atoms.lexicon, static_cast<Intent>(best), static_cast<Intent>(second))};
    if (first_score < heard_min) {
        const bool is_answer = asked != Asked::nothing && has_any_value(findings);
        return {is_answer ? Intent::inform : Intent::other, 20, "nothing that we know is said"};
    }
    if (!is_destructive(verdict.intent)) return verdict;
    const std::size_t strange = strange_words(atoms);
    const bool is_strange = strange > strange_words_max && strange * 2 > atoms.size();
    const bool is_sure = first_score >= destructive_min &&
                         first_score - second_score >= destructive_lead && !is_strange;
    if (is_sure) {
        verdict.confidence_percent = std::max(verdict.confidence_percent, sure_percent_min);
        return verdict;
    }
    return {
        Intent::other,
        25,
        "not sure enough of " + std::string(word_of(verdict.intent)) + ": " + verdict.reason};
}

std::optional<std::uint8_t>
best_value(const Scores& scores, const Lexicon& lexicon, RuleKind kind) {
    std::array<int, 16> totals{};
    for (const std::uint16_t at : scores.rules) {
        const Rule& rule = lexicon.rules[at];
        if (rule.kind != kind) continue;
        int& total = totals.at(rule.value);
        total = rule.weight < 0 ? total + rule.weight : std::max(total, rule.weight);
    }
    const auto best = std::max_element(totals.begin(), totals.end());
    if (*best <= 0) return std::nullopt;
    return static_cast<std::uint8_t>(best - totals.begin());
}

bool has_flag(const Scores& scores, const Lexicon& lexicon, Flag flag) {
    int total = 0;
    for (const std::uint16_t at : scores.rules) {
        const Rule& rule = lexicon.rules[at];
        if (rule.kind == RuleKind::flag && rule.value == static_cast<std::uint8_t>(flag)) {
            total += rule.weight;
        }
    }
    return total > 0;
}

}  // namespace antre::language
