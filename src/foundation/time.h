#pragma once

// Two kinds of time that never mix: an Instant on the world's line, and an office's wall clock
// (LocalDate, MinuteOfDay). Indonesia has three zones with fixed offsets and no daylight saving, so
// a zone is a value of the office and no time-zone database is needed.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace antre {

struct Milliseconds {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(Milliseconds, Milliseconds) = default;
};

constexpr Milliseconds seconds(std::int64_t n) {
    return {n * 1000};
}
constexpr Milliseconds minutes(std::int64_t n) {
    return {n * 60'000};
}
constexpr Milliseconds hours(std::int64_t n) {
    return {n * 3'600'000};
}
constexpr Milliseconds days(std::int64_t n) {
    return {n * 86'400'000};
}

// Milliseconds since 1970-01-01 UTC.
struct Instant {
    std::int64_t ms = 0;
    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant at, Milliseconds by) { return {at.ms + by.value}; }
    friend constexpr Instant operator-(Instant at, Milliseconds by) { return {at.ms - by.value}; }
    friend constexpr Milliseconds operator-(Instant a, Instant b) { return {a.ms - b.ms}; }
};

enum class Zone : std::uint8_t {
    wib,   // UTC+7, Jakarta
    wita,  // UTC+8, Makassar
    wit,   // UTC+9, Jayapura
};

constexpr Milliseconds offset_of(Zone zone) {
    return hours(7 + static_cast<int>(zone));
}
std::string_view name_of(Zone zone);  // "WIB", "WITA", "WIT"
std::optional<Zone> zone_named(std::string_view name);

enum class Weekday : std::uint8_t {
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday,
};

struct YearMonthDay {
    int year = 1970;
    int month = 1;  // 1-12
    int day = 1;    // 1-31
    friend constexpr auto operator<=>(YearMonthDay, YearMonthDay) = default;
};

// A day on an office's calendar: days since 1970-01-01.
struct LocalDate {
    std::int32_t days = 0;
    friend constexpr auto operator<=>(LocalDate, LocalDate) = default;
    friend constexpr LocalDate operator+(LocalDate date, std::int32_t n) { return {date.days + n}; }
    friend constexpr LocalDate operator-(LocalDate date, std::int32_t n) { return {date.days - n}; }
    friend constexpr std::int32_t operator-(LocalDate a, LocalDate b) { return a.days - b.days; }
};

// Nothing when the day does not exist (31 February).
std::optional<LocalDate> date_of(YearMonthDay ymd);
YearMonthDay ymd_of(LocalDate date);
Weekday weekday_of(LocalDate date);

// Minutes since local midnight, 0-1440.
struct MinuteOfDay {
    std::int16_t value = 0;
    friend constexpr auto operator<=>(MinuteOfDay, MinuteOfDay) = default;
};
constexpr MinuteOfDay clock_time(int hour, int minute) {
    return {static_cast<std::int16_t>(hour * 60 + minute)};
}

struct LocalTime {
    LocalDate date;
    MinuteOfDay minute;
    friend constexpr auto operator<=>(LocalTime, LocalTime) = default;
};

LocalTime local_time(Instant at, Zone zone);
Instant instant_of(LocalTime local, Zone zone);

// ISO 8601. `iso_instant` gives UTC ("2026-11-24T02:10:00.000Z"), `iso_local` the office's offset
// ("2026-11-27T08:20:00+07:00").
std::string iso_date(LocalDate date);
std::string iso_time(MinuteOfDay minute);  // "08:20"
std::string iso_instant(Instant at);
std::string iso_local(LocalTime local, Zone zone);
std::optional<LocalDate> parse_iso_date(std::string_view text);
std::optional<MinuteOfDay> parse_iso_time(std::string_view text);
// Takes "Z" or an offset; fractions of a second to the millisecond.
std::optional<Instant> parse_iso_instant(std::string_view text);

}  // namespace antre
