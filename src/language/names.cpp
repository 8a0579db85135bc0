#include "language/names.h"

#include <algorithm>
#include <array>
#include <string>

#include "foundation/text.h"
#include "language/limits.h"
#include "language/people.h"

namespace antre::language {

namespace {

constexpr std::size_t name_words_max = 7;

bool starts_with_capital(const Atoms& atoms, std::size_t at) {
    const std::string_view shown = atoms.shown(at);
    return !shown.empty() && shown.front() >= 'A' && shown.front() <= 'Z';
}

// Spoken numbers ("Tri", "Eka") and words alike.
bool is_letters(const Atoms& atoms, std::size_t at) {
    return atoms.is_free(at) && (atoms[at].kind == AtomKind::word ||
                                 (atoms[at].kind == AtomKind::number && atoms[at].digits == 0));
}

bool has_small_letters(const Atoms& atoms, std::size_t at) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string_view shown = atoms.shown(at);
    return std::any_of(shown.begin(), shown.end(), is_small);
}

// "atas nama Wayan Sudana lahir": a word written large that is only near one we know belongs to the
// name, unless it is near a verb: "atas nama Rina Dibatalkan".
bool is_near_and_large(const Atoms& atoms, std::size_t at) {
    if (!is_only_near(atoms, at) || !starts_with_capital(atoms, at)) return false;
    for (const Role role :
         {Role::undoing, Role::wishing, Role::enrol, Role::put_off, Role::comes, Role::meant}) {
        if (atoms.has(at, role)) return false;
    }
    return has_small_letters(atoms, at);
}

// "Ann Lee": a name begins with a word that is near one we know, where another follows, written
// large too, that we do not know.
bool begins_near(const Atoms& atoms, std::size_t at) {
    return is_near_and_large(atoms, at) && is_letters(atoms, at + 1) && atoms[at + 1].word == 0 &&
           starts_with_capital(atoms, at + 1) && has_small_letters(atoms, at + 1);
}

bool may_be_name(const Atoms& atoms, std::size_t at, NameStyle style, bool is_first) {
    if (!is_letters(atoms, at)) return false;
    // I Wayan, Ni Made: the article of a Balinese name
    if (is_first && (atoms.plain(at) == "i" || atoms.plain(at) == "ni")) {
        return is_letters(atoms, at + 1) && atoms[at + 1].word == 0;
    }
    if (atoms.has(at, Role::title))
        return is_letters(atoms, at + (atoms.is_mark(at + 1, '.') ? 2 : 1));
    if (is_first && begins_near(atoms, at)) return true;
    if (atoms.has(at, Role::not_name)) return false;
    if (atoms[at].word == 0 || atoms.has(at, Role::also_name)) return true;
    if (atoms.has(at, Role::lineage)) return !is_first;
    const DayKind kind = atoms.lexicon->info(atoms[at].word).day_kind;
    const bool is_calendar = kind == DayKind::weekday || kind == DayKind::month ||
                             kind == DayKind::month_short || kind == DayKind::weekday_short ||
                             kind == DayKind::feast;
    const bool next_is_unknown =
        is_letters(atoms, at + 1) && (atoms[at + 1].word == 0 || atoms.has(at + 1, Role::lineage) ||
                                      atoms.has(at + 1, Role::also_name));
    if (is_calendar && is_first) {
        return style == NameStyle::marked ||
               (next_is_unknown && starts_with_capital(atoms, at) &&
                (atoms.has(at + 1, Role::lineage) || starts_with_capital(atoms, at + 1)));
    }
    if (is_calendar) {
        const bool has_number = kind != DayKind::feast && atoms.is_number(at + 1);
        return starts_with_capital(atoms, at) && atoms.is_word(at) && !has_number &&
               !atoms.has(at - 1, Role::day_mark) &&
               (style == NameStyle::marked || kind == DayKind::feast);
    }
    return is_first && style == NameStyle::marked;
}

}  // namespace

