#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

TEST(Statuses, a_message_climbs_sent_delivered_read_at_its_pace) {
    Stage stage;
    stage.hears();
    ASSERT_TRUE(stage.cloud.change_chaos(
        {{"pace", {{"sent_ms", 100}, {"delivered_ms", 1000}, {"read_ms", 5000}}}}, stage.now
    ));
    const std::string wamid = Stage::wamid_of(stage.say("hello"));
    stage.pass({99});
    EXPECT_EQ(stage.ladder(wamid), "");
    stage.pass({1});
    EXPECT_EQ(stage.ladder(wamid), "sent");
    stage.pass({900});
    EXPECT_EQ(stage.ladder(wamid), "sent delivered");
    stage.pass({5000});
    EXPECT_EQ(stage.ladder(wamid), "sent delivered read");
}

TEST(Statuses, our_own_reference_comes_back_and_prices_on_sent_and_delivered_only) {
    Stage stage;
    stage.hears();
    const std::string wamid = Stage::wamid_of(stage.send(
        {{"messaging_product", "whatsapp"},
         {"to", "+" + amina},
         {"text", {{"body", "hello"}}},
         {"biz_opaque_callback_data", "out:7"}}
    ));
    stage.pass(seconds(1));
    ASSERT_TRUE(stage.cloud.reads(amina, office, stage.now));
    stage.pass(seconds(1));
    const auto statuses = stage.statuses(wamid);
    ASSERT_EQ(statuses.size(), 3u);
    for (const json::object& status : statuses) {
        EXPECT_EQ(text_of(status, "biz_opaque_callback_data"), "out:7");
    }
    EXPECT_TRUE(statuses[0].contains("pricing"));
    EXPECT_TRUE(statuses[1].contains("pricing"));
    EXPECT_FALSE(statuses[2].contains("pricing"));
}

TEST(Statuses, with_receipts_off_nobody_learns_of_reading) {
    Stage stage;
    stage.hears();
    ASSERT_TRUE(stage.cloud.change_phone(amina, {{"read_receipts", false}}, stage.now));
    const std::string wamid = Stage::wamid_of(stage.say("hello"));
    stage.pass(seconds(1));
    ASSERT_TRUE(stage.cloud.reads(amina, office, stage.now));
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(wamid), "sent delivered");
}

TEST(Statuses, a_phone_that_is_off_gets_its_messages_later_in_order) {
    Stage stage;
    stage.hears();
    ASSERT_TRUE(stage.cloud.change_phone(amina, {{"online", false}}, stage.now));
    const std::string first = Stage::wamid_of(stage.say("one"));
    const std::string second = Stage::wamid_of(stage.say("two"));
    stage.pass(days(2));
    EXPECT_EQ(stage.ladder(first), "sent");
    EXPECT_FALSE(stage.cloud.says(amina, office, "halo", stage.now)) << "the phone is off";
    ASSERT_TRUE(stage.cloud.change_phone(amina, {{"online", true}}, stage.now));
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(first), "sent delivered");
    const auto statuses = stage.listed("statuses");
    EXPECT_EQ(text_of(statuses[statuses.size() - 2], "id"), first);
    EXPECT_EQ(text_of(statuses.back(), "id"), second);
}

TEST(Statuses, what_outlives_its_time_to_live_never_arrives) {
    for (const Expiry expiry : {Expiry::silent, Expiry::failed}) {
        CloudOptions options = stage_options();
        options.expiry = expiry;
        Stage stage(options);
        stage.make_template("reminder", "UTILITY", {{"message_send_ttl_seconds", 3600}});
        ASSERT_TRUE(stage.cloud.change_phone(amina, {{"online", false}}, stage.now));
        const std::string wamid = stage.send_template("reminder");
        stage.pass(minutes(61));
        ASSERT_TRUE(stage.cloud.change_phone(amina, {{"online", true}}, stage.now));
        stage.pass(seconds(1));
        EXPECT_EQ(stage.ladder(wamid), expiry == Expiry::silent ? "sent" : "sent failed");
        EXPECT_EQ(text_of(*stage.cloud.message(wamid), "status"), "failed");
    }
}

