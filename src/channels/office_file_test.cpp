#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "channels/office_file.h"

namespace antre::channels {
namespace {

// One small office in the form that write_office gives.
constexpr std::string_view good_office = R"({
  "slug": "sabang",
  "zone": "WIT",
  "stage": "suspended",
  "phone_number_id": "301000000000099",
  "business_account_id": "201000000000009",
  "display_phone": "6282200000099",
  "lead_minutes": 45,
  "moves_max": 2,
  "warns_of_brokers": true,
  "profile": {
    "name_id": "Kantor Imigrasi Sabang",
    "name_en": "Sabang Immigration Office",
    "city": "Sabang",
    "address": "Jl. Perdagangan \"Lama\" No. 1",
    "latitude_e6": -5894300,
    "longitude_e6": 95319200,
    "phone": "626525550099",
    "facilities_id": "Parkir – luas.",
    "facilities_en": "Parking – ample.",
    "documents": [
      {
        "service": "new",
        "for_child": true,
        "items_id": ["Akta kelahiran anak"],
        "items_en": ["The child's birth certificate"]
      }
    ]
  },
  "pools": [
    {
      "id": 7,
      "key": "regular",
      "services": ["new", "renew"],
      "week": {
        "monday": ["08:00-12:00", "13:00-16:00"],
        "saturday": ["20:00-24:00"]
      },
      "places_per_hour": 12,
      "window_minutes": 15,
      "walk_in_percent": 5,
      "priority_percent": 10,
      "first_letter": "C"
    }
  ],
  "exceptions": [
    {
      "date": "2026-12-24",
      "is_closed": true,
      "reason_id": "Cuti bersama Natal",
      "reason_en": "Christmas joint leave"
    },
    {
      "date": "2027-02-08",
      "is_closed": false,
      "hours": ["08:00-11:00"],
      "places_per_hour": 6,
      "reason_id": "Ramadan",
      "reason_en": "Ramadan"
    }
  ]
}
)";

std::string good_but(std::string_view old_text, std::string_view new_text) {
    std::string text(good_office);
    const auto at = text.find(old_text);
    EXPECT_NE(at, std::string::npos) << "the office has no " << old_text;
    if (at != std::string::npos) text.replace(at, old_text.size(), new_text);
    return text;
}

TEST(OfficeFile, every_setting_is_read) {
    const auto office = parse_office(good_office);
    ASSERT_TRUE(office) << office.error().path << ' ' << office.error().reason;
    EXPECT_FALSE(office->id.is_set());
    EXPECT_EQ(office->slug, "sabang");
    EXPECT_EQ(office->zone, Zone::wit);
    EXPECT_EQ(office->stage, scheduling::OfficeStage::suspended);
    EXPECT_EQ(office->phone_number_id, "301000000000099");
    EXPECT_EQ(office->business_account_id, "201000000000009");
    EXPECT_EQ(office->display_phone, "6282200000099");
    EXPECT_EQ(office->lead_minutes, 45);
    EXPECT_EQ(office->moves_max, 2);
    EXPECT_TRUE(office->warns_of_brokers);

    EXPECT_EQ(office->profile.name_en, "Sabang Immigration Office");
    EXPECT_EQ(office->profile.address, "Jl. Perdagangan \"Lama\" No. 1");
    EXPECT_EQ(office->profile.latitude_e6, -5'894'300);
    EXPECT_EQ(office->profile.longitude_e6, 95'319'200);
    ASSERT_EQ(office->profile.documents.size(), 1U);
    EXPECT_EQ(office->profile.documents[0].service, Service::new_passport);
    EXPECT_TRUE(office->profile.documents[0].for_child);

    ASSERT_EQ(office->pools.size(), 1U);
    const scheduling::Pool& pool = office->pools[0];
    EXPECT_EQ(pool.id, PoolId{7});
    EXPECT_EQ(pool.services, (std::vector{Service::new_passport, Service::renew}));
    const auto day = [&](Weekday weekday) { return pool.week[static_cast<std::size_t>(weekday)]; };
    ASSERT_EQ(day(Weekday::monday).size(), 2U);
    EXPECT_EQ(day(Weekday::monday)[1].opens, clock_time(13, 0));
    EXPECT_TRUE(day(Weekday::tuesday).empty());
    EXPECT_EQ(day(Weekday::saturday)[0].closes, clock_time(24, 0));
    EXPECT_EQ(pool.places_per_hour, 12);
    EXPECT_EQ(pool.window_minutes, 15);
    EXPECT_EQ(pool.walk_in_percent, 5);
    EXPECT_EQ(pool.priority_percent, 10);
    EXPECT_EQ(pool.first_letter, 'C');

    ASSERT_EQ(office->exceptions.size(), 2U);
    EXPECT_TRUE(office->exceptions[0].is_closed);
    EXPECT_FALSE(office->exceptions[1].is_closed);
    EXPECT_EQ(office->exceptions[1].places_per_hour, 6);
    EXPECT_EQ(office->exceptions[1].hours.size(), 1U);
}

