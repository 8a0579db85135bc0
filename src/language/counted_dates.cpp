// The part of DateFinder that counts days, weeks and months: 3 hari lagi, in a fortnight, sehari
// sebelum natal, a week from Friday, h-1 lebaran, seminggu ke depan.

#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int week_days = 7;
constexpr std::size_t times_before = 6;  // words between "how many times" and its length
constexpr int units_max = 400;           // "in 5000 days" is no visit

LocalDate same_day_after(LocalDate day, int months) {
    const YearMonthDay ymd = ymd_of(day);
    const int index = ymd.year * 12 + ymd.month - 1 + months;
    const YearMonthDay first{index / 12, index % 12 + 1, 1};
    const YearMonthDay behind{(index + 1) / 12, (index + 1) % 12 + 1, 1};
    return date_of({first.year, first.month, ymd.day}).value_or(*date_of(behind) - 1);
}

LocalDate moved(LocalDate day, int amount, Role unit) {
    if (unit == Role::month_unit) return same_day_after(day, amount);
    return day + amount * (unit == Role::week_unit ? week_days : 1);
}

// "berapa kali dalam sebulan", "how many times in a week": how often, and no day.
bool is_frequency(const Atoms& atoms, std::size_t begin) {
    for (std::size_t back = 1; back <= times_before && back <= begin; ++back) {
        if (atoms.is_called(begin - back, "kali")) return true;
        if (atoms.is_called(begin - back, "time") && atoms.plain(begin - back) == "times") {
            return true;
        }
    }
    return false;
}

}  // namespace

// 3 hari, dua minggu, seminggu, a fortnight, 2 weeks' time
std::optional<DateFinder::Units> DateFinder::units_at(std::size_t at) const {
    Units units;
    std::size_t unit = at;
    if (atoms_.is_number(at) && atoms_[at].value <= units_max) {
        units.amount = static_cast<int>(atoms_[at].value);
        unit = at + 1 + (atoms_.has(at + 1, Role::of) ? 1 : 0);
    } else if (atoms_.is_word(at)) {
        units.amount = atoms_.lexicon->info(atoms_[at].word).number;
    }
    if (units.amount == 0) return std::nullopt;
    if (atoms_.has(unit, Role::day_unit)) {
        units.unit = Role::day_unit;
    } else if (atoms_.has(unit, Role::week_unit)) {
        units.unit = Role::week_unit;
    } else if (atoms_.has(unit, Role::month_unit)) {
        units.unit = Role::month_unit;
    } else {
        return std::nullopt;
    }
    units.end = unit + 1;
    const std::size_t time = units.end + (atoms_.is_mark(units.end, '\'') ? 1 : 0);
    if (atoms_.is_called(time, "time")) units.end = time + 1;
    return units;
}

// 3 hari lagi, dua minggu lagi, in two weeks, sebulan lagi; 3 hari lalu is past
std::optional<DateFound> DateFinder::counted_units(std::size_t begin) const {
    const bool is_within = atoms_.has(begin, Role::within) || atoms_.has(begin, Role::in_future);
    if (is_within && is_frequency(atoms_, begin)) return std::nullopt;
    const auto units = units_at(begin + (is_within ? 1 : 0));
    if (!units) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = units->end;
    if (atoms_.has(found.end, Role::ago)) {
        found.is_past = true;
        ++found.end;
        return found;
    }
    const bool is_future = atoms_.has(found.end, Role::in_future) ||
                           atoms_.has(found.end, Role::next) ||
                           (atoms_.has(found.end, Role::after) && !atoms_.is_number(found.end + 1));
    if (!is_future && !is_within) return std::nullopt;
    if (is_future) ++found.end;
    found.date = moved(today_, units->amount, units->unit);
    found.is_counted_weeks = units->unit == Role::week_unit;
    return found;
}

