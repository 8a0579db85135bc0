#include <gtest/gtest.h>

#include "http/headers.h"

namespace antre::http {
namespace {

TEST(Headers, are_found_without_case_and_stay_twice_when_they_came_twice) {
    Headers headers = {{"Content-Type", "text/plain"}, {"X-Hub", "1"}, {"x-hub", "2"}};
    EXPECT_EQ(headers.find("content-TYPE"), "text/plain");
    EXPECT_EQ(headers.find("X-HUB"), "1");
    EXPECT_EQ(headers.all("X-Hub"), (std::vector<std::string_view>{"1", "2"}));
    EXPECT_FALSE(headers.has("X-Hu"));
    EXPECT_EQ(headers.at(2).name, "x-hub");
}

TEST(Headers, are_replaced_even_by_a_part_of_themselves) {
    Headers headers = {{"A", "long enough to lie on the heap"}, {"a", "2"}};
    headers.set("A", headers.at(0).value.substr(5));
    EXPECT_EQ(headers.size(), 1u);
    EXPECT_EQ(headers.find("a"), "enough to lie on the heap");
    headers.remove("A");
    EXPECT_TRUE(headers.empty());
}

TEST(HasToken, reads_comma_separated_lists) {
    EXPECT_TRUE(has_token("keep-alive, Close", "close"));
    EXPECT_FALSE(has_token("closed", "close"));
    EXPECT_FALSE(has_token("", "close"));
}

}  // namespace
}  // namespace antre::http
