#include <gtest/gtest.h>

#include "notices/pacing.h"

namespace antre::notices {

namespace {

constexpr Instant start{1'795'500'000'000};

int taken(TokenBucket& bucket, Instant now) {
    int count = 0;
    while (count < 10'000 && bucket.take(now))
        ++count;
    return count;
}

}  // namespace

TEST(TokenBucket, lets_a_burst_through_and_then_one_message_every_six_seconds) {
    TokenBucket pair = pair_bucket(start);
    EXPECT_EQ(taken(pair, start), 45);
    struct Row {
        std::int64_t at_ms;
        int taken;
    };
    const Row rows[] = {
        {5999, 0},
        {6000, 1},
        {11'999, 0},
        {12'000, 1},
        {30'000, 3},
        {3'600'000, 45},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(taken(pair, start + Milliseconds{row.at_ms}), row.taken) << row.at_ms;
    }
}

TEST(TokenBucket, loses_nothing_when_it_is_looked_at_often) {
    TokenBucket pair = pair_bucket(start);
    taken(pair, start);
    int count = 0;
    for (std::int64_t ms = 1; ms <= 60'000; ++ms)
        count += pair.take(start + Milliseconds{ms}) ? 1 : 0;
    EXPECT_EQ(count, 10);
}

TEST(TokenBucket, says_when_the_next_token_comes) {
    TokenBucket pair = pair_bucket(start);
    EXPECT_EQ(pair.next(start), start);
    EXPECT_TRUE(pair.is_full(start));
    taken(pair, start);
    EXPECT_FALSE(pair.is_full(start));
    EXPECT_EQ(pair.next(start), start + seconds(6));
    EXPECT_EQ(pair.next(start + seconds(4)), start + seconds(6));
    EXPECT_EQ(pair.next(start + seconds(9)), start + seconds(9));
    EXPECT_FALSE(pair.is_full(start + seconds(269)));
    EXPECT_TRUE(pair.is_full(start + seconds(270)));
}

TEST(TokenBucket, counts_what_came_in_without_asking) {
    TokenBucket number = number_bucket(80, start);
    for (int i = 0; i < 100; ++i)
        number.spend(start);
    EXPECT_FALSE(number.take(start));
    EXPECT_EQ(number.next(start), start + Milliseconds{13});
}

TEST(TokenBucket, is_never_faster_than_the_number_may_be) {
    for (const std::uint32_t rate : {1U, 20U, 80U, 1000U}) {
        TokenBucket number = number_bucket(rate, start);
        taken(number, start);
        int count = 0;
        for (std::int64_t ms = 1; ms <= 10'000; ++ms)
            count += taken(number, start + Milliseconds{ms});
        EXPECT_LE(count, static_cast<int>(rate) * 10) << rate;
        EXPECT_GE(count, static_cast<int>(rate) * 9) << rate;
    }
}

TEST(TokenBucket, a_clock_that_steps_back_gives_nothing_and_takes_nothing) {
    TokenBucket pair = pair_bucket(start);
    taken(pair, start);
    EXPECT_FALSE(pair.take(start - hours(1)));
    EXPECT_EQ(taken(pair, start - hours(1) + seconds(6)), 1);
}

TEST(Window, closes_a_minute_before_24_hours_are_over) {
    struct Row {
        std::int64_t after_s;
        bool is_open;
    };
    const Row rows[] = {
        {0, true},
        {86'339, true},
        {86'340, false},
        {86'400, false},
        {-5, true},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(is_window_open(start, start + seconds(row.after_s)), row.is_open) << row.after_s;
    }
}

TEST(PortfolioBudget, keeps_the_last_fifth_for_what_cannot_wait) {
    PortfolioBudget budget(250);
    std::uint64_t next = 1;
    const auto reach = [&](NoticePriority priority) {
        int count = 0;
        while (budget.take(ContactId{next}, priority, start)) {
            ++next;
            ++count;
        }
        return count;
    };
    EXPECT_EQ(reach(NoticePriority::reminder), 200);
    EXPECT_EQ(reach(NoticePriority::passport_ready), 25);
    EXPECT_EQ(reach(NoticePriority::closure), 25);
    EXPECT_EQ(reach(NoticePriority::closure), 0);
}

TEST(PortfolioBudget, counts_a_person_once_in_24_hours) {
    PortfolioBudget budget(10);
    const auto reminder = NoticePriority::reminder;
    for (std::uint64_t id = 1; id <= 8; ++id)
        EXPECT_TRUE(budget.take(ContactId{id}, reminder, start));
    EXPECT_FALSE(budget.take(ContactId{9}, reminder, start));
    EXPECT_TRUE(budget.take(ContactId{8}, reminder, start + hours(1)));
    EXPECT_FALSE(budget.take(ContactId{9}, reminder, start + hours(24) - Milliseconds{1}));
    EXPECT_TRUE(budget.take(ContactId{9}, reminder, start + hours(24)));
}

TEST(PortfolioBudget, follows_a_new_limit_up_and_down) {
    PortfolioBudget budget(0);
    EXPECT_FALSE(budget.take(ContactId{1}, NoticePriority::closure, start));
    budget.set_limit(10);
    EXPECT_TRUE(budget.take(ContactId{1}, NoticePriority::closure, start));
    budget.set_limit(1);
    EXPECT_FALSE(budget.take(ContactId{2}, NoticePriority::closure, start));
    EXPECT_TRUE(budget.take(ContactId{1}, NoticePriority::closure, start));
}

}  // namespace antre::notices
