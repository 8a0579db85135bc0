// The part of DateFinder that reads several days of one month: tgl 3-5 desember, antara tanggal 3
// dan 5 desember, tgl 3 atau 4 januari, dec 3-5.

#include <array>

#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int far_days = 90;  // "tgl 3-5": a range, if 3 May would be further away than this
constexpr int list_days_max = 4;

}  // namespace

DateFinder::Day DateFinder::day_at(std::size_t at) const {
    const bool is_day = atoms_.is_number(at) && atoms_[at].digits <= 2 && atoms_[at].value >= 1 &&
                        atoms_[at].value <= 31;
    if (!is_day) return {0, at};
    const bool has_suffix = atoms_[at].digits > 0 && atoms_.has(at + 1, Role::ordinal_suffix) &&
                            atoms_[at + 1].is_glued;
    return {static_cast<int>(atoms_[at].value), at + (has_suffix ? 2 : 1)};
}

// "sampai", "-", "s/d", "s.d.": between two ends of a range. Gives the atom behind it, else `at`.
std::size_t DateFinder::after_range_sign(std::size_t at) const {
    if (atoms_.is_mark(at, '-')) return at + 1;
    if (!atoms_.has(at, Role::until)) return at;
    return at + 1 + (atoms_.is_mark(at + 1, '.') ? 1 : 0);
}

// "between the 3rd", "antara tanggal 3"
bool DateFinder::is_between(std::size_t begin) const {
    while (begin > 0 &&
           (atoms_.has(begin - 1, Role::of) || atoms_.has(begin - 1, Role::date_mark) ||
            atoms_.has(begin - 1, Role::day_mark))) {
        --begin;
    }
    return begin > 0 && atoms_.has(begin - 1, Role::between);
}

bool DateFinder::is_move_said_before(std::size_t begin) const {
    constexpr std::array moves{"move", "change", "pindah", "ganti", "ubah", "geser", "maju"};
    for (std::size_t at = 0; at < begin; ++at) {
        if (atoms_.has(at, Role::put_off)) return true;
        for (const char* word : moves) {
            if (atoms_.is_called(at, word)) return true;
        }
    }
    return false;
}

// What ends a range that begins at `begin`, where its first end reaches to `end`: the atom where
// the second begins, or `end`.
std::size_t DateFinder::second_end(std::size_t begin, std::size_t end) const {
    const bool is_and =
        is_between(begin) && (atoms_.has(end, Role::joining) || atoms_.has(end, Role::with) ||
                              atoms_.is_called(end, "to"));
    const std::size_t second = is_and ? end + 1 : after_range_sign(end);
    return second == end ? end : after_articles(second);
}

// tgl 3-5 desember, 3 sampai 5 desember, tgl 3-5, between the 3rd and the 5th of december
std::optional<DateFound> DateFinder::range_of_days(std::size_t begin) const {
    const std::size_t at = after_date_mark(begin);
    const Day first = day_at(at);
    const bool is_hour = begin > 0 && atoms_.has(begin - 1, Role::hour_mark);
    if (first.end == at || is_hour) return std::nullopt;
    // "move it from 3 to 5 december": each is a day by itself
    const bool is_of_move =
        begin > 0 && atoms_.has(begin - 1, Role::from) && is_move_said_before(begin);
    const bool is_to = atoms_.is_called(first.end, "to") && !is_of_move;
    const std::size_t sign = is_to ? first.end + 1 : second_end(begin, first.end);
    const std::size_t second = after_date_mark(sign);
    const Day last_day = day_at(second);
    if (sign == first.end || last_day.end == second || last_day.day <= first.day) {
        return std::nullopt;
    }
    if (auto written = day_month(second)) {
        auto last = resolved(begin, *written);
        if (!last || last->is_impossible) return std::nullopt;
        auto ymd = ymd_of(last->date);
        ymd.day = first.day;
        last->date_to = last->date;
        last->date = date_of(ymd).value_or(last->date);
        last->written = std::nullopt;
        return last;
    }
    const bool is_marked = at != begin || first.end > at + 1;
    if (!is_marked || is_to) return std::nullopt;
    const auto as_month =
        last_day.day <= 12 ? next_day_month(first.day, last_day.day, today_) : std::nullopt;
    if (atoms_.is_mark(first.end, '-') && as_month && *as_month - today_ <= far_days) {
        return std::nullopt;
    }
    auto found = day_of_month(begin, first.day, last_day.end);
    if (!found || found->is_impossible) return std::nullopt;
    auto ymd = ymd_of(found->date);
    ymd.day = last_day.day;
    found->date_to = date_of(ymd);
    return found;
}

// dec 3-5, december 3 to 5
std::optional<DateFound> DateFinder::range_behind_month(std::size_t begin) const {
    const int month = month_at(begin);
    if (month == 0) return std::nullopt;
    const Day first = day_at(begin + 1);
    const std::size_t sign =
        atoms_.is_called(first.end, "to") ? first.end + 1 : after_range_sign(first.end);
    const Day last_day = day_at(sign);
    const bool is_range = first.end != begin + 1 && sign != first.end && last_day.end != sign &&
                          last_day.day > first.day;
    if (!is_range || atoms_.is_mark(last_day.end, ':')) return std::nullopt;
    auto found = resolved(begin, with_year({last_day.day, month, 0, 0, last_day.end}));
    if (!found || found->is_impossible) return std::nullopt;
    auto ymd = ymd_of(found->date);
    ymd.day = first.day;
    found->date_to = found->date;
    found->date = date_of(ymd).value_or(found->date);
    found->written = std::nullopt;
    return found;
}

// "tgl 3 atau 4 januari", "the 3rd or 4th of january", "4/5 januari": a day whose month is said
// behind another. Of a list of wishes the first counts, so that the others belong to it.
std::optional<DateFinder::Written>
DateFinder::day_of_month_behind(std::size_t begin, std::size_t at) const {
    const Day first = day_at(at);
    const bool is_hour = begin > 0 && atoms_.has(begin - 1, Role::hour_mark);
    if (first.end == at || is_hour) return std::nullopt;
    const bool is_marked = at != begin || first.end > at + 1;
    Day day = first;
    for (int items = 1; items < list_days_max; ++items) {
        const std::size_t sign = day.end;
        const bool is_choice = atoms_.is_called(sign, "atau") || atoms_.is_called(sign, "or") ||
                               atoms_.is_mark(sign, '/');
        const bool is_list = atoms_.is_mark(sign, ',') || atoms_.has(sign, Role::joining) ||
                             atoms_.has(sign, Role::to) || after_range_sign(sign) != sign;
        if (!is_choice && !(is_list && is_marked)) return std::nullopt;
        const std::size_t next = after_date_mark(after_articles(sign + 1));
        if (auto written = day_month(next)) {
            written->day = first.day;
            if (!is_choice) written->end = first.end;
            return written;
        }
        day = day_at(next);
        if (day.end == next) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace antre::language
