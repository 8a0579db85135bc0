#include <gtest/gtest.h>

#include "channels/phone.h"

namespace antre::channels {

TEST(Phone, is_read_however_people_type_it) {
    const char* const ways[] = {
        "081234567890",
        "81234567890",
        "6281234567890",
        "+6281234567890",
        "006281234567890",
        "+62 812-3456-7890",
        "0812.3456.7890",
        " 0812 3456 7890 ",
        "(0812) 34567890",
        "+62 (0)812 3456 7890",
    };
    for (const char* way : ways) {
        const auto phone = parse_phone(way);
        ASSERT_TRUE(phone) << way;
        EXPECT_EQ(phone->reveal(), "6281234567890") << way;
    }
}

TEST(Phone, has_nine_to_twelve_digits_from_the_8_on) {
    EXPECT_TRUE(parse_phone("0812345678"));
    EXPECT_TRUE(parse_phone("0812345678901"));
    EXPECT_EQ(parse_phone("081234567").error(), PhoneFault::wrong_length);
    EXPECT_EQ(parse_phone("08123456789012").error(), PhoneFault::wrong_length);
}

TEST(Phone, is_refused_with_a_reason) {
    struct Refused {
        const char* typed;
        PhoneFault fault;
    };
    const Refused refused[] = {
        {"", PhoneFault::not_a_number},
        {"  ", PhoneFault::not_a_number},
        {"+", PhoneFault::not_a_number},
        {"0812345678x", PhoneFault::not_a_number},
        {"0812+345678", PhoneFault::not_a_number},
        {"++62812345678", PhoneFault::not_a_number},
        {"\xD9\xA0\xD9\xA8", PhoneFault::not_a_number},
        {"0215254567", PhoneFault::not_mobile},
        {"08012345678", PhoneFault::not_mobile},
        {"+65 8123 4567", PhoneFault::not_mobile},
        {"0065 8123 4567", PhoneFault::not_mobile},
        {"+081234567890", PhoneFault::not_mobile},
        {"62", PhoneFault::not_mobile},
        {"8", PhoneFault::not_mobile},
        {"0", PhoneFault::not_mobile},
    };
    for (const Refused& row : refused) {
        const auto phone = parse_phone(row.typed);
        ASSERT_FALSE(phone) << row.typed;
        EXPECT_EQ(phone.error(), row.fault) << row.typed;
    }
}

}  // namespace antre::channels
