// The rules about who may be written to, how often and when.

#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

json::object text_to_user_id(const std::string& user_id) {
    return {
        {"messaging_product", "whatsapp"},
        {"recipient", user_id},
        {"type", "text"},
        {"text", {{"body", "Halo"}}},
    };
}

std::string user_id_of(const Stage& stage, int phone = 0) {
    return as_text(at(stage.cloud.state(stage.now), "/phones/" + std::to_string(phone) + "/user_id")
    );
}

}  // namespace

TEST(Rules, a_text_needs_a_message_from_the_person_within_24_hours) {
    Stage stage;
    EXPECT_EQ(Stage::code_of(stage.say("hello")), 131047);
    stage.hears();
    EXPECT_EQ(stage.say("hello").status, 200);
    stage.pass(seconds(24 * 3600 - 1));
    EXPECT_EQ(stage.say("still in time").status, 200);
    stage.pass(seconds(1));
    EXPECT_EQ(Stage::code_of(stage.say("too late")), 131047);
    stage.hears("again");
    EXPECT_EQ(stage.say("open again").status, 200);
}

TEST(Rules, in_the_other_mode_a_text_outside_the_window_is_accepted_and_fails_later) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.change_chaos({{"window_mode", "async"}}, stage.now));
    const Answer answer = stage.say("too late");
    EXPECT_EQ(answer.status, 200);
    stage.pass(seconds(1));
    const std::string wamid = Stage::wamid_of(answer);
    EXPECT_EQ(stage.ladder(wamid), "failed");
    const json::object status = stage.statuses(wamid).at(0);
    EXPECT_EQ(at(status, "/errors/0/code"), json::value(131047));
    EXPECT_FALSE(status.contains("recipient_user_id"));
    EXPECT_FALSE(stage.values().at(0).contains("contacts"));
}

TEST(Rules, a_reaction_opens_the_window_and_a_template_needs_none) {
    Stage stage;
    stage.make_template("ready");
    EXPECT_EQ(stage.send_template("ready").substr(0, 6), "wamid.");
    ASSERT_TRUE(stage.cloud.person_sends(
        amina,
        office,
        parsed(R"({"type":"reaction","reaction":{"message_id":"w","emoji":"👍"}})"),
        stage.now
    ));
    EXPECT_EQ(stage.say("hello").status, 200);
}

TEST(Rules, one_person_gets_45_messages_at_once_and_then_one_in_six_seconds) {
    Stage stage;
    stage.hears();
    for (int i = 0; i < 45; ++i)
        EXPECT_EQ(stage.say("m").status, 200) << i;
    EXPECT_EQ(Stage::code_of(stage.say("one more")), 131056);
    stage.pass(Milliseconds{5999});
    EXPECT_EQ(Stage::code_of(stage.say("too early")), 131056);
    stage.pass(Milliseconds{1});
    EXPECT_EQ(stage.say("in time").status, 200);
    EXPECT_EQ(Stage::code_of(stage.say("again too early")), 131056);
    stage.pass(seconds(45 * 6));
    for (int i = 0; i < 45; ++i)
        EXPECT_EQ(stage.say("m").status, 200) << i;
    EXPECT_EQ(Stage::code_of(stage.say("one more")), 131056);
}

TEST(Rules, a_number_handles_80_messages_a_second_in_and_out_together) {
    Stage stage;
    for (int i = 0; i < 81; ++i) {
        const std::string wa_id = "62811" + std::to_string(10000 + i);
        ASSERT_TRUE(stage.cloud.add_phone("P", wa_id, stage.now));
        ASSERT_TRUE(stage.cloud.says(wa_id, office, "halo", stage.now));
    }
    EXPECT_EQ(Stage::code_of(stage.say("m", "+6281110000")), 130429);
    stage.pass(seconds(1));
    int accepted = 0;
    for (int i = 0; i < 81; ++i) {
        accepted += stage.say("m", "+62811" + std::to_string(10000 + i)).status == 200;
    }
    EXPECT_EQ(accepted, 80);
}

