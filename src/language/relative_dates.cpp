// The part of DateFinder that knows weekdays and weeks: besok, jumat depan, rabu dua minggu lagi,
// Thursday week, minggu depan, akhir pekan.

#include "language/dates.h"

namespace antre::language {

namespace {

constexpr int week_days = 7;

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
           atoms_.has(at - 1, Role::current) || atoms_.has(at - 1, Role::coming) ||
           atoms_.has(at - 1, Role::from) || atoms_.has(at - 1, Role::intended) ||
           atoms_.has(at - 1, Role::until) || atoms_.is_mark(at - 1, '-') ||
           atoms_.is_called(at - 1, "ganti") || atoms_.is_called(at - 1, "pindah") ||
           atoms_.has(next, Role::hour_mark) || atoms_.day_kind(next) == DayKind::daypart;
}

std::optional<DateFound> DateFinder::relative(std::size_t begin) const {
    const bool has_day_mark = atoms_.has(begin, Role::day_mark);
    const std::size_t at = begin + (has_day_mark ? 1 : 0);
    DateFound found;
    found.begin = begin;
    if (atoms_.day_kind(at) == DayKind::offset && !is_morning(at)) {
        found.date = today_ + atoms_.day_value(at);
        found.end = at + 1;
        if (const int weeks = weeks_later(at + 1); weeks > 0) {  // tomorrow week
            found.date = found.date + weeks * week_days;
            ++found.end;
        }
        // "senin besok" names the weekday and is read there; here besok stands first.
        return found;
    }
    if (atoms_.has(begin, Role::past_day)) {
        found.is_past = true;
        found.end = begin + 1;
        return found;
    }
    if (auto day = day_beside(begin)) return day;
    if (auto day = counted_from_day(begin)) return day;
    if (auto days = coming_units(begin)) return days;
    if (auto units = counted_units(begin)) return units;
    if (auto day = nth_in_month(begin)) return day;
    if (auto days = week_of_day(begin)) return days;
    if (auto day = weekday(begin)) return day;
    if (auto days = week(begin)) return days;
    if (auto days = part_of_month(begin)) return days;
    if (auto days = part_of_year(begin)) return days;
    if (auto days = whole_month(begin)) return days;
    return feast(begin);
}

// "senin enjing", "jam 8 isuk": behind a day or an hour some words for tomorrow are the morning.
bool DateFinder::is_morning(std::size_t at) const {
    if (at == 0 || !atoms_.has(at, Role::also_morning)) return false;
    const DayKind before = atoms_.day_kind(at - 1);
    return atoms_[at - 1].kind == AtomKind::number || atoms_[at - 1].found == Placeholder::date ||
           before == DayKind::weekday || before == DayKind::offset;
}

// "Thursday week", "tomorrow week", "Friday fortnight": how many weeks behind that day.
int DateFinder::weeks_later(std::size_t at) const {
    if (atoms_.is_called(at, "fortnight")) return 2;
    return atoms_.is_called(at, "week") && atoms_[at].speech == Speech::english ? 1 : 0;
}

// the week of 7 December, week commencing the 7th
std::optional<DateFound> DateFinder::week_of_day(std::size_t begin) const {
    if (!atoms_.is_called(begin, "week")) return std::nullopt;
    const std::size_t link = begin + 1;
    if (!atoms_.is_called(link, "of") && !atoms_.has(link, Role::starting)) return std::nullopt;
    const std::size_t at = after_articles(link + 1);
    if (atoms_.is_called(at, "week")) return std::nullopt;
    const auto day = single(at, DateStyle::open);
    if (!day || day->is_past || day->is_impossible || day->date_to) return std::nullopt;
    DateFound found;
    found.begin = begin;
    found.end = day->end;
    found.is_week = true;
    found.date = day->date - static_cast<int>(weekday_of(day->date));
    found.date_to = found.date + (week_days - 1);
    if (found.date < today_) found.date = today_;
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
    if (atoms_.has(at, Role::week_unit) && atoms_.has(at + 1, Role::after) &&
        atoms_.has(at + 2, Role::next)) {
        units = 2;  // the week after next
        return at + 3;
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
    // sabtu, minggu depan; sabtu pagi minggu depan; Friday of next week
    const bool has_gap = atoms_.is_mark(at, ',') || atoms_.day_kind(at) == DayKind::daypart;
    const std::size_t space = has_gap ? at + 1 : after_articles(at);
    if (const std::size_t after = after_unit_modifier(space, which.weeks); after != space) {
        which.end = after;
        return which;
    }
    if (atoms_.has(at, Role::after) && atoms_.has(at + 1, Role::next)) {
        which.weeks = 2;  // Friday after next
        which.end = at + 2;
        return which;
    }
    which.weeks_later = weeks_later(at);
    if (atoms_.has(at, Role::next)) which.weeks = 1;
    which.is_this = which.weeks < 0 && atoms_.has(at, Role::current);
    which.is_past = atoms_.has(at, Role::ago) || atoms_.has(at, Role::past_day);
    // senin besok: the coming Monday
    const bool is_coming = atoms_.has(at, Role::coming) ||
                           (atoms_.day_kind(at) == DayKind::offset && atoms_.day_value(at) == 1 &&
                            !atoms_.has(at, Role::also_morning));
    const bool is_said =
        which.weeks == 1 || which.is_this || which.is_past || which.weeks_later > 0;
    if (is_said || is_coming) ++which.end;
    return which;
}

// Whether nothing stands at `at` that could belong to a number before it.
bool DateFinder::ends_value(std::size_t at) const {
    return at >= atoms_.size() || atoms_[at].kind == AtomKind::line_end ||
           atoms_.has(at, Role::hour_mark) || atoms_.has(at, Role::filler) ||
           (atoms_[at].kind == AtomKind::mark && !atoms_.is_mark(at, ':') &&
            !(at + 1 < atoms_.size() && atoms_[at + 1].is_glued));
}

// (jumat) 27 november, (senin) tgl 30: the date that is written counts
std::optional<DateFound> DateFinder::date_behind(std::size_t begin, std::size_t end) const {
    std::size_t inner = end;
    if (atoms_.is_mark(inner, ',') || atoms_.is_mark(inner, '(') || atoms_.is_mark(inner, '.') ||
        atoms_.is_mark(inner, '/')) {
        ++inner;
    }
    if (atoms_.has(inner, Role::of)) ++inner;  // friday the 4th
    const bool is_ordinal = atoms_.is_number(inner) && atoms_[inner].digits > 0 &&
                            atoms_.has(inner + 1, Role::ordinal_suffix) &&
                            atoms_[inner + 1].is_glued;
    // "kamis 3" where the third is a Thursday
    const Day bare = day_at(inner);
    const bool is_alone = bare.end != inner && atoms_[inner].digits > 0 &&
                          atoms_.day_kind(inner - 1) == DayKind::weekday && ends_value(bare.end);
    if (is_alone) {
        const auto day = day_of_month(begin, bare.day, bare.end);
        const int weekday = atoms_.day_value(inner - 1);
        if (day && !day->is_impossible && static_cast<int>(weekday_of(day->date)) == weekday) {
            return day;
        }
    }
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
        found.is_of_said_week = true;
    } else if (which.is_this && monday() + day >= today_) {
        found.date = monday() + day;
    } else {
        found.date = today_ + (ahead == 0 ? week_days : ahead);
        found.date = found.date + which.weeks_later * week_days;
        found.is_bare_weekday = found.end == at + 1;
    }
    return found;
}

// minggu depan, minggu ini, next week, weekend
std::optional<DateFound> DateFinder::week(std::size_t begin) const {
    DateFound found;
    found.begin = begin;
    int weeks = 0;
    std::size_t at = begin;
    const bool is_end_of_week =  // akhir minggu
        atoms_.is_called(at, "akhir") && atoms_.is_called(at + 1, "minggu") &&
        !atoms_.is_number(at + 2);
    const bool is_weekend = atoms_.has(at, Role::weekend) || is_end_of_week;
    const bool is_next_weekend = atoms_.has(at, Role::next) && atoms_.has(at + 1, Role::weekend);
    if (is_weekend || is_next_weekend) {
        at += is_weekend && !is_end_of_week ? 1 : 2;
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
        found.is_week = true;
        found.date_to = found.date + (week_days - 1);
        if (found.date < today_) found.date = today_;
        found.end = after;
        return found;
    }
    return std::nullopt;
}

}  // namespace antre::language
