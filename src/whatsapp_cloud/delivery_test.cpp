// Webhooks on their way: signature, retries, log, and everything chaos does to them.

#include <set>

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

std::string header(const Delivery& delivery, std::string_view name) {
    for (const Header& one : delivery.headers) {
        if (one.first == name) return one.second;
    }
    return {};
}

bool is_ours(const Delivery& delivery) {
    return is_signed(app_secret, delivery.body, header(delivery, "X-Hub-Signature-256"));
}

void set_chaos(Stage& stage, const json::object& changes) {
    const auto done = stage.cloud.change_chaos(changes, stage.now);
    ASSERT_TRUE(done) << done.error();
}

}  // namespace

TEST(Delivery, is_signed_on_the_escaped_bytes) {
    Stage stage;
    stage.hears("Bonjour é 😀 a/b");
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 1u);
    const Delivery& delivery = stage.deliveries[0];
    EXPECT_NE(delivery.body.find(R"(Bonjour \u00e9 \ud83d\ude00 a\/b)"), std::string::npos);
    EXPECT_TRUE(is_ours(delivery));
    EXPECT_EQ(header(delivery, "Content-Type"), "application/json");
    EXPECT_EQ(header(delivery, "User-Agent"), "facebookexternalua");
}

TEST(Delivery, is_retried_at_growing_distances_for_seven_days_and_then_dropped) {
    Stage stage;
    std::vector<Instant> attempts;
    stage.receiver = [&](const Delivery&) {
        attempts.push_back(stage.now);
        return Outcome{500, {}, {}};
    };
    stage.hears();
    stage.pass(days(9));
    ASSERT_GT(attempts.size(), 12u);
    EXPECT_EQ(attempts[1] - attempts[0], seconds(1));
    for (std::size_t i = 2; i < attempts.size(); ++i) {
        EXPECT_GE(attempts[i] - attempts[i - 1], attempts[i - 1] - attempts[i - 2]);
    }
    EXPECT_LE(attempts.back() - attempts.front(), days(7));
    EXPECT_GE(attempts.back() - attempts.front(), days(5));
    const json::array log = stage.cloud.deliveries(10);
    EXPECT_EQ(at(log, "/0/state"), json::value("dropped"));
    EXPECT_EQ(stage.cloud.webhooks_waiting(), 0u);
}

TEST(Delivery, only_200_counts_as_taken) {
    for (const std::optional<int> status : {std::optional(201), std::optional(302), {}}) {
        Stage stage;
        bool is_first = true;
        stage.receiver = [&](const Delivery&) {
            const Outcome outcome{is_first ? status : 200, {}, {}};
            is_first = false;
            return outcome;
        };
        stage.hears();
        stage.pass(minutes(1));
        EXPECT_EQ(stage.deliveries.size(), 2u);
        EXPECT_EQ(stage.deliveries[0].body, stage.deliveries[1].body);
        EXPECT_EQ(at(stage.cloud.deliveries(1), "/0/state"), json::value("delivered"));
    }
}

TEST(Delivery, can_be_replayed_byte_for_byte) {
    Stage stage;
    stage.hears();
    stage.pass(seconds(1));
    ASSERT_TRUE(stage.cloud.replay(stage.deliveries[0].id, stage.now));
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 2u);
    EXPECT_EQ(stage.deliveries[0].body, stage.deliveries[1].body);
    EXPECT_FALSE(stage.cloud.replay(999, stage.now));
}

TEST(Delivery, several_apps_each_get_their_own_signature) {
    CloudOptions options = stage_options();
    AppOptions second;
    second.id = "102";
    second.secret = "other";
    second.callback_url = "http://other.example/";
    options.apps.push_back(second);
    Stage stage(options);
    stage.hears();
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 2u);
    EXPECT_TRUE(is_ours(stage.deliveries[0]));
    EXPECT_FALSE(is_ours(stage.deliveries[1]));
    EXPECT_TRUE(is_signed(
        "other", stage.deliveries[1].body, header(stage.deliveries[1], "X-Hub-Signature-256")
    ));
}

TEST(Delivery, no_more_than_the_allowed_number_is_under_way) {
    CloudOptions options = stage_options();
    options.deliveries_in_flight_max = 2;
    Stage stage(options);
    for (int i = 0; i < 5; ++i)
        stage.hears();
    const auto first = stage.cloud.due(stage.now);
    EXPECT_EQ(first.size(), 2u);
    EXPECT_TRUE(stage.cloud.due(stage.now).empty());
    stage.cloud.delivered(first[0].id, {200, {}, {}}, stage.now);
    EXPECT_EQ(stage.cloud.due(stage.now).size(), 1u);
}

TEST(Chaos, duplicates_repeat_the_same_bytes) {
    Stage stage;
    set_chaos(stage, {{"duplicate_percent", 100}});
    stage.hears();
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 2u);
    EXPECT_EQ(stage.deliveries[0].body, stage.deliveries[1].body);
    EXPECT_NE(stage.deliveries[0].id, stage.deliveries[1].id);
}

