#include <gtest/gtest.h>

#include "channels/wording_file.h"
#include "scheduling/allocation.h"

namespace antre::channels {

namespace {

// "language key: reason", or "read".
std::string outcome(std::string_view id, std::string_view en) {
    const auto wording = parse_wording(id, en);
    if (wording) return "read";
    return wording.error().language + " " + wording.error().key + ": " + wording.error().reason;
}

}  // namespace

TEST(WordingFile, says_which_text_cannot_be_used_and_why) {
    EXPECT_EQ(outcome(R"({"a":"x {n}"})", R"({"a":"{n} y"})"), "read");
    EXPECT_EQ(outcome("{", "{}"), "id : is not valid JSON");
    EXPECT_EQ(outcome("{}", "[]"), "en : is not an object");
    EXPECT_EQ(outcome(R"({"a":1})", "{}"), "id a: is not a text");
    EXPECT_EQ(outcome(R"({"a":" "})", "{}"), "id a: is empty");
    EXPECT_EQ(outcome(R"({"a":"x"})", "{}"), "en a: is missing");
    EXPECT_EQ(outcome("{}", R"({"a":"x"})"), "id a: is missing");
    EXPECT_EQ(outcome(R"({"a":"{"})", "{}"), "id a: has a brace that is no {placeholder}");
    EXPECT_EQ(outcome(R"({"a":"{N}"})", "{}"), "id a: has a brace that is no {placeholder}");
    EXPECT_EQ(outcome(R"({"a":"}"})", "{}"), "id a: has a brace that is no {placeholder}");
    EXPECT_EQ(
        outcome(R"({"a":"{n}"})", R"({"a":"{m}"})"),
        "en a: has other placeholders than the other language"
    );
}

TEST(WordingFile, holds_the_limits_of_whatsapp_by_prefix) {
    const auto with = [](std::string_view key, std::size_t units) {
        const std::string text =
            "{\"" + std::string(key) + "\":\"" + std::string(units, 'x') + "\"}";
        return outcome(text, text);
    };
    EXPECT_EQ(with("button.take", 20), "read");
    EXPECT_EQ(with("button.take", 21), "id button.take: is longer than 20 units");
    EXPECT_EQ(with("row.day", 24), "read");
    EXPECT_EQ(with("row.day", 25), "id row.day: is longer than 24 units");
    EXPECT_EQ(with("row_desc.day", 73), "id row_desc.day: is longer than 72 units");
    EXPECT_EQ(with("header.x", 61), "id header.x: is longer than 60 units");
    EXPECT_EQ(with("footer.x", 61), "id footer.x: is longer than 60 units");
    EXPECT_EQ(with("other", 1024), "read");
    EXPECT_EQ(
        outcome(
            R"({"row.a":"{placeholder} {another_one}"})",
            R"({"row.a":"{placeholder} {another_one}"})"
        ),
        "read"
    );
    EXPECT_EQ(with("other", 1025), "id other: is longer than 1024 units");
}

TEST(WordingFile, has_a_sentence_for_every_refusal_in_both_languages) {
    using scheduling::Refusal;
    const conversation::Wording wording = built_in_wording();
    for (const Refusal refusal :
         {Refusal::office_not_open,
          Refusal::service_not_offered,
          Refusal::party_too_large,
          Refusal::person_already_booked,
          Refusal::horizon_full,
          Refusal::booking_unknown,
          Refusal::booking_ended,
          Refusal::too_late_to_change,
          Refusal::moves_exhausted,
          Refusal::hold_expired,
          Refusal::place_taken}) {
        EXPECT_TRUE(wording.has("refusal." + std::string(scheduling::name_of(refusal))));
    }
}

}  // namespace antre::channels
