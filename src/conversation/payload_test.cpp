#include <gtest/gtest.h>

#include "conversation/limits.h"
#include "conversation/payload.h"
#include "foundation/random.h"
#include "scheduling/booking.h"

namespace antre::conversation {

namespace {

constexpr int acts = static_cast<int>(Act::rate) + 1;

template <class Value>
void maybe(Random& random, std::optional<Value>& out, Value value) {
    if (random.one_in(2)) out = value;
}

Payload any_payload(Random& random) {
    Payload payload;
    payload.act = static_cast<Act>(random.below(static_cast<std::uint64_t>(acts)));
    payload.menu = static_cast<std::uint32_t>(random.next());
    maybe(random, payload.day, LocalDate{static_cast<std::int32_t>(random.next())});
    maybe(random, payload.minute, MinuteOfDay{static_cast<std::int16_t>(random.below(1441))});
    maybe(random, payload.number, static_cast<std::uint8_t>(random.below(256)));
    maybe(random, payload.booking, BookingId{random.below(scheduling::code_space)});
    maybe(random, payload.version, static_cast<std::uint32_t>(random.next()));
    return payload;
}

}  // namespace

TEST(Payload, is_spelt_so_that_a_person_can_read_it) {
    EXPECT_EQ(encode({.act = Act::menu, .menu = 7}), "a1.7.menu");
    EXPECT_EQ(
        encode({.act = Act::take, .menu = 3, .day = LocalDate{20787}, .minute = clock_time(8, 20)}),
        "a1.3.take.d20787.m500"
    );
    EXPECT_EQ(
        encode({.act = Act::cancel, .menu = 3, .booking = BookingId{0}, .version = 2}),
        "a1.3.cancel.b000000.v2"
    );
}

TEST(Payload, comes_back_as_it_went) {
    Random random(7);
    for (int i = 0; i < 5000; ++i) {
        const Payload payload = any_payload(random);
        const std::string text = encode(payload);
        EXPECT_LE(text.size(), payload_bytes_max);
        EXPECT_EQ(decode_payload(text), payload) << text;
    }
}

TEST(Payload, is_nothing_when_we_would_not_have_written_it) {
    for (const std::string_view text :
         {"",
          "a1",
          "a1.7",
          "a2.7.menu",
          "a1.7.fly",
          "a1.07.menu",
          "a1.-7.menu",
          "a1.7.menu.",
          "a1.7.menu.d",
          "a1.7.menu.x1",
          "a1.7.menu.m1441",
          "a1.7.menu.m-1",
          "a1.7.menu.n256",
          "a1.7.menu.n1.n1",
          "a1.7.menu.n1.d1",
          "a1.7.menu.b0000000",
          "a1.7.menu.bOOOOOO",
          "a1.7.menu ",
          "a1.99999999999.menu"}) {
        EXPECT_FALSE(decode_payload(text)) << text;
    }
    EXPECT_FALSE(decode_payload("a1.7.menu" + std::string(300, '1')));
}

TEST(Payload, survives_any_bytes) {
    Random random(11);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = encode(any_payload(random));
        text[random.below(text.size())] = static_cast<char>(random.below(256));
        const auto read = decode_payload(text);
        EXPECT_TRUE(!read || encode(*read) == text) << text;
    }
}

TEST(Payload, of_an_act_that_changes_something_counts_only_for_its_question) {
    for (const Act act :
         {Act::take, Act::accept, Act::confirm, Act::move, Act::cancel_now, Act::abandon}) {
        EXPECT_EQ(reach_of(act), Reach::question) << name_of(act);
    }
    for (const Act act : {Act::remind, Act::change, Act::cancel, Act::show, Act::come}) {
        EXPECT_EQ(reach_of(act), Reach::booking) << name_of(act);
    }
}

}  // namespace antre::conversation
