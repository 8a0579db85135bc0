#include <algorithm>
#include <gtest/gtest.h>

#include "scheduling/day_plan.h"
#include "scheduling/testing/office_text.h"

namespace antre::scheduling {

namespace {

using testing::clock;
using testing::day;
using testing::office_of;
using testing::usual_office;

DayPlan plan_of(std::string_view office_text, std::string_view date) {
    const Office office = office_of(office_text);
    const LocalDate when = day(date);
    return plan_day(office.pools.front(), exception_on(office, when), weekday_of(when));
}

// "A 08:00-09:00 50, B 09:00-10:00 50 |": a bar where a break or the day's end follows.
std::string blocks_of(const DayPlan& plan) {
    std::string text;
    for (const HourBlock& block : plan.blocks) {
        if (!text.empty()) text += " ";
        text += std::string(1, block.letter) + " " + iso_time(block.opens) + "-" +
                iso_time(block.closes) + " " + std::to_string(block.places);
        if (block.ends_session) text += " |";
    }
    return text;
}

// "08:00 1-8 08:10 9-16": the windows of the day's first hour and their running numbers.
std::string first_windows_of(const DayPlan& plan) {
    std::string text;
    for (const Window& window : plan.windows) {
        if (window.first >= plan.blocks.front().places) break;
        if (!text.empty()) text += "  ";
        text += iso_time(window.opens) + " " + std::to_string(window.first + 1) + "-" +
                std::to_string(window.first + window.places);
    }
    return text;
}

// One character a place: '.' regular, 'p' priority, 'w' walk-in.
std::string first_kinds_of(const DayPlan& plan) {
    std::string text;
    for (std::uint16_t i = 0; i < plan.blocks.front().places; ++i) {
        switch (plan.kinds[i]) {
        case PlaceKind::regular: text += '.'; break;
        case PlaceKind::priority: text += 'p'; break;
        case PlaceKind::walk_in: text += 'w'; break;
        }
    }
    return text;
}

}  // namespace

TEST(DayPlan, letters_follow_the_hours_and_skip_the_break) {
    EXPECT_EQ(
        blocks_of(plan_of(usual_office, "2026-11-23")),
        "A 08:00-09:00 50 B 09:00-10:00 50 C 10:00-11:00 50 D 11:00-12:00 50 | "
        "E 13:00-14:00 50 F 14:00-15:00 50 |"
    );
}

TEST(DayPlan, friday_has_half_an_hour_with_half_the_places) {
    EXPECT_EQ(
        blocks_of(plan_of(usual_office, "2026-11-27")),
        "A 08:00-09:00 50 B 09:00-10:00 50 C 10:00-11:00 50 D 11:00-11:30 25 | "
        "E 13:00-14:00 50 F 14:00-15:00 50 |"
    );
}

TEST(DayPlan, a_part_of_an_hour_is_rounded_to_the_nearest_place_but_never_to_none) {
    EXPECT_EQ(
        blocks_of(plan_of("pool regular A 3/h 10min\n mon 07:30-08:40", "2026-11-23")),
        "A 07:30-08:30 3 B 08:30-08:40 1 |"
    );
    EXPECT_EQ(
        blocks_of(plan_of("pool regular A 15/h 10min\n mon 08:00-08:30", "2026-11-23")),
        "A 08:00-08:30 8 |"
    );
}

TEST(DayPlan, hours_that_touch_are_one_session) {
    EXPECT_EQ(
        blocks_of(plan_of("pool regular C 9/h 10min\n mon 08:00-08:30 08:30-10:00", "2026-11-23")),
        "C 08:00-09:00 9 D 09:00-10:00 9 |"
    );
}

TEST(DayPlan, the_hour_is_spread_over_its_windows) {
    EXPECT_EQ(
        first_windows_of(plan_of(usual_office, "2026-11-23")),
        "08:00 1-8  08:10 9-16  08:20 17-25  08:30 26-33  08:40 34-41  08:50 42-50"
    );
    EXPECT_EQ(
        first_windows_of(plan_of("pool regular A 2/h 10min\n mon 08:00-09:00", "2026-11-23")),
        "08:00 1-1  08:30 2-2"
    );
    EXPECT_EQ(
        first_windows_of(plan_of("pool regular A 20/h 20min\n mon 08:00-08:30", "2026-11-23")),
        "08:00 1-6  08:20 7-10"
    );
}

TEST(DayPlan, every_hour_sums_to_what_was_set_and_its_windows_differ_by_one_at_most) {
    for (int per_hour = 1; per_hour <= 999; per_hour += per_hour < 70 ? 1 : 13) {
        for (const int window : {5, 6, 10, 12, 15, 20, 30, 60}) {
            Office office = office_of("pool regular A 50/h 10min\n mon 08:00-09:00");
            office.pools[0].places_per_hour = static_cast<std::uint16_t>(per_hour);
            office.pools[0].window_minutes = static_cast<std::int16_t>(window);
            const DayPlan plan = plan_day(office.pools[0], nullptr, Weekday::monday);
            int sum = 0;
            for (const Window& each : plan.windows) {
                EXPECT_EQ(each.first, sum);
                EXPECT_GE(each.places, std::max(1, per_hour * window / 60));
                EXPECT_LE(each.places, per_hour * window / 60 + 1);
                sum += each.places;
            }
            EXPECT_EQ(sum, per_hour);
            EXPECT_EQ(plan.windows.front().opens, clock("08:00"));
        }
    }
}

TEST(DayPlan, kept_places_are_spread_over_the_hour) {
    const auto kinds = [](std::string_view head) {
        return first_kinds_of(plan_of(std::string(head) + "\n mon 08:00-09:00", "2026-11-23"));
    };
    EXPECT_EQ(kinds("pool regular A 10/h 10min"), "..........");
    EXPECT_EQ(kinds("pool regular A 10/h 10min walk_in 20%"), "....w....w");
    EXPECT_EQ(kinds("pool regular A 10/h 10min priority 30%"), "...p..p..p");
    EXPECT_EQ(kinds("pool regular A 10/h 10min walk_in 20% priority 20%"), "..p.w..p.w");
    EXPECT_EQ(
        kinds("pool regular A 50/h 10min walk_in 8% priority 8%"),
        "......p.....w.....p.....w......p.....w.....p.....w"
    );
    EXPECT_EQ(kinds("pool regular A 1/h 10min priority 90%"), ".");
    EXPECT_EQ(kinds("pool regular A 2/h 10min priority 49% walk_in 50%"), ".w");
}

TEST(DayPlan, closed_days_have_no_places_and_special_days_their_own) {
    constexpr std::string_view office = R"(
        pool regular A 50/h 10min
          mon-fri 08:00-10:00
        special 2026-11-24 09:00-11:30
        special 2026-11-25 20/h
        special 2026-11-26 0/h
        special 2026-11-28 08:00-09:00 12/h
        closed  2026-12-25 Hari Raya Natal
    )";
    const auto blocks = [&](std::string_view date) { return blocks_of(plan_of(office, date)); };
    EXPECT_EQ(blocks("2026-11-24"), "A 09:00-10:00 50 B 10:00-11:00 50 C 11:00-11:30 25 |");
    EXPECT_EQ(blocks("2026-11-25"), "A 08:00-09:00 20 B 09:00-10:00 20 |");
    EXPECT_EQ(plan_of(office, "2026-11-26").places(), 0);
    EXPECT_EQ(blocks("2026-11-28"), "A 08:00-09:00 12 |");
    EXPECT_EQ(blocks("2026-11-29"), "");
    EXPECT_EQ(blocks("2026-12-25"), "");
}

