// The part of TimeFinder that reads lengths of time: 20 menit, setengah jam, an hour and a half.

#include "language/times.h"

namespace antre::language {

namespace {

constexpr int hour_minutes = 60;
constexpr int half_minutes = 30;
constexpr int quarter_minutes = 15;

}  // namespace

// sejam setengah, an hour and a half, satu jam seperempat, an hour and a quarter: the part behind.
LengthFound TimeFinder::found_with_part(LengthFound whole) const {
    std::size_t part = whole.end;
    if (atoms_.has(part, Role::joining)) part += atoms_.has(part + 1, Role::of) ? 2 : 1;
    const bool is_half = atoms_.has(part, Role::half_before) || atoms_.has(part, Role::half_after);
    if (!is_half && !atoms_.has(part, Role::quarter)) return whole;
    if (atoms_.has(part + 1, Role::hour_unit)) return whole;
    return {whole.begin, part + 1, whole.minutes + (is_half ? half_minutes : quarter_minutes)};
}

// 20 menit, setengah jam, 1,5 jam, sejam setengah, half an hour, an hour and a half
std::optional<LengthFound> TimeFinder::length(std::size_t begin) const {
    const auto unit_minutes = [&](std::size_t i) {
        // "20 min late": elsewhere, as in "tgl 20 min", it is how one addresses an admin
        const bool is_marked =
            i > 1 && (atoms_.has(i - 2, Role::date_mark) || atoms_.has(i - 2, Role::hour_mark));
        const bool is_min = atoms_.is_called(i, "min") && i > 0 && atoms_.is_number(i - 1) &&
                            atoms_[i - 1].value >= 5 && atoms_[i - 1].value % 5 == 0 && !is_marked;
        if (is_min || atoms_.has(i, Role::minute_unit)) return 1;
        return atoms_.has(i, Role::hour_unit) ? hour_minutes : 0;
    };
    const auto is_clock = [&](std::size_t unit) {
        // "tgl 2 jam 9": the word is the mark of what follows
        const bool has_mark = atoms_.is_mark(unit + 1, '.') || atoms_.is_mark(unit + 1, ':');
        const std::size_t next = unit + (has_mark ? 2 : 1);
        return atoms_.has(unit, Role::hour_mark) &&
               (atoms_.is_number(next) || atoms_.has(next, Role::half_before) ||
                atoms_.has(next, Role::question));
    };
    const auto found = [&](std::size_t end, int minutes) {
        return LengthFound{begin, end, minutes};
    };
    std::size_t at = begin;
    // tiga perempat jam, three quarters of an hour
    if (atoms_.is_number(at) && atoms_[at].value == 3 && atoms_.is_called(at + 1, "quarter")) {
        const std::size_t unit = at + (atoms_.has(at + 2, Role::of) ? 3 : 2);
        if (atoms_.has(unit, Role::hour_unit)) return found(unit + 1, 3 * quarter_minutes);
    }
    const bool is_half = atoms_.has(at, Role::half_before) || atoms_.has(at, Role::half_after);
    const bool is_quarter = atoms_.has(at, Role::quarter);
    if (is_half || is_quarter) {
        const std::size_t unit = at + (atoms_.has(at + 1, Role::of) ? 2 : 1);
        if (atoms_.has(unit, Role::hour_unit) && !is_clock(unit)) {
            return found(unit + 1, is_half ? half_minutes : quarter_minutes);
        }
        return std::nullopt;
    }
    if (atoms_.is_word(at) && unit_minutes(at) > 0 &&
        atoms_.lexicon->info(atoms_[at].word).number == 1) {  // sejam
        return found_with_part({begin, at + 1, unit_minutes(at)});
    }
    if (!atoms_.is_number(at) || atoms_[at].value > 600) return std::nullopt;
    const auto amount = static_cast<int>(atoms_[at].value);
    if ((atoms_.is_mark(at + 1, ',') || atoms_.is_mark(at + 1, '.')) && atoms_.is_number(at + 2) &&
        atoms_[at + 2].value == 5 && unit_minutes(at + 3) > 1) {
        return found(at + 4, amount * hour_minutes + half_minutes);
    }
    if (atoms_.has(at + 1, Role::half_before) && atoms_.has(at + 2, Role::hour_unit)) {
        return found(at + 3, amount * hour_minutes + half_minutes);  // satu setengah jam
    }
    // 1 1/2 jam
    if (atoms_.is_number(at + 1) && atoms_[at + 1].value == 1 && atoms_.is_mark(at + 2, '/') &&
        atoms_.is_number(at + 3) && atoms_[at + 3].value == 2 && unit_minutes(at + 4) > 1) {
        return found(at + 5, amount * hour_minutes + half_minutes);
    }
    // 15-20 menit: the longer
    if (atoms_.is_mark(at + 1, '-') && atoms_.is_number(at + 2) && atoms_[at + 2].value < 600 &&
        unit_minutes(at + 3) > 0 && !is_clock(at + 3)) {
        return found(at + 4, static_cast<int>(atoms_[at + 2].value) * unit_minutes(at + 3));
    }
    const int unit = unit_minutes(at + 1);
    const bool is_day = at > 0 && atoms_.has(at - 1, Role::date_mark);  // tgl 4 jam sama
    if (unit == 0 || is_day || is_clock(at + 1)) return std::nullopt;
    const std::size_t end = at + 2;
    const int minutes = amount * unit;
    if (unit != hour_minutes) return found(end, minutes);
    if (atoms_.is_number(end) && unit_minutes(end + 1) == 1) {
        return found(end + 2, minutes + static_cast<int>(atoms_[end].value % hour_minutes));
    }
    return found_with_part({begin, end, minutes});
}

}  // namespace antre::language
