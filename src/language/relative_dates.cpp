// The part of DateFinder that counts from today: besok, jumat depan, dua minggu lagi, awal bulan.

#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int week_days = 7;
constexpr int units_max = 400;  // "in 5000 days" is no visit

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

LocalDate same_day_after(LocalDate today, int months) {
    YearMonthDay month = first_of_month(today, months);
    const LocalDate last = last_of(month);
    month.day = ymd_of(today).day;
    return date_of(month).value_or(last);
}

}  // namespace

LocalDate DateFinder::monday() const {
    return today_ - static_cast<std::int32_t>(weekday_of(today_));
}

// "minggu" is both Sunday and week; it is the week before depan, ini, lalu, lagi.
bool DateFinder::is_weekday(std::size_t at) const {
    const DayKind kind = atoms_.day_kind(at);
    if (kind == DayKind::weekday) {
        if (!atoms_.has(at, Role::week_unit)) return true;
        if (at > 0 && atoms_.has(at - 1, Role::day_mark)) return true;
        if (at > 0 && (atoms_.is_number(at - 1) || atoms_.has(at - 1, Role::end_of) ||
                       atoms_.has(at - 1, Role::start_of))) {
            return false;
        }
        return !atoms_.has(at + 1, Role::next) && !atoms_.has(at + 1, Role::current) &&
               !atoms_.has(at + 1, Role::ago);
    }
    if (kind != DayKind::weekday_short) return false;
    const std::size_t next =
        at + (atoms_.is_mark(at + 1, ',') || atoms_.is_mark(at + 1, '.') ? 2 : 1);
    return atoms_.is_number(next) || atoms_.has(next, Role::next) ||
           atoms_.has(next, Role::date_mark) || at == 0 || atoms_.has(at - 1, Role::day_mark) ||
           atoms_.has(at - 1, Role::next) || atoms_.has(at - 1, Role::to) ||
           atoms_.has(at - 1, Role::from) || atoms_.has(at - 1, Role::intended) ||
           atoms_.has(at - 1, Role::until) || atoms_.is_called(at - 1, "ganti") ||
           atoms_.is_called(at - 1, "pindah") || atoms_.has(next, Role::hour_mark) ||
           atoms_.day_kind(next) == DayKind::daypart;
}

std::optional<DateFound> DateFinder::relative(std::size_t begin) const {
    const bool has_day_mark = atoms_.has(begin, Role::day_mark);
    const std::size_t at = begin + (has_day_mark ? 1 : 0);
    DateFound found;
    found.begin = begin;
    if (atoms_.day_kind(at) == DayKind::offset) {
        found.date = today_ + atoms_.day_value(at);
        found.end = at + 1;
        // "senin besok" names the weekday and is read there; here besok stands first.
        return found;
    }
    if (atoms_.has(begin, Role::past_day)) {
        found.is_past = true;
        found.end = begin + 1;
        return found;
    }
    if (auto units = counted_units(begin)) return units;
    if (auto day = weekday(begin)) return day;
    if (auto days = week(begin)) return days;
    if (auto days = part_of_month(begin)) return days;
    if (auto days = whole_month(begin)) return days;
    return feast(begin);
}

