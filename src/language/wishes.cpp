#include "language/wishes.h"

#include <algorithm>
#include <string>

#include "language/atoms.h"
#include "language/limits.h"
#include "language/tokens.h"

namespace antre::language {

namespace {

constexpr std::size_t clauses_max = 8;  // a text of more is a story
constexpr std::size_t facts_max = 3;
constexpr std::uint8_t fact_percent_min = 40;
constexpr std::uint8_t act_percent_min = 40;

struct Clause {
    std::size_t begin = 0;  // atoms
    std::size_t end = 0;
};

// "terus", "lalu", "dan", "and then": what follows may be a wish of its own.
bool joins_clauses(const Atoms& atoms, std::size_t at) {
    return atoms.has(at, Role::joining) || atoms.is_called(at, "trus") ||
           atoms.is_called(at, "then") || atoms.is_called(at, "lalu") ||
           atoms.is_called(at, "sekalian");
}

bool ends_clause(const Atoms& atoms, std::size_t at) {
    if (atoms[at].kind == AtomKind::line_end || joins_clauses(atoms, at)) return true;
    if (atoms[at].kind != AtomKind::mark) return false;
    const bool is_inner = at + 1 < atoms.size() && atoms[at + 1].is_glued;
    return std::string_view(",;?!.").find(atoms[at].mark) != std::string_view::npos && !is_inner;
}

std::vector<Clause> clauses_of(const Atoms& atoms) {
    std::vector<Clause> clauses;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= atoms.size(); ++at) {
        if (at < atoms.size() && !ends_clause(atoms, at)) continue;
        // a question mark belongs to its clause
        const bool is_asked = at < atoms.size() && atoms[at].mark == '?';
        if (at > begin) clauses.push_back({begin, at + (is_asked ? 1 : 0)});
        begin = at + 1;
    }
    return clauses;
}

bool may_hold_several(const Meaning& whole) {
    switch (whole.intent) {
    case Intent::book:
    case Intent::availability:
    case Intent::reschedule:
    case Intent::cancel:
    case Intent::info:
    case Intent::inform:
    case Intent::other: return !whole.is_legacy_form && !whole.is_about_somebody_else;
    case Intent::menu:
    case Intent::thanks:
    case Intent::my_booking:
    case Intent::queue_status:
    case Intent::late:
    case Intent::arrived:
    case Intent::passport_status:
    case Intent::human:
    case Intent::language:
    case Intent::opt_out:
    case Intent::opt_in:
    case Intent::affirm:
    case Intent::deny: return false;
    }
    return false;
}

bool is_fact(const Meaning& meaning) {
    return meaning.intent == Intent::info && meaning.topic && !meaning.date &&
           meaning.confidence_percent >= fact_percent_min;
}

// "KTP saya lama", "anak masih libur" tell something; "berapa", "mau tahu", "kirim" ask.
bool asks(const Atoms& atoms, const Clause& clause) {
    for (std::size_t at = clause.begin; at < clause.end; ++at) {
        if (atoms.has(at, Role::question) || atoms.is_mark(at, '?')) return true;
        for (const std::string_view word :
             {"where",
              "what",
              "how",
              "how_much",
              "when",
              "tahu",
              "know",
              "tanya",
              "ask",
              "kirim",
              "send"}) {
            if (atoms.is_called(at, word)) return true;
        }
    }
    return false;
}

bool names_when(const Meaning& meaning) {
    return meaning.date || meaning.time || meaning.daypart || meaning.wants_earliest;
}

// A wish that something be done now: who only says what they will come for asks first.
bool is_act(const Meaning& meaning, Asked asked) {
    const bool has_value =
        names_when(meaning) || meaning.count || !meaning.people.empty() || meaning.service;
    switch (meaning.intent) {
    case Intent::book:
    case Intent::availability:
        return names_when(meaning) && meaning.confidence_percent >= act_percent_min;
    case Intent::reschedule:
    case Intent::cancel: return meaning.confidence_percent >= act_percent_min;
    case Intent::inform: return asked != Asked::nothing && has_value;
    case Intent::menu:
    case Intent::thanks:
    case Intent::my_booking:
    case Intent::queue_status:
    case Intent::late:
    case Intent::arrived:
    case Intent::passport_status:
    case Intent::info:
    case Intent::human:
    case Intent::language:
    case Intent::opt_out:
    case Intent::opt_in:
    case Intent::affirm:
    case Intent::deny:
    case Intent::other: return false;
    }
    return false;
}

class WishReading {
public:
    WishReading(const Atoms& atoms, const UnderstandPart& understand_part)
        : atoms_(atoms)
        , clauses_(clauses_of(atoms))
        , understand_part_(understand_part) {}

