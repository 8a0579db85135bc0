#include <gtest/gtest.h>

#include "scheduling/place.h"

namespace antre::scheduling {

TEST(PlaceNumber, a_label_is_read_as_it_is_written_and_as_people_type_it) {
    EXPECT_EQ(label_of({'A', 17}), "A-017");
    EXPECT_EQ(label_of({'Z', 999}), "Z-999");
    for (const char* typed : {"A-017", "a-17", " A17 ", "a 017", "A - 17"})
        EXPECT_EQ(number_labelled(typed), (PlaceNumber{'A', 17})) << typed;
    for (const char* typed :
         {"", "A", "A-", "017", "A-000", "A-1000", "A-1x", "AA-1", "Ä-1", "A--1"})
        EXPECT_EQ(number_labelled(typed), std::nullopt) << typed;
}

TEST(PlaceNumber, numbers_sort_and_key_in_the_order_of_the_day) {
    EXPECT_LT((PlaceNumber{'A', 50}), (PlaceNumber{'B', 1}));
    EXPECT_LT(key_of({'A', 999}), key_of({'B', 1}));
    EXPECT_EQ(number_of_key(key_of({'F', 24})), (PlaceNumber{'F', 24}));
}

}  // namespace antre::scheduling
