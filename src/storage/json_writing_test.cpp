#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <limits>

#include "storage/json_writing.h"

namespace antre::storage {

TEST(JsonWriting, writes_members_and_elements_in_the_order_of_the_calls) {
    JsonWriter out(64);
    out.object().member("a").number(-1).member("b").array().flag(true).text("x").array();
    out.end_array().end_array().member("c").object().end_object().member("d").texts({"y", "z"});
    out.end_object();
    EXPECT_EQ(std::move(out).take(), R"({"a":-1,"b":[true,"x",[]],"c":{},"d":["y","z"]})");
}

TEST(JsonWriting, every_byte_of_a_text_is_read_again_as_it_was) {
    std::string text;
    for (int byte = 0; byte < 0x80; ++byte)
        text += static_cast<char>(byte);
    text += "\xC3\xA9\xF0\x9F\x98\x80";
    JsonWriter out(0);
    out.text(text);
    EXPECT_EQ(boost::json::parse(std::move(out).take()).as_string(), text);
}

TEST(JsonWriting, the_largest_and_smallest_numbers_keep_their_digits) {
    JsonWriter out(0);
    out.array().number(std::numeric_limits<std::uint64_t>::max());
    out.number(std::numeric_limits<std::int64_t>::min()).end_array();
    EXPECT_EQ(std::move(out).take(), "[18446744073709551615,-9223372036854775808]");
}

}  // namespace antre::storage
