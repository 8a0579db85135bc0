#include "language/party.h"

#include "language/limits.h"

namespace antre::language {

namespace {

constexpr int elder_years_min = 60;
constexpr int toddler_years_max = 5;
constexpr std::size_t near_atoms = 4;

bool has_near(const Atoms& atoms, std::size_t at, Role role) {
    for (std::size_t back = 1; back <= near_atoms && back <= at; ++back) {
        if (atoms.has(at - back, role)) return true;
    }
    return false;
}

// The number of people a number atom can mean; 0 if none.
int people_in(const Atoms& atoms, std::size_t at) {
    if (!atoms.is_number(at) || atoms[at].is_ordinal) return 0;
    return atoms[at].value >= 1 && atoms[at].value <= count_max ? static_cast<int>(atoms[at].value)
                                                                : 0;
}

bool is_relation(const Atoms& atoms, std::size_t at) {
    return atoms.has(at, Role::relation) || atoms.has(at, Role::child) ||
           atoms.has(at, Role::elder);
}

bool is_and(const Atoms& atoms, std::size_t at) {
    return atoms.has(at, Role::joining) || atoms.has(at, Role::with) || atoms.is_mark(at, '+') ||
           atoms.is_mark(at, '&');
}

// "bukan 2 orang, 3": the one that is meant.
std::optional<int> meant_count(Atoms& atoms) {
    for (std::size_t at = 1; at < atoms.size(); ++at) {
        const bool is_denied = people_in(atoms, at) > 0 && atoms.has(at + 1, Role::person_unit) &&
                               atoms.has(at - 1, Role::denies);
        if (!is_denied) continue;
        std::size_t second = at + 2;
        while (atoms.is_mark(second, ',') || atoms.has(second, Role::contrast))
            ++second;
        const int people = people_in(atoms, second);
        if (people == 0 || second == at + 2) continue;
        const bool has_unit = atoms.has(second + 1, Role::person_unit);
        atoms.take(at, second + (has_unit ? 2 : 1), Placeholder::count);
        return people;
    }
    return std::nullopt;
}

// Behind a number and its word in brackets, as letters have it: "5 (lima) orang".
std::size_t behind_spelt(const Atoms& atoms, std::size_t number) {
    const std::size_t spelt = number + 2;
    const bool is_spelt = atoms.is_mark(number + 1, '(') && atoms.is_number(spelt) &&
                          atoms[spelt].digits == 0 && atoms.is_mark(spelt + 1, ')') &&
                          atoms[spelt].value == atoms[number].value;
    return is_spelt ? spelt + 2 : number + 1;
}

// "ber4", "ber-3": where the number stands; `at` if it is none.
std::size_t number_of_ber(const Atoms& atoms, std::size_t at) {
    if (!atoms.is_word(at) || atoms.plain(at) != "ber") return at;
    const std::size_t number = at + (atoms.is_mark(at + 1, '-') ? 2 : 1);
    return people_in(atoms, number) > 0 && atoms[number].is_glued ? number : at;
}

// "two places free", "ada 3 slot": a place a person; but "slot 3", "tanggal 3 tempat masih ada".
bool is_of_places(const Atoms& atoms, std::size_t at) {
    const bool is_named =
        at > 0 && (atoms.has(at - 1, Role::date_mark) || atoms.has(at - 1, Role::hour_mark));
    return atoms.has(at + 1, Role::place_unit) && !is_named;
}

// "3 orang", "wong loro", "berdua", "sendiri", "sekeluarga 5".
std::optional<int> plain_count(Atoms& atoms) {
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const std::size_t behind = behind_spelt(atoms, at);
        const bool unit_follows =
            atoms.has(behind, Role::person_unit) || atoms.has(behind, Role::family);
        if (const int people = people_in(atoms, at); people > 0 && unit_follows) {
            atoms.take(at, behind + 1, Placeholder::count);
            return people;
        }
        if (const int people = people_in(atoms, at); people > 0 && is_of_places(atoms, at)) {
            atoms.take(at, at + 1, Placeholder::count);
            return people;
        }
        if (const std::size_t number = number_of_ber(atoms, at); number > at) {
            const int people = people_in(atoms, number);
            atoms.take(at, number + 1, Placeholder::count);
            return people;
        }
        if (const int people = people_in(atoms, at);
            people > 0 && atoms.has(at + 1, Role::of) && atoms.has(at + 2, Role::me)) {
            atoms.take(at, at + 3, Placeholder::count);  // four of us
            return people;
        }
        const bool is_unit = atoms.has(at, Role::person_unit) || atoms.has(at, Role::family);
        std::size_t number = at + 1;
        if (atoms.has(number, Role::of)) ++number;
        if (atoms.has(number, Role::me)) ++number;
        if (const int people = people_in(atoms, number); is_unit && people > 0) {
            const bool is_other =
                atoms.has(number + 1, Role::year_unit) || atoms.has(number + 1, Role::hour_unit);
            if (!is_other) {
                atoms.take(at, number + 1, Placeholder::count);
                return people;
            }
        }
        if (!atoms.is_word(at) || atoms[at].word == 0) continue;
        const WordInfo& info = atoms.lexicon->info(atoms[at].word);
        // "I do not come alone"
        const bool is_denied = has_near(atoms, at, Role::denies);
        // "itu ku urus sendiri" says by whom, not for how many
        if (atoms.has(at, Role::alone) && at > 0 && atoms.is_called(at - 1, "urus")) continue;
        if ((atoms.has(at, Role::alone) && !is_denied) ||
            (atoms.has(at, Role::person_unit) && info.number > 0)) {  // berdua
            const int people = atoms.has(at, Role::alone) ? 1 : info.number;
            atoms.take(at, at + 1, Placeholder::count);
            return people;
        }
    }
    return std::nullopt;
}

// "2 dewasa 1 anak", "dewasa 2, anak 1"
std::optional<int> ages_count(Atoms& atoms) {
    int total = 0;
    bool has_adult = false;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const bool is_adult = atoms.has(at, Role::adult);
        if (!is_adult && !atoms.has(at, Role::child)) continue;
        std::size_t before = at;
        if (before > 0 && atoms.has(before - 1, Role::person_unit)) --before;
        int people = before > 0 ? people_in(atoms, before - 1) : 0;
        if (people == 0) people = people_in(atoms, at + 1);
        if (people == 0) continue;
        total += people;
        has_adult = has_adult || is_adult;
    }
    if (!has_adult || total > count_max) return std::nullopt;
    return total;
}

