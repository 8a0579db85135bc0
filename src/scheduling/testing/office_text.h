#pragma once

// Offices and days as lines of text, for tests and benchmarks:
//
//     pool regular A 50/h 10min walk_in 8% priority 8%
//       mon-thu 08:00-12:00 13:00-15:00
//       fri     08:00-11:30 13:00-15:00
//     closed  2026-12-25 Hari Raya Natal
//     special 2026-11-28 08:00-11:00 20/h
//
// A pool without named services ("new", "lost") offers all of them.

#include <string>
#include <string_view>
#include <vector>

#include "foundation/assert.h"
#include "foundation/text.h"
#include "foundation/time.h"
#include "scheduling/office.h"

namespace antre::scheduling::testing {

inline std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    for (const std::string_view word : split(line, ' ')) {
        if (!trim(word).empty()) words.emplace_back(trim(word));
    }
    return words;
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (const std::string_view line : split(text, '\n')) {
        if (!trim(line).empty()) lines.push_back(trim(line));
    }
    return lines;
}

inline LocalDate day(std::string_view text) {
    const auto date = parse_iso_date(text);
    ASSERT(date);
    return *date;
}

inline MinuteOfDay clock(std::string_view text) {
    if (text == "24:00") return clock_time(24, 0);
    const auto minute = parse_iso_time(text);
    ASSERT(minute);
    return *minute;
}

// "08:00-12:00"
inline OpenHours hours_in(std::string_view text) {
    return {clock(text.substr(0, 5)), clock(text.substr(6))};
}

inline bool is_hours(std::string_view word) {
    return word.size() == 11 && word[2] == ':' && word[5] == '-';
}

inline int number_before(std::string_view word, std::string_view unit) {
    ASSERT(word.ends_with(unit));
    return std::stoi(std::string(word.substr(0, word.size() - unit.size())));
}

inline std::size_t weekday_in(std::string_view word) {
    constexpr std::string_view names = "mon tue wed thu fri sat sun ";
    const std::size_t at = names.find(word);
    ASSERT(at != std::string_view::npos);
    return at / 4;
}

inline Pool pool_in(const std::vector<std::string>& words, std::uint32_t id) {
    Pool pool;
    pool.id = PoolId{id};
    pool.key = words[1];
    pool.first_letter = words[2][0];
    for (std::size_t i = 3; i < words.size(); ++i) {
        if (words[i].ends_with("/h")) {
            pool.places_per_hour = static_cast<std::uint16_t>(number_before(words[i], "/h"));
        } else if (words[i].ends_with("min")) {
            pool.window_minutes = static_cast<std::int16_t>(number_before(words[i], "min"));
        } else if (words[i] == "walk_in") {
            pool.walk_in_percent = static_cast<std::uint8_t>(number_before(words[++i], "%"));
        } else if (words[i] == "priority") {
            pool.priority_percent = static_cast<std::uint8_t>(number_before(words[++i], "%"));
        } else {
            const auto service = service_named(words[i]);
            ASSERT(service);
            pool.services.push_back(*service);
        }
    }
    if (pool.services.empty()) pool.services.assign(all_services.begin(), all_services.end());
    return pool;
}

inline DayException exception_in(const std::vector<std::string>& words) {
    DayException exception;
    exception.date = day(words[1]);
    exception.is_closed = words[0] == "closed";
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (is_hours(words[i])) {
            exception.hours.push_back(hours_in(words[i]));
        } else if (words[i].ends_with("/h")) {
            exception.places_per_hour = static_cast<std::uint16_t>(number_before(words[i], "/h"));
        } else {
            exception.reason_id += (exception.reason_id.empty() ? "" : " ") + words[i];
        }
    }
    exception.reason_en = exception.reason_id;
    return exception;
}

// "mon-thu 08:00-12:00 13:00-15:00", or one weekday
inline void add_week(Pool& pool, const std::vector<std::string>& words) {
    const std::size_t first = weekday_in(words[0].substr(0, 3));
    const std::size_t last = words[0].size() > 3 ? weekday_in(words[0].substr(4)) : first;
    for (std::size_t weekday = first; weekday <= last; ++weekday) {
        for (std::size_t i = 1; i < words.size(); ++i)
            pool.week[weekday].push_back(hours_in(words[i]));
    }
}

inline Office office_of(std::string_view text) {
    Office office;
    office.id = OfficeId{1};
    office.slug = "jakarta-selatan";
    office.stage = OfficeStage::live;
    office.profile.name_id = "Kantor Imigrasi Jakarta Selatan";
    office.profile.name_en = "South Jakarta Immigration Office";
    office.profile.city = "Jakarta Selatan";
    for (const std::string_view line : lines_of(text)) {
        const std::vector<std::string> words = words_of(line);
        if (words[0] == "pool") {
            const auto id = static_cast<std::uint32_t>(office.pools.size() + 1);
            office.pools.push_back(pool_in(words, id));
        } else if (words[0] == "closed" || words[0] == "special") {
            office.exceptions.push_back(exception_in(words));
        } else {
            ASSERT(!office.pools.empty());
            add_week(office.pools.back(), words);
        }
    }
    return office;
}

// The office that most tests speak of: the ministry's usual hours, 50 an hour.
inline constexpr std::string_view usual_office = R"(
    pool regular A 50/h 10min
      mon-thu 08:00-12:00 13:00-15:00
      fri     08:00-11:30 13:00-15:00
)";

}  // namespace antre::scheduling::testing
