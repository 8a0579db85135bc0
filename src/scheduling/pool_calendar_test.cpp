#include <gtest/gtest.h>

#include "scheduling/pool_calendar.h"
#include "scheduling/testing/office_text.h"

namespace antre::scheduling {

namespace {

using testing::clock;
using testing::day;
using testing::office_of;
using testing::usual_office;

constexpr MinuteOfDay day_begin = clock_time(0, 0);
constexpr MinuteOfDay day_end = clock_time(24, 0);

PoolCalendar calendar_of(std::string_view office_text, std::string_view first_day) {
    const Office office = office_of(office_text);
    return {office, office.pools.front(), day(first_day)};
}

PlaceNumber number(std::string_view label) {
    return number_labelled(label).value();
}

void take_each(PoolCalendar& calendar, LocalDate date, char letter, int first, int last) {
    for (int running = first; running <= last; ++running)
        EXPECT_TRUE(calendar.take(date, {letter, static_cast<std::uint16_t>(running)}));
}

// "A 12/12 B 50/50": free and all places of each hour.
std::string room_of(const PoolCalendar& calendar, LocalDate date, Audience audience) {
    std::string text;
    for (const HourRoom& hour : calendar.hours_on(date, audience)) {
        if (!text.empty()) text += " ";
        text += std::string(1, hour.letter) + " " + std::to_string(hour.free) + "/" +
                std::to_string(hour.capacity);
    }
    return text;
}

constexpr LocalDate monday{20780};  // 2026-11-23

}  // namespace

TEST(PoolCalendar, a_place_has_one_holder) {
    PoolCalendar calendar = calendar_of(usual_office, "2026-11-23");
    EXPECT_TRUE(calendar.take(monday, number("A-017")));
    EXPECT_FALSE(calendar.take(monday, number("A-017")));
    EXPECT_TRUE(calendar.is_taken(monday, number("A-017")));
    EXPECT_FALSE(calendar.is_free(monday, number("A-017")));
    EXPECT_EQ(calendar.taken_on(monday), 1);
    EXPECT_TRUE(calendar.release(monday, number("A-017")));
    EXPECT_FALSE(calendar.release(monday, number("A-017")));
    EXPECT_FALSE(calendar.is_taken(monday, number("A-017")));
    EXPECT_TRUE(calendar.is_free(monday, number("A-017")));
    EXPECT_EQ(calendar.taken_on(monday), 0);
}

TEST(PoolCalendar, it_reaches_to_the_horizon_and_no_further) {
    PoolCalendar calendar = calendar_of(usual_office, "2026-11-23");
    EXPECT_EQ(calendar.first_day(), day("2026-11-23"));
    EXPECT_EQ(calendar.last_day(), day("2026-11-23") + horizon_days);
    EXPECT_EQ(calendar.capacity_on(calendar.last_day()), 300);
    for (const LocalDate outside : {monday - 1, calendar.last_day() + 1}) {
        EXPECT_FALSE(calendar.take(outside, number("A-001")));
        EXPECT_FALSE(calendar.release(outside, number("A-001")));
        EXPECT_FALSE(calendar.is_free(outside, number("A-001")));
        EXPECT_EQ(calendar.capacity_on(outside), 0);
        EXPECT_EQ(calendar.free_on(outside, Audience::everyone), 0);
        EXPECT_TRUE(calendar.hours_on(outside, Audience::everyone).empty());
        EXPECT_EQ(
            calendar.first_run(outside, 1, Audience::everyone, day_begin, day_end), std::nullopt
        );
        EXPECT_EQ(
            calendar.last_run(outside, 1, Audience::everyone, day_begin, day_end), std::nullopt
        );
    }
    EXPECT_EQ(
        calendar.next_day_with_room(calendar.last_day() + 1, 1, Audience::everyone, 0, 24),
        std::nullopt
    );
    EXPECT_EQ(
        calendar.next_day_with_room(monday - 30, 1, Audience::everyone, 0, 24), calendar.first_day()
    );
}

TEST(PoolCalendar, hours_tell_what_each_audience_may_still_take) {
    PoolCalendar calendar = calendar_of(
        "pool regular A 10/h 10min walk_in 20% priority 20%\n mon 08:00-10:00", "2026-11-23"
    );
    take_each(calendar, monday, 'A', 1, 5);
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 3/10 B 6/10");
    EXPECT_EQ(room_of(calendar, monday, Audience::priority), "A 4/10 B 8/10");
    EXPECT_EQ(room_of(calendar, monday, Audience::walk_in), "A 1/10 B 2/10");
    EXPECT_EQ(calendar.free_on(monday, Audience::everyone), 9);
    EXPECT_EQ(calendar.free_on(monday, Audience::priority), 12);
    EXPECT_EQ(calendar.free_on(monday, Audience::walk_in), 3);
}

// Twenty an hour, seventeen booked, then the office can serve twelve only.
TEST(PoolCalendar, a_cut_below_what_is_booked_keeps_the_booked_and_blocks_new_ones) {
    PoolCalendar calendar = calendar_of(
        "pool regular A 20/h 10min\n mon 08:00-10:00\n special 2026-11-23 12/h", "2026-11-23"
    );
    take_each(calendar, monday, 'A', 1, 17);
    EXPECT_EQ(calendar.taken_on(monday), 17);
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 0/12 B 12/12");
    EXPECT_TRUE(calendar.is_taken(monday, number("A-017")));
    EXPECT_FALSE(calendar.take(monday, number("A-017")));
    EXPECT_EQ(
        calendar.first_run(monday, 1, Audience::everyone, day_begin, clock("09:00")), std::nullopt
    );

    // Over by five: five must go before one may come.
    for (const char* gone : {"A-002", "A-015", "A-004", "A-016", "A-009"}) {
        EXPECT_TRUE(calendar.release(monday, number(gone)));
        EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 0/12 B 12/12") << gone;
    }
    EXPECT_TRUE(calendar.release(monday, number("A-013")));
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 1/12 B 12/12");
    EXPECT_EQ(calendar.taken_on(monday), 11);
}

TEST(PoolCalendar, numbers_beyond_the_plan_use_up_places_in_whatever_order_they_are_loaded) {
    constexpr std::string_view office =
        "pool regular A 20/h 10min\n mon 08:00-09:00\n special 2026-11-23 12/h";
    PoolCalendar calendar = calendar_of(office, "2026-11-23");
    take_each(calendar, monday, 'A', 13, 15);
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 9/12");
    EXPECT_FALSE(calendar.is_free(monday, number("A-012")));  // given up, though nobody holds it
    EXPECT_FALSE(calendar.is_taken(monday, number("A-012")));
    EXPECT_TRUE(calendar.take(monday, number("A-012")));
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 8/12");
    take_each(calendar, monday, 'A', 1, 11);
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 0/12");
    EXPECT_EQ(calendar.taken_on(monday), 15);
}

TEST(PoolCalendar, a_number_of_an_hour_that_is_gone_blocks_nobody) {
    PoolCalendar calendar = calendar_of(
        "pool regular A 20/h 10min\n mon 08:00-12:00\n special 2026-11-23 08:00-09:00", "2026-11-23"
    );
    EXPECT_TRUE(calendar.take(monday, number("C-001")));
    EXPECT_TRUE(calendar.is_taken(monday, number("C-001")));
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 20/20");
    EXPECT_EQ(calendar.taken_on(monday), 1);
    EXPECT_TRUE(calendar.release(monday, number("C-001")));
    EXPECT_EQ(calendar.taken_on(monday), 0);
}

TEST(PoolCalendar, a_cut_costs_regular_places_first) {
    PoolCalendar calendar = calendar_of(
        "pool regular A 10/h 10min walk_in 20% priority 20%\n mon 08:00-09:00", "2026-11-23"
    );
    take_each(calendar, monday, 'A', 11, 16);
    EXPECT_EQ(room_of(calendar, monday, Audience::everyone), "A 0/10");
    EXPECT_EQ(room_of(calendar, monday, Audience::priority), "A 2/10");
    EXPECT_EQ(room_of(calendar, monday, Audience::walk_in), "A 2/10");
    take_each(calendar, monday, 'A', 17, 19);
    EXPECT_EQ(room_of(calendar, monday, Audience::priority), "A 0/10");
    EXPECT_EQ(room_of(calendar, monday, Audience::walk_in), "A 1/10");
}

TEST(PoolCalendar, the_day_bits_know_the_hour_and_the_party) {
    PoolCalendar calendar = calendar_of(usual_office, "2026-11-23");
    const auto next = [&](std::uint8_t party, int from_hour, int to_hour) {
        const auto found =
            calendar.next_day_with_room(monday, party, Audience::everyone, from_hour, to_hour);
        return found ? iso_date(*found) : std::string("none");
    };
    take_each(calendar, monday, 'B', 1, 48);
    EXPECT_EQ(next(2, 9, 10), "2026-11-23");
    EXPECT_EQ(next(3, 9, 10), "2026-11-23");  // begins at 09:50, goes on into 10:00
    take_each(calendar, monday, 'C', 1, 1);
    EXPECT_EQ(next(2, 9, 10), "2026-11-23");
    EXPECT_EQ(next(3, 9, 10), "2026-11-24");
    EXPECT_EQ(next(3, 0, 24), "2026-11-23");
    EXPECT_EQ(next(1, 12, 13), "none");
    EXPECT_EQ(next(1, 11, 14), "2026-11-23");
    EXPECT_EQ(next(1, 9, 9), "none");
    EXPECT_TRUE(calendar.release(monday, number("C-001")));
    EXPECT_EQ(next(3, 9, 10), "2026-11-23");
}

TEST(PoolCalendar, runs_are_found_from_both_ends_and_over_word_borders) {
    PoolCalendar calendar =
        calendar_of("pool regular A 200/h 10min\n mon 08:00-09:00", "2026-11-23");
    take_each(calendar, monday, 'A', 1, 61);
    take_each(calendar, monday, 'A', 67, 126);
    take_each(calendar, monday, 'A', 129, 200);
    const auto first = [&](std::uint8_t party, const char* from, const char* to) {
        return calendar.first_run(monday, party, Audience::everyone, clock(from), clock(to));
    };
    const auto last = [&](std::uint8_t party, const char* from, const char* to) {
        return calendar.last_run(monday, party, Audience::everyone, clock(from), clock(to));
    };
    EXPECT_EQ(first(5, "00:00", "24:00"), 61);
    EXPECT_EQ(last(5, "00:00", "24:00"), 61);
    EXPECT_EQ(last(4, "00:00", "24:00"), 62);
    EXPECT_EQ(last(2, "00:00", "24:00"), 126);
    EXPECT_EQ(last(1, "00:00", "24:00"), 127);
    EXPECT_EQ(first(3, "08:20", "24:00"), std::nullopt);
    EXPECT_EQ(first(1, "08:20", "24:00"), 126);  // 08:20 begins at place 67
    EXPECT_EQ(last(1, "00:00", "08:20"), 65);
}

TEST(PoolCalendar, the_horizon_rolls_on_and_what_is_held_stays_held) {
    const Office office = office_of(usual_office);
    PoolCalendar calendar(office, office.pools.front(), monday);
    take_each(calendar, monday, 'A', 1, 50);
    take_each(calendar, monday + 8, 'A', 1, 3);
    calendar.roll_to(office, office.pools.front(), monday + 1);
    EXPECT_EQ(calendar.first_day(), monday + 1);
    EXPECT_EQ(calendar.last_day(), monday + 1 + horizon_days);
    EXPECT_EQ(calendar.taken_on(monday), 0);
    EXPECT_EQ(calendar.taken_on(monday + 8), 3);
    EXPECT_TRUE(calendar.is_taken(monday + 8, number("A-002")));
    EXPECT_EQ(
        calendar.first_run(monday + 8, 1, Audience::everyone, day_begin, day_end), std::uint16_t{3}
    );
    calendar.roll_to(office, office.pools.front(), monday);
    EXPECT_EQ(calendar.first_day(), monday + 1);

    Office cut = office;
    cut.exceptions.push_back({monday + 8, false, {}, std::uint16_t{2}, "", ""});
    calendar.roll_to(cut, cut.pools.front(), monday + 1);
    EXPECT_EQ(calendar.capacity_on(monday + 8), 12);
    EXPECT_EQ(calendar.taken_on(monday + 8), 3);
    EXPECT_EQ(
        room_of(calendar, monday + 8, Audience::everyone), "A 0/2 B 2/2 C 2/2 D 2/2 E 2/2 F 2/2"
    );
}

}  // namespace antre::scheduling
