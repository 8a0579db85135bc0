#include "language/times.h"

namespace antre::language {

namespace {

constexpr int hour_minutes = 60;
constexpr int day_minutes = 24 * hour_minutes;
constexpr int half_day = 12;
constexpr int quarter_minutes = 15;
constexpr int office_opens = 7;  // hours that no word marks are of the office
constexpr int office_closes = 17;

// Hours without more are office hours: 7-12 as they are, 1-6 in the afternoon.
int office_hour(int hour) {
    return hour >= 1 && hour <= 6 ? hour + half_day : hour;
}

int hour_in(int hour, Daypart daypart) {
    switch (daypart) {
    case Daypart::pagi: return hour;
    case Daypart::siang: return hour >= 1 && hour <= 5 ? hour + half_day : hour;
    case Daypart::sore: return hour >= 1 && hour <= 7 ? hour + half_day : hour;
    case Daypart::malam:
        if (hour == half_day) return 0;
        return hour >= 5 && hour < half_day ? hour + half_day : hour;
    }
    return hour;
}

}  // namespace

std::size_t TimeFinder::after_hour_marks(std::size_t at) const {
    while (atoms_.has(at, Role::hour_mark)) {
        ++at;
        if (atoms_.is_mark(at, '.') || atoms_.is_mark(at, ':')) ++at;
        if (atoms_.is_called(at, "tetap") && atoms_.is_number(at + 1)) ++at;  // jamnya tetap 9
    }
    return at;
}

// jam 1/2 9: the half as it is written. Gives the atom behind it, else `at`.
std::size_t TimeFinder::after_written_half(std::size_t at) const {
    const bool is_half = atoms_.is_number(at) && atoms_[at].value == 1 &&
                         atoms_.is_mark(at + 1, '/') && atoms_.is_number(at + 2) &&
                         atoms_[at + 2].value == 2 && atoms_[at + 2].is_glued;
    return is_half && at > 0 && atoms_.has(at - 1, Role::hour_mark) ? at + 3 : at;
}

// kurang 15 menit jam 10, lewat seperempat jam 9
std::optional<TimeFinder::Reading> TimeFinder::offset_first(std::size_t at) const {
    const bool is_minus = atoms_.has(at, Role::minus);
    if (!is_minus && !atoms_.has(at, Role::plus)) return std::nullopt;
    const bool is_quarter = atoms_.has(at + 1, Role::quarter);
    const bool has_minutes = atoms_.is_number(at + 1) && atoms_[at + 1].value < hour_minutes &&
                             atoms_.has(at + 2, Role::minute_unit);
    if (!is_quarter && !has_minutes) return std::nullopt;
    const std::size_t mark = at + (is_quarter ? 2 : 3);
    const std::size_t number = after_hour_marks(mark);
    if (number == mark || !atoms_.is_number(number)) return std::nullopt;
    auto found = hour(number, TimeStyle::open, true);
    if (!found || found->minute != 0) return std::nullopt;
    const int minutes = is_quarter ? quarter_minutes : static_cast<int>(atoms_[at + 1].value);
    const int total = found->hour * hour_minutes + (is_minus ? -minutes : minutes);
    if (total < 0) return std::nullopt;
    found->hour = total / hour_minutes;
    found->minute = total % hour_minutes;
    return found;
}

// setengah 9, stgh sembilan, half past nine, half nine, quarter to ten
std::optional<TimeFinder::Reading> TimeFinder::half_or_quarter(std::size_t at) const {
    Reading reading;
    reading.has_sign = true;
    const auto hour_at = [&](std::size_t i) {
        return atoms_.is_number(i) && atoms_[i].value >= 1 && atoms_[i].value <= 24 &&
               atoms_[i].digits <= 2;
    };
    const bool is_english_half = atoms_.has(at, Role::half_after);
    const bool is_quarter = atoms_.has(at, Role::quarter);
    const std::size_t fraction = after_written_half(at);
    const std::size_t next = fraction != at ? fraction : after_hour_marks(at + 1);
    if ((atoms_.has(at, Role::half_before) || fraction != at) && hour_at(next)) {
        reading.hour = static_cast<int>(atoms_[next].value) - 1;
        if (reading.hour == 0) reading.hour = half_day;
        reading.minute = 30;
        reading.end = next + 1;
        return reading;
    }
    if (!is_english_half && !is_quarter) return std::nullopt;
    const bool is_past = atoms_.has(at + 1, Role::plus);
    const bool is_to =
        is_quarter && (atoms_.has(at + 1, Role::minus) || atoms_.has(at + 1, Role::to) ||
                       atoms_.is_called(at + 1, "of"));
    const std::size_t number = at + (is_past || is_to ? 2 : 1);
    if (!hour_at(number) || (is_quarter && !is_past && !is_to)) return std::nullopt;
    reading.hour = static_cast<int>(atoms_[number].value) - (is_to ? 1 : 0);
    reading.minute = is_english_half ? 30 : is_to ? 45 : 15;
    reading.end = number + 1;
    return reading;
}

// twenty past ten, 10 past 9, at five to ten; "ten to eleven" alone is a range
std::optional<TimeFinder::Reading> TimeFinder::minutes_first(std::size_t at, bool is_marked) const {
    const bool has_minutes = atoms_.is_number(at) && atoms_[at].digits <= 2 &&
                             atoms_[at].value >= 5 && atoms_[at].value < hour_minutes;
    const std::size_t sign = at + 1 + (atoms_.has(at + 1, Role::minute_unit) ? 1 : 0);
    if (!has_minutes || sign >= atoms_.size()) return std::nullopt;
    if (atoms_[sign].speech != Speech::english) return std::nullopt;
    const bool is_past = atoms_.has(sign, Role::plus);
    const bool is_hour_no = atoms_[at].value > half_day || sign > at + 1 || is_marked;
    const bool is_round = atoms_[at].value % 5 == 0 || sign > at + 1;  // "at 9 to 11" is a range
    const bool is_to = atoms_.has(sign, Role::to) && is_hour_no && is_round;
    const bool has_hour = atoms_.is_number(sign + 1) && atoms_[sign + 1].digits <= 2 &&
                          atoms_[sign + 1].value >= 1 && atoms_[sign + 1].value <= half_day;
    if ((!is_past && !is_to) || !has_hour) return std::nullopt;
    Reading reading;
    reading.has_sign = true;
    const auto minutes = static_cast<int>(atoms_[at].value);
    reading.hour = static_cast<int>(atoms_[sign + 1].value) - (is_to ? 1 : 0);
    if (reading.hour == 0) reading.hour = half_day;
    reading.minute = is_to ? hour_minutes - minutes : minutes;
    reading.end = sign + 2;
    return reading;
}

// "empat lima" as people spell minutes digit by digit; 0 where it is none.
int TimeFinder::tens_and_units(std::size_t at) const {
    const auto digit_at = [&](std::size_t i) {
        const bool is_digit = atoms_.is_number(i) && atoms_[i].digits == 0 && atoms_[i].value < 10;
        return is_digit ? static_cast<int>(atoms_[i].value) : 0;
    };
    const int tens = digit_at(at);
    const int units = digit_at(at + 1);
    const bool is_counted = atoms_.has(at + 2, Role::person_unit);
    return tens >= 1 && tens <= 5 && units == 5 && !is_counted ? tens * 10 + units : 0;
}

// nine thirty, eleven fifteen: an hour and its minutes as they are spoken; in free text in English
// alone, since "dua tiga puluh" is of other things too.
bool TimeFinder::is_spoken_pair(std::size_t at, TimeStyle style) const {
    const auto is_spoken = [&](std::size_t i) {
        return atoms_.is_number(i) && atoms_[i].digits == 0 && !atoms_[i].is_ordinal &&
               (style == TimeStyle::form || atoms_[i].speech == Speech::english);
    };
    if (!is_spoken(at) || !is_spoken(at + 1)) return false;
    const auto minutes = atoms_[at + 1].value;
    return atoms_[at].value >= 1 && atoms_[at].value <= half_day && minutes >= 10 &&
           minutes < hour_minutes && minutes % 5 == 0 && !atoms_.has(at + 2, Role::person_unit);
}

// "besok 0930", "tmr 930", "pindah ke 1330": digits right behind a day or what is turned to.
bool TimeFinder::is_behind_day(std::size_t at) const {
    if (at == 0) return false;
    const bool is_aim = atoms_.has(at - 1, Role::to) && atoms_[at].digits == 4;
    if (atoms_[at - 1].found != Placeholder::date && !is_aim) return false;
    const auto hour = atoms_[at].value / 100;
    return hour >= office_opens && hour <= office_closes && atoms_[at].value % 5 == 0;
}

// The minutes written behind an hour: 8.30, 08:30, jam 9 30
TimeFinder::Reading
TimeFinder::with_minutes(Reading reading, std::size_t at, bool is_marked) const {
    const auto minute_at = [&](std::size_t i) {
        return atoms_.is_number(i) && atoms_[i].digits == 2 && atoms_[i].value < hour_minutes;
    };
    const bool has_colon = atoms_.is_mark(at, ':');
    const bool has_mark = has_colon || atoms_.is_mark(at, '.') || atoms_.is_mark(at, ',') ||
                          atoms_.is_mark(at, ';') || (is_marked && atoms_.is_mark(at, '-'));
    const bool is_tight = has_mark && atoms_[at].is_glued;
    // 27.11.2026 and 1.000.000 are no times
    const bool goes_on = (atoms_.is_mark(at + 2, '.') || atoms_.is_mark(at + 2, '/')) &&
                         atoms_.is_number(at + 3) && atoms_[at + 3].is_glued;
    if (is_tight && minute_at(at + 1) && atoms_[at + 1].is_glued && !goes_on &&
        !(atoms_.is_mark(at, ';') && !is_marked) &&
        !((atoms_.is_mark(at, ',') || atoms_.is_mark(at, '-')) && !is_marked)) {
        if (atoms_.is_mark(at, '-') && atoms_[at + 1].value <= 24) return reading;  // jam 9-10
        reading.minute = static_cast<int>(atoms_[at + 1].value);
        reading.end = at + 2;
        reading.has_sign = true;
        return reading;
    }
    if (const int tens = tens_and_units(at); is_marked && tens > 0) {  // jam delapan empat lima
        reading.minute = tens;
        reading.end = at + 2;
        return reading;
    }
    const bool follows = is_marked && atoms_.is_number(at) && atoms_[at].value < hour_minutes &&
                         atoms_[at].value % 5 == 0 && atoms_[at].value >= 5 &&
                         (atoms_[at].digits == 2 || atoms_[at].digits == 0) &&
                         !atoms_.has(at + 1, Role::person_unit) &&
                         !atoms_.has(at + 1, Role::date_mark) &&
                         atoms_.day_kind(at + 1) != DayKind::month;
    if (follows) {
        reading.minute = static_cast<int>(atoms_[at].value);
        reading.end = at + 1;
    }
    return reading;
}

std::optional<TimeFinder::Reading>
TimeFinder::hour(std::size_t at, TimeStyle style, bool is_marked) const {
    if (!atoms_.is_number(at) || atoms_[at].is_ordinal) return std::nullopt;
    if (is_spoken_pair(at, style)) is_marked = true;
    if (atoms_[at].is_weak && !is_marked && style == TimeStyle::open) return std::nullopt;
    const Atom& number = atoms_[at];
    const auto value = static_cast<int>(number.value % 10'000);
    Reading reading;
    const bool is_noon = number.word != 0 && atoms_.lexicon->info(number.word).name == "noon";
    reading.has_sign = is_marked || is_noon || style == TimeStyle::form;
    reading.end = at + 1;
    if (number.digits == 3 || number.digits == 4) {
        const bool has_zero = number.digits == 4 && value < 1000;
        const bool has_suffix = is_clock_suffix(at + 1) || atoms_.has(at + 1, Role::am) ||
                                atoms_.has(at + 1, Role::pm) || is_behind_day(at);
        if (!reading.has_sign && !has_zero && !has_suffix) return std::nullopt;
        reading.hour = value / 100;
        reading.minute = value % 100;
        reading.has_sign = true;
    } else if (number.digits <= 2 && value <= 24) {
        reading.hour = value;
        reading = with_minutes(reading, at + 1, is_marked);
        if (reading.end == at + 1 && number.digits == 2 && value < 7 && value > 0 && !is_marked) {
            reading.has_sign = style == TimeStyle::form;
        }
    } else {
        return std::nullopt;
    }
    if (reading.hour > 24 || reading.minute >= hour_minutes) return std::nullopt;
    const bool has_h =
        reading.end == at + 1 && atoms_.is_called(at + 1, "h") && atoms_[at + 1].is_glued;
    if (has_h && number.digits <= 2) {  // 10h, 14h30
        const bool has_minutes = atoms_.is_number(at + 2) && atoms_[at + 2].is_glued &&
                                 atoms_[at + 2].digits == 2 && atoms_[at + 2].value < hour_minutes;
        if (has_minutes) reading.minute = static_cast<int>(atoms_[at + 2].value);
        reading.end = at + (has_minutes ? 3 : 2);
        reading.has_sign = true;
    }
    const bool has_leading_zero = number.digits >= 2 && atoms_.plain(at).front() == '0';
    if (has_leading_zero && reading.hour >= 5) reading.is_exact = true;
    return reading;
}

// jam 10 kurang 15, jam 8 lewat seperempat, jam 9 lebih sepuluh menit
TimeFinder::Reading TimeFinder::with_offset(Reading reading) const {
    const std::size_t at = reading.end;
    const bool is_quarter = atoms_.has(at, Role::quarter) && reading.minute == 0 &&
                            !atoms_.has(at + 1, Role::hour_unit);
    if (is_quarter) {  // jam delapan seperempat
        reading.minute = 15;
        reading.end = at + 1;
        return reading;
    }
    const bool is_minus = atoms_.has(at, Role::minus);
    if (!is_minus && !atoms_.has(at, Role::plus)) return reading;
    int minutes = 0;
    std::size_t end = at + 1;
    if (atoms_.has(end, Role::quarter)) {
        minutes = 15;
        ++end;
    } else if (atoms_.has(end, Role::half_before)) {
        minutes = 30;
        ++end;
    } else if (atoms_.is_number(end) && atoms_[end].value < hour_minutes) {
        minutes = static_cast<int>(atoms_[end].value);
        ++end;
    } else {
        return reading;
    }
    if (atoms_.has(end, Role::minute_unit)) ++end;
    if (is_minus && reading.hour == 1 && !reading.is_exact) reading.hour += half_day;
    const int total =
        reading.hour * hour_minutes + reading.minute + (is_minus ? -minutes : minutes);
    if (total < 0) return reading;
    reading.hour = total / hour_minutes;
    reading.minute = total % hour_minutes;
    reading.end = end;
    return reading;
}

// WIB, sharp, an, ish; "1400hrs", though hrs is also a short form of harus
bool TimeFinder::is_clock_suffix(std::size_t at) const {
    if (atoms_.has(at, Role::clock_suffix)) return true;
    return at > 0 && atoms_.is_word(at) && atoms_.is_number(at - 1) && atoms_.plain(at) == "hrs";
}

TimeFinder::Reading TimeFinder::with_suffix(Reading reading) const {
    if (atoms_.is_mark(reading.end, '-') && atoms_.is_called(reading.end + 1, "ish")) {
        ++reading.end;  // nine-ish
    }
    while (is_clock_suffix(reading.end)) {
        reading.has_sign = true;
        ++reading.end;
    }
    // two in the afternoon
    const std::size_t part = reading.end + (atoms_.is_called(reading.end + 1, "the") ? 2 : 1);
    const bool is_in_part =
        (atoms_.is_called(reading.end, "in") || atoms_.is_called(reading.end, "di")) &&
        atoms_.day_kind(part) == DayKind::daypart;
    if (is_in_part) reading.end = part;
    const bool is_morning = atoms_.has(reading.end, Role::also_morning);
    if (atoms_.has(reading.end, Role::am) || atoms_.has(reading.end, Role::pm)) {
        const bool is_pm = atoms_.has(reading.end, Role::pm);
        if (reading.hour <= half_day) {
            reading.hour = reading.hour % half_day + (is_pm ? half_day : 0);
        }
        reading.is_exact = reading.has_sign = true;
        ++reading.end;
    } else if (is_morning || atoms_.day_kind(reading.end) == DayKind::daypart) {
        const auto daypart =
            is_morning ? Daypart::pagi : static_cast<Daypart>(atoms_.day_value(reading.end));
        reading.hour = hour_in(reading.hour, daypart);
        reading.is_exact = reading.has_sign = true;
        ++reading.end;
    }
    while (is_clock_suffix(reading.end)) {
        ++reading.end;
    }
    return reading;
}

std::optional<TimeFinder::Reading>
TimeFinder::reading(std::size_t at, TimeStyle style, bool is_marked) const {
    auto found = half_or_quarter(at);
    if (!found) found = offset_first(at);
    if (!found) found = minutes_first(at, is_marked);
    if (!found) found = hour(at, style, is_marked);
    if (!found) return std::nullopt;
    found = with_suffix(with_offset(*found));
    // jam 9 malam lewat 10
    found = with_offset(*found);
    if (!found->is_exact) found->hour = office_hour(found->hour);
    if (found->hour == 24) found->hour = 0;
    return found;
}

// 9-11, jam 9 sampai jam 11, antara jam 9 sama jam 10, 9 to 11am: where the second hour begins
// behind the first, which ends at `end`; `end` if none follows.
std::size_t TimeFinder::second_end(std::size_t begin, std::size_t end) const {
    if (atoms_.is_mark(end, '-')) return end + 1;
    if (atoms_.has(end, Role::until)) return end + 1 + (atoms_.is_mark(end + 1, '.') ? 1 : 0);
    const bool is_between = begin > 0 && atoms_.has(begin - 1, Role::between) &&
                            (atoms_.has(end, Role::joining) || atoms_.has(end, Role::with));
    const bool is_led = begin == 0 || atoms_.has(begin - 1, Role::from) ||
                        atoms_.has(begin - 1, Role::between) ||
                        atoms_[begin - 1].found == Placeholder::date;
    const bool is_to = is_led && atoms_.is_called(end, "to") && atoms_.is_number(end + 1);
    return is_between || is_to ? end + 1 : end;
}

std::optional<TimeFound> TimeFinder::at(std::size_t begin, TimeStyle style) const {
    if (!atoms_.is_free(begin)) return std::nullopt;
    const std::size_t at = after_hour_marks(begin);
    const bool is_marked = at != begin;
    auto from = reading(at, style, is_marked);
    if (!from) return std::nullopt;
    TimeFound found{begin, from->end, {}, std::nullopt, std::nullopt};
    const std::size_t sign = second_end(begin, from->end);
    const bool is_range = sign != from->end;
    const std::size_t second = is_range ? after_hour_marks(sign) : sign;
    const bool second_is_marked = is_range && second != sign;
    bool has_sign = from->has_sign;
    std::optional<Reading> to;
    if (is_range) {
        to = reading(second, TimeStyle::form, second_is_marked);
        if (to && (atoms_.has(to->end, Role::person_unit) ||
                   atoms_.day_kind(to->end) == DayKind::month)) {
            to = std::nullopt;
        }
        if (to && to->is_exact && !from->is_exact && to->hour >= half_day && from->hour >= 7 &&
            from->hour < half_day && to->hour - from->hour > 10) {
            from->hour += half_day;
        }
        const bool is_told = begin > 0 && (atoms_.has(begin - 1, Role::between) ||
                                           atoms_[begin - 1].found == Placeholder::date ||
                                           atoms_.is_called(begin - 1, "from"));
        has_sign = has_sign || (to && (second_is_marked || to->is_exact || is_told));
    }
    if (!has_sign) return std::nullopt;
    const int first_minutes = from->hour * hour_minutes + from->minute;
    found.time = clock_time(from->hour, from->minute);
    if (to) {
        int last_minutes = to->hour * hour_minutes + to->minute;
        if (last_minutes < first_minutes) last_minutes += half_day * hour_minutes;
        if (last_minutes > first_minutes && last_minutes < day_minutes) {
            found.time_to = MinuteOfDay{static_cast<std::int16_t>(last_minutes)};
            found.end = to->end;
            found.is_from_to =
                atoms_.is_called(sign - 1, "to") && begin > 0 && atoms_.has(begin - 1, Role::from);
        }
    }
    return found;
}

}  // namespace antre::language