TEST(Rules, outside_windows_the_portfolio_writes_to_a_limited_number_of_people_a_day) {
    CloudOptions options = stage_options();
    options.portfolio_people_max = 2;
    Stage stage(options);
    stage.make_template("ready");
    for (const char* wa_id : {"6281110001", "6281110002", "6281110003"}) {
        ASSERT_TRUE(stage.cloud.add_phone("P", wa_id, stage.now));
    }
    EXPECT_EQ(stage.send_template("ready", "+6281110001").substr(0, 6), "wamid.");
    EXPECT_EQ(stage.send_template("ready", "+6281110002").substr(0, 6), "wamid.");
    EXPECT_EQ(stage.send_template("ready", "+6281110003"), "131048");
    EXPECT_EQ(stage.send_template("ready", "+6281110001").substr(0, 6), "wamid.");
    ASSERT_TRUE(stage.cloud.says("6281110003", office, "halo", stage.now));
    EXPECT_EQ(stage.send_template("ready", "+6281110003").substr(0, 6), "wamid.");
    stage.pass(hours(24));
    EXPECT_EQ(stage.send_template("ready", "+6281110003").substr(0, 6), "wamid.");
}

TEST(Rules, a_thousand_service_messages_a_month_are_free_since_october_2026) {
    CloudOptions options = stage_options();
    options.throughput_per_second = 1000;
    Stage stage(options);
    for (int i = 0; i < 1000; ++i) {
        if (i % 40 == 0) {
            stage.pass(minutes(10));
            stage.hears();
            stage.pass(seconds(1));
            stage.bodies.clear();
        }
        ASSERT_EQ(stage.say("m").status, 200) << i;
    }
    stage.pass(minutes(10));
    EXPECT_EQ(stage.cloud.tally(office, stage.now).free_left(), 0);
    EXPECT_EQ(at(stage.listed("statuses").back(), "/pricing/billable"), json::value(false));
    stage.bodies.clear();
    stage.say("the first that costs");
    stage.pass(seconds(1));
    const json::object paid = stage.listed("statuses").back();
    EXPECT_EQ(at(paid, "/pricing/billable"), json::value(true));
    EXPECT_EQ(at(paid, "/pricing/type"), json::value("regular"));
    EXPECT_EQ(at(paid, "/pricing/category"), json::value("service"));
    stage.now = *parse_iso_instant("2026-12-01T00:00:00Z");
    stage.hears();
    stage.bodies.clear();
    stage.say("a new month");
    stage.pass(seconds(1));
    EXPECT_EQ(at(stage.listed("statuses").back(), "/pricing/billable"), json::value(false));
}

TEST(Rules, templates_cost_by_window_and_date) {
    const struct {
        const char* date;
        bool is_window_open;
        const char* category;
        bool is_billable;
    } cases[] = {
        {"2026-09-30T12:00:00Z", true, "UTILITY", false},
        {"2026-09-30T12:00:00Z", false, "UTILITY", true},
        {"2026-09-30T12:00:00Z", true, "MARKETING", true},
        {"2026-10-01T12:00:00Z", true, "UTILITY", true},
        {"2026-10-01T12:00:00Z", false, "UTILITY", true},
        {"2026-10-01T12:00:00Z", true, "AUTHENTICATION", true},
    };
    for (const auto& one : cases) {
        Stage stage;
        stage.now = *parse_iso_instant(one.date);
        stage.make_template("ready", one.category);
        if (one.is_window_open) stage.hears();
        const std::string wamid = stage.send_template("ready");
        stage.pass(seconds(1));
        const auto statuses = stage.statuses(wamid);
        ASSERT_EQ(statuses.size(), 2u) << one.date;
        EXPECT_EQ(at(statuses[0], "/pricing/billable"), json::value(one.is_billable)) << one.date;
        EXPECT_EQ(at(statuses[1], "/pricing"), at(statuses[0], "/pricing"));
    }
}

TEST(Rules, without_a_payment_method_nothing_that_costs_is_sent) {
    CloudOptions options = stage_options();
    options.payment_method = PaymentMethod::missing;
    Stage stage(options);
    stage.make_template("ready");
    stage.hears();
    EXPECT_EQ(stage.say("free").status, 200);
    EXPECT_EQ(stage.send_template("ready"), "131042");
}