// 3 hari lagi, dua minggu lagi, in two weeks, sebulan lagi; 3 hari lalu is past
std::optional<DateFound> DateFinder::counted_units(std::size_t begin) const {
    const bool is_within = atoms_.has(begin, Role::within) || atoms_.has(begin, Role::in_future);
    std::size_t at = begin + (is_within ? 1 : 0);
    int amount = 1;
    const auto unit_at = [&](std::size_t i) {
        return atoms_.has(i, Role::day_unit) || atoms_.has(i, Role::week_unit) ||
               atoms_.has(i, Role::month_unit);
    };
    if (atoms_.is_number(at) && atoms_[at].value <= units_max && unit_at(at + 1)) {
        amount = static_cast<int>(atoms_[at].value);
        ++at;
    } else {
        const bool is_one_unit =
            atoms_.is_word(at) && unit_at(at) && atoms_.lexicon->info(atoms_[at].word).number == 1;
        if (!is_one_unit) return std::nullopt;
    }
    DateFound found;
    found.begin = begin;
    std::size_t end = at + 1;
    if (atoms_.has(end, Role::ago)) {
        found.is_past = true;
        found.end = end + 1;
        return found;
    }
    const bool is_future = atoms_.has(end, Role::in_future) || atoms_.has(end, Role::next) ||
                           (atoms_.has(end, Role::after) && !atoms_.is_number(end + 1));
    if (!is_future && !is_within) return std::nullopt;
    if (is_future) ++end;
    found.end = end;
    if (atoms_.has(at, Role::day_unit)) found.date = today_ + amount;
    if (atoms_.has(at, Role::week_unit)) found.date = today_ + amount * week_days;
    if (atoms_.has(at, Role::month_unit) && !atoms_.has(at, Role::day_unit)) {
        found.date = same_day_after(today_, amount);
    }
    return found;
}

// Reads "minggu depan", "2 minggu lagi", "next week", "minggu ini" as weeks from this one.
std::size_t DateFinder::after_unit_modifier(std::size_t at, int& units) const {
    if (atoms_.has(at, Role::week_unit) && atoms_.has(at + 1, Role::next)) {
        const bool is_one_more =  // minggu depannya lagi
            atoms_.plain(at + 1).ends_with("nya") && atoms_.has(at + 2, Role::in_future);
        units = is_one_more ? 2 : 1;
        return at + (is_one_more ? 3 : 2);
    }
    if (atoms_.has(at, Role::week_unit) && atoms_.has(at + 1, Role::current)) {
        units = 0;
        return at + 2;
    }
    if (atoms_.has(at, Role::next) && atoms_.has(at + 1, Role::week_unit)) {
        units = 1;
        return at + 2;
    }
    if (atoms_.has(at, Role::current) && atoms_.has(at + 1, Role::week_unit)) {
        units = 0;
        return at + 2;
    }
    if (atoms_.is_number(at) && atoms_.has(at + 1, Role::week_unit) &&
        atoms_.has(at + 2, Role::in_future)) {
        units = static_cast<int>(atoms_[at].value % 60);
        return at + 3;
    }
    return at;
}

// minggu depan (hari rabu); next week; next, this, coming
DateFinder::WhichWeek DateFinder::week_before(std::size_t at) const {
    WhichWeek which{at, -1, false, false};
    if (const std::size_t after = after_unit_modifier(at, which.weeks); after != at) {
        which.end = after + (atoms_.is_mark(after, ',') ? 1 : 0);
        return which;
    }
    if (atoms_.has(at, Role::next)) which.weeks = 1;
    which.is_this = which.weeks < 0 && atoms_.has(at, Role::current);
    if (which.weeks == 1 || which.is_this || atoms_.has(at, Role::coming)) ++which.end;
    return which;
}

// (jumat) depan, minggu depan, 2 minggu lagi, ini, lalu, besok
DateFinder::WhichWeek DateFinder::week_behind(std::size_t at) const {
    WhichWeek which{at, -1, false, false};
    // sabtu, minggu depan; sabtu pagi minggu depan
    const bool has_gap = atoms_.is_mark(at, ',') || atoms_.day_kind(at) == DayKind::daypart;
    const std::size_t space = at + (has_gap ? 1 : 0);
    if (const std::size_t after = after_unit_modifier(space, which.weeks); after != space) {
        which.end = after;
        return which;
    }
    if (atoms_.has(at, Role::next)) which.weeks = 1;
    which.is_this = which.weeks < 0 && atoms_.has(at, Role::current);
    which.is_past = atoms_.has(at, Role::ago) || atoms_.has(at, Role::past_day);
    // senin besok: the coming Monday
    const bool is_coming = atoms_.has(at, Role::coming) ||
                           (atoms_.day_kind(at) == DayKind::offset && atoms_.day_value(at) == 1);
    if (which.weeks == 1 || which.is_this || which.is_past || is_coming) ++which.end;
    return which;
}

