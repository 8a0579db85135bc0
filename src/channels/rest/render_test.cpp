#include <array>
#include <gtest/gtest.h>

#include "channels/rest/render.h"

namespace antre::channels::rest {
namespace {

const OfficeClock makassar{"makassar", Zone::wita};

scheduling::Booking booking_of_two() {
    scheduling::Booking booking;
    booking.id = *scheduling::booking_coded("K7M2QX");
    booking.service = Service::renew;
    booking.status = scheduling::BookingStatus::booked;
    booking.placement = {
        {1}, *parse_iso_date("2026-11-27"), clock_time(8, 20), {{'A', 17}, {'A', 18}}};
    booking.people = {
        {{1}, PersonName("siti nur rahma"), parse_iso_date("1990-05-01")},
        {{2}, PersonName("Budi"), parse_iso_date("1988-01-31")}};
    booking.moves = 1;
    return booking;
}

TEST(RestRender, a_booking_tells_what_stands_on_its_ticket) {
    EXPECT_EQ(
        render(booking_of_two(), makassar),
        R"({"code":"K7M2QX","office":"makassar","service":"renew","status":"booked",)"
        R"("date":"2026-11-27","window":"2026-11-27T08:20:00+08:00",)"
        R"("numbers":["A-017","A-018"],"people_count":2,)"
        R"("people":[{"initials":"S. N. R."},{"initials":"B."}],"moves":1})"
    );
}

TEST(RestRender, a_booking_tells_no_name_and_no_birth_date) {
    const std::string text = render(booking_of_two(), makassar);
    for (const std::string_view word : {"siti", "rahma", "Budi", "1990", "1988"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << word;
    }
}

TEST(RestRender, initials_are_whole_letters) {
    struct Row {
        std::string_view name;
        std::string_view initials;
    };
    constexpr std::array rows{
        Row{"", ""},
        Row{"siti", "S."},
        Row{"  Siti   Rahma ", "S. R."},
        Row{"\xc3\x89mile van Dam", "\xc3\x89. V. D."},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(initials_of(PersonName(std::string(row.name))), row.initials) << row.name;
    }
}

TEST(RestRender, room_is_told_by_day_and_hour) {
    engine::AvailabilityAnswer answer;
    answer.days.push_back(
        {*parse_iso_date("2026-11-27"),
         3,
         100,
         {{'A', clock_time(8, 0), clock_time(9, 0), 3, 50},
          {'B', clock_time(9, 0), clock_time(10, 0), 0, 50}}}
    );
    answer.days.push_back({*parse_iso_date("2026-11-28"), 0, 0, {}});
    answer.earliest = scheduling::Offer{
        {{1}, *parse_iso_date("2026-11-27"), clock_time(8, 40), {{'A', 41}}},
        scheduling::Match::as_wished};
    engine::AskAvailability question;
    question.party = 2;
    EXPECT_EQ(
        render(answer, question, makassar),
        R"({"office":"makassar","service":"new","party":2,)"
        R"("earliest":{"date":"2026-11-27","window":"2026-11-27T08:40:00+08:00"},)"
        R"("days":[{"date":"2026-11-27","free":3,"capacity":100,"hours":[)"
        R"({"from":"08:00","to":"09:00","free":3,"capacity":50},)"
        R"({"from":"09:00","to":"10:00","free":0,"capacity":50}]},)"
        R"({"date":"2026-11-28","free":0,"capacity":0,"hours":[]}]})"
    );
    answer.earliest.reset();
    answer.days.clear();
    EXPECT_EQ(
        render(answer, question, makassar),
        R"({"office":"makassar","service":"new","party":2,"earliest":null,"days":[]})"
    );
}

TEST(RestRender, only_pilot_and_live_offices_take_bookings) {
    using scheduling::OfficeStage;
    struct Row {
        OfficeStage stage;
        std::string_view end;
    };
    constexpr std::array rows{
        Row{OfficeStage::candidate, R"("stage":"candidate","takes_bookings":false})"},
        Row{OfficeStage::pilot, R"("stage":"pilot","takes_bookings":true})"},
        Row{OfficeStage::live, R"("stage":"live","takes_bookings":true})"},
        Row{OfficeStage::suspended, R"("stage":"suspended","takes_bookings":false})"},
    };
    for (const Row& row : rows) {
        const std::string text = render(OfficeCard{
            "batam", Zone::wib, "Kanim Batam", "Batam Office", "Batam", "6281", row.stage});
        EXPECT_TRUE(text.ends_with(row.end)) << text;
        EXPECT_TRUE(text.starts_with(
            R"({"slug":"batam","name":{"id":"Kanim Batam","en":"Batam Office"},"city":"Batam",)"
            R"("zone":"WIB","whatsapp":"6281",)"
        )) << text;
    }
    EXPECT_EQ(render(std::vector<OfficeCard>{}), R"({"offices":[]})");
}

}  // namespace
}  // namespace antre::channels::rest
