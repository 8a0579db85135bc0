#include "foundation/time.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace antre {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t minute_ms = 60'000;

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    const std::int64_t q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

// Reads exactly `width` digits at `at`; nothing if any is missing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
    if (text.size() < at + width) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, char c) {
    return at < text.size() && text[at] == c;
}

}  // namespace

std::string_view name_of(Zone zone) {
    switch (zone) {
    case Zone::wib: return "WIB";
    case Zone::wita: return "WITA";
    case Zone::wit: return "WIT";
    }
    return "WIB";
}

std::optional<Zone> zone_named(std::string_view name) {
    for (const Zone zone : {Zone::wib, Zone::wita, Zone::wit}) {
        if (name == name_of(zone)) return zone;
    }
    return std::nullopt;
}

std::optional<LocalDate> date_of(YearMonthDay ymd) {
    const std::chrono::year_month_day date{
        std::chrono::year{ymd.year},
        std::chrono::month{static_cast<unsigned>(ymd.month)},
        std::chrono::day{static_cast<unsigned>(ymd.day)}};
    if (ymd.month < 1 || ymd.day < 1 || !date.ok()) return std::nullopt;
    return LocalDate{
        static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

YearMonthDay ymd_of(LocalDate date) {
    const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date.days}}};
    return {
        static_cast<int>(ymd.year()),
        static_cast<int>(static_cast<unsigned>(ymd.month())),
        static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Weekday weekday_of(LocalDate date) {
    // 1970-01-01 was a Thursday.
    return static_cast<Weekday>(((date.days + 3) % 7 + 7) % 7);
}

LocalTime local_time(Instant at, Zone zone) {
    const std::int64_t local = at.ms + offset_of(zone).value;
    const std::int64_t day = floor_div(local, day_ms);
    return {
        {static_cast<std::int32_t>(day)},
        {static_cast<std::int16_t>((local - day * day_ms) / minute_ms)}};
}

Instant instant_of(LocalTime local, Zone zone) {
    return {local.date.days * day_ms + local.minute.value * minute_ms - offset_of(zone).value};
}

std::string iso_date(LocalDate date) {
    const YearMonthDay ymd = ymd_of(date);
    std::array<char, 32> out{};
    const int n =
        std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", ymd.year, ymd.month, ymd.day);
    return {out.data(), static_cast<std::size_t>(n)};
}

std::string iso_time(MinuteOfDay minute) {
    std::array<char, 16> out{};
    const int n =
        std::snprintf(out.data(), out.size(), "%02d:%02d", minute.value / 60, minute.value % 60);
    return {out.data(), static_cast<std::size_t>(n)};
}

std::string iso_instant(Instant at) {
    const std::int64_t day = floor_div(at.ms, day_ms);
    const auto rest = static_cast<int>(at.ms - day * day_ms);
    std::array<char, 32> out{};
    const int n = std::snprintf(
        out.data(),
        out.size(),
        "T%02d:%02d:%02d.%03dZ",
        rest / 3'600'000,
        rest / 60'000 % 60,
        rest / 1000 % 60,
        rest % 1000
    );
    return iso_date({static_cast<std::int32_t>(day)}) +
           std::string(out.data(), static_cast<std::size_t>(n));
}

std::string iso_local(LocalTime local, Zone zone) {
    std::array<char, 16> out{};
    const int n = std::snprintf(
        out.data(), out.size(), ":00+%02d:00", static_cast<int>(offset_of(zone).value / 3'600'000)
    );
    return iso_date(local.date) + "T" + iso_time(local.minute) +
           std::string(out.data(), static_cast<std::size_t>(n));
}

std::optional<LocalDate> parse_iso_date(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (text.size() != 10 || !year || !month || !day) return std::nullopt;
    if (!has(text, 4, '-') || !has(text, 7, '-')) return std::nullopt;
    return date_of({*year, *month, *day});
}

std::optional<MinuteOfDay> parse_iso_time(std::string_view text) {
    const auto hour = digits(text, 0, 2);
    const auto minute = digits(text, 3, 2);
    if (text.size() != 5 || !hour || !minute || !has(text, 2, ':')) return std::nullopt;
    if (*hour > 23 || *minute > 59) return std::nullopt;
    return clock_time(*hour, *minute);
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto date = parse_iso_date(text.substr(0, 10));
    const auto time = parse_iso_time(text.substr(11, 5));
    const auto second = digits(text, 17, 2);
    if (!date || !time || !has(text, 16, ':') || !second || *second > 59) return std::nullopt;
    std::int64_t ms = date->days * day_ms + time->value * minute_ms + *second * 1000;
    std::size_t at = 19;
    if (has(text, at, '.')) {
        ++at;
        int scale = 100;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            ms += (text[at] - '0') * scale;
            scale /= 10;
            ++at;
        }
    }
    if (has(text, at, 'Z')) {
        return text.size() == at + 1 ? std::optional(Instant{ms}) : std::nullopt;
    }
    if (!has(text, at, '+') && !has(text, at, '-')) return std::nullopt;
    const auto offset = parse_iso_time(text.substr(at + 1));
    if (!offset) return std::nullopt;
    const std::int64_t shift = offset->value * minute_ms;
    return Instant{text[at] == '+' ? ms - shift : ms + shift};
}

}  // namespace antre
