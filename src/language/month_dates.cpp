// The part of DateFinder that knows months: bulan depan, awal desember, akhir tahun, rabu minggu
// ke-2 desember, the last friday of the month.

#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int week_days = 7;
constexpr int weeks_in_month_max = 5;
constexpr int years_ahead_max = 10;
constexpr int part_days = 10;  // 1-10, 11-20, 21-end

YearMonthDay first_of_month(LocalDate today, int months) {
    const YearMonthDay now = ymd_of(today);
    const int index = now.year * 12 + now.month - 1 + months;
    return {index / 12, index % 12 + 1, 1};
}

LocalDate day_in(YearMonthDay month, int day) {
    month.day = day;
    return date_of(month).value_or(LocalDate{});
}

LocalDate last_of(YearMonthDay month) {
    const int index = month.year * 12 + month.month;
    return *date_of({index / 12, index % 12 + 1, 1}) - 1;
}

}  // namespace

// of, the, in, di: words that may stand before a month.
std::size_t DateFinder::after_articles(std::size_t at) const {
    while (atoms_.has(at, Role::of) || atoms_.is_called(at, "in") || atoms_.is_called(at, "di") ||
           atoms_.is_called(at, "pada")) {
        ++at;
    }
    return at;
}

// desember, bulan desember, bulan 12, januari tahun depan, bulan depan, next month, the month
std::optional<DateFinder::MonthSaid> DateFinder::month_said(std::size_t begin) const {
    MonthSaid said;
    std::size_t at = after_articles(begin);
    const auto counted = [&](bool is_next, std::size_t end) {
        said.first = first_of_month(today_, is_next ? 1 : 0);
        said.is_current = !is_next;
        said.end = end;
        return said;
    };
    const bool has_modifier = atoms_.has(at, Role::next) || atoms_.has(at, Role::current);
    if (has_modifier && atoms_.has(at + 1, Role::month_unit)) {
        return counted(atoms_.has(at, Role::next), at + 2);
    }
    const bool has_unit = atoms_.has(at, Role::month_unit);
    if (has_unit && (atoms_.has(at + 1, Role::next) || atoms_.has(at + 1, Role::current))) {
        return counted(atoms_.has(at + 1, Role::next), at + 2);
    }
    if (has_unit) ++at;
    int month = month_at(at);
    const bool is_numbered =
        has_unit && atoms_.is_number(at) && atoms_[at].value >= 1 && atoms_[at].value <= 12;
    if (month == 0 && is_numbered) month = static_cast<int>(atoms_[at].value);
    said.is_bare = month == 0;
    if (said.is_bare && !has_unit) return std::nullopt;
    if (said.is_bare) {
        said.first = first_of_month(today_, 0);
        said.end = at;
        return said;
    }
    said.is_named = true;
    const YearMonthDay now = ymd_of(today_);
    said.first = {now.year + (month < now.month ? 1 : 0), month, 1};
    said.end = at + 1;
    if (const Year year = named_year(said.end); year.end != said.end) {
        said.first.year = year.year;
        said.end = year.end;
        said.has_year = true;
    } else if (atoms_.has(said.end, Role::next) || atoms_.has(said.end, Role::current)) {
        ++said.end;  // januari depan, desember ini
    }
    return said;
}

// awal bulan depan, akhir desember, pertengahan bulan ini, end of the month, mid-december
std::optional<DateFound> DateFinder::part_of_month(std::size_t begin) const {
    const bool is_late = atoms_.is_called(begin, "late") && month_at(begin + 1) > 0;
    const bool is_start = atoms_.has(begin, Role::start_of);
    const bool is_end = atoms_.has(begin, Role::end_of) || is_late;
    if (!is_start && !is_end && !atoms_.has(begin, Role::middle_of)) return std::nullopt;
    const bool is_whole = atoms_.has(begin, Role::month_unit);  // tanggal muda
    const std::size_t dash = begin + 1 + (atoms_.is_mark(begin + 1, '-') ? 1 : 0);
    auto month = month_said(is_whole ? begin : dash);
    if (!month) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = month->end;
    const int first = is_start ? 1 : is_end ? 2 * part_days + 1 : part_days + 1;
    const auto last_in = [&](YearMonthDay m) {
        return is_end ? last_of(m) : day_in(m, first + part_days - 1);
    };
    YearMonthDay ymd = month->first;
    if (last_in(ymd) < today_ && month->is_bare) ymd = first_of_month(today_, 1);
    if (last_in(ymd) < today_ && month->is_named && !month->has_year) ymd.year += 1;
    found.date = day_in(ymd, first);
    found.date_to = last_in(ymd);
    if (found.date < today_ && *found.date_to >= today_) found.date = today_;
    return found;
}

