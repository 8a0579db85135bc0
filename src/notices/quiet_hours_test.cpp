#include <gtest/gtest.h>

#include "notices/quiet_hours.h"

namespace antre::notices {

TEST(QuietHours, notices_wait_for_seven_in_the_morning_on_the_clock_of_the_office) {
    struct Row {
        std::string_view now;
        Zone zone;
        std::string_view awake;
    };
    constexpr Row rows[] = {
        {"2026-11-27T06:59:59+07:00", Zone::wib, "2026-11-27T07:00:00+07:00"},
        {"2026-11-27T07:00:00+07:00", Zone::wib, "2026-11-27T07:00:00+07:00"},
        {"2026-11-27T19:59:59+07:00", Zone::wib, "2026-11-27T19:59:59+07:00"},
        {"2026-11-27T20:00:00+07:00", Zone::wib, "2026-11-28T07:00:00+07:00"},
        {"2026-11-27T00:10:00+07:00", Zone::wib, "2026-11-27T07:00:00+07:00"},
        // Eight in the evening in Jayapura is six in Jakarta.
        {"2026-11-27T18:00:00+07:00", Zone::wit, "2026-11-28T07:00:00+09:00"},
        {"2026-12-31T21:00:00+08:00", Zone::wita, "2027-01-01T07:00:00+08:00"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(awake_at(*parse_iso_instant(row.now), row.zone), *parse_iso_instant(row.awake))
            << row.now;
    }
}

}  // namespace antre::notices