std::size_t name_end(const Atoms& atoms, std::size_t begin, NameStyle style) {
    std::size_t at = begin;
    std::size_t words = 0;
    std::size_t large = 0;
    const auto goes_on = [&] {
        if (may_be_name(atoms, at, style, words == 0)) return true;
        return style == NameStyle::marked && words > 0 && large == words &&
               is_near_and_large(atoms, at);
    };
    while (words < name_words_max && goes_on()) {
        // "nama Rina Lestari kapan": who writes two words large writes all of the name so
        const bool is_large = starts_with_capital(atoms, at);
        if (begin > 0 && large >= 2 && large == words && !is_large &&
            !atoms.has(at, Role::lineage)) {
            break;
        }
        large += is_large ? 1 : 0;
        ++words;
        ++at;
        // initials and titles: M. Rizky, St. Aminah, Abdul-Rahman
        const bool joins = atoms.is_mark(at, '.') || (atoms.is_mark(at, '-') && atoms[at].is_glued);
        if (joins && may_be_name(atoms, at + 1, style, false)) ++at;
    }
    return at;
}

std::string tidy_name(std::string_view shown) {
    std::string name(trim(shown));
    while (!name.empty() && std::string_view(".,-:;").find(name.back()) != std::string_view::npos) {
        name.pop_back();
    }
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_large = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool all_small = std::none_of(name.begin(), name.end(), is_large);
    const bool all_large = std::none_of(name.begin(), name.end(), is_small);
    if (all_small || all_large) {
        bool begins = true;
        for (char& c : name) {
            if (is_large(c) && !begins) c = static_cast<char>(c - 'A' + 'a');
            if (is_small(c) && begins) c = static_cast<char>(c - 'a' + 'A');
            begins = c == ' ' || c == '-' || c == '.';
        }
    }
    return std::string(prefix_utf16(name, name_units_max));
}

std::size_t capitals_end(const Atoms& atoms, std::size_t begin) {
    std::size_t end = begin;
    const auto is_large = [&](std::size_t at) {
        return at < atoms.size() && atoms[at].kind == AtomKind::word &&
               starts_with_capital(atoms, at);
    };
    const auto is_strange = [&](std::size_t at) {
        if (!atoms.is_word(at) || !is_large(at)) return false;
        // Jumat Raharjo, Maret Widodo
        const bool is_day =
            atoms.day_kind(at) == DayKind::weekday || atoms.day_kind(at) == DayKind::month;
        return atoms[at].word == 0 || atoms.has(at, Role::also_name) ||
               atoms.day_kind(at) == DayKind::feast || (at == begin && begins_near(atoms, at)) ||
               (is_day && at == begin && atoms.is_word(at + 1) && is_large(at + 1) &&
                atoms[at + 1].word == 0);
    };
    while (is_strange(end)) {
        ++end;
    }
    return is_large(end) ? begin : end;
}

bool is_only_near(const Atoms& atoms, std::size_t at) {
    if (!atoms.is_word(at) || atoms[at].word == 0 || atoms[at].first != atoms[at].last)
        return false;
    const auto& spellings = atoms.lexicon->spellings;
    return spellings.find(atoms.plain(at)) == spellings.end();
}

bool is_short_name_mark(const Atoms& atoms, std::size_t at) {
    if (!atoms.is_word(at) || atoms.plain(at) != "an") return false;
    if (atoms.is_mark(at + 1, '.')) return true;
    return atoms.shown(at) == "an" && atoms.is_word(at + 1) && starts_with_capital(atoms, at + 1) &&
           name_end(atoms, at + 1, NameStyle::bare) > at + 1;
}

bool leads_to_name(const Atoms& atoms, std::size_t at) {
    constexpr std::array leading{
        Role::joining,
        Role::name_mark,
        Role::me,
        Role::intended,
        Role::with,
        Role::relation,
        Role::child,
        Role::elder};
    const auto leads = [&](Role role) { return atoms.has(at, role); };
    return std::any_of(leading.begin(), leading.end(), leads) || is_short_name_mark(atoms, at);
}

std::optional<int> ordinal_at(const Atoms& atoms, std::size_t at) {
    if (!atoms.is_number(at) || !atoms[at].is_ordinal) return std::nullopt;
    return static_cast<int>(atoms[at].value);
}

bool is_bare_relation(const Atoms& atoms, std::size_t at) {
    if (!atoms.has(at, Role::relation) && !atoms.has(at, Role::child)) return false;
    return !atoms.has(at, Role::also_name) || !starts_with_capital(atoms, at);
}

}  // namespace antre::language
