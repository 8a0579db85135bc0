#include "language/atoms.h"

#include <optional>

namespace antre::language {

namespace {

struct PhraseFound {
    Spelling spelling;
    std::size_t tokens = 1;
};

// Marks that may stand inside a phrase: e-paspor, a/n, s.d.
bool joins(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.all.size() || tokens.all[at].kind != TokenKind::mark) return false;
    const char mark = tokens.plain_of(tokens.all[at]).front();
    return mark == '-' || mark == '/' || mark == '.' || mark == '\'';
}

std::optional<PhraseFound> phrase_at(const Tokens& tokens, const Lexicon& lexicon, std::size_t at) {
    const auto found = lexicon.phrases.find(tokens.plain_of(tokens.all[at]));
    if (found == lexicon.phrases.end()) return std::nullopt;
    for (const Phrase& phrase : found->second) {
        std::size_t next = at + 1;
        bool fits = true;
        for (const std::string& part : phrase.rest) {
            if (joins(tokens, next)) ++next;
            fits = next < tokens.all.size() && tokens.plain_of(tokens.all[next]) == part;
            if (!fits) break;
            ++next;
        }
        if (fits) return PhraseFound{phrase.spelling, next - at};
    }
    return std::nullopt;
}

std::int64_t value_of(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits.substr(0, 18)) {
        value = value * 10 + (c - '0');
    }
    return value;
}

// Builds the atoms from left to right.
class Building {
public:
    Building(const Tokens& tokens, const Lexicon& lexicon)
        : tokens_(tokens)
        , lexicon_(lexicon) {
        atoms_.tokens = &tokens;
        atoms_.lexicon = &lexicon;
        atoms_.all.reserve(tokens.all.size() + 4);
    }

    Atoms build();

private:
    void add_number(std::size_t at);
    void add_mark(std::size_t at);
    std::size_t add_word(std::size_t at);
    void add_spelling(const Spelling& spelling, std::size_t first, std::size_t last);
    void drop_hyphen(bool is_glued);
    void say_again(std::size_t last);
    [[nodiscard]] bool repeats_word(std::size_t at) const;

    const Tokens& tokens_;
    const Lexicon& lexicon_;
    Atoms atoms_;
};

Atom plain_atom(AtomKind kind, const Tokens& tokens, std::size_t first, std::size_t last) {
    Atom atom;
    atom.kind = kind;
    atom.is_glued = tokens.all[first].is_glued;
    atom.first = static_cast<std::uint16_t>(first);
    atom.last = static_cast<std::uint16_t>(last);
    return atom;
}

// "kira2": a glued 2 that says the word again, unless the word wants a number ("jam2").
bool Building::repeats_word(std::size_t at) const {
    const Token& token = tokens_.all[at];
    if (!token.is_glued || tokens_.plain_of(token) != "2" || atoms_.all.empty()) return false;
    const Atom& before = atoms_.all.back();
    if (before.kind != AtomKind::word || tokens_.all[before.last].plain_length < 3) return false;
    const bool goes_on = at + 1 < tokens_.all.size() && tokens_.all[at + 1].is_glued &&
                         tokens_.all[at + 1].kind == TokenKind::mark &&
                         at + 2 < tokens_.all.size() &&
                         tokens_.all[at + 2].kind == TokenKind::number;
    if (goes_on || tokens_.plain_of(tokens_.all[before.last]) == "ber") return false;  // ber2
    const WordInfo& info = lexicon_.info(before.word);
    for (const Role role :
         {Role::hour_mark, Role::date_mark, Role::number_mark, Role::month_unit, Role::code_mark}) {
        if (info.roles.has(role)) return false;
    }
    return info.day_kind != DayKind::month && info.day_kind != DayKind::month_short;
}

// "kira-kira" is one word and mostly means what it means once; "jangan2" does not.
void Building::say_again(std::size_t last) {
    Atom& atom = atoms_.all.back();
    atom.last = static_cast<std::uint16_t>(last);
    const std::string& name = lexicon_.info(atom.word).name;
    const auto twice = lexicon_.names.find(name + "_" + name);
    if (twice != lexicon_.names.end()) atom.word = twice->second;
}

void Building::add_number(std::size_t at) {
    if (repeats_word(at)) {
        say_again(at);
        return;
    }
    Atom atom = plain_atom(AtomKind::number, tokens_, at, at);
    const std::string_view digits = tokens_.plain_of(tokens_.all[at]);
    atom.value = value_of(digits);
    atom.digits = static_cast<std::uint8_t>(digits.size() < 255 ? digits.size() : 255);
    atoms_.all.push_back(atom);
}

// "26 nov -> 3 des", "kamis => jumat", "kamis > jumat": an arrow is a word.
void Building::add_mark(std::size_t at) {
    Atom atom = plain_atom(AtomKind::mark, tokens_, at, at);
    atom.mark = tokens_.plain_of(tokens_.all[at]).front();
    const bool is_between_spaces =
        !atom.is_glued && at > 0 && at + 1 < tokens_.all.size() && !tokens_.all[at + 1].is_glued;
    bool has_shaft = false;
    while (atom.mark == '>' && atom.is_glued && !atoms_.all.empty() &&
           (atoms_.all.back().mark == '-' || atoms_.all.back().mark == '=')) {
        has_shaft = true;
        atom.is_glued = atoms_.all.back().is_glued;
        atom.first = atoms_.all.back().first;
        atoms_.all.pop_back();
    }
    const auto to = lexicon_.names.find("ke");
    if (atom.mark == '>' && (has_shaft || is_between_spaces) && to != lexicon_.names.end()) {
        atom.kind = AtomKind::word;
        atom.mark = 0;
        atom.word = to->second;
    }
    atoms_.all.push_back(atom);
}