TEST(Rules, a_person_who_blocked_the_number_gets_nothing) {
    Stage stage;
    stage.hears();
    ASSERT_TRUE(stage.cloud.change_phone(amina, {{"blocked", {office}}}, stage.now));
    const Answer answer = stage.say("hello");
    EXPECT_EQ(answer.status, 200);
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(Stage::wamid_of(answer)), "failed");
    EXPECT_EQ(at(stage.listed("statuses").back(), "/errors/0/code"), json::value(131026));
    EXPECT_FALSE(stage.cloud.says(amina, office, "halo", stage.now));
}

TEST(Rules, the_business_may_block_only_who_wrote_lately) {
    Stage stage;
    const std::string body =
        R"({"messaging_product":"whatsapp","block_users":[{"user":"+15550100042"}]})";
    const auto failed = parsed(stage.call("POST", office + "/block_users", body).body);
    EXPECT_TRUE(at(failed, "/block_users/failed_users/0").is_object());
    stage.hears();
    EXPECT_EQ(
        at(parsed(stage.call("POST", office + "/block_users", body).body),
           "/block_users/added_users/0/wa_id"),
        json::value(amina)
    );
    EXPECT_EQ(Stage::code_of(stage.say("hello")), 130403);
    stage.pass(seconds(1));
    stage.bodies.clear();
    stage.hears("nobody hears this");
    stage.pass(seconds(1));
    EXPECT_TRUE(stage.bodies.empty());
    EXPECT_EQ(
        at(parsed(stage.call("GET", office + "/block_users").body), "/data/0/wa_id"),
        json::value(amina)
    );
    stage.call("DELETE", office + "/block_users", body);
    EXPECT_EQ(stage.say("hello").status, 200);
}

TEST(Rules, somebody_without_whatsapp_is_undeliverable) {
    Stage stage;
    stage.make_template("ready");
    const std::string wamid = stage.send_template("ready", "+6289999999999");
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(wamid), "failed");
    EXPECT_EQ(at(stage.listed("statuses").back(), "/errors/0/code"), json::value(131026));
    EXPECT_EQ(at(stage.listed("statuses").back(), "/recipient_id"), json::value("6289999999999"));
}

TEST(Rules, stop_is_a_text_like_any_other) {
    Stage stage;
    stage.hears("STOP");
    EXPECT_EQ(stage.say("as you like").status, 200);
}

TEST(Rules, who_stopped_marketing_gets_no_marketing_but_all_else) {
    Stage stage;
    stage.make_template("offer", "MARKETING");
    stage.make_template("ready");
    ASSERT_TRUE(stage.cloud.wishes_marketing(amina, office, MarketingWish::stop, stage.now));
    const std::string offer = stage.send_template("offer");
    const std::string ready = stage.send_template("ready");
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(offer), "failed");
    EXPECT_EQ(stage.ladder(ready), "sent delivered");
    EXPECT_EQ(stage.values("user_preferences").size(), 1u);
    ASSERT_TRUE(stage.cloud.wishes_marketing(amina, office, MarketingWish::resume, stage.now));
    const std::string later = stage.send_template("offer");
    stage.pass(seconds(1));
    EXPECT_EQ(stage.ladder(later), "sent delivered");
}

TEST(Rules, numbers_are_taken_however_they_are_written) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.add_phone("Budi", "6281112345678", stage.now));
    ASSERT_TRUE(stage.cloud.says("6281112345678", office, "halo", stage.now));
    ASSERT_TRUE(stage.cloud.add_phone("Ana", "5511987654321", stage.now));
    ASSERT_TRUE(stage.cloud.says("5511987654321", office, "oi", stage.now));
    stage.hears();
    const struct {
        const char* to;
        const char* wa_id;
    } cases[] = {
        {"+62 811-1234 (5678)", "6281112345678"},
        {"6281112345678", "6281112345678"},
        {"+551187654321", "5511987654321"},  // Brazil: the dialled number lacks the ninth digit
        {"5550100042", "15550100042"},       // without '+' the business's country code is meant
    };
    for (const auto& one : cases) {
        const Answer answer = stage.say("m", one.to);
        EXPECT_EQ(at(parsed(answer.body), "/contacts/0/wa_id"), json::value(one.wa_id)) << one.to;
        EXPECT_EQ(at(parsed(answer.body), "/contacts/0/input"), json::value(one.to));
    }
}