// "saya dan istri", "sama suami dan 2 anak", "untuk istri dan anak saya", "me and my wife".
std::optional<int> company_count(const Atoms& atoms) {
    int total = 0;
    int items = 0;
    bool counts_speaker = false;
    bool is_for = false;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (!is_relation(atoms, at)) continue;
        // "ibu saya lansia" says how old she is, and names nobody else
        if (atoms.is_called(at, "lansia") || atoms.is_called(at, "elderly")) continue;
        const bool is_child_without_age =
            atoms.has(at, Role::child) && !atoms.has(at + 2, Role::year_unit);
        std::size_t before = at;
        int people = 1;
        while (before > 0 &&
               (atoms.has(before - 1, Role::me) ||  // my wife, sa pu mama
                atoms.is_called(before - 1, "the") || atoms.has(before - 1, Role::filler) ||
                atoms.is_called(before - 1, "milik"))) {
            --before;
        }
        if (before > 0 && people_in(atoms, before - 1) > 0) {
            people = people_in(atoms, before - 1);
            --before;
        } else if (is_child_without_age && people_in(atoms, at + 1) > 0) {  // anak 2
            people = people_in(atoms, at + 1);
        }
        // "sama bapak ibu": a pair
        const bool is_pair = before > 0 && atoms.has(at, Role::elder) &&
                             atoms.has(before - 1, Role::elder) &&
                             atoms[before - 1].word != atoms[at].word;
        const bool joins =
            before > 0 && (is_and(atoms, before - 1) || is_pair || atoms.is_mark(before - 1, ','));
        // "daftar + 3 rekan": beside who writes
        const bool is_plus = before > 0 && atoms.is_mark(before - 1, '+') &&
                             !(before > 1 && is_relation(atoms, before - 2));
        const bool speaker_before =
            is_plus || (before > 1 && joins && atoms.has(before - 2, Role::me) &&
                        !(before > 2 && is_relation(atoms, before - 3)));
        // "istri sama anak": between two others "sama" is only "and"
        const bool with = before > 0 && atoms.has(before - 1, Role::with) &&
                          !(before > 1 && is_relation(atoms, before - 2));
        const bool speaker_after =
            is_and(atoms, at + 1) && atoms.has(at + 2, Role::me) && !is_relation(atoms, at + 3);
        const bool for_them = before > 0 && atoms.has(before - 1, Role::intended);
        if (!joins && !for_them && !speaker_after && !is_and(atoms, at + 1) &&
            !(atoms.has(at + 1, Role::me) && is_and(atoms, at + 2))) {
            continue;
        }
        counts_speaker = counts_speaker || speaker_before || with || speaker_after;
        is_for = is_for || for_them;
        total += people;
        ++items;
    }
    if (items == 0) return std::nullopt;
    if (counts_speaker) ++total;
    if (!counts_speaker && items < 2 && !(is_for && total > 1)) return std::nullopt;
    return total <= count_max ? std::optional<int>(total) : std::nullopt;
}