TEST(OfficeFile, what_is_written_is_what_was_read) {
    const auto office = parse_office(good_office);
    ASSERT_TRUE(office);
    EXPECT_EQ(write_office(*office), good_office);
}

TEST(OfficeFile, what_an_office_may_leave_out_has_the_usual_value) {
    std::string text = good_but(
        "  \"lead_minutes\": 45,\n  \"moves_max\": 2,\n"
        "  \"warns_of_brokers\": true,\n",
        ""
    );
    text = text.substr(0, text.find("  ],\n  \"exceptions\"")) + "  ]\n}\n";
    const auto office = parse_office(text);
    ASSERT_TRUE(office) << office.error().path << ' ' << office.error().reason;
    EXPECT_EQ(office->lead_minutes, scheduling::lead_minutes_default);
    EXPECT_EQ(office->moves_max, scheduling::moves_max_default);
    EXPECT_FALSE(office->warns_of_brokers);
    EXPECT_TRUE(office->exceptions.empty());
}

struct BadFile {
    std::string_view old_text;
    std::string_view new_text;
    std::string_view path;
    std::string_view reason;
};

void expect_refused(const std::vector<BadFile>& rows) {
    for (const BadFile& row : rows) {
        const auto office = parse_office(good_but(row.old_text, row.new_text));
        ASSERT_FALSE(office) << row.new_text;
        EXPECT_EQ(office.error().path, row.path) << row.new_text;
        EXPECT_EQ(office.error().reason, row.reason) << row.new_text;
    }
}

TEST(OfficeFile, a_missing_setting_is_named) {
    expect_refused({
        {"  \"slug\": \"sabang\",\n", "", "slug", "is missing"},
        {"    \"city\": \"Sabang\",\n", "", "profile.city", "is missing"},
        {"      \"places_per_hour\": 12,\n", "", "pools[0].places_per_hour", "is missing"},
        {"      \"id\": 7,\n", "", "pools[0].id", "is missing"},
        {"      \"date\": \"2027-02-08\",\n", "", "exceptions[1].date", "is missing"},
        {"\"city\": \"Sabang\"", "\"city\": \" \"", "profile.city", "is missing"},
    });
}

TEST(OfficeFile, a_value_of_the_wrong_type_is_named) {
    expect_refused({
        {"\"sabang\"", "7", "slug", "must be text, not a whole number"},
        {"\"places_per_hour\": 12",
         "\"places_per_hour\": \"12\"",
         "pools[0].places_per_hour",
         "must be a whole number, not text"},
        {"\"places_per_hour\": 12",
         "\"places_per_hour\": 12.5",
         "pools[0].places_per_hour",
         "must be a whole number, not a number with a fraction"},
        {"[\"new\", \"renew\"]", "\"new\"", "pools[0].services", "must be a list, not text"},
        {"\"is_closed\": true",
         "\"is_closed\": \"yes\"",
         "exceptions[0].is_closed",
         "must be true or false, not text"},
        {"[\n    {\n      \"id\"",
         "[ 3, \n    {\n      \"id\"",
         "pools[0]",
         "must be an object, not a whole number"},
        {"\"first_letter\": \"C\"",
         "\"first_letter\": \"CD\"",
         "pools[0].first_letter",
         "must be one letter from A to Z"},
    });
}

