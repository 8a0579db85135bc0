#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int range_days_max = 366;
constexpr int week_days = 7;
constexpr int year_min = 1900;  // four digits before a month

YearMonthDay month_after(YearMonthDay ymd, int months) {
    const int index = ymd.year * 12 + ymd.month - 1 + months;
    return {index / 12, index % 12 + 1, ymd.day};
}

int full_visit_year(int year, std::uint8_t digits) {
    return digits == 2 ? 2000 + year : year;
}

}  // namespace

std::optional<LocalDate> next_day_month(int day, int month, LocalDate today) {
    const int year = ymd_of(today).year;
    for (int ahead = 0; ahead <= 8; ++ahead) {
        const auto date = date_of({year + ahead, month, day});
        if (date && *date >= today) return date;
    }
    return std::nullopt;
}

std::optional<LocalDate> birth_of(const DateFound& found, LocalDate today) {
    if (!found.written || found.year_digits == 0) return std::nullopt;
    YearMonthDay ymd = *found.written;
    if (found.year_digits == 4) {
        const auto date = date_of(ymd);
        return date && *date <= today ? date : std::nullopt;
    }
    for (const int century : {2000, 1900}) {
        const auto date = date_of({century + found.written->year, ymd.month, ymd.day});
        if (date && *date <= today) return date;
    }
    return std::nullopt;
}

std::size_t DateFinder::after_date_mark(std::size_t at) const {
    while (atoms_.has(at, Role::date_mark)) {
        ++at;
        if (atoms_.is_mark(at, '.') || atoms_.is_mark(at, ':')) ++at;
    }
    return at;
}

int DateFinder::month_at(std::size_t at) const {
    const DayKind kind = atoms_.day_kind(at);
    return kind == DayKind::month || kind == DayKind::month_short ? atoms_.day_value(at) : 0;
}

