#include <gtest/gtest.h>
#include <string>

#include "scheduling/booking.h"

namespace antre::scheduling {

namespace {

constexpr std::array all_statuses{
    BookingStatus::held, BookingStatus::booked, BookingStatus::cancelled, BookingStatus::expired};

}  // namespace

TEST(Booking, its_whole_life_is_this_table) {
    std::string table;
    for (const BookingStatus from : all_statuses) {
        table += std::string(name_of(from)) + ":";
        for (const BookingStatus to : all_statuses) {
            if (may_become(from, to)) table += " " + std::string(name_of(to));
        }
        table += "\n";
    }
    EXPECT_EQ(
        table,
        "held: booked cancelled expired\n"
        "booked: cancelled\n"
        "cancelled:\n"
        "expired:\n"
    );
}

TEST(Booking, a_status_is_found_by_its_name) {
    for (const BookingStatus status : all_statuses)
        EXPECT_EQ(status_named(name_of(status)), status);
    EXPECT_EQ(status_named("gone"), std::nullopt);
    EXPECT_TRUE(is_active(BookingStatus::held) && is_active(BookingStatus::booked));
    EXPECT_FALSE(is_active(BookingStatus::cancelled) || is_active(BookingStatus::expired));
}

TEST(BookingCode, six_characters_stand_for_each_id) {
    EXPECT_EQ(code_of(BookingId{1}), "000001");
    EXPECT_EQ(code_of(BookingId{32}), "000010");
    EXPECT_EQ(code_of(BookingId{code_space - 1}), "ZZZZZZ");
    for (std::uint64_t id = 1; id < code_space; id = id * 3 + 7)
        EXPECT_EQ(booking_coded(code_of(BookingId{id})), BookingId{id});
}

TEST(BookingCode, what_people_mistype_is_forgiven) {
    const auto meant = booking_coded("7K01MZ");
    ASSERT_TRUE(meant);
    EXPECT_EQ(code_of(*meant), "7K01MZ");
    for (const char* typed : {"7k01mz", " 7K0 1MZ ", "7KO1MZ", "7koimz", "7K0LMZ", "7K0-1MZ"})
        EXPECT_EQ(booking_coded(typed), meant) << typed;
}

TEST(BookingCode, what_cannot_be_a_code_is_none) {
    for (const char* typed : {"", "7K01M", "7K01MZZ", "7K01MU", "7K01M!", "000000", "7K01MÉ"})
        EXPECT_EQ(booking_coded(typed), std::nullopt) << typed;
}

}  // namespace antre::scheduling
