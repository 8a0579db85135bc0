#pragma once

// Atoms are the message as the grammar reads it: words by what they stand for, numbers by their
// value whether in digits or spoken, marks, line ends. A finder that recognises something writes
// what it is over its atoms, so that no other finder reads them again.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/tokens.h"

namespace antre::language {

enum class AtomKind : std::uint8_t {
    word,
    number,
    mark,
    line_end,
};

struct Atom {
    AtomKind kind = AtomKind::word;
    WordId word = 0;  // 0: a word that we do not know
    Speech speech = Speech::both;
    std::int64_t value = 0;   // of a number; of more than 18 digits only the first 18
    std::uint8_t digits = 0;  // as typed; 0 for a spoken number
    bool is_ordinal = false;  // "third"
    bool is_weak = false;     // a number only beside a word that wants one
    bool is_glued = false;    // nothing lies between it and the atom before
    char mark = 0;
    std::uint16_t first = 0;  // tokens, first to last
    std::uint16_t last = 0;
    Placeholder found = Placeholder::unknown;  // what a finder wrote here
};

struct Atoms {
    std::vector<Atom> all;
    const Tokens* tokens = nullptr;
    const Lexicon* lexicon = nullptr;

    [[nodiscard]] std::size_t size() const { return all.size(); }
    [[nodiscard]] const Atom& operator[](std::size_t at) const { return all[at]; }

    [[nodiscard]] bool is_free(std::size_t at) const {
        return at < all.size() && all[at].found == Placeholder::unknown;
    }
    [[nodiscard]] bool is_word(std::size_t at) const {
        return is_free(at) && all[at].kind == AtomKind::word;
    }
    [[nodiscard]] bool is_number(std::size_t at) const {
        return is_free(at) && all[at].kind == AtomKind::number;
    }
    [[nodiscard]] bool is_mark(std::size_t at, char mark) const {
        return is_free(at) && all[at].kind == AtomKind::mark && all[at].mark == mark;
    }
    [[nodiscard]] bool has(std::size_t at, Role role) const {
        return is_free(at) && all[at].word != 0 && lexicon->info(all[at].word).roles.has(role);
    }
    // Whether it stands for the word of that canonical name.
    [[nodiscard]] bool is_called(std::size_t at, std::string_view name) const {
        return is_word(at) && lexicon->info(all[at].word).name == name;
    }
    [[nodiscard]] DayKind day_kind(std::size_t at) const {
        return is_word(at) ? lexicon->info(all[at].word).day_kind : DayKind::none;
    }
    [[nodiscard]] int day_value(std::size_t at) const {
        return lexicon->info(all[at].word).day_value;
    }
    [[nodiscard]] std::string_view plain(std::size_t at) const {
        return tokens->plain_of(tokens->all[all[at].first]);
    }
    [[nodiscard]] std::string_view shown(std::size_t at) const {
        return tokens->shown_of(all[at].first, all[at].last);
    }
    // What is shown from atom `begin` to before atom `end`. REQUIRES: begin < end <= size().
    [[nodiscard]] std::string_view shown(std::size_t begin, std::size_t end) const {
        return tokens->shown_of(all[begin].first, all[end - 1].last);
    }
    // Writes `found` over atoms begin to end.
    void take(std::size_t begin, std::size_t end, Placeholder found);
};

// REQUIRES: tokens and lexicon outlive the result.
Atoms atoms_of(const Tokens& tokens, const Lexicon& lexicon);

}  // namespace antre::language