// (jumat) 27 november, (senin) tgl 30: the date that is written counts
std::optional<DateFound> DateFinder::date_behind(std::size_t begin, std::size_t end) const {
    std::size_t inner = end;
    if (atoms_.is_mark(inner, ',') || atoms_.is_mark(inner, '(') || atoms_.is_mark(inner, '.')) {
        ++inner;
    }
    if (atoms_.has(inner, Role::of)) ++inner;  // friday the 4th
    const bool is_ordinal = atoms_.is_number(inner) && atoms_[inner].digits > 0 &&
                            atoms_.has(inner + 1, Role::ordinal_suffix) &&
                            atoms_[inner + 1].is_glued;
    const bool is_spelt_out = is_ordinal || after_date_mark(inner) != inner || day_month(inner) ||
                              month_day(inner) || separated(inner, DateStyle::open, 0);
    if (!is_spelt_out) return std::nullopt;
    auto written = single(inner, DateStyle::open);
    if (!written) return std::nullopt;
    written->begin = begin;
    if (atoms_.is_mark(written->end, ')')) ++written->end;
    return written;
}

std::optional<DateFound> DateFinder::weekday(std::size_t begin) const {
    WhichWeek which = week_before(begin);
    std::size_t at = which.end;
    if (atoms_.has(at, Role::day_mark)) ++at;
    if (!is_weekday(at)) return std::nullopt;
    if (auto written = date_behind(begin, at + 1)) return written;
    const bool is_said_before = which.weeks >= 0 || which.is_this;
    if (is_said_before) {
        which.end = at + 1;
    } else {
        which = week_behind(at + 1);
    }
    DateFound found;
    found.begin = begin;
    found.end = which.end;
    found.is_past = which.is_past;
    if (found.is_past) return found;
    const int day = atoms_.day_value(at);
    const int ahead = (day - static_cast<int>(weekday_of(today_)) + week_days) % week_days;
    if (which.weeks >= 0) {
        found.date = monday() + which.weeks * week_days + day;
        found.is_inferred = which.weeks == 1;
    } else if (which.is_this && monday() + day >= today_) {
        found.date = monday() + day;
    } else {
        found.date = today_ + (ahead == 0 ? week_days : ahead);
    }
    return found;
}

// minggu depan, minggu ini, next week, weekend
std::optional<DateFound> DateFinder::week(std::size_t begin) const {
    DateFound found;
    found.begin = begin;
    int weeks = 0;
    std::size_t at = begin;
    const bool is_weekend = atoms_.has(at, Role::weekend);
    const bool is_next_weekend = atoms_.has(at, Role::next) && atoms_.has(at + 1, Role::weekend);
    if (is_weekend || is_next_weekend) {
        at += is_weekend ? 1 : 2;
        if (is_next_weekend) weeks = 1;
        if (atoms_.has(at, Role::next)) weeks = 1;
        if (atoms_.has(at, Role::next) || atoms_.has(at, Role::current)) ++at;
        found.date = monday() + weeks * week_days + 5;
        found.date_to = found.date + 1;
        if (found.date < today_) found.date = today_;
        found.end = at;
        return found;
    }
    if ((atoms_.has(at, Role::week_unit) && atoms_.has(at + 1, Role::ago)) ||
        (atoms_.has(at, Role::ago) && atoms_.has(at + 1, Role::week_unit))) {
        found.is_past = true;
        found.end = at + 2;
        return found;
    }
    const bool is_part = atoms_.has(at, Role::start_of) || atoms_.has(at, Role::end_of) ||
                         atoms_.has(at, Role::middle_of);
    if (is_part) ++at;
    if (is_part && atoms_.has(at, Role::of)) ++at;
    if (const std::size_t after = after_unit_modifier(at, weeks); after != at) {
        found.date = monday() + weeks * week_days;
        found.date_to = found.date + (week_days - 1);
        if (found.date < today_) found.date = today_;
        found.end = after;
        return found;
    }
    return std::nullopt;
}

