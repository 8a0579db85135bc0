#include "language/findings.h"

#include <algorithm>

#include "language/corrections.h"
#include "language/party.h"

namespace antre::language {

namespace {

constexpr std::size_t journey_before = 5;  // atoms looked at around a date
constexpr std::size_t journey_behind = 2;
constexpr std::size_t expiry_before = 4;
constexpr int office_hour_min = 7;  // of hours that no word marks
constexpr int office_hour_max = 17;

bool ends_clause(const Atoms& atoms, std::size_t at) {
    return atoms[at].kind == AtomKind::line_end || atoms.is_mark(at, ',') ||
           atoms.is_mark(at, '.') || atoms.is_mark(at, ';') || atoms.is_mark(at, '?') ||
           atoms.has(at, Role::clause_break);
}

// "paspor saya habis tanggal 5", "SIM mati tgl 9": that it ends, and not "after the fifth".
bool is_behind_paper(const Atoms& atoms, std::size_t at) {
    for (std::size_t back = 1; back <= expiry_before && back <= at; ++back) {
        if (ends_clause(atoms, at - back)) return false;
        if (atoms.has(at - back, Role::lapses)) return true;
    }
    return false;
}

// A date of travel is no wish: "berangkat umroh tgl 20", "flight on 3 Dec", "tgl 20 terbang".
bool is_of_journey(const Atoms& atoms, std::size_t begin, std::size_t end) {
    for (std::size_t back = 1; back <= journey_before && back <= begin; ++back) {
        const std::size_t at = begin - back;
        if (ends_clause(atoms, at) || atoms[at].found != Placeholder::unknown) break;
        // "paspor untuk umroh" says what for, not when
        const bool is_purpose =
            at > 0 && (atoms.has(at - 1, Role::intended) ||
                       (atoms.is_called(at - 1, "paspor") && !atoms.is_called(at, "expired")));
        if (atoms.has(at, Role::journey) && !is_purpose) return true;
        if (atoms.has(at, Role::expiry) && is_behind_paper(atoms, at)) return true;
    }
    if (atoms.has(end, Role::past_day) || atoms.has(end, Role::ago)) return true;  // tgl 1 kemarin
    for (std::size_t ahead = 0; ahead < journey_behind && end + ahead < atoms.size(); ++ahead) {
        if (ends_clause(atoms, end + ahead)) break;
        if (atoms.has(end + ahead, Role::intended)) break;
        if (atoms.has(end + ahead, Role::journey)) return true;
    }
    return false;
}

// Words that may stand between a value and what is said of it: "dari yang hari senin".
bool is_beside_the_point(const Atoms& atoms, std::size_t at) {
    return atoms.has(at, Role::filler) || atoms.has(at, Role::day_mark) ||
           atoms.has(at, Role::of) || atoms.is_called(at, "yang");
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
        if (atoms.has(before(1), Role::after) || atoms.has(before(1), Role::plus)) {
            side.relation = Relation::after;
        }
        side.is_from = atoms.has(before(1), Role::from) || atoms.is_called(before(1), "instead");
        side.is_to = atoms.has(before(1), Role::to);
        side.is_excluded = atoms.has(before(1), Role::denies);
        side.is_denied = atoms.has(before(1), Role::once);  // yang tadinya senin
        std::size_t owner = before(1);
        if (atoms.has(owner, Role::me) && owner > 0) --owner;
        // "undur jadwal saya seminggu lagi" says where to, not where from
        const bool is_counted = end > begin && atoms.has(end - 1, Role::in_future);
        side.is_of_booking =
            !is_counted && (atoms.is_called(owner, "jadwal") || atoms.is_called(owner, "antrean"));
    }
    if (atoms.has(end, Role::onward)) side.relation = Relation::after;
    // besok gak bisa; gak bisa datang besok
    const auto cannot = [&](std::size_t i) {
        return (atoms.is_called(i, "tidak") || atoms.is_called(i, "not")) &&
               atoms.has(i + 1, Role::feasible);
    };
    for (std::size_t ahead = 0; ahead <= 2 && end + ahead < atoms.size(); ++ahead) {
        if (ends_clause(atoms, end + ahead)) break;
        if (cannot(end + ahead) || atoms.is_called(end + ahead, "halangan")) side.is_denied = true;
    }
    for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
        if (ends_clause(atoms, before(back))) break;
        if (cannot(before(back)) || atoms.is_called(before(back), "halangan")) {
            side.is_denied = true;
        }
        if (atoms.has(before(back), Role::to) || atoms[before(back)].found == Placeholder::date) {
            break;
        }
    }
    if (atoms.is_called(end, "jadwal")) side.is_of_booking = true;
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

// "Paspor lama terbit 13 september 2017": a day gone by is no wish where another is named.
void drop_days_gone_by(LocalDate today, std::vector<DateMeant>& dates) {
    const auto is_gone = [&](const DateMeant& meant) {
        return meant.found.year_digits > 0 && meant.found.date < today;
    };
    if (std::all_of(dates.begin(), dates.end(), is_gone)) return;
    std::erase_if(dates, is_gone);
}

void find_dates(Atoms& atoms, LocalDate today, Asked asked, Findings& findings) {
    const DateFinder finder(atoms, today);
    const DateStyle style = asked == Asked::ask_date ? DateStyle::form : DateStyle::open;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const auto found = finder.at(at, style);
        if (!found) continue;
        for (std::size_t i = found->begin; i < found->end; ++i) {  // sabtu pagi minggu depan
            if (atoms.day_kind(i) != DayKind::daypart) continue;
            findings.daypart = static_cast<Daypart>(atoms.day_value(i));
        }
        const bool is_journey = is_of_journey(atoms, found->begin, found->end);
        if (found->is_past || is_journey) {
            const auto departure = TimeFinder(atoms).at(found->end, TimeStyle::open);
            const std::size_t end = is_journey && departure ? departure->end : found->end;
            atoms.take(found->begin, end, Placeholder::past);
        } else if (found->is_impossible) {
            if (findings.bad_date_text.empty()) {
                findings.bad_date_text = std::string(atoms.shown(found->begin, found->end));
            }
            atoms.take(found->begin, found->end, Placeholder::date);
        } else {
            const Side side = side_of(atoms, found->begin, found->end);
            findings.dates.push_back({*found, side});
            atoms.take(found->begin, found->end, Placeholder::date);
            take_relation(atoms, side, found->begin, Placeholder::date);
        }
        at = found->end - 1;
    }
}

