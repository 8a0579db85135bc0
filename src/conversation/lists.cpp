#include "conversation/lists.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "conversation/asking.h"
#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/greeting.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/nearby.h"
#include "conversation/room.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr MinuteOfDay day_begins = clock_time(0, 0);
constexpr MinuteOfDay day_ends = clock_time(24, 0);
constexpr std::uint16_t nearly_full_places = 10;
constexpr std::size_t other_hours_max = 4;

std::optional<Search> search_for(const Scene& scene) {
    const auto* calendar = calendar_for(scene.view, service_in_hand(scene));
    if (calendar == nullptr) return std::nullopt;
    return Search{
        *calendar,
        first_moment(scene.view),
        party_in_hand(scene),
        scene.talk.draft.wish.audience,
        last_day_to_collect(scene)};
}

}  // namespace

std::optional<MinuteOfDay>
first_window(const Search& search, LocalDate day, MinuteOfDay from, MinuteOfDay to) {
    if (day < search.first.date || (search.last && day > *search.last)) return std::nullopt;
    if (day == search.first.date) from = std::max(from, search.first.minute);
    if (from >= to) return std::nullopt;
    const auto position = search.calendar.first_run(day, search.party, search.audience, from, to);
    if (!position) return std::nullopt;
    return search.calendar.placement_at(day, *position, search.party, search.audience).window;
}

std::optional<LocalTime> next_room(const Search& search, LocalDate from) {
    LocalDate day = std::max(from, search.first.date);
    for (int tries = 0; tries < 2; ++tries) {
        const auto found =
            search.calendar.next_day_with_room(day, search.party, search.audience, 0, 24);
        if (!found || (search.last && *found > *search.last)) return std::nullopt;
        const auto window = first_window(search, *found, day_begins, day_ends);
        if (window) return LocalTime{*found, *window};
        day = *found + 1;  // the room of this day is already over
    }
    return std::nullopt;
}

Option day_row(const Scene& scene, const Search& search, LocalTime room) {
    const std::uint16_t free = search.calendar.free_on(room.date, search.audience);
    const std::string left = std::to_string(free);
    const std::string time = clock_text(room.minute, scene.language);
    return {
        {.act = Act::day, .day = room.date},
        scene.say("row.day", {{"day", short_date(room.date, scene.language)}, {"left", left}}),
        scene.say(
            free < nearly_full_places ? "row_desc.day_nearly_full" : "row_desc.day",
            {{"time", time}}
        )};
}

Option hour_row(
    const Scene& scene, const Search& search, LocalDate day, const scheduling::HourRoom& hour
) {
    const auto window = first_window(search, day, hour.opens, hour.closes);
    return {
        {.act = Act::hour, .day = day, .minute = hour.opens},
        scene.say(
            "row.hour",
            {{"from", clock_text(hour.opens, scene.language)},
             {"to", clock_text(hour.closes, scene.language)},
             {"left", std::to_string(hour.free)}}
        ),
        scene.say(
            "row_desc.hour", {{"time", clock_text(window.value_or(hour.opens), scene.language)}}
        )};
}

namespace {

// The hours of `day` the party fits in, at most `rows` of them.
std::vector<Option>
hour_rows(const Scene& scene, const Search& search, LocalDate day, std::size_t rows) {
    std::vector<Option> found;
    for (const scheduling::HourRoom& hour : search.calendar.hours_on(day, search.audience)) {
        if (found.size() == rows) break;
        if (!first_window(search, day, hour.opens, hour.closes)) continue;
        found.push_back(hour_row(scene, search, day, hour));
    }
    return found;
}

bool is_for_move(const Scene& scene) {
    return scene.talk.draft.booking.has_value();
}

Option exact_row(const Scene& scene, LocalTime at, std::string description) {
    return {
        {.act = Act::hour, .day = at.date, .minute = at.minute},
        scene.say(
            "row.exact",
            {{"day", short_date(at.date, scene.language)},
             {"time", clock_text(at.minute, scene.language)}}
        ),
        std::move(description)};
}

// What else there is for a wish that could not be met here: other offices, and the waiting list.
std::vector<Option> elsewhere_rows(const Scene& scene) {
    std::vector<Option> rows;
    const Draft& draft = scene.talk.draft;
    if (!draft.missed) return rows;
    if (!is_for_move(scene)) {
        const auto nearby =
            nearby_room(scene.view, service_in_hand(scene), *draft.missed, nearby_shown_max);
        for (const NearbyRoom& room : nearby) {
            const LocalTime at{room.placement.day, room.placement.window};
            Option row = exact_row(
                scene,
                at,
                scene.say(
                    "row_desc.other_office",
                    {{"city", clean_line(room.office->profile.city)},
                     {"km", std::to_string(room.km)},
                     {"left", std::to_string(room.free)}}
                )
            );
            row.payload = {
                .act = Act::other_office,
                .day = at.date,
                .minute = at.minute,
                .office = room.office->id};
            rows.push_back(std::move(row));
        }
    }
    rows.push_back({{.act = Act::wait}, scene.say("row.wait"), scene.say("row_desc.wait")});
    return rows;
}

notices::Note day_question(const Scene& scene, const Search& search) {
    const std::string count = std::to_string(search.party);
    if (is_collecting(scene) && search.last) {
        const std::string until = long_date(*search.last, scene.language);
        return note(scene.say("collect.days", {{"until", until}}));
    }
    notices::Note asked =
        note(scene.say(search.party == 1 ? "ask.day_one" : "ask.day", {{"count", count}}));
    if (!is_for_move(scene)) {
        asked.footer = scene.say("footer.step", {{"step", "3"}, {"steps", "5"}});
    }
    return asked;
}

notices::Note hour_question(const Scene& scene, LocalDate day) {
    const std::string date = long_date(day, scene.language);
    const std::string_view zone = name_of(scene.view.office.zone);
    if (is_collecting(scene)) {
        return note(scene.say("collect.hours", {{"day", date}, {"zone", zone}}));
    }
    notices::Note asked = note(scene.say("ask.hour", {{"day", date}, {"zone", zone}}));
    if (!is_for_move(scene)) {
        asked.footer = scene.say("footer.step", {{"step", "4"}, {"steps", "5"}});
    }
    return asked;
}

}  // namespace

