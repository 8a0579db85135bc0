#include <gtest/gtest.h>

#include "notices/send_policy.h"

namespace antre::notices {

namespace {

constexpr std::uint8_t until_moot = 255;

struct CodeRow {
    std::int32_t code;
    Act act;
    std::int64_t wait_ms;  // after the first try
    std::uint8_t attempts_max;
};

const CodeRow code_rows[] = {
    // The token or a permission is wrong: everything waits for the operator.
    {0, Act::pause_all, 300'000, until_moot},
    {190, Act::pause_all, 300'000, until_moot},
    {3, Act::pause_all, 300'000, until_moot},
    {10, Act::pause_all, 300'000, until_moot},
    {200, Act::pause_all, 300'000, until_moot},
    {294, Act::pause_all, 300'000, until_moot},
    {299, Act::pause_all, 300'000, until_moot},
    {131005, Act::pause_all, 300'000, until_moot},
    {368, Act::pause_all, 300'000, until_moot},
    {131031, Act::pause_all, 300'000, until_moot},
    {130497, Act::pause_all, 300'000, until_moot},
    {131042, Act::pause_all, 300'000, until_moot},
    // One number is wrong: only that office waits.
    {33, Act::pause_number, 300'000, until_moot},
    {131037, Act::pause_number, 300'000, until_moot},
    {131045, Act::pause_number, 300'000, until_moot},
    {133000, Act::pause_number, 300'000, until_moot},
    {133006, Act::pause_number, 300'000, until_moot},
    {133010, Act::pause_number, 300'000, until_moot},
    {133015, Act::pause_number, 300'000, until_moot},
    // Passing trouble of WhatsApp's own.
    {1, Act::retry, 1000, 5},
    {2, Act::retry, 1000, 5},
    {131000, Act::retry, 1000, 5},
    {131016, Act::retry, 1000, 5},
    {133004, Act::retry, 1000, 5},
    // Too fast.
    {4, Act::pause_number, 60'000, 10},
    {80007, Act::pause_number, 60'000, 10},
    {130429, Act::pause_number, 1000, 10},
    {131048, Act::pause_number, 3'600'000, 24},
    {131056, Act::pause_pair, 1000, 10},
    {131057, Act::pause_number, 180'000, 10},
    // This person cannot or must not get it.
    {131026, Act::retry, 86'400'000, 2},
    {130403, Act::drop, 0, 1},
    {130472, Act::drop, 0, 1},
    {131021, Act::drop, 0, 1},
    {131049, Act::drop, 0, 1},
    {131050, Act::drop, 0, 1},
    // Only another template may go.
    {131047, Act::use_template, 0, 1},
    {132001, Act::retry, 900'000, until_moot},
    {132015, Act::retry, 900'000, until_moot},
    {132016, Act::retry, 900'000, until_moot},
    // We sent what WhatsApp will never take.
    {100, Act::give_up, 0, 1},
    {131008, Act::give_up, 0, 1},
    {131009, Act::give_up, 0, 1},
    {131051, Act::give_up, 0, 1},
    {131052, Act::give_up, 0, 1},
    {131053, Act::give_up, 0, 1},
    {131062, Act::give_up, 0, 1},
    {131063, Act::give_up, 0, 1},
    {131064, Act::give_up, 0, 1},
    {132000, Act::give_up, 0, 1},
    {132005, Act::give_up, 0, 1},
    {132007, Act::give_up, 0, 1},
    {132012, Act::give_up, 0, 1},
    {132068, Act::give_up, 0, 1},
    {132069, Act::give_up, 0, 1},
    {133005, Act::give_up, 0, 1},
    {133008, Act::give_up, 0, 1},
    {133009, Act::give_up, 0, 1},
    {133016, Act::give_up, 0, 1},
    {134011, Act::give_up, 0, 1},
    {135000, Act::give_up, 0, 1},
    // Codes that nobody has told us about, and an error without a code.
    {-1, Act::retry, 1000, 3},
    {300, Act::retry, 1000, 3},
    {199, Act::retry, 1000, 3},
    {999'999, Act::retry, 1000, 3},
};

}  // namespace

TEST(SendPolicy, every_code_of_whatsapp_calls_for_one_act) {
    for (const CodeRow& row : code_rows) {
        const Reaction reaction = reaction_to(row.code, 1);
        EXPECT_EQ(reaction.act, row.act) << row.code;
        EXPECT_EQ(reaction.wait.value, row.wait_ms) << row.code;
        EXPECT_EQ(reaction.attempts_max, row.attempts_max) << row.code;
    }
}

TEST(SendPolicy, waits_grow_from_try_to_try_and_never_pass_five_minutes) {
    struct Row {
        std::int32_t code;
        std::uint8_t attempts;
        std::int64_t wait_s;
    };
    const Row rows[] = {
        {131000, 1, 1},    {131000, 2, 2},      {131000, 3, 4},     {131000, 5, 16},
        {131056, 1, 1},    {131056, 2, 4},      {131056, 3, 16},    {131056, 4, 64},
        {131056, 5, 256},  {131056, 6, 300},    {131056, 255, 300}, {130429, 9, 256},
        {130429, 10, 300}, {80007, 2, 120},     {80007, 3, 240},    {80007, 4, 300},
        {190, 200, 300},   {131026, 2, 86'400}, {131048, 20, 3600},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(reaction_to(row.code, row.attempts).wait, seconds(row.wait_s))
            << row.code << " try " << int{row.attempts};
    }
}

TEST(SendPolicy, what_never_left_us_is_tried_until_it_is_moot) {
    EXPECT_EQ(reaction_to_not_sent(1).act, Act::retry);
    EXPECT_EQ(reaction_to_not_sent(1).wait, seconds(1));
    EXPECT_EQ(reaction_to_not_sent(4).wait, seconds(8));
    EXPECT_EQ(reaction_to_not_sent(254).wait, minutes(5));
    EXPECT_EQ(reaction_to_not_sent(254).attempts_max, until_moot);
}

TEST(SendPolicy, jitter_adds_up_to_a_quarter) {
    Chance least{};
    Chance most;
    most.fill(0xFF);
    Chance middle{};
    middle[14] = 0x80;
    EXPECT_EQ(with_jitter(seconds(8), least), seconds(8));
    EXPECT_EQ(with_jitter(seconds(8), most), seconds(10));
    EXPECT_EQ(with_jitter(seconds(8), middle), Milliseconds{9000});
    EXPECT_EQ(with_jitter(hours(24), most), hours(30));
    EXPECT_EQ(with_jitter({}, most), Milliseconds{});
}

}  // namespace antre::notices