    std::vector<Meaning> read(const Meaning& whole, Asked asked);

private:
    void take_facts();
    [[nodiscard]] std::string rest() const;
    [[nodiscard]] const Meaning* book_behind(Intent first) const;

    const Atoms& atoms_;
    std::vector<Clause> clauses_;
    const UnderstandPart& understand_part_;
    std::vector<Meaning> meanings_;  // of the clauses
    std::vector<Meaning> facts_;
};

void WishReading::take_facts() {
    std::vector<Clause> others;
    for (const Clause& clause : clauses_) {
        Meaning meaning = understand_part_(atoms_.shown(clause.begin, clause.end), Asked::nothing);
        if (is_fact(meaning) && asks(atoms_, clause) && facts_.size() < facts_max) {
            facts_.push_back(std::move(meaning));
            continue;
        }
        others.push_back(clause);
        meanings_.push_back(std::move(meaning));
    }
    clauses_ = std::move(others);
}

// The message without the clauses that ask for facts.
std::string WishReading::rest() const {
    std::string text;
    for (std::size_t i = 0; i < clauses_.size();) {
        std::size_t last = i;
        const auto goes_on = [&] {
            return last + 1 < clauses_.size() && clauses_[last + 1].begin <= clauses_[last].end + 1;
        };
        while (goes_on())
            ++last;
        text += text.empty() ? "" : ", ";
        text += atoms_.shown(clauses_[i].begin, clauses_[last].end);
        i = last + 1;
    }
    return text;
}

// The wish to book that stands behind a clause of that intent.
const Meaning* WishReading::book_behind(Intent first) const {
    bool is_behind = false;
    for (const Meaning& meaning : meanings_) {
        const bool is_sure = meaning.confidence_percent >= act_percent_min;
        if (is_behind && meaning.intent == Intent::book && is_sure) return &meaning;
        is_behind = is_behind || meaning.intent == first;
    }
    return nullptr;
}

std::vector<Meaning> WishReading::read(const Meaning& whole, Asked asked) {
    if (clauses_.size() < 2 || clauses_.size() > clauses_max) return {};
    take_facts();
    if (clauses_.empty()) return {};
    const Meaning act = facts_.empty() ? whole : understand_part_(rest(), asked);
    const Meaning* book = book_behind(act.intent);
    const bool is_second = book != nullptr && act.intent == Intent::cancel;
    const bool is_settled = book != nullptr && act.intent == Intent::availability;
    // Whether something is given back is read from all that is said: "bukan tak jadi, cuma nak
    // tahu".
    if (act.intent == Intent::cancel && whole.intent != Intent::cancel) return {};
    if (!is_act(act, asked) || (facts_.empty() && !is_second && !is_settled)) return {};
    std::vector<Meaning> wishes = std::move(facts_);
    wishes.push_back(act);
    // "Besok ada tempat? kalau ada daftar 2 orang": the day is that of the question.
    if (is_settled) wishes.back().intent = Intent::book;
    if (is_second) wishes.push_back(*book);
    return wishes;
}

}  // namespace

std::vector<Meaning> wishes_in(
    std::string_view text,
    const Meaning& whole,
    Asked asked,
    const Tables& tables,
    const UnderstandPart& understand_part
) {
    if (!may_hold_several(whole)) return {};
    const Tokens tokens = tokenize(text);
    const Atoms atoms = atoms_of(tokens, tables.lexicon());
    return WishReading(atoms, understand_part).read(whole, asked);
}

}  // namespace antre::language