TEST(Chaos, reordering_lets_later_messages_come_first) {
    Stage stage;
    set_chaos(stage, {{"reorder_percent", 50}});
    for (int i = 0; i < 20; ++i) {
        stage.hears(std::to_string(i));
        stage.pass({100});
    }
    stage.pass(minutes(1));
    std::vector<std::string> order;
    std::set<std::string> all;
    for (const json::object& message : stage.listed("messages")) {
        order.push_back(as_text(at(message, "/text/body")));
        all.insert(order.back());
    }
    EXPECT_EQ(all.size(), 20u);
    std::vector<std::string> sorted;
    sorted.reserve(20);
    for (int i = 0; i < 20; ++i)
        sorted.push_back(std::to_string(i));
    EXPECT_NE(order, sorted);
}

TEST(Chaos, delay_holds_a_webhook_back_within_its_bound) {
    Stage stage;
    set_chaos(stage, {{"delay_ms_max", 5000}});
    std::set<std::int64_t> delays;
    stage.receiver = [&](const Delivery& delivery) {
        delays.insert(stage.now.ms % 10'000);
        return Outcome{delivery.body.empty() ? 500 : 200, {}, {}};
    };
    for (int i = 0; i < 20; ++i) {
        stage.hears();
        stage.pass(seconds(10));
    }
    EXPECT_GT(delays.size(), 10u);
    EXPECT_LE(*delays.rbegin(), 5000);
}

TEST(Chaos, a_dropped_webhook_comes_with_the_next_attempt) {
    Stage stage;
    set_chaos(stage, {{"drop_percent", 100}});
    stage.hears();
    stage.pass({500});
    EXPECT_TRUE(stage.deliveries.empty());
    stage.pass(seconds(1));
    EXPECT_EQ(stage.deliveries.size(), 1u);
    EXPECT_EQ(at(stage.cloud.deliveries(1), "/0/attempts/0/error"), json::value("lost (chaos)"));
}

TEST(Chaos, while_the_webhook_is_down_nothing_leaves_and_all_comes_later) {
    Stage stage;
    set_chaos(stage, {{"webhook_down", true}});
    for (int i = 0; i < 10; ++i)
        stage.hears(std::to_string(i));
    stage.pass(days(6));
    EXPECT_TRUE(stage.deliveries.empty());
    set_chaos(stage, {{"webhook_down", false}});
    stage.pass(days(1));
    EXPECT_EQ(stage.listed("messages").size(), 10u);
}

TEST(Chaos, batches_gather_messages_up_to_their_size) {
    CloudOptions options = stage_options();
    options.numbers.push_back({"301000000000002", "6221555000002", "201000000000002", "Other"});
    Stage stage(options);
    set_chaos(stage, {{"batch_max", 1000}});
    for (int i = 0; i < 1100; ++i) {
        const std::string& number = i % 100 == 99 ? "301000000000002" : office;
        ASSERT_TRUE(stage.cloud.says(amina, number, std::to_string(i), stage.now));
    }
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 2u);
    EXPECT_LT(stage.deliveries[0].body.size(), 3u << 20);
    EXPECT_EQ(stage.listed("messages").size(), 1100u);
    EXPECT_GT(array_of(stage.bodies[0], "entry").size(), 1u);
    EXPECT_TRUE(is_ours(stage.deliveries[0]));
}

TEST(Chaos, a_status_can_overtake_the_answer_to_its_own_send) {
    Stage stage;
    stage.hears();
    stage.pass(seconds(1));
    set_chaos(stage, {{"status_before_reply", true}});
    const Answer answer = stage.say("hello");
    EXPECT_GT(answer.hold.value, 0);
    stage.pass(answer.hold);
    EXPECT_EQ(stage.ladder(Stage::wamid_of(answer)).substr(0, 4), "sent");
}

TEST(Chaos, server_errors_are_json_or_a_page_and_accept_nothing) {
    Stage stage;
    stage.hears();
    set_chaos(stage, {{"graph_5xx_percent", 100}});
    const Answer json_error = stage.say("hello");
    EXPECT_GE(json_error.status, 500);
    EXPECT_EQ(Stage::code_of(json_error), 131000);
    set_chaos(stage, {{"graph_html_5xx", true}});
    const Answer page = stage.say("hello");
    EXPECT_GE(page.status, 500);
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_EQ(page.body.substr(0, 9), "<!DOCTYPE");
    EXPECT_EQ(stage.cloud.chat(amina, office).size(), 1u);
}

TEST(Chaos, a_send_may_be_accepted_and_never_answered) {
    Stage stage;
    stage.hears();
    set_chaos(stage, {{"timeout_after_accept_percent", 100}});
    EXPECT_EQ(stage.say("hello").fate, Fate::never_answer);
    stage.pass(seconds(1));
    EXPECT_EQ(stage.cloud.chat(amina, office).size(), 2u);
    EXPECT_EQ(stage.listed("statuses").size(), 2u);
}

TEST(Chaos, a_connection_may_break_before_or_after_acceptance) {
    Stage stage;
    stage.hears();
    set_chaos(stage, {{"connection_reset_percent", 100}});
    for (int i = 0; i < 40; ++i)
        EXPECT_EQ(stage.say("hello").fate, Fate::reset);
    const std::size_t accepted = stage.cloud.chat(amina, office).size() - 1;
    EXPECT_GT(accepted, 0u);
    EXPECT_LT(accepted, 40u);
}

