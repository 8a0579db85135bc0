#include <array>
#include <gtest/gtest.h>

#include "channels/nearest_word.h"

namespace antre::channels {
namespace {

constexpr std::array<std::string_view, 4> known{"slug", "zone", "places_per_hour", "first_letter"};

TEST(NearestWord, a_slip_is_recognised_and_another_word_is_not) {
    struct Row {
        std::string_view word;
        std::string_view nearest;
    };
    constexpr std::array rows{
        Row{"slug", "slug"},
        Row{"slgu", "slug"},                        // two letters swapped
        Row{"slugs", "slug"},                       // one too many
        Row{"zon", "zone"},                         // one too few
        Row{"plases_per_hour", "places_per_hour"},  // another letter
        Row{"PLACES_PER_HOUR", "places_per_hour"},  // capitals do not count
        Row{"placesPerHour", "places_per_hour"},
        Row{"colour", ""},
        Row{"no", ""},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(nearest_word(row.word, known), row.nearest) << row.word;
    }
}

TEST(NearestWord, without_a_near_word_all_are_listed) {
    EXPECT_EQ(suggestion_for("zones", known), "did you mean \"zone\"?");
    EXPECT_EQ(
        suggestion_for("colour", known),
        "it must be one of: slug, zone, places_per_hour, first_letter"
    );
}

}  // namespace
}  // namespace antre::channels