// seminggu ke depan, dalam 3 hari ini, the next two weeks: from today on
std::optional<DateFound> DateFinder::coming_units(std::size_t begin) const {
    const bool is_within = atoms_.has(begin, Role::within);
    const bool is_next = atoms_.has(begin, Role::next) && atoms_.is_number(begin + 1);
    const auto units = units_at(begin + (is_within || is_next ? 1 : 0));
    if (!units) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = units->end;
    if (atoms_.is_called(found.end, "ke") && atoms_.has(found.end + 1, Role::next)) {
        found.end += 2;
    } else if (is_within && atoms_.has(found.end, Role::current)) {
        ++found.end;
    } else if (!is_next) {
        return std::nullopt;
    }
    found.date = today_;
    found.date_to = moved(today_, units->amount, units->unit);
    return found;
}

std::optional<DateFound>
DateFinder::counted_from(std::size_t begin, std::size_t anchor, Units units, int sign) const {
    if (atoms_.has(anchor, Role::of)) ++anchor;  // two days after the 3rd
    const bool counts_again =
        units_at(anchor) || atoms_.is_called(anchor, "day") || atoms_.is_called(anchor, "h");
    if (counts_again) return std::nullopt;
    const auto day = single(anchor, DateStyle::open);
    if (!day || day->is_past || day->is_impossible || day->date_to) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = day->end;
    found.date = moved(day->date, sign * units.amount, units.unit);
    found.is_inferred = true;
    if (found.date < today_) return std::nullopt;
    return found;
}

// 3 hari setelah senin, sehari sebelum natal, a week from Friday, a week tomorrow
std::optional<DateFound> DateFinder::counted_from_day(std::size_t begin) const {
    const auto units = units_at(begin);
    if (!units) return std::nullopt;
    const std::size_t link = units->end;
    if (atoms_.has(link, Role::before)) return counted_from(begin, link + 1, *units, -1);
    const bool is_of_today =
        units->unit == Role::week_unit && atoms_.day_kind(link) == DayKind::offset;
    if (is_of_today) return counted_from(begin, link, *units, 1);
    const bool is_on = atoms_.is_called(link, "on") && units->unit == Role::week_unit;
    const bool is_from = atoms_.has(link, Role::from) || is_on;
    if (!is_from && !atoms_.has(link, Role::after)) return std::nullopt;
    return counted_from(begin, link + 1, *units, 1);
}

// the day after Christmas, the day before the 3rd; h-1 natal, h+2 lebaran
std::optional<DateFound> DateFinder::day_beside(std::size_t begin) const {
    if (atoms_.is_called(begin, "day")) {
        const bool is_before = atoms_.has(begin + 1, Role::before);
        const bool is_any = begin > 0 && (atoms_.is_called(begin - 1, "any") ||
                                          atoms_.is_called(begin - 1, "lain") ||
                                          atoms_.is_called(begin - 1, "other"));
        if (is_any) return std::nullopt;  // any day before the 22nd
        if (!is_before && !atoms_.has(begin + 1, Role::after)) return std::nullopt;
        return counted_from(begin, begin + 2, {1, Role::day_unit, 0}, is_before ? -1 : 1);
    }
    const std::size_t number = begin + 2;
    const bool is_before = atoms_.is_mark(begin + 1, '-');
    const bool is_h = atoms_.is_called(begin, "h") &&
                      (is_before || atoms_.is_mark(begin + 1, '+')) && atoms_.is_number(number) &&
                      atoms_[number].value <= units_max;
    if (!is_h) return std::nullopt;
    const std::size_t link = number + 1;
    const bool has_link = atoms_.has(link, Role::before) || atoms_.has(link, Role::after) ||
                          atoms_.has(link, Role::from);
    const Units units{static_cast<int>(atoms_[number].value), Role::day_unit, 0};
    return counted_from(begin, link + (has_link ? 1 : 0), units, is_before ? -1 : 1);
}

}  // namespace antre::language
