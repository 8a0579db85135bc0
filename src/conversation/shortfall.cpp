#include "conversation/shortfall.h"

#include <algorithm>

#include "conversation/dates.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "scheduling/office.h"

namespace antre::conversation {

namespace {

constexpr int minutes_an_hour = 60;  // "at nine" is a wish for that hour

// "Besok (Rabu, 25 November 2026)", or the date alone.
std::string day_named(const Scene& scene, LocalDate day) {
    const std::string date = long_date(day, scene.language);
    const std::int32_t ahead = day - scene.view.local_now.date;
    if (ahead == 0) return scene.say("day.today", {{"date", date}});
    if (ahead == 1) return scene.say("day.tomorrow", {{"date", date}});
    return date;
}

std::string closed_day(const Scene& scene, LocalDate day) {
    const scheduling::DayException* exception = scheduling::exception_on(scene.view.office, day);
    const std::string date = day_text(day, scene.language);
    if (exception != nullptr) {
        const std::string reason = clean_line(
            scene.language == Language::id ? exception->reason_id : exception->reason_en
        );
        if (!reason.empty()) {
            return scene.say("other.holiday", {{"date", date}, {"reason", reason}});
        }
    }
    return scene.say(
        "other.closed", {{"date", date}, {"weekday", weekday_text(day, scene.language)}}
    );
}

std::string full_day(
    const Scene& scene,
    const scheduling::PoolCalendar& calendar,
    const scheduling::Wish& wish,
    LocalDate day
) {
    const std::string named = day_named(scene, day);
    const std::string taken = std::to_string(calendar.taken_on(day));
    const std::string capacity = std::to_string(calendar.capacity_on(day));
    const std::uint16_t free = calendar.free_on(day, wish.audience);
    if (calendar.taken_on(day) >= calendar.capacity_on(day)) {
        return scene.say("other.full", {{"day", named}, {"taken", taken}, {"capacity", capacity}});
    }
    if (free == 0) {
        return scene.say(
            "other.full_but_kept", {{"day", named}, {"taken", taken}, {"capacity", capacity}}
        );
    }
    if (day <= first_moment(scene.view).date) return scene.say("other.over", {{"day", named}});
    return scene.say(
        "other.no_neighbours", {{"day", named}, {"party", std::to_string(wish.party)}}
    );
}

// REQUIRES: the wish names a day and an hour.
bool is_served(const Scene& scene, const scheduling::Wish& wish) {
    const auto open = scheduling::open_hours_on(scene.view.office, *wish.date);
    const MinuteOfDay until = wish.time_to.value_or(*wish.time);
    return std::ranges::any_of(open, [&](const scheduling::OpenHours& hours) {
        return *wish.time < hours.closes && (*wish.time >= hours.opens || until > hours.opens);
    });
}

// An hour that is over, or at which nobody is served, is not taken by others.
std::string hour_missed(const Scene& scene, const scheduling::Wish& wish) {
    if (!wish.date || !wish.time) return scene.say("other.hour");
    const LocalTime first = first_moment(scene.view);
    if (*wish.date == first.date && wish.time_to.value_or(*wish.time) <= first.minute) {
        return scene.say("other.hour_over");
    }
    return scene.say(is_served(scene, wish) ? "other.hour" : "other.hour_closed");
}

}  // namespace

std::string shortfall(
    const Scene& scene, Service service, const scheduling::Wish& wish, scheduling::Match match
) {
    switch (match) {
    case scheduling::Match::as_wished: return "";
    case scheduling::Match::later_that_day:
    case scheduling::Match::earlier_that_day: return hour_missed(scene, wish);
    case scheduling::Match::other_day: break;
    }
    const scheduling::PoolCalendar* calendar = calendar_for(scene.view, service);
    if (calendar == nullptr || !wish.date) return "";
    if (wish.date_to && *wish.date_to != *wish.date) return scene.say("other.range");
    if (*wish.date > calendar->last_day()) {
        return scene.say("other.far", {{"date", long_date(calendar->last_day(), scene.language)}});
    }
    if (calendar->capacity_on(*wish.date) == 0) return closed_day(scene, *wish.date);
    return full_day(scene, *calendar, wish, *wish.date);
}

std::string hour_gone(
    const Scene& scene, const scheduling::Wish& wish, const scheduling::Placement& placement
) {
    if (!wish.time || !wish.time_to || placement.day != scene.view.local_now.date) return "";
    const bool is_of_minute = wish.time_to->value - wish.time->value == minutes_an_hour;
    const bool is_gone = *wish.time < scene.view.local_now.minute;
    const bool is_in_hour = *wish.time < placement.window && placement.window < *wish.time_to;
    if (!is_of_minute || !is_gone || !is_in_hour) return "";
    return scene.say("fault.hour_gone", {{"time", clock_text(*wish.time, scene.language)}});
}

bool is_taken_by_others(const Scene& scene, const scheduling::Wish& wish, scheduling::Match match) {
    if (match == scheduling::Match::as_wished || !wish.date || !wish.time) return false;
    const LocalTime ends{*wish.date, wish.time_to.value_or(*wish.time)};
    return first_moment(scene.view) < ends && is_served(scene, wish);
}

std::string taken_reason(const Scene& scene, const scheduling::Wish& wish) {
    return scene.say("taken.reason", {{"before", clock_text(*wish.time, scene.language)}});
}

}  // namespace antre::conversation