void ask_day(Scene& scene, std::optional<LocalDate> from) {
    const auto search = search_for(scene);
    if (!search) return tell_refusal(scene, scheduling::Refusal::service_not_offered);
    std::vector<Option> rows;
    LocalDate day = from.value_or(search->first.date);
    while (rows.size() < rows_max - 1) {
        const auto room = next_room(*search, day);
        if (!room) break;
        rows.push_back(day_row(scene, *search, *room));
        day = room->date + 1;
    }
    if (rows.empty() && is_collecting(scene)) return tell_hours_full(scene);
    if (rows.empty()) return tell_refusal(scene, scheduling::Refusal::horizon_full);
    if (next_room(*search, day)) {
        rows.push_back(
            {{.act = Act::days, .day = day},
             scene.say("row.later_days"),
             scene.say("row_desc.later_days")}
        );
    }
    ask_list(
        scene,
        is_for_move(scene) ? Step::choosing_move_day : Step::choosing_day,
        day_question(scene, *search),
        "button.choose_day",
        std::move(rows)
    );
}

void ask_hour(Scene& scene, LocalDate day) {
    const auto search = search_for(scene);
    if (!search) return tell_refusal(scene, scheduling::Refusal::service_not_offered);
    std::vector<Option> rows = hour_rows(scene, *search, day, rows_max - 1);
    if (rows.empty()) return ask_day(scene, day);
    rows.push_back({{.act = Act::days}, scene.say("row.other_day"), scene.say("row_desc.other_day")}
    );
    scene.talk.shown_day = day;
    if (is_collecting(scene) && search->party > 1) {
        const std::string count = std::to_string(search->party);
        say_before(scene, scene.say("collect.several", {{"count", count}}));
    }
    ask_list(
        scene,
        is_for_move(scene) ? Step::choosing_move_hour : Step::choosing_hour,
        hour_question(scene, day),
        "button.choose_hour",
        std::move(rows)
    );
}

void ask_options(Scene& scene) {
    const auto search = search_for(scene);
    if (!search) return tell_refusal(scene, scheduling::Refusal::service_not_offered);
    const LocalDate held = scene.talk.draft.wish.date.value_or(search->first.date);
    std::vector<Option> rows;
    for (const auto& hour : search->calendar.hours_on(held, search->audience)) {
        const auto window = first_window(*search, held, hour.opens, hour.closes);
        if (!window || window == scene.talk.draft.wish.time) continue;
        if (rows.size() == other_hours_max) break;
        rows.push_back(exact_row(
            scene,
            {held, *window},
            scene.say("row_desc.left", {{"left", std::to_string(hour.free)}})
        ));
    }
    std::vector<Option> elsewhere = elsewhere_rows(scene);
    LocalDate day = held + 1;
    while (rows.size() + elsewhere.size() < rows_max - 1) {
        const auto room = next_room(*search, day);
        if (!room) break;
        const std::string left =
            std::to_string(search->calendar.free_on(room->date, search->audience));
        rows.push_back(exact_row(scene, *room, scene.say("row_desc.left", {{"left", left}})));
        day = room->date + 1;
    }
    std::move(elsewhere.begin(), elsewhere.end(), std::back_inserter(rows));
    rows.push_back({{.act = Act::days}, scene.say("row.other_day"), scene.say("row_desc.other_day")}
    );
    ask_list(
        scene,
        is_for_move(scene) ? Step::choosing_move_day : Step::choosing_day,
        note(scene.say("ask.options")),
        "button.see_options",
        std::move(rows)
    );
}

}  // namespace antre::conversation
