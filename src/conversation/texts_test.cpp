// Names, dates and sentences: what a person reads, character by character.

#include <gtest/gtest.h>

#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/wording.h"
#include "foundation/random.h"
#include "foundation/text.h"

namespace antre::conversation {

TEST(Names, keep_what_is_visible_and_nothing_else) {
    const auto check = [](std::string_view typed, std::string_view kept) {
        EXPECT_EQ(clean_line(typed), kept) << typed;
    };
    check("Siti Rahayu", "Siti Rahayu");
    check("  Siti \t\n Rahayu  ", "Siti Rahayu");
    check("D", "D");
    check("", "");
    check("\u202EuyahaR", "uyahaR");                              // right-to-left override
    check("Si\u200Bti\uFEFF Ra\u2066hayu\u2069", "Siti Rahayu");  // zero width, isolates
    check("Siti\U000E0041\U000E007F", "Siti");                    // tag characters
    check("Siti\u2028Rahayu", "Siti Rahayu");                     // line separator
    check("A\u0301\u0302\u0303\u0304B", "A\u0301\u0302B");        // stacked combining marks
    check("\u0007Budi\u009F", "Budi");
    check("😀 Budi", "😀 Budi");
    check("محمد", "محمد");
    check("ab\xFF\xC3", "ab");  // broken UTF-8
    check("\u200B\u200C", "");
}

TEST(Names, are_cut_without_breaking_a_character) {
    std::string emoji;
    for (int i = 0; i < 100; ++i)
        emoji += "😀";
    EXPECT_EQ(utf16_units(clean_line(emoji)), name_units_max);
    std::string marks = "Z";
    for (int i = 0; i < 1000; ++i)
        marks += "\u0301";
    EXPECT_EQ(clean_line(marks), "Z\u0301\u0301");
    Random random(3);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes;
        for (std::uint64_t n = random.below(200); n > 0; --n) {
            bytes += static_cast<char>(random.below(256));
        }
        const std::string line = clean_line(bytes);
        EXPECT_TRUE(is_valid_utf8(line));
        EXPECT_LE(utf16_units(line), name_units_max);
        EXPECT_EQ(clean_line(line), line);
    }
}

TEST(Names, are_the_same_whatever_the_case) {
    EXPECT_TRUE(is_same_name(PersonName("SITI rahayu"), PersonName(" Siti Rahayu ")));
    EXPECT_FALSE(is_same_name(PersonName("Siti"), PersonName("Siti Rahayu")));
}

TEST(Dates, are_written_as_people_say_them) {
    const LocalDate friday = *date_of({2026, 11, 27});
    const MinuteOfDay time = clock_time(8, 20);
    EXPECT_EQ(
        when_text(friday, time, Zone::wib, Language::id), "Jumat, 27 November 2026, 08.20 WIB"
    );
    EXPECT_EQ(
        when_text(friday, time, Zone::wib, Language::en), "Friday, 27 November 2026, 08:20 WIB"
    );
    EXPECT_EQ(near_text(friday, time, Zone::wita, Language::id), "Jumat, 27 November, 08.20 WITA");
    EXPECT_EQ(near_text(friday, time, Zone::wit, Language::en), "Friday, 27 November, 08:20 WIT");
    EXPECT_EQ(short_date(*date_of({2026, 8, 17}), Language::id), "Sen 17 Agu");
    EXPECT_EQ(short_date(*date_of({2026, 10, 7}), Language::en), "Wed 7 Oct");
    EXPECT_EQ(day_text(*date_of({1990, 5, 14}), Language::id), "14 Mei 1990");
}

TEST(Wording, fills_each_placeholder_once_with_literal_text) {
    const Wording wording(
        {{"greet", "Halo *{name}*, {when}. {name}"}, {"odd", "a {b"}}, {{"greet", "Hi {name}"}}
    );
    EXPECT_EQ(
        wording.say(Language::id, "greet", {{"name", "{when}"}, {"when", "Jumat"}}),
        "Halo *{when}*, Jumat. {when}"
    );
    EXPECT_EQ(
        wording.say(Language::en, "greet", {{"name", "*_~`%n{{1}}"}}),
        "Hi \u2217\u02CD\u223C\u02CB%n{{1}}"
    );
    EXPECT_EQ(wording.say(Language::id, "odd"), "a {b");
    EXPECT_TRUE(wording.has("greet"));
    EXPECT_FALSE(wording.has("odd"));  // one language lacks it
    EXPECT_FALSE(wording.has("no"));
}

}  // namespace antre::conversation