TEST(DayPlan, number_and_position_are_two_names_of_one_place) {
    const DayPlan plan = plan_of(usual_office, "2026-11-27");
    for (std::uint16_t position = 0; position < plan.places(); ++position)
        EXPECT_EQ(position_of(plan, number_at(plan, position)), position);
    EXPECT_EQ(label_of(number_at(plan, 49)), "A-050");
    EXPECT_EQ(label_of(number_at(plan, 50)), "B-001");
    EXPECT_EQ(iso_time(window_at(plan, 50).opens), "09:00");
    for (const PlaceNumber none : {PlaceNumber{'A', 0}, {'A', 51}, {'D', 26}, {'G', 1}, {'@', 1}})
        EXPECT_EQ(position_of(plan, none), std::nullopt) << label_of(none);
}

TEST(DayPlan, the_first_place_from_a_minute_on) {
    const DayPlan plan = plan_of(usual_office, "2026-11-27");
    EXPECT_EQ(first_position_from(plan, clock("00:00")), 0);
    EXPECT_EQ(first_position_from(plan, clock("08:20")), 16);
    EXPECT_EQ(first_position_from(plan, clock("08:21")), 25);
    EXPECT_EQ(first_position_from(plan, clock("11:30")), 175);
    EXPECT_EQ(first_position_from(plan, clock("14:51")), plan.places());
}

}  // namespace antre::scheduling
