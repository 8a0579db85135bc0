#include <gtest/gtest.h>

#include "channels/console/act.h"

namespace antre::channels::console {

TEST(ConsoleAct, is_read_as_it_was_written) {
    const Act act{"close_day", {{"office", "batam"}, {"reason", "banjir \"besar\""}}, "a,b\n1,2\n"};
    const auto read = decode_act(encode(act));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->verb, act.verb);
    EXPECT_EQ(read->words, act.words);
    EXPECT_EQ(read->body, act.body);
    EXPECT_EQ(encode(act).find('\n'), std::string::npos) << "one line on the socket";
    EXPECT_EQ(read->word("office"), "batam");
    EXPECT_EQ(read->word("day"), "");
}

TEST(ConsoleAct, an_output_is_read_as_it_was_written) {
    const auto read = decode_output(encode(Output{1, "some\nlines\n", "why"}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->exit_code, 1);
    EXPECT_EQ(read->out, "some\nlines\n");
    EXPECT_EQ(read->err, "why");
}

TEST(ConsoleAct, anything_else_is_refused) {
    for (const std::string_view text :
         {"",
          "[]",
          "{}",
          R"({"verb":1,"words":{},"body":""})",
          R"({"verb":"a","words":[],"body":""})",
          R"({"verb":"a","words":{"b":1},"body":""})",
          R"({"verb":"a","words":{}})"}) {
        EXPECT_FALSE(decode_act(text)) << text;
    }
    for (const std::string_view text :
         {"", "{}", R"({"exit":"0","out":"","err":""})", R"({"exit":0,"out":""})"}) {
        EXPECT_FALSE(decode_output(text)) << text;
    }
}

}  // namespace antre::channels::console
