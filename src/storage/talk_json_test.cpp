#include <gtest/gtest.h>

#include "foundation/random.h"
#include "storage/talk_json.h"

namespace antre::storage {

namespace {

using conversation::Step;
using conversation::Talk;

std::string any_text(Random& random) {
    static constexpr std::string_view pieces[] = {
        "Siti", "\"", "\\", "\n", "é", "😀", " ", "a1.3.take.d20787.m500", "{}", "\t"};
    std::string out;
    for (std::uint64_t i = random.below(6); i > 0; --i)
        out += pieces[random.below(10)];
    return out;
}

template <class Value>
void maybe(Random& random, std::optional<Value>& out, Value value) {
    if (random.one_in(2)) out = value;
}

Talk any_talk(Random& random) {
    Talk talk;
    talk.step = static_cast<Step>(random.below(16));
    conversation::Draft& draft = talk.draft;
    maybe(random, draft.service, all_services[random.below(all_services.size())]);
    maybe(random, draft.count, static_cast<std::uint8_t>(random.below(256)));
    maybe(random, draft.wish.date, LocalDate{static_cast<std::int32_t>(random.next())});
    maybe(random, draft.wish.date_to, LocalDate{static_cast<std::int32_t>(random.next())});
    maybe(random, draft.wish.time, MinuteOfDay{static_cast<std::int16_t>(random.below(1441))});
    maybe(random, draft.wish.time_to, MinuteOfDay{static_cast<std::int16_t>(random.below(1441))});
    draft.wish.party = static_cast<std::uint8_t>(random.below(256));
    draft.wish.audience = static_cast<scheduling::Audience>(random.below(3));
    draft.wish_inferred = random.one_in(2);
    maybe(random, draft.missed, draft.wish);
    draft.is_waiting = random.one_in(2);
    for (std::uint64_t i = random.below(6); i > 0; --i) {
        draft.people.push_back({PersonName(any_text(random)), std::nullopt});
        maybe(
            random, draft.people.back().born, LocalDate{static_cast<std::int32_t>(random.next())}
        );
    }
    maybe(random, draft.hold, BookingId{random.next()});
    maybe(random, draft.booking, BookingId{random.next()});
    draft.is_late = random.one_in(2);
    maybe(random, draft.person, static_cast<std::uint8_t>(random.below(256)));
    maybe(random, draft.fix, static_cast<conversation::Fix>(random.below(2)));
    draft.is_hold_renewed = random.one_in(2);
    talk.menu = static_cast<std::uint32_t>(random.next());
    talk.misses = static_cast<std::uint8_t>(random.below(256));
    maybe(random, talk.shown_day, LocalDate{static_cast<std::int32_t>(random.next())});
    for (std::uint64_t i = random.below(11); i > 0; --i) {
        talk.shown.push_back(any_text(random));
        talk.shown_titles.push_back(any_text(random));
    }
    for (std::uint64_t i = random.below(3); i > 0; --i) {
        talk.told.push_back(
            {Instant{static_cast<std::int64_t>(random.next())},
             random.one_in(2),
             {any_text(random), any_text(random)},
             {any_text(random), any_text(random)}}
        );
    }
    talk.heard_at = Instant{static_cast<std::int64_t>(random.next())};
    talk.media_told_at = Instant{static_cast<std::int64_t>(random.next())};
    return talk;
}

}  // namespace

TEST(TalkJson, brings_every_talk_back_as_it_was) {
    Random random(20261124);
    for (int i = 0; i < 2000; ++i) {
        const Talk talk = any_talk(random);
        const auto back = decode_talk(encode_talk(talk));
        ASSERT_TRUE(back) << back.error();
        EXPECT_EQ(*back, talk) << encode_talk(talk);
    }
}

TEST(TalkJson, reads_what_older_and_newer_versions_kept) {
    const auto empty = decode_talk("{}");
    ASSERT_TRUE(empty);
    EXPECT_EQ(*empty, Talk{});
    const auto newer = decode_talk(R"({"step":"dreaming","draft":{"service":"tea"},"colour":1})");
    ASSERT_TRUE(newer);
    EXPECT_EQ(newer->step, Step::resting);
    EXPECT_FALSE(newer->draft.service);
}

TEST(TalkJson, refuses_what_is_no_talk_and_names_the_member) {
    EXPECT_EQ(decode_talk("[]").error(), "the talk is not a JSON object");
    EXPECT_EQ(decode_talk("{\"menu\":").error(), "the talk is not a JSON object");
    EXPECT_EQ(decode_talk(R"({"menu":"7"})").error(), "menu has the wrong type");
    EXPECT_EQ(decode_talk(R"({"misses":256})").error(), "misses has the wrong type");
    EXPECT_EQ(decode_talk(R"({"draft":{"people":[1]}})").error(), "people has the wrong type");
}

}  // namespace antre::storage