TEST(Rules, a_user_id_addresses_a_person_too) {
    Stage stage;
    stage.hears();
    const std::string user_id = user_id_of(stage);
    const Answer answer = stage.send(text_to_user_id(user_id));
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(at(parsed(answer.body), "/contacts/0/user_id"), json::value(user_id));
    EXPECT_TRUE(at(parsed(answer.body), "/contacts/0/wa_id").is_null());
    stage.make_template("code", "AUTHENTICATION");
    const Answer refused = stage.send(
        {{"messaging_product", "whatsapp"},
         {"recipient", user_id},
         {"type", "template"},
         {"template", {{"name", "code"}, {"language", {{"code", "id"}}}}}}
    );
    EXPECT_EQ(Stage::code_of(refused), 131062);
}

TEST(Rules, a_hidden_phone_number_shows_only_after_an_exchange_by_number) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.change_phone(
        amina, {{"shows_phone", false}, {"username", "amina.d"}}, stage.now
    ));
    stage.hears();
    stage.pass(seconds(1));
    const json::object hidden = stage.listed("messages").back();
    EXPECT_FALSE(hidden.contains("from"));
    EXPECT_EQ(text_of(hidden, "from_user_id"), user_id_of(stage));
    EXPECT_EQ(at(stage.values().back(), "/contacts/0/profile/username"), json::value("amina.d"));
    EXPECT_TRUE(at(stage.values().back(), "/contacts/0/wa_id").is_null());
    const std::string answer = Stage::wamid_of(stage.send(text_to_user_id(user_id_of(stage))));
    stage.pass(seconds(1));
    EXPECT_FALSE(stage.statuses(answer).at(0).contains("recipient_id"));

    EXPECT_EQ(stage.say("by number").status, 200);
    stage.hears("now visible");
    stage.pass(seconds(1));
    EXPECT_EQ(text_of(stage.listed("messages").back(), "from"), amina);
    stage.pass(days(31));
    stage.hears("hidden again");
    stage.pass(seconds(1));
    EXPECT_FALSE(stage.listed("messages").back().contains("from"));
}

TEST(Rules, who_shares_the_number_stays_visible_until_it_is_erased) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.change_phone(amina, {{"shows_phone", false}}, stage.now));
    ASSERT_TRUE(stage.cloud.person_sends(
        amina,
        office,
        parsed(R"({"type":"contacts","contacts":[{"name":{"formatted_name":"A"},
            "origin":"contact_request"}]})"),
        stage.now
    ));
    stage.pass(days(40));
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_TRUE(stage.listed("messages").back().contains("from"));
    const std::string query = "bsuid=" + user_id_of(stage);
    EXPECT_EQ(stage.call("DELETE", office + "/contact_book", {}, query).status, 200);
    stage.pass(days(31));
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_FALSE(stage.listed("messages").back().contains("from"));
}

TEST(Rules, a_deregistered_number_neither_sends_nor_receives) {
    Stage stage;
    stage.hears();
    EXPECT_EQ(stage.call("POST", office + "/deregister").status, 200);
    EXPECT_EQ(Stage::code_of(stage.say("hello")), 133010);
    EXPECT_FALSE(stage.cloud.says(amina, office, "halo", stage.now));
    const std::string pin = R"({"messaging_product":"whatsapp","pin":"123456"})";
    EXPECT_EQ(stage.call("POST", office + "/register", pin).status, 200);
    EXPECT_EQ(stage.say("hello").status, 200);
    const std::string other = R"({"messaging_product":"whatsapp","pin":"654321"})";
    EXPECT_EQ(Stage::code_of(stage.call("POST", office + "/register", other)), 133005);
}

}  // namespace antre::whatsapp_cloud
