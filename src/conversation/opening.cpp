#include <array>
#include <string>
#include <vector>

#include "conversation/dates.h"
#include "conversation/information.h"
#include "scheduling/office.h"

namespace antre::conversation {

namespace {

constexpr std::int32_t week_days = 7;
constexpr std::int32_t weeks_searched = 8;  // for a day without an exception

using Hours = std::vector<scheduling::OpenHours>;

LocalDate monday_after(LocalDate date) {
    return date + (week_days - static_cast<std::int32_t>(weekday_of(date)));
}

// The hours of that weekday in a week without exceptions.
Hours usual_hours(const scheduling::Office& office, LocalDate day) {
    for (std::int32_t week = 0; week < weeks_searched; ++week) {
        const LocalDate other = day + week * week_days;
        if (scheduling::exception_on(office, other) == nullptr) {
            return scheduling::open_hours_on(office, other);
        }
    }
    return {};
}

std::string span_text(MinuteOfDay from, MinuteOfDay to, Language language) {
    return clock_text(from, language) + "-" + clock_text(to, language);
}

std::string day_line(const Scene& scene, const std::string& days, const Hours& hours) {
    std::string breaks;
    for (std::size_t i = 1; i < hours.size(); ++i) {
        if (!breaks.empty()) breaks += ", ";
        breaks += span_text(hours[i - 1].closes, hours[i].opens, scene.language);
    }
    const std::string open = span_text(hours.front().opens, hours.back().closes, scene.language);
    if (breaks.empty()) return scene.say("info.hours_line", {{"days", days}, {"hours", open}});
    return scene.say(
        "info.hours_line_with_break", {{"days", days}, {"hours", open}, {"breaks", breaks}}
    );
}

}  // namespace

std::string hours_text(const Scene& scene) {
    const LocalDate monday = monday_after(scene.view.local_now.date);
    std::array<Hours, week_days> week;
    for (std::int32_t i = 0; i < week_days; ++i) {
        week[static_cast<std::size_t>(i)] = usual_hours(scene.view.office, monday + i);
    }
    std::string lines;
    std::string closed;
    for (std::int32_t i = 0; i < week_days;) {
        const Hours& hours = week[static_cast<std::size_t>(i)];
        const std::int32_t first = i;
        while (i < week_days && week[static_cast<std::size_t>(i)] == hours)
            ++i;
        std::string days = weekday_text(monday + first, scene.language);
        if (i - first > 1) days += "-" + weekday_text(monday + (i - 1), scene.language);
        if (hours.empty()) {
            closed += days + ", ";
        } else {
            lines += '\n' + day_line(scene, days, hours);
        }
    }
    return lines + '\n' + scene.say("info.hours_closed", {{"days", closed}});
}

}  // namespace antre::conversation
