#include <array>
#include <gtest/gtest.h>
#include <string>

#include "channels/holiday_file.h"

namespace antre::channels {
namespace {

constexpr std::string_view good_year = R"([
  {"date": "2026-12-24", "name_id": "Cuti bersama Natal", "name_en": "Christmas joint leave",
   "kind": "joint_leave", "certain": true, "source": "SKB"},
  {"date": "2026-12-25", "name_id": "Hari Raya Natal", "name_en": "Christmas Day",
   "kind": "national", "certain": true, "source": "SKB"}
])";

LocalDate day(std::string_view iso) {
    return parse_iso_date(iso).value();
}

TEST(HolidayFile, each_holiday_is_a_closed_day_with_its_name) {
    const auto holidays = parse_holidays(good_year);
    ASSERT_TRUE(holidays) << holidays.error().path << ' ' << holidays.error().reason;
    ASSERT_EQ(holidays->size(), 2U);
    EXPECT_EQ((*holidays)[0].date, day("2026-12-24"));
    EXPECT_TRUE((*holidays)[0].is_closed);
    EXPECT_EQ((*holidays)[1].reason_id, "Hari Raya Natal");
    EXPECT_EQ((*holidays)[1].reason_en, "Christmas Day");
}

TEST(HolidayFile, a_bad_entry_is_named) {
    struct Row {
        std::string_view old_text;
        std::string_view new_text;
        std::string_view path;
        std::string_view reason;
    };
    constexpr std::array rows{
        Row{"2026-12-25",
            "2026-12-32",
            "[1].date",
            "must be a date that exists, such as \"2026-12-24\""},
        Row{"2026-12-25",
            "2026-12-24",
            "[1].date",
            "must come after the one before it: sorted, one a day"},
        Row{"\"national\"",
            "\"nasional\"",
            "[1].kind",
            "unknown word \"nasional\"; did you mean \"national\"?"},
        Row{"\"name_en\": \"Christmas Day\",", "", "[1].name_en", "is missing"},
        Row{"\"Hari Raya Natal\"", "\"\"", "[1].name_id", "is empty"},
        Row{"\"certain\": true",
            "\"certain\": 1",
            "[0].certain",
            "must be true or false, not a whole number"},
        Row{"\"source\"", "\"sources\"", "[0].sources", "unknown key; did you mean \"source\"?"},
    };
    for (const Row& row : rows) {
        std::string text(good_year);
        text.replace(text.find(row.old_text), row.old_text.size(), row.new_text);
        const auto holidays = parse_holidays(text);
        ASSERT_FALSE(holidays) << row.new_text;
        EXPECT_EQ(holidays.error().path, row.path) << row.new_text;
        EXPECT_EQ(holidays.error().reason, row.reason) << row.new_text;
    }
    EXPECT_EQ(parse_holidays("{}").error().reason, "must be a list, not an object");
}

TEST(HolidayFile, the_offices_own_days_win_over_holidays) {
    scheduling::Office office;
    office.exceptions = {
        {day("2026-12-20"), true, {}, {}, "Pindah gedung", "Moving house"},
        {day("2026-12-24"), false, {{clock_time(8, 0), clock_time(11, 0)}}, {}, "Piket", "On duty"},
    };
    const auto holidays = parse_holidays(good_year);
    ASSERT_TRUE(holidays);
    const scheduling::Office merged = with_holidays(office, *holidays);

    ASSERT_EQ(merged.exceptions.size(), 3U);
    EXPECT_EQ(merged.exceptions[0].reason_en, "Moving house");
    EXPECT_EQ(merged.exceptions[1].date, day("2026-12-24"));
    EXPECT_FALSE(merged.exceptions[1].is_closed);
    EXPECT_EQ(merged.exceptions[1].reason_en, "On duty");
    EXPECT_EQ(merged.exceptions[2].reason_en, "Christmas Day");
}

TEST(HolidayFile, merging_twice_changes_nothing_more) {
    const auto holidays = parse_holidays(good_year);
    ASSERT_TRUE(holidays);
    const scheduling::Office once = with_holidays({}, *holidays);
    EXPECT_EQ(with_holidays(once, *holidays).exceptions.size(), once.exceptions.size());
}

}  // namespace
}  // namespace antre::channels