TEST(Statuses, a_reaction_is_only_sent) {
    Stage stage;
    const std::string inbound = stage.hears();
    const std::string wamid = Stage::wamid_of(stage.send(
        {{"messaging_product", "whatsapp"},
         {"to", "+" + amina},
         {"type", "reaction"},
         {"reaction", {{"message_id", inbound}, {"emoji", "👍"}}}}
    ));
    stage.pass(seconds(1));
    ASSERT_TRUE(stage.cloud.reads(amina, office, stage.now));
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(wamid), "sent");
}

TEST(Statuses, a_reaction_to_an_old_message_is_refused) {
    Stage stage;
    const std::string inbound = stage.hears();
    stage.pass(days(31));
    stage.hears();
    const Answer answer = stage.send(
        {{"messaging_product", "whatsapp"},
         {"to", "+" + amina},
         {"type", "reaction"},
         {"reaction", {{"message_id", inbound}, {"emoji", "👍"}}}}
    );
    EXPECT_EQ(Stage::code_of(answer), 131009);
}

TEST(Statuses, a_username_shows_from_delivered_on) {
    Stage stage;
    stage.hears();
    ASSERT_TRUE(stage.cloud.change_phone(amina, {{"username", "amina.d"}}, stage.now));
    stage.pass(seconds(1));
    stage.bodies.clear();
    stage.say("hello");
    stage.pass(seconds(1));
    const auto values = stage.values();
    ASSERT_EQ(values.size(), 2u);
    EXPECT_TRUE(at(values[0], "/contacts/0/profile/username").is_null());
    EXPECT_EQ(at(values[1], "/contacts/0/profile/username"), json::value("amina.d"));
}

TEST(Statuses, before_version_24_sent_carries_a_conversation) {
    CloudOptions options = stage_options();
    options.webhook_version = {23};
    Stage stage(options);
    stage.hears();
    const std::string wamid = Stage::wamid_of(stage.say("hello"));
    stage.pass(seconds(1));
    EXPECT_TRUE(stage.statuses(wamid).at(0).contains("conversation"));
    EXPECT_FALSE(stage.statuses(wamid).at(1).contains("conversation"));
}

TEST(Statuses, marking_read_covers_earlier_messages_and_shows_typing) {
    Stage stage;
    const std::string first = stage.hears("one");
    stage.pass(seconds(1));
    const std::string second = stage.hears("two");
    stage.pass(seconds(1));
    const std::string third = stage.hears("three");
    stage.cloud.take_events();
    const Answer answer = stage.send(
        {{"messaging_product", "whatsapp"},
         {"status", "read"},
         {"message_id", second},
         {"typing_indicator", {{"type", "text"}}}}
    );
    EXPECT_EQ(answer.body, R"({"success":true})");
    EXPECT_EQ(text_of(*stage.cloud.message(first), "status"), "read");
    EXPECT_EQ(text_of(*stage.cloud.message(second), "status"), "read");
    EXPECT_TRUE(stage.cloud.message(third)->at("status").is_null());
    int typing = 0;
    for (const Event& event : stage.cloud.take_events())
        typing += event.kind == EventKind::typing;
    EXPECT_EQ(typing, 1);
    stage.pass(days(31));
    EXPECT_EQ(
        Stage::code_of(stage.send(
            {{"messaging_product", "whatsapp"}, {"status", "read"}, {"message_id", third}}
        )),
        131009
    );
}

TEST(Statuses, the_same_seed_and_calls_give_the_same_bytes) {
    const auto run = [](std::uint64_t seed) {
        CloudOptions options = stage_options();
        options.seed = seed;
        Stage stage(options);
        EXPECT_TRUE(stage.cloud.change_chaos(
            {{"duplicate_percent", 30}, {"delay_ms_max", 900}, {"reorder_percent", 20}}, stage.now
        ));
        std::string bytes;
        for (int i = 0; i < 20; ++i) {
            stage.hears("halo " + std::to_string(i));
            bytes += stage.say("m").body;
            stage.pass(seconds(7));
        }
        for (const Delivery& delivery : stage.deliveries)
            bytes += delivery.body;
        return bytes;
    };
    EXPECT_EQ(run(5), run(5));
    EXPECT_NE(run(5), run(6));
}

}  // namespace antre::whatsapp_cloud