// 27112026, 2026-11-27 without marks, 140590, 1051990
std::optional<DateFinder::Written> DateFinder::compact(std::size_t at, DateStyle style) const {
    if (!atoms_.is_number(at)) return std::nullopt;
    const auto value = static_cast<int>(atoms_[at].value % 100'000'000);
    const std::uint8_t digits = atoms_[at].digits;
    if (digits == 8 || (digits == 7 && style == DateStyle::form)) {
        const Written dmy{value / 1'000'000, value / 10'000 % 100, value % 10'000, 4, at + 1};
        if (is_plausible_year(dmy.year)) return dmy;
        const Written ymd{value % 100, value / 100 % 100, value / 10'000, 4, at + 1};
        if (digits == 8 && is_plausible_year(ymd.year) && date_of({ymd.year, ymd.month, ymd.day})) {
            return ymd;
        }
        return std::nullopt;
    }
    if (digits != 6 || style != DateStyle::form) return std::nullopt;
    return Written{value / 10'000, value / 100 % 100, value % 100, 2, at + 1};
}

// 4/12, 3-12-2026, 27.11.2026, 2026-12-03, in forms also 25 1 87
std::optional<DateFinder::Written>
DateFinder::separated(std::size_t at, DateStyle style, std::size_t mark_end) const {
    if (!atoms_.is_number(at) || atoms_[at].digits == 0) return std::nullopt;
    const auto sign_at = [&](std::size_t i) {
        for (const char mark : {'/', '-', '.'}) {
            if (atoms_.is_mark(i, mark)) return mark;
        }
        return style == DateStyle::form && atoms_.is_number(i) ? ' ' : '\0';
    };
    const char sign = sign_at(at + 1);
    if (sign == '\0') return std::nullopt;
    // 9.15-10.00 and "antara 9-10" are hours
    const bool is_of_hour = at >= 2 &&
                            (atoms_.is_mark(at - 1, '.') || atoms_.is_mark(at - 1, ':')) &&
                            atoms_[at].is_glued && atoms_.is_number(at - 2);
    if (is_of_hour || (sign == '-' && is_between(at))) return std::nullopt;
    const std::size_t step = sign == ' ' ? 1 : 2;
    const std::size_t second = at + step;
    const std::size_t third = second + step;
    if (!atoms_.is_number(second) || atoms_[second].digits > 2 || atoms_[second].digits == 0) {
        return std::nullopt;
    }
    const bool has_third = atoms_.is_number(third) && sign_at(second + 1) == sign &&
                           (atoms_[third].digits == 2 || atoms_[third].digits == 4 ||
                            (atoms_[at].digits == 4 && atoms_[third].digits == 1));
    const auto value = [&](std::size_t i) { return static_cast<int>(atoms_[i].value); };
    if (atoms_[at].digits == 4) {
        if (!has_third || atoms_[third].digits > 2 || sign == ' ') return std::nullopt;
        return Written{value(third), value(second), value(at), 4, third + 1};
    }
    if (atoms_[at].digits > 2) return std::nullopt;
    if (!has_third && month_at(second + 1) > 0) return std::nullopt;  // 4/5 januari
    if (has_third) {
        return Written{value(at), value(second), value(third), atoms_[third].digits, third + 1};
    }
    const bool is_marked = mark_end > 0;
    const bool is_possible =
        value(second) >= 1 && value(second) <= 12 && value(at) >= 1 && value(at) <= 31;
    // "12-12 jam 10"
    const bool is_before_hour = atoms_.has(second + 1, Role::hour_mark);
    const bool is_asked = is_marked || is_before_hour || style == DateStyle::form;
    if (sign == '/' && is_possible) return Written{value(at), value(second), 0, 0, second + 1};
    const bool is_whole = sign == ' ' && at == 0 && ends_value(second + 1);  // 12 12
    if (is_whole && is_possible) return Written{value(at), value(second), 0, 0, second + 1};
    const bool is_tight = atoms_[at + 1].is_glued && atoms_[second].is_glued;
    // "on 18.11.", "18.11., not before ten": as it is written where days are ordinals
    const bool is_dotted =
        sign == '.' && atoms_.is_mark(second + 1, '.') && atoms_[second + 1].is_glued &&
        ((at > 0 && atoms_.has(at - 1, Role::day_mark)) || atoms_.is_mark(second + 2, ','));
    if (is_dotted && is_possible && is_tight) {
        return Written{value(at), value(second), 0, 0, second + 2};
    }
    if (sign != '/' && sign != ' ' && is_asked && is_possible && is_tight) {
        return Written{value(at), value(second), 0, 0, second + 1};
    }
    return std::nullopt;
}

// 3 desember, 3rd of december, tiga desember, 5 bulan 12
std::optional<DateFinder::Written> DateFinder::day_month(std::size_t at) const {
    if (!atoms_.is_number(at) || atoms_[at].digits > 2) return std::nullopt;
    int day = static_cast<int>(atoms_[at].value);
    std::size_t next = at + 1;
    const bool is_spelt_out = atoms_[at].digits == 0 && day <= 3 && atoms_.is_number(next) &&
                              atoms_[next].digits == 0 && atoms_[next].value < 10 &&
                              month_at(next + 1) > 0;
    if (is_spelt_out) {  // dua lima desember
        day = day * 10 + static_cast<int>(atoms_[next].value);
        ++next;
    }
    if (atoms_.has(next, Role::ordinal_suffix) && atoms_[next].is_glued) ++next;
    next = after_articles(next);
    if (atoms_.is_mark(next, '-') || atoms_.is_mark(next, '/') || atoms_.is_mark(next, ',')) ++next;
    const bool has_month_word = atoms_.has(next, Role::month_unit);
    if (has_month_word) ++next;
    if (const int month = month_at(next); month > 0) {
        std::size_t end = next + 1;
        if (atoms_.is_mark(end, '.') && atoms_[end].is_glued) ++end;
        return with_year({day, month, 0, 0, end});
    }
    if (has_month_word && atoms_.is_number(next) && atoms_[next].value <= 12 &&
        atoms_[next].value >= 1) {
        return with_year({day, static_cast<int>(atoms_[next].value), 0, 0, next + 1});
    }
    return std::nullopt;
}

// december 3, dec. 3rd, december the third, desember tgl 7
std::optional<DateFinder::Written> DateFinder::month_day(std::size_t at) const {
    const bool is_year_first = atoms_.is_number(at) && atoms_[at].digits == 4 &&
                               atoms_[at].value >= year_min && month_at(at + 1) > 0;
    if (is_year_first) {  // 1980 March 14
        const Day day = day_at(at + 2);
        if (day.end == at + 2) return std::nullopt;
        return Written{day.day, month_at(at + 1), static_cast<int>(atoms_[at].value), 4, day.end};
    }
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    // dec. 3, december the 3rd, desember tgl 7, desember, tanggal 7
    std::size_t next = at + 1;
    if (atoms_.is_mark(next, '.') || atoms_.is_mark(next, ',')) ++next;
    const bool has_gap = next > at + 1;
    next = after_articles(after_date_mark(next));
    const bool is_marked = next > at + 1 + (has_gap ? 1 : 0);
    if (has_gap && !is_marked && !atoms_.is_mark(at + 1, '.')) return std::nullopt;
    const Day day = day_at(next);
    if (day.end == next) return std::nullopt;
    if (atoms_.has(day.end, Role::person_unit) || atoms_.is_mark(day.end, ':')) return std::nullopt;
    return with_year({day.day, month, 0, 0, day.end});
}

std::optional<DateFound> DateFinder::resolved(std::size_t begin, Written written) const {
    DateFound found;
    found.begin = begin;
    found.end = written.end;
    found.written = YearMonthDay{written.year, written.month, written.day};
    found.year_digits = written.year_digits;
    std::optional<LocalDate> date;
    if (written.year_digits > 0) {
        date =
            date_of({full_visit_year(written.year, written.year_digits), written.month, written.day}
            );
    } else {
        date = next_day_month(written.day, written.month, today_);
        found.is_inferred = date && ymd_of(*date).year != ymd_of(today_).year;
    }
    found.is_impossible = !date;
    if (date) found.date = *date;
    return found;
}

std::optional<DateFound>
DateFinder::day_of_month(std::size_t begin, int day, std::size_t end) const {
    DateFound found;
    found.begin = begin;
    found.end = end;
    std::size_t next = end;
    int months = -1;
    if (atoms_.has(next, Role::month_unit)) {
        if (atoms_.has(next + 1, Role::next)) months = 1;
        if (atoms_.has(next + 1, Role::current)) months = 0;
    } else if (atoms_.has(next, Role::next) && atoms_.has(next + 1, Role::month_unit)) {
        months = 1;  // the 5th next month
    } else if (atoms_.has(next, Role::current) && atoms_.has(next + 1, Role::month_unit)) {
        months = 0;
    }
    const YearMonthDay now = ymd_of(today_);
    if (months >= 0) {
        YearMonthDay ymd = month_after(now, months);
        ymd.day = day;
        const auto date = date_of(ymd);
        found.end = next + 2;
        found.is_impossible = !date;
        if (date) found.date = *date;
        return found;
    }
    if (atoms_.has(next, Role::next)) ++found.end;  // tgl 5 depan
    found.is_inferred = true;
    for (int ahead = 0; ahead < 12; ++ahead) {
        YearMonthDay ymd = month_after(now, ahead);
        ymd.day = day;
        const auto date = date_of(ymd);
        if (!date || *date < today_) continue;
        found.date = *date;
        return found;
    }
    found.is_impossible = true;
    return found;
}

// bulan depan tanggal 5, bulan ini tgl 30
std::optional<DateFound> DateFinder::day_of_named_month(std::size_t begin) const {
    if (!atoms_.has(begin, Role::month_unit)) return std::nullopt;
    const bool is_next = atoms_.has(begin + 1, Role::next);
    if (!is_next && !atoms_.has(begin + 1, Role::current)) return std::nullopt;
    const std::size_t mark = begin + 2 + (atoms_.is_mark(begin + 2, ',') ? 1 : 0);
    const std::size_t at = after_date_mark(mark);
    if (at == mark || !atoms_.is_number(at) || atoms_[at].digits > 2) return std::nullopt;
    YearMonthDay ymd = month_after(ymd_of(today_), is_next ? 1 : 0);
    ymd.day = static_cast<int>(atoms_[at].value);
    const auto date = date_of(ymd);
    DateFound found;
    found.begin = begin;
    found.end = at + 1;
    found.is_impossible = !date;
    if (date) found.date = *date;
    return found;
}

// "the third", "on the twenty-first", with nothing behind that could be a third of.
bool DateFinder::is_spoken_ordinal(std::size_t begin, std::size_t at) const {
    const bool is_pointed = begin > 0 && atoms_.is_called(begin - 1, "the");
    if (!is_pointed || !atoms_[at].is_ordinal) return false;
    const std::size_t next = at + 1;
    return next >= atoms_.size() || atoms_[next].kind != AtomKind::word ||
           atoms_.has(next, Role::hour_mark) || atoms_.has(next, Role::filler) ||
           atoms_.day_kind(next) == DayKind::daypart;
}

// tgl 17, tanggal tujuh belas, the 17th, 17th
std::optional<DateFound> DateFinder::marked_day(std::size_t begin) const {
    const std::size_t at = after_date_mark(begin);
    if (!atoms_.is_number(at) || atoms_[at].digits > 2) return std::nullopt;
    const bool has_suffix = atoms_.has(at + 1, Role::ordinal_suffix) && atoms_[at + 1].is_glued &&
                            atoms_[at].digits > 0;
    const bool is_spoken = is_spoken_ordinal(begin, at);  // the third
    if (at == begin && !has_suffix && !is_spoken) return std::nullopt;
    const bool is_spelt_out = at > begin && atoms_[at].digits == 0 && atoms_[at].value <= 3 &&
                              atoms_.is_number(at + 1) && atoms_[at + 1].digits == 0 &&
                              atoms_[at + 1].value < 10 && !atoms_[at + 1].is_ordinal &&
                              !atoms_.has(at + 2, Role::person_unit);
    if (is_spelt_out) {  // tgl dua tujuh
        const auto day = static_cast<int>(atoms_[at].value * 10 + atoms_[at + 1].value);
        return day_of_month(begin, day, at + 2);
    }
    return day_of_month(begin, static_cast<int>(atoms_[at].value), at + 1 + (has_suffix ? 1 : 0));
}

std::optional<DateFound> DateFinder::day_alone(std::size_t begin) const {
    if (!atoms_.is_number(begin) || atoms_[begin].digits > 2) return std::nullopt;
    const auto day = static_cast<int>(atoms_[begin].value);
    if (day < 1 || day > 31) return std::nullopt;
    return day_of_month(begin, day, begin + 1);
}

// What may follow a day and says the same again: "jumat, 27 november" after "jumat", "besok rabu".
std::size_t DateFinder::after_companion(std::size_t at) const {
    std::size_t next = at;
    if (atoms_.is_mark(next, ',') || atoms_.is_mark(next, '(')) ++next;
    if (atoms_.has(next, Role::day_mark)) ++next;
    if (!is_weekday(next) || nth_in_month(next)) return at;
    ++next;
    if (atoms_.is_mark(next, ')')) ++next;
    return next;
}

// "besok senin" on a Tuesday: the coming Monday; "2 minggu lagi hari rabu": Wednesday of that week.
std::optional<DateFound>
DateFinder::weekday_behind(const DateFound& found, std::size_t companion) const {
    if (companion == found.end) return std::nullopt;
    const std::size_t at = companion - (atoms_.is_mark(companion - 1, ')') ? 2 : 1);
    const int ahead = atoms_.day_value(at) - static_cast<int>(weekday_of(found.date));
    const bool is_tomorrow = found.date == today_ + 1 && !atoms_.is_mark(found.end, ',') &&
                             atoms_.day_kind(found.end - 1) == DayKind::offset;
    if (ahead == 0 || (!is_tomorrow && !found.is_counted_weeks)) return std::nullopt;
    DateFound meant = found;
    meant.end = companion;
    meant.is_inferred = true;
    meant.date = found.date + (is_tomorrow && ahead < 0 ? ahead + week_days : ahead);
    return meant;
}

std::optional<DateFound> DateFinder::single(std::size_t begin, DateStyle style) const {
    if (auto range = range_of_days(begin)) return range;
    if (auto range = range_behind_month(begin)) return range;
    if (auto day = day_of_named_month(begin)) return day;
    const std::size_t at = after_date_mark(begin);
    const std::size_t mark_end = at == begin ? 0 : at;
    if (auto written = day_month(at)) return resolved(begin, *written);
    if (auto written = day_of_month_behind(begin, at)) return resolved(begin, *written);
    if (auto written = month_day(at)) return resolved(begin, *written);
    if (auto written = separated(at, style, mark_end)) return resolved(begin, *written);
    const DateStyle digits_style = mark_end > 0 ? DateStyle::form : style;
    if (auto written = compact(at, digits_style)) return resolved(begin, *written);
    if (auto found = relative(begin)) return found;
    if (auto found = marked_day(begin)) return found;
    return std::nullopt;
}

std::optional<DateFound> DateFinder::at(std::size_t begin, DateStyle style) const {
    if (!atoms_.is_free(begin)) return std::nullopt;
    auto found = single(begin, style);
    if (!found || found->is_past || found->is_impossible || found->date_to) return found;
    // behind a birth date a weekday is another date
    const std::size_t companion = after_companion(found->end);
    const bool is_offset = !found->written && atoms_.day_kind(found->end - 1) == DayKind::offset;
    if (is_offset && companion > found->end) {  // besok kamis, tgl 3 desember
        if (const auto written = date_behind(begin, companion)) return written;
    }
    if (const auto meant = weekday_behind(*found, companion)) return meant;
    const bool is_gone = found->year_digits > 0 && found->date < today_;
    const bool is_told = found->written || !atoms_.is_mark(found->end, ',');
    const bool is_same =
        companion > found->end &&
        atoms_.day_value(companion - (atoms_.is_mark(companion - 1, ')') ? 2 : 1)) ==
            static_cast<int>(weekday_of(found->date));
    if (!is_gone && (is_told || is_same)) found->end = companion;
    // A range between two dates: senin sampai rabu, 3 des - 5 des, between Monday and Wednesday.
    const std::size_t second = second_end(begin, found->end);
    if (second == found->end) return found;
    auto last = single(second, style);
    // senin sampai rabu, on a Tuesday: the Wednesday behind that Monday
    const bool is_bare_weekday = is_weekday(second) && last && !last->written;
    if (is_bare_weekday && last->date < found->date) last->date = last->date + week_days;
    if (last && !last->is_past && !last->is_impossible && !last->date_to &&
        last->date > found->date && last->date - found->date <= range_days_max &&
        last->year_digits == found->year_digits) {
        found->date_to = last->date;
        found->end = last->end;
    }
    return found;
}

}  // namespace antre::language