// awal bulan depan, akhir desember, pertengahan bulan ini, end of the month
std::optional<DateFound> DateFinder::part_of_month(std::size_t begin) const {
    const bool is_start = atoms_.has(begin, Role::start_of);
    const bool is_end = atoms_.has(begin, Role::end_of);
    if (!is_start && !is_end && !atoms_.has(begin, Role::middle_of)) return std::nullopt;
    std::size_t at = begin + 1;
    if (atoms_.has(at, Role::of)) ++at;
    bool is_next = false;
    bool is_current = false;
    const auto take_modifier = [&] {
        if (atoms_.has(at, Role::next)) is_next = true;
        if (atoms_.has(at, Role::current)) is_current = true;
        if (atoms_.has(at, Role::next) || atoms_.has(at, Role::current)) ++at;
    };
    take_modifier();
    const bool has_unit = atoms_.has(at, Role::month_unit);
    if (has_unit) ++at;
    const int month = month_at(at);
    if (month > 0) ++at;
    if (!has_unit && month == 0) return std::nullopt;
    take_modifier();
    DateFound found;
    found.begin = begin;
    found.end = at;
    const int first = is_start ? 1 : is_end ? 21 : 11;
    YearMonthDay ymd = first_of_month(today_, is_next ? 1 : 0);
    if (month > 0) {
        ymd.month = month;
        ymd.year = ymd_of(today_).year + (month < ymd_of(today_).month ? 1 : 0);
    }
    const auto last_in = [&](YearMonthDay m) { return is_end ? last_of(m) : day_in(m, first + 9); };
    if (last_in(ymd) < today_ && !is_current && month == 0) ymd = first_of_month(today_, 1);
    if (last_in(ymd) < today_ && month > 0) ymd.year += 1;
    found.date = day_in(ymd, first);
    found.date_to = last_in(ymd);
    if (found.date < today_ && *found.date_to >= today_) found.date = today_;
    return found;
}

// bulan januari, januari, bulan depan, next month, bulan 1
std::optional<DateFound> DateFinder::whole_month(std::size_t begin) const {
    std::size_t at = begin;
    DateFound found;
    found.begin = begin;
    YearMonthDay month = first_of_month(today_, 0);
    const bool has_unit = atoms_.has(at, Role::month_unit);
    const bool next_first = atoms_.has(at, Role::next) && atoms_.has(at + 1, Role::month_unit);
    const bool this_first = atoms_.has(at, Role::current) && atoms_.has(at + 1, Role::month_unit);
    if ((has_unit && atoms_.has(at + 1, Role::ago)) ||
        (atoms_.has(at, Role::ago) && atoms_.has(at + 1, Role::month_unit))) {
        found.is_past = true;
        found.end = at + 2;
        return found;
    }
    if (next_first || (has_unit && atoms_.has(at + 1, Role::next))) {
        month = first_of_month(today_, 1);
        found.end = at + 2;
    } else if (this_first || (has_unit && atoms_.has(at + 1, Role::current))) {
        found.end = at + 2;
    } else {
        if (has_unit) ++at;
        int number = month_at(at);
        const bool is_short = atoms_.day_kind(at) == DayKind::month_short;
        if (is_short && !has_unit) return std::nullopt;
        const bool is_numbered =
            has_unit && atoms_.is_number(at) && atoms_[at].value >= 1 && atoms_[at].value <= 12;
        if (number == 0 && is_numbered) number = static_cast<int>(atoms_[at].value);
        if (number == 0) return std::nullopt;
        const YearMonthDay now = ymd_of(today_);
        month = {now.year + (number < now.month ? 1 : 0), number, 1};
        found.end = at + 1;
        if (atoms_.has(found.end, Role::next)) ++found.end;
        if (atoms_.is_number(found.end) && atoms_[found.end].digits == 4) {
            month.year = static_cast<int>(atoms_[found.end].value % 10'000);
            ++found.end;
        }
        if (month.year < now.year || month.year > now.year + 10) {
            found.is_past = true;
            return found;
        }
    }
    found.date = *date_of(month);
    found.date_to = last_of(month);
    if (found.date < today_ && *found.date_to >= today_) found.date = today_;
    return found;
}

}  // namespace antre::language
