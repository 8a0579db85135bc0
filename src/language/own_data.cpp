#include "language/own_data.h"

#include <utility>

#include "language/names.h"
#include "language/people.h"

namespace antre::language {

namespace {

// Words that announce what is right, and those that may stand between them and it.
bool announces(const Atoms& atoms, std::size_t at) {
    return atoms.is_called(at, "seharusnya") || atoms.has(at, Role::to);
}
bool is_between(const Atoms& atoms, std::size_t at) {
    if (name_end(atoms, at, NameStyle::bare) > at) return false;  // Ann is near "an"
    return atoms.has(at, Role::name_mark) || atoms.has(at, Role::filler) ||
           atoms.has(at, Role::me) || atoms.is_called(at, "itu") || atoms.is_called(at, "the") ||
           atoms.is_called(at, "yang") || atoms.is_called(at, "is") || atoms.is_mark(at, ':') ||
           atoms.is_mark(at, ',') || atoms.is_mark(at, '"');
}

PersonName announced_name(const Atoms& atoms) {
    for (std::size_t at = atoms.size(); at-- > 0;) {
        if (!announces(atoms, at)) continue;
        std::size_t begin = at + 1;
        while (begin < atoms.size() && is_between(atoms, begin))
            ++begin;
        const std::size_t end = name_end(atoms, begin, NameStyle::marked);
        if (end > begin) return PersonName(tidy_name(atoms.shown(begin, end)));
    }
    return {};
}

// "nama kedua salah, yang benar ...", "the second name should be ...".
std::optional<int> person_meant(const Atoms& atoms) {
    const auto is_of_person = [&](std::size_t at) {
        return atoms.has(at, Role::name_mark) || atoms.has(at, Role::birth_mark) ||
               atoms.has(at, Role::person_unit);
    };
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const auto ordinal = ordinal_at(atoms, at);
        if (ordinal && (is_of_person(at + 1) || (at > 0 && is_of_person(at - 1)))) return ordinal;
    }
    return std::nullopt;
}

void read_correction(
    Meaning& meaning, const Findings& findings, const Atoms& atoms, LocalDate today
) {
    if (meaning.people.empty()) {
        meaning.people = findings.people.people;
        meaning.person_index = findings.people.person_index;
        meaning.bad_birth_text = findings.people.bad_birth_text;
        meaning.is_birth_to_come = findings.people.is_birth_to_come;
    }
    if (!meaning.person_index) meaning.person_index = person_meant(atoms);
    // "nama saya salah ketik, yang benar siti rahayu": what stands behind the first mark is no
    // name.
    PersonName name = announced_name(atoms);
    if (!name.empty() && meaning.people.empty()) meaning.people.emplace_back();
    if (!name.empty() && meaning.people.size() == 1) meaning.people.front().name = std::move(name);
    for (const DateMeant& meant : findings.dates) {
        if (meant.found.date >= today) continue;
        if (meaning.people.empty()) meaning.people.emplace_back();
        if (!meaning.people.front().birth_date) {
            meaning.people.front().birth_date = meant.found.date;
        }
        if (meaning.date == meant.found.date) meaning.date.reset();
    }
}

// Words beside a name or birth date that say what it is, and no more.
bool is_beside_person(const Atoms& atoms, std::size_t at) {
    return atoms[at].found == Placeholder::name || atoms[at].kind == AtomKind::mark ||
           atoms[at].kind == AtomKind::line_end || atoms.has(at, Role::name_mark) ||
           atoms.has(at, Role::birth_mark) || atoms.has(at, Role::date_mark) ||
           atoms.has(at, Role::filler) || atoms.has(at, Role::vocative) ||
           atoms.has(at, Role::me) || atoms.has(at, Role::of) || ordinal_at(atoms, at) ||
           atoms.is_called(at, "the") || atoms.is_called(at, "is") || atoms.is_called(at, "ini");
}

bool tells_person(const Meaning& meaning, const Findings& findings, const Atoms& atoms) {
    if (meaning.people.size() != 1 || findings.people.is_form) return false;
    bool is_marked = false;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (!is_beside_person(atoms, at)) return false;
        const Roles& word = atoms.lexicon->info(atoms[at].word).roles;
        // "nama ibu saya Sumiati" is somebody else's
        const char first = atoms.shown(at).empty() ? ' ' : atoms.shown(at).front();
        const bool is_small = first >= 'a' && first <= 'z';
        if (is_small && (word.has(Role::relation) || word.has(Role::child))) return false;
        is_marked = is_marked || word.has(Role::name_mark) || word.has(Role::birth_mark);
    }
    return is_marked;
}

}  // namespace

void fill_data_wish(
    Meaning& meaning,
    const Findings& findings,
    const Scores& scores,
    const Atoms& atoms,
    LocalDate today
) {
    const Lexicon& lexicon = *atoms.lexicon;
    if (has_flag(scores, lexicon, Flag::data_show)) meaning.data_wish = DataWish::show;
    if (has_flag(scores, lexicon, Flag::data_correct)) meaning.data_wish = DataWish::correct;
    if (has_flag(scores, lexicon, Flag::data_erase)) meaning.data_wish = DataWish::erase;
    if (meaning.data_wish == DataWish::correct) read_correction(meaning, findings, atoms, today);
    meaning.tells_person = tells_person(meaning, findings, atoms);
}

}  // namespace antre::language