// awal tahun (depan), akhir tahun, early next year: the first and the last ten days
std::optional<DateFound> DateFinder::part_of_year(std::size_t begin) const {
    const bool is_start = atoms_.has(begin, Role::start_of);
    if (!is_start && !atoms_.has(begin, Role::end_of)) return std::nullopt;
    const std::size_t at = after_articles(begin + 1);
    const bool is_unit_first = atoms_.is_called(at, "tahun") || atoms_.is_called(at, "years");
    const std::size_t modifier = at + (is_unit_first ? 1 : 0);
    const bool has_modifier =
        atoms_.has(modifier, Role::next) || atoms_.has(modifier, Role::current);
    const bool has_unit = is_unit_first || (has_modifier && atoms_.is_called(at + 1, "years"));
    if (!has_unit) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = at + 1 + (has_modifier ? 1 : 0);
    const int next = has_modifier && atoms_.has(modifier, Role::next) ? 1 : 0;
    const int month = is_start ? 1 : 12;
    const auto last_in = [&](int year) {
        const YearMonthDay first{year, month, 1};
        return is_start ? day_in(first, part_days) : last_of(first);
    };
    int year = ymd_of(today_).year + next;
    if (last_in(year) < today_) ++year;
    found.date = day_in({year, month, 1}, is_start ? 1 : 2 * part_days + 1);
    found.date_to = last_in(year);
    if (found.date < today_) found.date = today_;
    return found;
}

// bulan januari, januari, bulan depan, next month, bulan 1, agustus tahun depan
std::optional<DateFound> DateFinder::whole_month(std::size_t begin) const {
    DateFound found;
    found.begin = begin;
    if ((atoms_.has(begin, Role::month_unit) && atoms_.has(begin + 1, Role::ago)) ||
        (atoms_.has(begin, Role::ago) && atoms_.has(begin + 1, Role::month_unit))) {
        found.is_past = true;
        found.end = begin + 2;
        return found;
    }
    const bool begins_month = atoms_.has(begin, Role::month_unit) ||
                              atoms_.has(begin, Role::next) || atoms_.has(begin, Role::current) ||
                              atoms_.day_kind(begin) == DayKind::month;
    if (!begins_month) return std::nullopt;
    const auto month = month_said(begin);
    if (!month || month->is_bare) return std::nullopt;
    found.end = month->end;
    const int year = ymd_of(today_).year;
    if (month->first.year < year || month->first.year > year + years_ahead_max) {
        found.is_past = true;
        return found;
    }
    found.date = *date_of(month->first);
    found.date_to = last_of(month->first);
    if (found.date < today_ && *found.date_to >= today_) found.date = today_;
    return found;
}

// kedua, ke-2, ke 2, second, terakhir
DateFinder::Nth DateFinder::nth_at(std::size_t at) const {
    if (atoms_.is_called(at, "terakhir") || atoms_.is_called(at, "last")) return {-1, at + 1};
    if (atoms_.is_number(at) && atoms_[at].is_ordinal) {
        return {static_cast<int>(atoms_[at].value), at + 1};
    }
    const bool has_suffix =
        atoms_.is_number(at) && atoms_.has(at + 1, Role::ordinal_suffix) && atoms_[at + 1].is_glued;
    if (has_suffix) return {static_cast<int>(atoms_[at].value), at + 2};
    if (!atoms_.is_called(at, "ke")) return {0, at};
    const std::size_t number = at + 1 + (atoms_.is_mark(at + 1, '-') ? 1 : 0);
    if (!atoms_.is_number(number)) return {0, at};
    return {static_cast<int>(atoms_[number].value), number + 1};
}

// minggu kedua desember, rabu minggu ke-2 bulan depan, senin pertama desember, the last friday of
// the month. Its weeks are days 1-7, 8-14, ..., so that "rabu minggu ke-2" is the second Wednesday.
std::optional<DateFound> DateFinder::nth_in_month(std::size_t begin) const {
    Nth nth = nth_at(begin);
    const bool is_nth_first = nth.end != begin;
    std::size_t at = is_nth_first ? nth.end : begin;
    const bool has_day =
        atoms_.day_kind(at) == DayKind::weekday && !atoms_.has(at, Role::week_unit);
    const int day = has_day ? atoms_.day_value(at) : 0;
    if (has_day) ++at;
    const bool has_week = atoms_.has(at, Role::week_unit);
    if (has_week) ++at;
    if (!has_day && !has_week) return std::nullopt;
    if (!is_nth_first) {
        nth = nth_at(at);
        at = nth.end;
    }
    if (nth.nth == 0 || nth.nth > weeks_in_month_max) return std::nullopt;
    const auto month = month_said(at);
    if (!month) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = month->end;
    found.is_inferred = true;
    const auto fill = [&](YearMonthDay first) {
        const LocalDate last = last_of(first);
        const LocalDate from =
            nth.nth < 0 ? last - (week_days - 1) : day_in(first, 1) + (nth.nth - 1) * week_days;
        const int ahead = (day - static_cast<int>(weekday_of(from)) + week_days) % week_days;
        found.date = has_day ? from + ahead : from;
        const LocalDate to = from + (week_days - 1);
        if (!has_day) found.date_to = to < last ? to : last;
        return found.date <= last && found.date_to.value_or(found.date) >= today_;
    };
    bool fits = fill(month->first);
    if (!fits && month->is_bare) fits = fill(first_of_month(today_, 1));
    if (!fits && month->is_named && !month->has_year) {
        fits = fill({month->first.year + 1, month->first.month, 1});
    }
    if (!fits) return std::nullopt;
    if (found.date < today_) found.date = today_;
    return found;
}

}  // namespace antre::language
