#include <gtest/gtest.h>

#include "foundation/time.h"

namespace antre {

TEST(Time, a_moment_has_each_offices_own_date_and_hour) {
    const Instant at = *parse_iso_instant("2026-11-24T16:30:00Z");
    EXPECT_EQ(iso_local(local_time(at, Zone::wib), Zone::wib), "2026-11-24T23:30:00+07:00");
    EXPECT_EQ(iso_local(local_time(at, Zone::wita), Zone::wita), "2026-11-25T00:30:00+08:00");
    EXPECT_EQ(iso_local(local_time(at, Zone::wit), Zone::wit), "2026-11-25T01:30:00+09:00");
    EXPECT_EQ(instant_of(local_time(at, Zone::wit), Zone::wit), at);
}

TEST(Time, days_that_do_not_exist_are_no_dates) {
    EXPECT_FALSE(date_of({2026, 2, 31}));
    EXPECT_FALSE(date_of({2027, 2, 29}));
    EXPECT_FALSE(date_of({2027, 13, 1}));
    EXPECT_FALSE(date_of({2027, 0, 13}));
    EXPECT_TRUE(date_of({2028, 2, 29}));
}

TEST(Time, weekdays_follow_the_calendar) {
    EXPECT_EQ(weekday_of(*date_of({2026, 11, 24})), Weekday::tuesday);
    EXPECT_EQ(weekday_of(*date_of({2026, 11, 29})), Weekday::sunday);
    EXPECT_EQ(weekday_of(*date_of({1969, 12, 31})), Weekday::wednesday);
}

TEST(Time, instants_are_read_with_offset_and_fraction) {
    EXPECT_EQ(
        *parse_iso_instant("2026-11-24T09:10:00+07:00"), *parse_iso_instant("2026-11-24T02:10:00Z")
    );
    EXPECT_EQ(parse_iso_instant("2026-11-24T02:10:00.250Z")->ms % 1000, 250);
    EXPECT_FALSE(parse_iso_instant("2026-11-24T02:10:00"));
    EXPECT_FALSE(parse_iso_instant("2026-11-24 25:10:00Z"));
    EXPECT_EQ(
        iso_instant(*parse_iso_instant("2026-11-24T02:10:00.250Z")), "2026-11-24T02:10:00.250Z"
    );
}

}  // namespace antre