// "after 10", "sebelum 11 ya": a bare hour of the office with nothing behind it that is counted.
bool is_hour_of_relation(const Atoms& atoms, std::size_t at) {
    if (at == 0 || !atoms.is_number(at) || atoms[at].digits > 2) return false;
    if (atoms[at].value < office_hour_min || atoms[at].value > office_hour_max) return false;
    if (!atoms.has(at - 1, Role::before) && !atoms.has(at - 1, Role::after)) return false;
    const std::size_t next = at + 1;
    return next >= atoms.size() || atoms[next].kind == AtomKind::line_end ||
           (atoms[next].kind == AtomKind::mark && !atoms[next].is_glued) ||
           ends_clause(atoms, next) || atoms.has(next, Role::filler) ||
           atoms.has(next, Role::vocative);
}

void find_times(Atoms& atoms, Asked asked, Findings& findings) {
    const TimeFinder finder(atoms);
    const TimeStyle style = asked == Asked::ask_time ? TimeStyle::form : TimeStyle::open;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        // "at 11 instead of 9": beside a time a bare number is one too
        const bool is_beside_time = !findings.times.empty() && at > 1 &&
                                    atoms.has(at - 1, Role::of) &&
                                    atoms.is_called(at - 2, "instead");
        const bool is_hour = is_beside_time || is_hour_of_relation(atoms, at);
        const auto found = finder.at(at, is_hour ? TimeStyle::form : style);
        if (!found) continue;
        const Side side = side_of(atoms, found->begin, found->end);
        findings.times.push_back({*found, side});
        atoms.take(found->begin, found->end, Placeholder::time);
        take_relation(atoms, side, found->begin, Placeholder::time);
        at = found->end - 1;
    }
}

void find_lengths(Atoms& atoms, Findings& findings) {
    const TimeFinder finder(atoms);
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const auto found = finder.length(at);
        // "jam 9 lebih sepuluh menit" is one time
        const bool is_offset =
            at >= 2 && (atoms.has(at - 1, Role::plus) || atoms.has(at - 1, Role::minus)) &&
            (atoms.is_number(at - 2) || atoms.day_kind(at - 2) == DayKind::daypart);
        if (!found || is_offset) continue;
        if (!findings.length_minutes) findings.length_minutes = found->minutes;
        atoms.take(found->begin, found->end, Placeholder::duration);
        at = found->end - 1;
    }
}