bool is_found_when(const Atoms& atoms, std::size_t at) {
    return atoms[at].found == Placeholder::date || atoms[at].found == Placeholder::time;
}

// Whether "daftar" stands before; in English "book Thursday 2" may as well be an hour.
bool enrols_before(const Atoms& atoms, std::size_t at) {
    for (std::size_t i = 0; i < at; ++i) {
        const bool is_english = atoms[i].speech == Speech::english;
        if (atoms.has(i, Role::enrol) && !is_english) return true;
    }
    return false;
}

// "daftar kamis dua", "saya + 4 teman" where the friends are no relation, "untuk 2", "buat 3
// paspor"
std::optional<int> bare_count(Atoms& atoms) {
    for (std::size_t at = 1; at < atoms.size(); ++at) {
        const int people = people_in(atoms, at);
        if (people == 0 || atoms[at].is_weak) continue;
        const bool is_for = atoms.has(at - 1, Role::intended);
        const bool is_rest = atoms.is_mark(at - 1, '+') && at > 1 && atoms.has(at - 2, Role::me);
        const bool ends = at + 1 >= atoms.size() || atoms[at + 1].kind != AtomKind::word ||
                          !atoms.is_free(at + 1) || atoms.has(at + 1, Role::filler) ||
                          atoms.has(at + 1, Role::vocative) || atoms.has(at + 1, Role::with) ||
                          atoms.has(at + 1, Role::joining) || atoms.is_called(at + 1, "ya") ||
                          (is_for && atoms.is_called(at + 1, "on"));  // for four on Friday
        const bool is_behind_day = is_found_when(atoms, at - 1) && enrols_before(atoms, at);
        if (!ends || (!is_for && !is_rest && !is_behind_day)) continue;
        atoms.take(at, at + 1, Placeholder::count);
        return people + (is_rest ? 1 : 0);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Priority> find_ages(Atoms& atoms) {
    std::optional<Priority> priority;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (!atoms.is_number(at) || atoms[at].digits > 3) continue;
        const bool is_ordinal = atoms.has(at + 1, Role::ordinal_suffix) && atoms[at + 1].is_glued &&
                                !has_near(atoms, at, Role::age_mark) &&
                                !has_near(atoms, at, Role::child);
        const bool is_years = atoms.has(at + 1, Role::year_unit) && !is_ordinal;
        const bool is_months =
            atoms.has(at + 1, Role::month_unit) && !atoms.has(at + 2, Role::in_future) &&
            !atoms.has(at + 2, Role::next) && !atoms.has(at + 2, Role::ago) &&
            !atoms.is_number(at + 2) && (at == 0 || !atoms.has(at - 1, Role::date_mark));
        const bool is_marked = at > 0 && atoms.has(at - 1, Role::age_mark);
        const bool is_near = has_near(atoms, at, Role::age_mark) || atoms.is_called(at + 2, "old");
        const bool of_child = has_near(atoms, at, Role::child);
        const bool of_elder =
            has_near(atoms, at, Role::elder) || has_near(atoms, at, Role::relation);
        const bool is_tight_age = is_marked && !is_months;
        if (!is_years && !is_months && !is_tight_age) continue;
        const auto value = static_cast<int>(atoms[at].value);
        const int years = is_months ? value / 12 : value;
        const bool is_age = is_near || of_child || of_elder;
        if (is_age && years <= toddler_years_max && (is_near || of_child)) {
            priority = Priority::toddler;
        }
        if (is_age && years >= elder_years_min && years < 130) priority = Priority::elderly;
        const std::size_t end = at + (is_years || is_months ? 2 : 1);
        atoms.take(at, end, Placeholder::age);
    }
    return priority;
}

std::optional<int> find_count(Atoms& atoms) {
    if (const auto people = ages_count(atoms)) return people;
    if (const auto people = meant_count(atoms)) return people;
    if (const auto people = plain_count(atoms)) return people;
    if (const auto people = company_count(atoms)) return people;
    return bare_count(atoms);
}

}  // namespace antre::language
