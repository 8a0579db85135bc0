#include <gtest/gtest.h>

#include "server/limits.h"
#include "server/template_gate.h"

namespace antre::server {

namespace {

const TemplateKey reminder{"201", "pengingat_h1", "id"};
const Instant start{1'795'500'000'000};

bool may_go(TemplateGate& gate, Instant at, const TemplateKey& key = reminder) {
    return !gate.wait_for(key, at);
}

}  // namespace

TEST(TemplateGate, each_word_of_whatsapp_shuts_opens_or_does_nothing) {
    const struct {
        const char* event;
        GateMove move;
    } rows[] = {
        {"FLAGGED", GateMove::none},
        {"PENDING", GateMove::none},
        {"APPROVED", GateMove::none},
        {"PAUSED", GateMove::shut},
        {"DISABLED", GateMove::none},
        {"REINSTATED", GateMove::opened},
        {"REJECTED", GateMove::shut},
        {"APPROVED", GateMove::opened},
        {"DISABLED", GateMove::shut},
        {"SOMETHING_NEW", GateMove::none},
        {"UNARCHIVED", GateMove::opened},
    };
    TemplateGate gate;
    for (const auto& row : rows)
        EXPECT_EQ(gate.hear(reminder, row.event, start, start), row.move) << row.event;
}

TEST(TemplateGate, news_that_comes_late_does_nothing) {
    TemplateGate gate;
    const Instant now = start + minutes(1);
    EXPECT_EQ(gate.hear(reminder, "APPROVED", start + seconds(2), now), GateMove::none);
    EXPECT_EQ(gate.hear(reminder, "PAUSED", start + seconds(1), now), GateMove::none);
    EXPECT_EQ(gate.hear(reminder, "PAUSED", start + seconds(3), now), GateMove::shut);
    EXPECT_EQ(gate.hear(reminder, "APPROVED", start + seconds(2), now), GateMove::none);
    EXPECT_EQ(gate.hear(reminder, "APPROVED", start + seconds(3), now), GateMove::opened);
}

TEST(TemplateGate, news_without_a_time_or_from_the_future_counts_from_its_arrival) {
    TemplateGate gate;
    EXPECT_EQ(gate.hear(reminder, "PAUSED", start + minutes(99), start), GateMove::shut);
    EXPECT_EQ(gate.hear(reminder, "APPROVED", Instant{}, start + seconds(1)), GateMove::opened);
    EXPECT_EQ(gate.hear(reminder, "PAUSED", Instant{}, start + seconds(2)), GateMove::shut);
}

TEST(TemplateGate, each_answer_to_a_send_shuts_opens_or_does_nothing) {
    for (const std::int32_t error : {132'001, 132'015, 132'016}) {
        TemplateGate gate;
        EXPECT_EQ(gate.answered(reminder, error, start), GateMove::shut) << error;
        EXPECT_EQ(gate.answered(reminder, 131'056, start), GateMove::none);
        EXPECT_EQ(gate.answered(reminder, 0, start), GateMove::opened);
        EXPECT_EQ(gate.answered(reminder, 0, start), GateMove::none);
    }
    TemplateGate gate;
    for (const std::int32_t error : {131'047, 132'000, 132'012})
        EXPECT_EQ(gate.answered(reminder, error, start), GateMove::none) << error;
    EXPECT_EQ(gate.shut_count(), 0u);
}

TEST(TemplateGate, while_it_is_shut_one_tries_every_so_often) {
    TemplateGate gate;
    gate.hear(reminder, "PAUSED", start, start);
    EXPECT_EQ(gate.shut_count(), 1u);
    EXPECT_EQ(gate.wait_for(reminder, start), template_try_every);
    EXPECT_EQ(gate.wait_for(reminder, start + minutes(5)), minutes(10));
    const Instant later = start + template_try_every;
    EXPECT_TRUE(may_go(gate, later));
    EXPECT_FALSE(may_go(gate, later)) << "one, not all";
    gate.answered(reminder, 0, later);
    EXPECT_TRUE(may_go(gate, later));
    EXPECT_TRUE(may_go(gate, later));
}

TEST(TemplateGate, another_account_name_or_language_goes_on) {
    TemplateGate gate;
    gate.hear(reminder, "REJECTED", start, start);
    EXPECT_FALSE(may_go(gate, start));
    EXPECT_TRUE(may_go(gate, start, {"202", "pengingat_h1", "id"}));
    EXPECT_TRUE(may_go(gate, start, {"201", "kantor_tutup", "id"}));
    EXPECT_TRUE(may_go(gate, start, {"201", "pengingat_h1", "en"}));
}

}  // namespace antre::server
