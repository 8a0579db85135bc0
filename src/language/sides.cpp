#include "language/sides.h"

namespace antre::language {

namespace {

constexpr std::size_t tag_words_max = 6;     // between "is there" and the "or not" that asks
constexpr std::size_t choice_words_max = 6;  // between a value and the "or" before it

// Words that may stand between a value and what is said of it: "dari yang hari senin".
bool is_beside_the_point(const Atoms& atoms, std::size_t at) {
    return atoms.has(at, Role::filler) || atoms.has(at, Role::day_mark) ||
           atoms.has(at, Role::of) || atoms.is_called(at, "yang");
}

// "tidak jadi kamis" turns to no Thursday.
bool is_not_to(const Atoms& atoms, std::size_t at) {
    return at > 0 && atoms.is_called(at, "jadi") && atoms.has(at - 1, Role::denies);
}

// "kalau penuh", "if it is not available": words of a first choice that may fail.
bool is_of_failing(const Atoms& atoms, std::size_t at) {
    return atoms.has(at, Role::denies) || atoms.has(at, Role::fails);
}

bool may_lie_before_choice(const Atoms& atoms, std::size_t at) {
    return is_of_failing(atoms, at) || is_beside_the_point(atoms, at) ||
           atoms.has(at, Role::feasible) || atoms.has(at, Role::hour_mark) ||
           atoms.has(at, Role::to) || atoms.has(at, Role::reason) || atoms.is_mark(at, ',') ||
           atoms.is_called(at, "kosong") || atoms.is_called(at, "itu") ||
           atoms.is_called(at, "that") || atoms.is_called(at, "is") || atoms.is_called(at, "ya") ||
           atoms.is_called(at, "sudah");
}

// "ada gak besok", "bisa tidak hari senin": the denial asks, and refuses no day.
bool refuses(const Atoms& atoms, std::size_t at) {
    if (!atoms.is_called(at, "tidak")) return atoms.has(at, Role::denies);
    for (std::size_t back = 1; back <= tag_words_max && back <= at; ++back) {
        if (ends_clause(atoms, at - back)) return true;
        if (atoms.is_called(at - back, "ada") || atoms.is_called(at - back, "kosong") ||
            atoms.is_called(at - back, "tersedia") || atoms.has(at - back, Role::feasible)) {
            return false;
        }
    }
    return true;
}

// Whether the clause around a value says that something is wanted: "gajian tgl 25, daftar tgl 26".
bool stands_in_wish(const Atoms& atoms, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at > 0 && !ends_clause(atoms, at - 1); --at) {
        if (atoms.has(at - 1, Role::wishing)) return true;
    }
    for (std::size_t at = end; at < atoms.size() && !ends_clause(atoms, at); ++at) {
        if (atoms.has(at, Role::wishing)) return true;
    }
    return false;
}

// "tidak bisa sebelum jam 10", "jangan setelah tanggal 5": the other side is meant.
void turn_denied_relation(Side& side, bool is_relation_denied) {
    if (!side.relation || (!side.is_denied && !is_relation_denied)) return;
    side.relation = side.relation == Relation::before ? Relation::after : Relation::before;
    side.is_denied = false;
}

}  // namespace

bool ends_clause(const Atoms& atoms, std::size_t at) {
    return atoms[at].kind == AtomKind::line_end || atoms.is_mark(at, ',') ||
           atoms.is_mark(at, '.') || atoms.is_mark(at, ';') || atoms.is_mark(at, '?') ||
           atoms.has(at, Role::clause_break);
}

