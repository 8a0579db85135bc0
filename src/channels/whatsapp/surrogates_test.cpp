#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "channels/whatsapp/surrogates.h"

namespace antre::channels::whatsapp {

TEST(Surrogates, only_halves_without_a_partner_are_replaced) {
    struct Line {
        std::string json, expected;
    };
    const std::vector<Line> lines{
        {R"("halo")", R"("halo")"},
        {R"("\ud83d\ude00")", R"("\ud83d\ude00")"},
        {R"("\ud83d")", R"("\ufffd")"},
        {R"("\ude00")", R"("\ufffd")"},
        {R"("\uD83D ya")", R"("\ufffd ya")"},
        {R"("\ud83d\ud83d\ude00")", R"("\ufffd\ud83d\ude00")"},
        {R"("\ude00\ud83d")", R"("\ufffd\ufffd")"},
        {R"("\\ud83d")", R"("\\ud83d")"},
        {R"("\\\ud83d")", R"("\\\ufffd")"},
        {R"("\ud83d\n")", R"("\ufffd\n")"},
        {R"("\u00e9\ufffd")", R"("\u00e9\ufffd")"},
        {R"("\ud83)", R"("\ud83)"},
        {R"("\ud83d\u")", R"("\ufffd\u")"},
        {R"("\ud83x")", R"("\ud83x")"},
        {"\"\\", "\"\\"},
        {"", ""}};
    for (const Line& line : lines) {
        std::string json = line.json;
        EXPECT_EQ(replace_lone_surrogates(json), line.json != line.expected) << line.json;
        EXPECT_EQ(json, line.expected);
    }
}

}  // namespace antre::channels::whatsapp