TEST(OfficeFile, an_unknown_key_or_word_comes_with_a_suggestion) {
    expect_refused({
        {"\"slug\"", "\"slgu\"", "slgu", "unknown key; did you mean \"slug\"?"},
        {"\"places_per_hour\"",
         "\"plases_per_hour\"",
         "pools[0].plases_per_hour",
         "unknown key; did you mean \"places_per_hour\"?"},
        {"\"monday\"", "\"mon\"", "pools[0].week.mon", "unknown key; did you mean \"monday\"?"},
        {"\"monday\"",
         "\"senin\"",
         "pools[0].week.senin",
         "unknown key; it must be one of: monday, tuesday, wednesday, thursday, friday, saturday, "
         "sunday"},
        {"\"WIT\"",
         "\"GMT+9\"",
         "zone",
         "unknown word \"GMT+9\"; it must be one of: WIB, WITA, WIT"},
        {"\"suspended\"",
         "\"suspend\"",
         "stage",
         "unknown word \"suspend\"; did you mean \"suspended\"?"},
        {"\"renew\"",
         "\"renewal\"",
         "pools[0].services[1]",
         "unknown word \"renewal\"; did you mean \"renew\"?"},
    });
}

TEST(OfficeFile, hours_and_dates_that_do_not_exist_are_refused) {
    constexpr std::string_view hours = "must be opening hours such as \"08:00-12:00\"";
    constexpr std::string_view date = "must be a date that exists, such as \"2026-12-24\"";
    expect_refused({
        {"13:00-16:00", "13.00-16.00", "pools[0].week.monday[1]", hours},
        {"13:00-16:00", "13:00", "pools[0].week.monday[1]", hours},
        {"13:00-16:00", "13:00-25:00", "pools[0].week.monday[1]", hours},
        {"13:00-16:00", "13:00-14:00-16:00", "pools[0].week.monday[1]", hours},
        {"2026-12-24", "24-12-2026", "exceptions[0].date", date},
        {"2026-12-24", "2026-02-29", "exceptions[0].date", date},
    });
}

TEST(OfficeFile, settings_that_cannot_be_used_are_refused) {
    expect_refused({
        {"13:00-16:00",
         "11:00-16:00",
         "pools[0].week.monday[1]",
         "must begin after the hours before it have ended"},
        {"13:00-16:00", "16:00-13:00", "pools[0].week.monday[1]", "must close after it opens"},
        {"\"places_per_hour\": 12",
         "\"places_per_hour\": 1000",
         "pools[0].places_per_hour",
         "must be between 1 and 999"},
        {"\"places_per_hour\": 12",
         "\"places_per_hour\": 70000",
         "pools[0].places_per_hour",
         "must be between 0 and 65535"},
        {"\"places_per_hour\": 12",
         "\"places_per_hour\": 18446744073709551615",
         "pools[0].places_per_hour",
         "must be between 0 and 65535"},
        {"\"2027-02-08\"",
         "\"2026-12-24\"",
         "exceptions[1].date",
         "must come after the one before it: sorted, one a day"},
        {"\"6282200000099\"", "\"+62 822\"", "display_phone", "must be digits only"},
        {"\"slug\": \"sabang\"",
         "\"slug\": \"Sabang Kota\"",
         "slug",
         "must be lower-case letters and digits, joined by '-'"},
    });
}

TEST(OfficeFile, a_file_that_is_no_object_is_refused) {
    EXPECT_EQ(parse_office("[]").error().reason, "must be an object, not a list");
    EXPECT_EQ(parse_office("null").error().path, "");
    EXPECT_EQ(parse_office("{").error().path, "line 1");
}

}  // namespace
}  // namespace antre::channels