Side side_of(const Atoms& atoms, std::size_t begin, std::size_t end) {
    Side side;
    std::size_t at = begin;
    while (at > 0 && is_beside_the_point(atoms, at - 1)) {
        --at;
    }
    const auto before = [&](std::size_t back) { return at - back; };
    if (at >= 1) {
        if (atoms.has(before(1), Role::before)) side.relation = Relation::before;
        side.is_start = atoms.has(before(1), Role::starting);
        if (side.is_start) side.relation = Relation::after;
        if (atoms.has(before(1), Role::after) || atoms.has(before(1), Role::plus)) {
            side.relation = Relation::after;
        }
        side.is_from = atoms.has(before(1), Role::from) || atoms.is_called(before(1), "instead") ||
                       atoms.is_called(before(1), "than");
        side.is_to = atoms.has(before(1), Role::to) && !is_not_to(atoms, before(1));
        // jadwal lama 27 nov, jadwal baru 30 nov; make it Friday
        const bool is_of_ours =
            at >= 2 && (atoms.has(before(2), Role::ours) || atoms.has(before(2), Role::date_mark));
        const bool is_made = atoms.is_called(before(1), "come") && atoms.plain(before(1)) == "make";
        side.is_from = side.is_from || (is_of_ours && (atoms.is_called(before(1), "lama") ||
                                                       atoms.is_called(before(1), "old")));
        side.is_to = side.is_to || is_made ||
                     (is_of_ours &&
                      (atoms.is_called(before(1), "baru") || atoms.is_called(before(1), "new")));
        const bool is_any_but = at >= 2 && atoms.is_called(before(1), "but") &&
                                atoms.has(before(2), Role::day_unit);  // any day but Friday
        side.is_excluded = refuses(atoms, before(1)) || is_any_but;
        side.is_denied = atoms.has(before(1), Role::once);  // yang tadinya senin
        std::size_t owner = before(1);
        if (atoms.has(owner, Role::me) && owner > 0) --owner;
        // "undur jadwal saya seminggu lagi" says where to, not where from
        const std::size_t unit = begin + (atoms.is_number(begin) ? 1 : 0);
        const bool is_counted = end > begin && (atoms.has(end - 1, Role::in_future) ||
                                                (atoms.has(unit, Role::day_unit) && unit > begin) ||
                                                (atoms.has(unit, Role::week_unit) && unit > begin));
        side.is_of_booking =
            !is_counted && !side.relation &&
            (atoms.is_called(owner, "jadwal") || atoms.is_called(owner, "antrean"));
    }
    if (atoms.has(end, Role::onward)) side.relation = Relation::after;
    if (atoms.has(end, Role::downward)) side.relation = Relation::before;
    // besok gak bisa; gak bisa datang besok
    const auto cannot = [&](std::size_t i) {
        return (atoms.is_called(i, "tidak") || atoms.is_called(i, "not") || atoms.is_called(i, "no")
               ) &&
               atoms.has(i + 1, Role::feasible);
    };
    for (std::size_t ahead = 0; ahead <= 2 && end + ahead < atoms.size(); ++ahead) {
        if (ends_clause(atoms, end + ahead)) break;
        const bool is_hindered =
            atoms.is_called(end + ahead, "halangan") || atoms.is_called(end + ahead, "sakit") ||
            atoms.is_called(end + ahead, "terlalu") || atoms.is_called(end + ahead, "too_early");
        if (cannot(end + ahead) || is_hindered) side.is_denied = true;
    }
    for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
        if (ends_clause(atoms, before(back)) && !is_not_to(atoms, before(back))) break;
        if (cannot(before(back)) || atoms.is_called(before(back), "halangan")) {
            side.is_denied = true;
        }
        const bool is_aim = atoms.has(before(back), Role::to) && !is_not_to(atoms, before(back));
        if (is_aim || atoms[before(back)].found == Placeholder::date) break;
    }
    side.is_wished = stands_in_wish(atoms, begin, end);
    turn_denied_relation(side, at >= 2 && atoms.has(before(2), Role::denies));
    const bool is_new = side.relation || side.is_to;
    if (atoms.is_called(end, "jadwal") && !is_new) side.is_of_booking = true;
    return side;
}

void take_relation(Atoms& atoms, const Side& side, std::size_t begin, Placeholder found) {
    std::size_t at = begin;
    while (at > 0 && is_beside_the_point(atoms, at - 1)) {
        --at;
    }
    if (side.relation && at > 0 &&
        (atoms.has(at - 1, Role::before) || atoms.has(at - 1, Role::after) ||
         atoms.has(at - 1, Role::plus))) {
        atoms.take(at - 1, begin, found);
    }
}

std::size_t begin_of_choice(const Atoms& atoms, std::size_t begin, Placeholder first_choice) {
    const auto found_before = [&](std::size_t at) {
        while (at > 0 && (atoms.has(at - 1, Role::filler) || atoms.has(at - 1, Role::vocative) ||
                          atoms.is_mark(at - 1, ',') || atoms.day_kind(at - 1) == DayKind::daypart)
        ) {
            --at;
        }
        return at > 0 && (atoms[at - 1].found == first_choice || atoms.is_number(at - 1));
    };
    if (begin > 0 && atoms.is_mark(begin - 1, '/') && found_before(begin - 1)) return begin - 1;
    bool may_fail = false;
    std::size_t at = begin;
    for (std::size_t words = 0; words < choice_words_max && at > 0; ++words) {
        --at;
        if (atoms.is_called(at, "atau") || atoms.is_called(at, "or")) return at;
        if (atoms.is_called(at, "kalau") || atoms.is_called(at, "if")) {
            return may_fail ? at : begin;
        }
        if (!may_lie_before_choice(atoms, at)) return begin;
        may_fail = may_fail || is_of_failing(atoms, at);
    }
    return begin;
}

bool is_all_soft(const Atoms& atoms, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        const bool is_soft = is_beside_the_point(atoms, at) || atoms.has(at, Role::vocative) ||
                             atoms.has(at, Role::hour_mark) || atoms.has(at, Role::clock_suffix) ||
                             atoms.is_number(at) || atoms[at].kind == AtomKind::mark ||
                             atoms.day_kind(at) == DayKind::daypart ||
                             atoms[at].found == Placeholder::time || atoms.is_called(at, "di") ||
                             atoms.is_called(at, "in") || atoms.is_called(at, "kalau") ||
                             atoms.is_called(at, "if") || atoms.is_called(at, "bisa") ||
                             atoms.is_called(at, "ya") || atoms.is_called(at, "can") ||
                             atoms.is_called(at, "gitu") || atoms.is_called(at, "kira") ||
                             atoms.is_called(at, "around");
        if (!is_soft || atoms.is_mark(at, '?')) return false;
    }
    return true;
}

}  // namespace antre::language