// "twenty-first": the mark between tens and units.
void Building::drop_hyphen(bool is_glued) {
    const std::size_t n = atoms_.all.size();
    if (n < 2 || !is_glued || atoms_.all[n - 1].mark != '-' || !atoms_.all[n - 1].is_glued) return;
    const Atom& tens = atoms_.all[n - 2];
    const bool is_tens = tens.kind == AtomKind::number && tens.digits == 0 && tens.value >= 20 &&
                         tens.value % 10 == 0;
    if (is_tens) atoms_.all.pop_back();
}

void Building::add_spelling(const Spelling& spelling, std::size_t first, std::size_t last) {
    Atom atom = plain_atom(AtomKind::word, tokens_, first, last);
    atom.word = spelling.word;
    atom.speech = spelling.speech;
    // "kira-kira" is one word.
    std::size_t n = atoms_.all.size();
    if (n >= 2 && atom.is_glued && atoms_.all[n - 1].mark == '-' && atoms_.all[n - 1].is_glued &&
        tokens_.plain_of(tokens_.all[atoms_.all[n - 2].first]) ==
            tokens_.plain_of(tokens_.all[first])) {
        atoms_.all.pop_back();
        // "enjing-enjing": tomorrow, in the morning
        if (!lexicon_.info(spelling.word).roles.has(Role::also_morning)) {
            say_again(last);
            return;
        }
    }
    const WordInfo& info = lexicon_.info(spelling.word);
    const bool is_quantity =
        info.number_kind == NumberKind::unit || info.number_kind == NumberKind::whole ||
        info.number_kind == NumberKind::weak || info.number_kind == NumberKind::ordinal;
    const bool is_unit = info.roles.has(Role::hour_unit) || info.roles.has(Role::day_unit) ||
                         info.roles.has(Role::week_unit) || info.roles.has(Role::month_unit) ||
                         info.roles.has(Role::minute_unit) || info.roles.has(Role::person_unit) ||
                         info.roles.has(Role::half_before);
    if (is_quantity && !is_unit) {
        atom.kind = AtomKind::number;
        atom.value = info.number;
        atom.is_weak = info.number_kind == NumberKind::weak;
        atom.is_ordinal = info.number_kind == NumberKind::ordinal;
    }
    if (is_quantity && info.number < 10) drop_hyphen(atom.is_glued);
    n = atoms_.all.size();
    // dua belas, dua puluh, dua puluh lima
    if (n > 0 && atoms_.all[n - 1].kind == AtomKind::number && atoms_.all[n - 1].digits == 0) {
        Atom& before = atoms_.all[n - 1];
        const auto grow = [&](std::int64_t value) {
            before.value = value;
            before.last = static_cast<std::uint16_t>(last);
            before.is_ordinal = before.is_ordinal || atom.is_ordinal;
        };
        if (info.number_kind == NumberKind::teen && before.value < 10) {
            return grow(before.value + 10);
        }
        if (info.number_kind == NumberKind::tens && before.value < 10) {
            return grow(before.value * 10);
        }
        if (is_quantity && before.value >= 20 && before.value % 10 == 0 && info.number < 10 &&
            info.number > 0) {
            return grow(before.value + info.number);
        }
    }
    atoms_.all.push_back(atom);
    if (spelling.then == 0) return;
    atom.word = spelling.then;
    atom.kind = AtomKind::word;
    atoms_.all.push_back(atom);
}

std::size_t Building::add_word(std::size_t at) {
    if (const auto phrase = phrase_at(tokens_, lexicon_, at)) {
        add_spelling(phrase->spelling, at, at + phrase->tokens - 1);
        return phrase->tokens;
    }
    add_spelling(look_up(lexicon_, tokens_.plain_of(tokens_.all[at])), at, at);
    return 1;
}

Atoms Building::build() {
    for (std::size_t at = 0; at < tokens_.all.size();) {
        const Token& token = tokens_.all[at];
        std::size_t used = 1;
        switch (token.kind) {
        case TokenKind::word: used = add_word(at); break;
        case TokenKind::emoji:
            if (look_up(lexicon_, tokens_.plain_of(token)).word != 0) add_word(at);
            break;
        case TokenKind::number: add_number(at); break;
        case TokenKind::mark: add_mark(at); break;
        case TokenKind::line_end:
            atoms_.all.push_back(plain_atom(AtomKind::line_end, tokens_, at, at));
            break;
        }
        at += used;
    }
    return std::move(atoms_);
}

}  // namespace

void Atoms::take(std::size_t begin, std::size_t end, Placeholder found) {
    for (std::size_t at = begin; at < end; ++at) {
        all[at].found = found;
    }
}

Atoms atoms_of(const Tokens& tokens, const Lexicon& lexicon) {
    return Building(tokens, lexicon).build();
}

}  // namespace antre::language
