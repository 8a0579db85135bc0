#include "language/named_people.h"

#include <string>

#include "language/limits.h"
#include "language/name_lines.h"
#include "language/names.h"

namespace antre::language {

namespace {

bool is_mark_before_name(const Atoms& atoms, std::size_t at) {
    return atoms.is_free(at) && atoms[at].kind == AtomKind::mark &&
           std::string_view(":=.'").find(atoms[at].mark) != std::string_view::npos;
}

// Whether a name may follow at `at` + 1 though no word says "name": "saya Andi, mau daftar",
// "daftarin Agus Salim", "for Maria Sitorus", "an. Yohanes Gultom".
bool is_announced(const Atoms& atoms, const People& found, std::size_t at) {
    const bool has_small_letters =
        atoms.tokens->shown.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos;
    if (is_short_name_mark(atoms, at)) return true;
    const std::size_t known = capitals_end(atoms, at + 1) - (at + 1);
    if (known == 0 || !has_small_letters) return false;
    const bool is_me = atoms.has(at, Role::me) && !is_only_near(atoms, at);
    return (is_me && found.people.empty()) || atoms.has(at, Role::enrol) ||
           (atoms.has(at, Role::intended) && known >= 2);
}

// "a/n Andi sama Budi": names that go on behind "and" and "with".
void read_joined_names(Atoms& atoms, People& found, std::size_t at) {
    while (atoms.has(at, Role::joining) || atoms.has(at, Role::with) || atoms.is_mark(at, '&')) {
        const std::size_t end = name_end(atoms, at + 1, NameStyle::bare);
        if (end == at + 1) return;
        add_person(atoms, at + 1, end, std::nullopt, found);
        atoms.take(at, end, Placeholder::name);
        at = end;
    }
}

}  // namespace

void add_person(
    const Atoms& atoms,
    std::size_t begin,
    std::size_t end,
    std::optional<LocalDate> birth,
    People& found
) {
    if (found.people.size() >= people_max) return;
    // 'Aisyah Putri: the apostrophe is of the name, unless it is a quotation mark
    const bool has_apostrophe = begin < end && begin > 0 && atoms.is_mark(begin - 1, '\'') &&
                                atoms[begin].is_glued && !atoms.is_mark(end, '\'');
    if (has_apostrophe) --begin;
    std::string name = begin < end ? tidy_name(atoms.shown(begin, end)) : std::string{};
    found.people.push_back({PersonName(std::move(name)), birth});
}

// "atas nama Dewi Lestari", "nama: Rina", "nama kedua Budi Susanto", "my name is John"
void read_named_people(Atoms& atoms, People& found) {
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (!atoms.has(at, Role::name_mark) && !is_announced(atoms, found, at)) continue;
        std::size_t begin = at + 1;
        std::optional<int> index = ordinal_at(atoms, at == 0 ? atoms.size() : at - 1);
        bool is_correction = false;  // "the name should be Ann Lee": those words are heard too
        while (begin < atoms.size()) {
            const auto ordinal = ordinal_at(atoms, begin);
            const bool is_counted = atoms.is_number(begin) && atoms[begin].digits == 1;
            if (ordinal || is_counted) index = static_cast<int>(atoms[begin].value);
            const bool skips = ordinal || is_counted || atoms.has(begin, Role::name_mark) ||
                               atoms.has(begin, Role::me) || is_mark_before_name(atoms, begin) ||
                               atoms.has(begin, Role::to) || is_bare_relation(atoms, begin) ||
                               atoms.is_called(begin, "seharusnya") ||
                               (atoms.is_called(begin, "is") &&
                                name_end(atoms, begin + 1, NameStyle::bare) > begin + 1);
            if (!skips) break;
            is_correction = is_correction || atoms.is_called(begin, "seharusnya");
            ++begin;
        }
        const std::size_t end = announced_end(atoms, begin);
        if (end == begin) continue;
        if (index) found.person_index = index;
        add_person(atoms, begin, end, std::nullopt, found);
        atoms.take(is_correction ? begin : at, end, Placeholder::name);
        read_joined_names(atoms, found, end);
    }
}

}  // namespace antre::language
