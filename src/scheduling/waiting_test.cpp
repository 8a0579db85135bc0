#include <gtest/gtest.h>
#include <string>

#include "scheduling/testing/office_text.h"
#include "scheduling/waiting.h"

namespace antre::scheduling {

namespace {

using testing::clock;
using testing::day;
using testing::office_of;
using testing::usual_office;

struct Row {
    Milliseconds ahead;
    Milliseconds stands;
};

// One day of the usual office, all of it taken but the places named.
PoolCalendar calendar_with(const Office& office, const std::vector<std::string>& free) {
    PoolCalendar calendar(office, office.pools.front(), day("2026-11-24"));
    for (LocalDate each = day("2026-11-24"); each <= day("2026-11-27"); each = each + 1) {
        const DayPlan& plan = calendar.plan_on(each);
        for (std::uint16_t i = 0; i < plan.places(); ++i)
            calendar.take(each, number_at(plan, i));
    }
    for (const std::string& label : free)
        calendar.release(day("2026-11-25"), *number_labelled(label));
    return calendar;
}

Wait wait_for(std::uint8_t party) {
    Wait wait;
    wait.from = day("2026-11-25");
    wait.to = day("2026-11-25");
    wait.party = party;
    return wait;
}

std::string found(const PoolCalendar& calendar, const Wait& wait, std::string_view now = "07:00") {
    const auto place = place_for(calendar, wait, {day("2026-11-25"), clock(now)});
    if (!place) return "none";
    std::string text;
    for (const PlaceNumber number : place->numbers)
        text += label_of(number) + " ";
    return text + iso_time(place->window);
}

}  // namespace

TEST(Waiting, an_offer_stands_an_eighth_of_the_time_that_is_left) {
    for (const Row& row :
         {Row{hours(1), minutes(15)},
          Row{hours(2), minutes(15)},
          Row{hours(6), minutes(45)},
          Row{hours(24), hours(3)},
          Row{days(2), hours(4)},
          Row{days(60), hours(4)}}) {
        EXPECT_EQ(offer_time(row.ahead), row.stands) << row.ahead.value;
    }
}

TEST(Waiting, what_is_free_is_found_for_who_waits_for_it) {
    const Office office = office_of(usual_office);
    const PoolCalendar one = calendar_with(office, {"B-001"});
    EXPECT_EQ(found(one, wait_for(1)), "B-001 09:00");
    EXPECT_EQ(found(one, wait_for(2)), "none");
    EXPECT_EQ(found(one, wait_for(1), "09:10"), "none");
    const PoolCalendar two = calendar_with(office, {"A-009", "B-001", "B-002"});
    EXPECT_EQ(found(two, wait_for(2)), "B-001 B-002 09:00");

    Wait morning = wait_for(1);
    morning.time = clock("08:00");
    morning.time_to = clock("09:00");
    EXPECT_EQ(found(one, morning), "none");
    Wait other_day = wait_for(1);
    other_day.from = other_day.to = day("2026-11-26");
    EXPECT_EQ(found(one, other_day), "none");
}

TEST(Waiting, what_was_let_go_is_not_found_again_nor_a_later_one_of_that_day) {
    const Office office = office_of(usual_office);
    Wait wait = wait_for(1);
    wait.passed = LocalTime{day("2026-11-25"), clock("09:00")};
    EXPECT_EQ(found(calendar_with(office, {"B-001"}), wait), "none");
    EXPECT_EQ(found(calendar_with(office, {"C-001"}), wait), "none");
    EXPECT_EQ(found(calendar_with(office, {"A-001", "B-001"}), wait), "A-001 08:00");
}

TEST(Waiting, better_is_the_day_wished_for_and_then_the_earlier_hour) {
    const Wait wait = wait_for(1);
    const auto at = [](std::string_view date, std::string_view time) {
        return Placement{{1}, day(date), clock(time), {{'A', 1}}};
    };
    EXPECT_TRUE(is_better(wait, at("2026-11-25", "13:00"), at("2026-11-26", "08:00")));
    EXPECT_TRUE(is_better(wait, at("2026-11-25", "08:00"), at("2026-11-25", "09:00")));
    EXPECT_FALSE(is_better(wait, at("2026-11-25", "10:00"), at("2026-11-25", "09:00")));
    EXPECT_FALSE(is_better(wait, at("2026-11-24", "08:00"), at("2026-11-26", "08:00")));
}

}  // namespace antre::scheduling
