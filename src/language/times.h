#pragma once

// Times of day and lengths of time as people say them: jam 9, setengah 10, 08.30, jam 10 kurang 15,
// quarter past nine, 9-11, sebelum jam 10; 20 menit, setengah jam, an hour and a half.

#include <cstddef>
#include <optional>

#include "foundation/time.h"
#include "language/atoms.h"
#include "language/meaning.h"

namespace antre::language {

struct TimeFound {
    std::size_t begin = 0;  // atoms
    std::size_t end = 0;
    MinuteOfDay time;
    std::optional<MinuteOfDay> time_to;
    std::optional<Relation> relation;  // "jam 10 ke atas"
    bool is_from_to = false;           // "from 9 to 10": a range, or where a move begins and ends
};

struct LengthFound {
    std::size_t begin = 0;
    std::size_t end = 0;
    int minutes = 0;
};

enum class TimeStyle : std::uint8_t {
    open,  // a bare number is no time
    form,  // an answer to "which time": 9 is 09:00, 830 is 08:30
};

class TimeFinder {
public:
    // REQUIRES: atoms outlive the finder.
    explicit TimeFinder(const Atoms& atoms)
        : atoms_(atoms) {}

    [[nodiscard]] std::optional<TimeFound> at(std::size_t begin, TimeStyle style) const;
    [[nodiscard]] std::optional<LengthFound> length(std::size_t begin) const;

private:
    // A time as read, before we know whether morning or afternoon is meant.
    struct Reading {
        int hour = 0;
        int minute = 0;
        std::size_t end = 0;
        bool is_exact = false;  // 24-hour form or a half of the day is said
        bool has_sign = false;  // something says that it is a time
    };

    [[nodiscard]] std::optional<Reading>
    reading(std::size_t at, TimeStyle style, bool is_marked) const;
    [[nodiscard]] std::optional<Reading> half_or_quarter(std::size_t at) const;
    [[nodiscard]] std::optional<Reading> minutes_first(std::size_t at, bool is_marked) const;
    [[nodiscard]] std::optional<Reading>
    hour(std::size_t at, TimeStyle style, bool is_marked) const;
    [[nodiscard]] Reading with_minutes(Reading reading, std::size_t at, bool is_marked) const;
    [[nodiscard]] Reading with_offset(Reading reading) const;
    [[nodiscard]] Reading with_suffix(Reading reading) const;
    [[nodiscard]] std::size_t after_hour_marks(std::size_t at) const;
    [[nodiscard]] std::size_t after_written_half(std::size_t at) const;
    [[nodiscard]] std::optional<Reading> offset_first(std::size_t at) const;
    [[nodiscard]] int tens_and_units(std::size_t at) const;
    [[nodiscard]] bool is_spoken_pair(std::size_t at, TimeStyle style) const;
    [[nodiscard]] bool is_behind_day(std::size_t at) const;
    [[nodiscard]] bool is_clock_suffix(std::size_t at) const;
    [[nodiscard]] LengthFound found_with_part(LengthFound whole) const;
    [[nodiscard]] std::size_t second_end(std::size_t begin, std::size_t end) const;

    const Atoms& atoms_;
};

}  // namespace antre::language
