#include <gtest/gtest.h>

#include "foundation/text.h"

namespace antre {

TEST(Text, utf8_is_refused_where_it_is_not_well_formed) {
    EXPECT_TRUE(is_valid_utf8("halo 😀 é"));
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
    EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
    EXPECT_FALSE(is_valid_utf8("\xE2\x82"));          // cut short
}

TEST(Text, shortening_never_splits_a_code_point) {
    EXPECT_EQ(shorten("abcdef", 6), "abcdef");
    EXPECT_EQ(shorten("abcdefg", 6), "abcde…");
    EXPECT_EQ(shorten("😀😀😀", 4), "😀…");
    EXPECT_EQ(utf16_units("😀a"), 3u);
    EXPECT_EQ(utf16_units("12345678 1234é78 12345😀 a"), 26u) << "wherever in a long text";
    EXPECT_TRUE(is_valid_utf8("12345678 12345678é"));
    EXPECT_FALSE(is_valid_utf8("12345678 12345678\xC3"));
    EXPECT_EQ(code_points("😀a"), 2u);
}

TEST(Text, splitting_keeps_empty_parts) {
    EXPECT_EQ(split("#a#b#", '#'), (std::vector<std::string_view>{"", "a", "b", ""}));
    EXPECT_EQ(trim(" \t a b \r\n"), "a b");
    EXPECT_TRUE(is_all_digits("0123"));
    EXPECT_FALSE(is_all_digits(""));
}

}  // namespace antre
