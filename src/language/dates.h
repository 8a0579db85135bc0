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
    bool is_week = false;                 // minggu depan: a weekday beside it is of that week
    bool is_counted_weeks = false;        // 2 minggu lagi: so is a weekday right behind it
    bool is_bare_weekday = false;         // kamis: of which week is not said
    bool is_of_said_week = false;         // jumat minggu depan
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
    [[nodiscard]] Written with_year(Written written) const;
    // A year as said at `at`, its end and how many digits it stands for; end `at` if none.
    struct Year {
        int year = 0;
        std::uint8_t digits = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Year named_year(std::size_t at) const;
    [[nodiscard]] Year spoken_year(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> resolved(std::size_t begin, Written written) const;
    [[nodiscard]] std::optional<DateFound> day_of_named_month(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> marked_day(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound>
    day_of_month(std::size_t begin, int day, std::size_t end) const;
    // A number as a day: 3, 3rd, tiga, the third. End `at` if there is none.
    struct Day {
        int day = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Day day_at(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> range_of_days(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> range_behind_month(std::size_t begin) const;
    [[nodiscard]] std::optional<Written>
    day_of_month_behind(std::size_t begin, std::size_t at) const;
    [[nodiscard]] bool is_move_said_before(std::size_t begin) const;
    [[nodiscard]] bool is_between(std::size_t begin) const;
    [[nodiscard]] std::size_t after_range_sign(std::size_t at) const;
    [[nodiscard]] std::size_t second_end(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool ends_value(std::size_t at) const;
    [[nodiscard]] bool is_spoken_ordinal(std::size_t begin, std::size_t at) const;
    [[nodiscard]] std::optional<DateFound>
    weekday_behind(const DateFound& found, std::size_t companion) const;

    [[nodiscard]] std::optional<DateFound> relative(std::size_t begin) const;
    // "3 hari", "seminggu", "a fortnight": how many of which unit.
    struct Units {
        int amount = 0;
        Role unit = Role::day_unit;
        std::size_t end = 0;
    };
    [[nodiscard]] std::optional<Units> units_at(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> counted_units(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> coming_units(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> counted_from_day(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> day_beside(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound>
    counted_from(std::size_t begin, std::size_t anchor, Units units, int sign) const;
    [[nodiscard]] std::optional<DateFound> weekday(std::size_t begin) const;
    // Which week a weekday is of, as said before or behind it; -1 if nothing is said.
    struct WhichWeek {
        std::size_t end = 0;
        int weeks = -1;
        bool is_this = false;
        bool is_past = false;
        int weeks_later = 0;  // Thursday week: the one behind the coming Thursday
    };
    [[nodiscard]] bool is_morning(std::size_t at) const;
    [[nodiscard]] int weeks_later(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> week_of_day(std::size_t begin) const;
    [[nodiscard]] WhichWeek week_before(std::size_t at) const;
    [[nodiscard]] WhichWeek week_behind(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> date_behind(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::optional<DateFound> week(std::size_t begin) const;
    // A month as said at `at`: its first day, and whether it was named without a year.
    struct MonthSaid {
        YearMonthDay first;
        std::size_t end = 0;
        bool has_year = false;
        bool is_current = false;  // bulan ini
        bool is_bare = false;     // akhir bulan: this month or the next
        bool is_named = false;    // desember
    };
    [[nodiscard]] std::optional<MonthSaid> month_said(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> part_of_month(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> part_of_year(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> whole_month(std::size_t begin) const;
    // "kedua", "ke-2", "second", "terakhir" (-1); 0 if none.
    struct Nth {
        int nth = 0;
        std::size_t end = 0;
    };
    [[nodiscard]] Nth nth_at(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> nth_in_month(std::size_t begin) const;
    [[nodiscard]] std::optional<DateFound> feast(std::size_t begin) const;

    [[nodiscard]] std::size_t after_date_mark(std::size_t at) const;
    [[nodiscard]] std::size_t after_articles(std::size_t at) const;
    [[nodiscard]] std::size_t after_companion(std::size_t at) const;
    [[nodiscard]] std::size_t after_unit_modifier(std::size_t at, int& units) const;
    [[nodiscard]] bool is_in_name(std::size_t at) const;
    [[nodiscard]] bool is_weekday(std::size_t at) const;
    [[nodiscard]] int month_at(std::size_t at) const;
    [[nodiscard]] LocalDate monday() const;

    const Atoms& atoms_;
    LocalDate today_;
};

bool is_plausible_year(int year);

// The first day from today on that bears this day and month.
std::optional<LocalDate> next_day_month(int day, int month, LocalDate today);

// The latest past day that fits what is written; nothing for an impossible or relative date.
std::optional<LocalDate> birth_of(const DateFound& found, LocalDate today);

}  // namespace antre::language