// "selamat pagi", "pagi kak", "pagi, mau daftar": a greeting, not a wish for the morning.
bool is_greeting(const Atoms& atoms, std::size_t at, Asked asked) {
    if (at > 0 && atoms.has(at - 1, Role::greeting)) return true;
    if (at != 0 || asked != Asked::nothing) return false;
    if (at + 1 >= atoms.size()) return true;
    const bool is_called = atoms.has(at + 1, Role::filler) || atoms.has(at + 1, Role::also_paper);
    if (is_called && atoms.size() == at + 2) return true;
    return atoms.has(at + 1, Role::vocative) || atoms.is_mark(at + 1, ',') ||
           atoms.is_mark(at + 1, '.') || atoms.is_mark(at + 1, '!') ||
           atoms[at + 1].kind == AtomKind::line_end;
}

void find_dayparts(Atoms& atoms, LocalDate today, Asked asked, Findings& findings) {
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const DayKind kind = atoms.day_kind(at);
        if (kind != DayKind::daypart && kind != DayKind::prayer) continue;
        if (is_greeting(atoms, at, asked)) {
            atoms.take(at, at + 1, Placeholder::greeting);
            continue;
        }
        // "ganti ke sore, pagi gak sempat": the first counts, unless another is moved to
        const bool is_aim = at > 0 && atoms.has(at - 1, Role::to);
        if (!findings.daypart || is_aim) {
            findings.daypart = static_cast<Daypart>(atoms.day_value(at));
        }
        std::size_t begin = at;
        // habis dhuhur, sebelum makan siang: the part of the day is said, no relation
        if (begin > 0 &&
            (atoms.has(begin - 1, Role::after) || atoms.has(begin - 1, Role::before))) {
            --begin;
        }
        // nanti sore, sore ini: today
        const bool is_today =
            (at > 0 && (atoms.has(at - 1, Role::coming) || atoms.has(at - 1, Role::current))) ||
            atoms.has(at + 1, Role::current);
        std::size_t end = at + 1;
        if (atoms.has(at + 1, Role::current)) ++end;
        if (is_today && findings.dates.empty()) {
            DateFound found;
            found.begin = begin;
            found.end = end;
            found.date = today;
            findings.dates.push_back({found, side_of(atoms, begin, end)});
            atoms.take(begin, end, Placeholder::date);
        } else {
            atoms.take(begin, end, Placeholder::time);
        }
    }
}

std::optional<int> lone_number(const Atoms& atoms) {
    std::optional<int> number;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const bool is_noise = atoms.has(at, Role::filler) || atoms.has(at, Role::vocative) ||
                              atoms.has(at, Role::number_mark) || atoms.has(at, Role::of) ||
                              atoms.is_called(at, "yang") || atoms.is_called(at, "pilih") ||
                              atoms.is_called(at, "opsi") || atoms[at].kind == AtomKind::mark ||
                              atoms.has(at, Role::me) || atoms.is_called(at, "is") ||
                              atoms[at].found == Placeholder::fix ||
                              atoms[at].found == Placeholder::taken_back ||
                              atoms[at].kind == AtomKind::line_end;
        if (is_noise) continue;
        if (!atoms.is_number(at) || number || atoms[at].value > 99) return std::nullopt;
        number = static_cast<int>(atoms[at].value);
    }
    return number;
}

}  // namespace

Findings find_all(Atoms& atoms, LocalTime now, Asked asked) {
    Findings findings;
    findings.codes = find_codes(atoms);
    find_corrections(atoms, now.date, asked);
    findings.bare_number = lone_number(atoms);
    findings.people = find_people(atoms, now.date, asked);
    findings.bad_date_text = findings.people.bad_visit_text;
    if (findings.people.visit) findings.dates.push_back({*findings.people.visit, {}});
    findings.age_priority = find_ages(atoms);
    find_lengths(atoms, findings);
    find_dates(atoms, now.date, asked, findings);
    drop_days_gone_by(now.date, findings.dates);
    find_times(atoms, asked, findings);
    find_dayparts(atoms, now.date, asked, findings);
    findings.count = find_count(atoms);
    if (asked == Asked::ask_date && findings.dates.empty() && findings.bare_number) {
        const DateFinder finder(atoms, now.date);
        for (std::size_t at = 0; at < atoms.size(); ++at) {
            const auto found = finder.day_alone(at);
            if (found && !found->is_impossible) findings.dates.push_back({*found, {}});
        }
    }
    if (asked == Asked::ask_count && !findings.count && findings.bare_number) {
        findings.count = findings.bare_number;
    }
    return findings;
}

}  // namespace antre::language
