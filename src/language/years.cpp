// The part of DateFinder that reads the year behind a day or a month: 2026, 26, '26, tahun depan,
// dua ribu dua puluh enam, nineteen eighty-eight.

#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int birth_year_min = 1900;
constexpr int year_max = 2100;
constexpr int century = 100;

}  // namespace

bool is_plausible_year(int year) {
    return year >= birth_year_min && year <= year_max;
}

// tahun depan, next year, tahun ini, (tahun) 2027
DateFinder::Year DateFinder::named_year(std::size_t at) const {
    const int now = ymd_of(today_).year;
    const auto is_unit = [&](std::size_t i) {
        return atoms_.is_called(i, "tahun") || atoms_.is_called(i, "years");
    };
    const auto counts = [&](std::size_t i) {
        return atoms_.has(i, Role::next) || atoms_.has(i, Role::current);
    };
    const bool is_unit_first = is_unit(at) && counts(at + 1);
    if (is_unit_first || (counts(at) && is_unit(at + 1))) {
        const std::size_t modifier = at + (is_unit_first ? 1 : 0);
        return {now + (atoms_.has(modifier, Role::next) ? 1 : 0), 4, at + 2};
    }
    const std::size_t number = at + (is_unit(at) ? 1 : 0);
    const bool is_long = atoms_.is_number(number) && atoms_[number].digits == 4 &&
                         is_plausible_year(static_cast<int>(atoms_[number].value));
    if (is_long) return {static_cast<int>(atoms_[number].value), 4, number + 1};
    return {0, 0, at};
}

// dua ribu dua puluh enam, seribu sembilan ratus delapan lima, sembilan belas delapan puluh delapan
DateFinder::Year DateFinder::spoken_year(std::size_t at) const {
    const auto spoken_at = [&](std::size_t i) {
        const bool is_spoken =
            atoms_.is_number(i) && atoms_[i].digits == 0 && atoms_[i].value < 100;
        return is_spoken ? static_cast<int>(atoms_[i].value) : -1;
    };
    const auto with_rest = [&](int year, std::size_t end) -> Year {
        if (atoms_.has(end, Role::joining) && spoken_at(end + 1) >= 0) ++end;
        if (spoken_at(end) < 0) return {year, 4, end};
        return {year + spoken_at(end), 4, end + 1};
    };
    const bool is_two_thousand = spoken_at(at) == 2 && (atoms_.is_called(at + 1, "ribu") ||
                                                        atoms_.is_called(at + 1, "thousand"));
    if (is_two_thousand) return with_rest(2000, at + 2);
    if (atoms_.is_called(at, "seribu") && spoken_at(at + 1) == 9 &&
        atoms_.is_called(at + 2, "ratus")) {
        return with_rest(birth_year_min, at + 3);
    }
    const int hundreds = spoken_at(at);
    const bool is_pair = (hundreds == 19 || hundreds == 20) && spoken_at(at + 1) >= 10;
    if (is_pair) return {hundreds * century + spoken_at(at + 1), 4, at + 2};
    return {0, 0, at};
}

DateFinder::Written DateFinder::with_year(Written written) const {
    for (const Year year : {named_year(written.end), spoken_year(written.end)}) {
        if (year.end == written.end) continue;
        written.year = year.year;
        written.year_digits = year.digits;
        written.end = year.end;
        return written;
    }
    std::size_t at = written.end;
    if (atoms_.is_mark(at, ',') || atoms_.is_mark(at, '-') || atoms_.is_mark(at, '/') ||
        atoms_.is_mark(at, '.')) {
        ++at;
    }
    if (atoms_.has(at, Role::year_unit)) ++at;
    if (atoms_.is_mark(at, '\'')) ++at;
    if (!atoms_.is_number(at)) return written;
    const Atom& year = atoms_[at];
    const bool is_long = year.digits == 4 && is_plausible_year(static_cast<int>(year.value));
    const bool next_is_unit = atoms_.has(at + 1, Role::person_unit) ||
                              atoms_.has(at + 1, Role::adult) || atoms_.is_mark(at + 1, ':') ||
                              atoms_.has(at + 1, Role::hour_unit) || atoms_.has(at + 1, Role::am) ||
                              atoms_.has(at + 1, Role::clock_suffix) ||
                              atoms_.has(at + 1, Role::pm);
    const bool is_clock = atoms_.is_mark(at + 1, '.') && atoms_.is_number(at + 2);
    const bool is_short = year.digits == 2 && at == written.end && !next_is_unit && !is_clock &&
                          atoms_.day_kind(at + 1) != DayKind::daypart;
    const bool is_apostrophe = year.digits == 2 && atoms_.is_mark(at - 1, '\'');
    const bool is_marked = year.digits == 2 && at == written.end + 1 && year.is_glued;
    const bool is_spoken = year.digits == 0 && year.value > 31 && at == written.end;
    if (!is_long && !is_short && !is_apostrophe && !is_marked && !is_spoken) return written;
    written.year = static_cast<int>(year.value);
    written.year_digits = is_long ? 4 : 2;
    written.end = at + 1;
    return written;
}

}  // namespace antre::language
