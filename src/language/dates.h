#pragma once

// Dates as people write them: 3 desember, 4/12, 27112026, besok, jumat depan, awal bulan. Order is
// always day-month; what is not said (month, year, week) is the next that comes. A finder reads the
// atoms at one place and says what stands there; it changes nothing.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "foundation/time.h"
#include "language/atoms.h"

namespace antre::language {

struct DateFound {
    std::size_t begin = 0;  // atoms
    std::size_t end = 0;
    LocalDate date;
    std::optional<LocalDate> date_to;
    std::optional<YearMonthDay> written;  // day, month and perhaps year as typed; year 0 if none
    std::uint8_t year_digits = 0;         // 2 or 4 where a year is typed
    bool is_inferred = false;             // something was guessed
    bool is_impossible = false;           // on no calendar
    bool is_past = false;                 // kemarin, 3 hari lalu: no date of ours
};

// What the caller allows to stand for a date.
enum class DateStyle : std::uint8_t {
    open,  // free text: digits alone need a sign that they are a date
    form,  // a form or an answer to "which date": 140590 and 25 1 87 are dates
};

class DateFinder {
public:
    // REQUIRES: atoms outlive the finder.
    DateFinder(const Atoms& atoms, LocalDate today)
        : atoms_(atoms)
        , today_(today) {}

    [[nodiscard]] std::optional<DateFound> at(std::size_t begin, DateStyle style) const;
    // A bare number as a day of the month, for an answer to "which date".
    [[nodiscard]] std::optional<DateFound> day_alone(std::size_t begin) const;

private:
    struct Written {
        int day = 0;
        int month = 0;
        int year = 0;
        std::uint8_t year_digits = 0;
        std::size_t end = 0;
    };

    [[nodiscard]] std::optional<DateFound> single(std::size_t begin, DateStyle style) const;
    [[nodiscard]] std::optional<Written> compact(std::size_t at, DateStyle style) const;
    [[nodiscard]] std::optional<Written>
    separated(std::size_t at, DateStyle style, std::size_t mark_end) const;
    [[nodiscard]] std::optional<Written> day_month(std::size_t at) const;
    [[nodiscard]] std::optional<Written> month_day(std::size_t at) const;
    [[nodiscard]] std::optional<Written> with_year(Written written) const;
    [[nodiscard]] std::optional<DateFound> resolved(std::size_t begin, Written written) const;
    [[nodiscard]] std::optional<DateFound> day_of_named_month(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> marked_day(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound>
    day_of_month(std::size_t begin, int day, std::size_t end) const;
    [[nodiscard]] std::optional<DateFound> range_of_days(std::size_t begin) const;

    [[nodiscard]] std::optional<DateFound> relative(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> counted_units(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> weekday(std::size_t begin) const;
    // Which week a weekday is of, as said before or behind it; -1 if nothing is said.
    struct WhichWeek {
        std::size_t end = 0;
        int weeks = -1;
        bool is_this = false;
        bool is_past = false;
    };
    [[nodiscard]] WhichWeek week_before(std::size_t at) const;
    [[nodiscard]] WhichWeek week_behind(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> date_behind(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::optional<DateFound> week(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> part_of_month(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> whole_month(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> feast(std::size_t begin) const;

    [[nodiscard]] std::size_t after_date_mark(std::size_t at) const;
    [[nodiscard]] std::size_t after_companion(std::size_t at) const;
    [[nodiscard]] std::size_t after_unit_modifier(std::size_t at, int& units) const;
    [[nodiscard]] bool is_in_name(std::size_t at) const;
    [[nodiscard]] bool is_weekday(std::size_t at) const;
    [[nodiscard]] int month_at(std::size_t at) const;
    [[nodiscard]] bool is_range_sign(std::size_t at) const;
    [[nodiscard]] LocalDate monday() const;

    const Atoms& atoms_;
    LocalDate today_;
};

// The latest past day that fits what is written; nothing for an impossible or relative date.
std::optional<LocalDate> birth_of(const DateFound& found, LocalDate today);

}  // namespace antre::language