TEST(Chaos, an_expired_token_is_190_with_subcode_463) {
    Stage stage;
    set_chaos(stage, {{"token_expired", true}});
    const Answer answer = stage.say("hello");
    EXPECT_EQ(Stage::code_of(answer), 190);
    EXPECT_EQ(at(parsed(answer.body), "/error/error_subcode"), json::value(463));
}

TEST(Chaos, storms_of_throttling_come_with_their_own_codes) {
    Stage stage;
    stage.hears();
    for (const char* code : {"131056", "130429", "131000"}) {
        set_chaos(stage, {{"throttle", {{code, 100}}}});
        EXPECT_EQ(std::to_string(Stage::code_of(stage.say("hello"))), code);
        set_chaos(stage, {{"throttle", {{code, 0}}}});
    }
    EXPECT_EQ(stage.say("hello").status, 200);
}

TEST(Chaos, unknown_fields_and_types_come_beside_the_real_message) {
    Stage stage;
    set_chaos(stage, {{"unknown_field_percent", 100}, {"unknown_type_percent", 100}});
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_EQ(stage.values("some_future_field").size(), 2u);
    std::string types;
    for (const json::object& message : stage.listed("messages")) {
        types += std::string(text_of(message, "type")) + " ";
    }
    EXPECT_EQ(types, "text hologram ");
}

TEST(Chaos, a_stranger_signs_wrongly_and_is_not_retried) {
    Stage stage;
    set_chaos(stage, {{"bad_signature_percent", 100}});
    stage.receiver = [](const Delivery& delivery) {
        return Outcome{is_ours(delivery) ? 200 : 401, {}, {}};
    };
    stage.hears();
    stage.pass(days(1));
    ASSERT_EQ(stage.deliveries.size(), 2u);
    EXPECT_NE(is_ours(stage.deliveries[0]), is_ours(stage.deliveries[1]));
}

TEST(Chaos, a_truncated_body_is_signed_as_it_is) {
    Stage stage;
    set_chaos(stage, {{"truncated_percent", 100}});
    stage.hears();
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 2u);
    const Delivery& whole = stage.deliveries[0];
    const Delivery& cut = stage.deliveries[1];
    EXPECT_LT(cut.body.size(), whole.body.size());
    EXPECT_EQ(whole.body.substr(0, cut.body.size()), cut.body);
    EXPECT_TRUE(is_ours(cut));
}

TEST(Chaos, a_big_body_comes_close_to_three_megabytes) {
    Stage stage;
    set_chaos(stage, {{"big_body", true}});
    stage.hears("inside");
    stage.pass(seconds(1));
    ASSERT_EQ(stage.deliveries.size(), 1u);
    EXPECT_LE(stage.deliveries[0].body.size(), 3u << 20);
    EXPECT_GT(stage.deliveries[0].body.size(), (3u << 20) - 4096);
    EXPECT_EQ(at(stage.listed("messages").back(), "/text/body"), json::value("inside"));
}

TEST(Chaos, media_may_fail_on_the_way_in_and_by_link) {
    Stage stage;
    stage.hears();
    set_chaos(stage, {{"media_fail_percent", 100}});
    const Answer sent = stage.send(parsed(testdata("sends/image_link.json")));
    EXPECT_EQ(sent.status, 200);
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(Stage::wamid_of(sent)), "failed");
    EXPECT_EQ(at(stage.listed("statuses").back(), "/errors/0/code"), json::value(131053));
}

TEST(Chaos, switches_are_checked_and_a_bad_one_changes_nothing) {
    Stage stage;
    const json::object before = to_json(stage.cloud.chaos());
    const char* bad[] = {
        R"({"drop_percent":50,"explode":true})",
        R"({"drop_percent":101})",
        R"({"drop_percent":-1})",
        R"({"webhook_down":1})",
        R"({"window_mode":"later"})",
        R"({"throttle":{"131009":5}})",
        R"({"pace":{"sent_ms":"soon"}})",
        R"({"batch_max":1001})",
    };
    for (const char* changes : bad) {
        EXPECT_FALSE(stage.cloud.change_chaos(parsed(changes), stage.now)) << changes;
    }
    EXPECT_EQ(to_json(stage.cloud.chaos()), before);
    EXPECT_TRUE(stage.cloud.change_chaos(before, stage.now)) << "what it shows it also takes";
}

TEST(Chaos, each_hit_is_recorded) {
    Stage stage;
    set_chaos(stage, {{"duplicate_percent", 100}});
    stage.cloud.take_events();
    stage.hears();
    stage.pass(seconds(1));
    bool is_recorded = false;
    for (const Event& event : stage.cloud.take_events()) {
        is_recorded |=
            event.kind == EventKind::chaos && text_of(event.data, "happened") == "duplicate";
    }
    EXPECT_TRUE(is_recorded);
}

}  // namespace antre::whatsapp_cloud
