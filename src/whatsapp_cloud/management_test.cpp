// Numbers, accounts and callbacks through the Graph API.

#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

json::value member(const Answer& answer, std::string_view path) {
    return at(parsed(answer.body), path);
}

}  // namespace

TEST(Graph, a_call_without_or_with_a_wrong_token_gets_190) {
    Stage stage;
    Call call{"GET", "/v26.0/" + office, {}, {}, {}, {}};
    const Answer without = stage.cloud.handle(call, stage.now);
    EXPECT_EQ(without.status, 401);
    EXPECT_EQ(Stage::code_of(without), 190);
    EXPECT_EQ(member(without, "/error/type"), json::value("OAuthException"));
    EXPECT_EQ(as_text(member(without, "/error/fbtrace_id")).size(), 23u);
    call.headers = {{"authorization", "Bearer wrong"}};
    EXPECT_EQ(Stage::code_of(stage.cloud.handle(call, stage.now)), 190);
    call.headers = {{"authorization", "bearer token"}};
    EXPECT_EQ(stage.cloud.handle(call, stage.now).status, 200);
    call.headers.clear();
    call.query = "access_token=token";
    EXPECT_EQ(stage.cloud.handle(call, stage.now).status, 200);
}

TEST(Graph, every_version_prefix_leads_to_the_same_object) {
    Stage stage;
    for (const char* prefix : {"/v26.0/", "/v19.0/", "/v99.12/", "/"}) {
        Call call{"GET", prefix + office, {}, {{"authorization", "Bearer token"}}, {}, {}};
        EXPECT_EQ(member(stage.cloud.handle(call, stage.now), "/id"), json::value(office))
            << prefix;
    }
}

TEST(Graph, an_unknown_object_is_100_with_subcode_33) {
    Stage stage;
    for (const char* method : {"GET", "POST", "DELETE"}) {
        const Answer answer = stage.call(method, "999000/messages");
        EXPECT_EQ(answer.status, 400);
        EXPECT_EQ(Stage::code_of(answer), 100);
        EXPECT_EQ(member(answer, "/error/error_subcode"), json::value(33));
    }
    EXPECT_EQ(Stage::code_of(stage.call("POST", office + "/teleport")), 2500);
    EXPECT_EQ(Stage::code_of(stage.call("POST", office + "/messages", "{\"a\":")), 100);
    EXPECT_EQ(Stage::code_of(stage.call("POST", office + "/messages", "[]")), 100);
}

TEST(Graph, an_account_lists_its_numbers_with_the_fields_asked_for) {
    CloudOptions options = stage_options();
    options.numbers.push_back({"301000000000002", "6221555000002", "201000000000002", "Other"});
    Stage stage(options);
    const Answer all = stage.call("GET", account + "/phone_numbers");
    EXPECT_EQ(member(all, "/data/0/verified_name"), json::value("Immigration office"));
    EXPECT_TRUE(member(all, "/data/1").is_null());
    EXPECT_TRUE(member(all, "/paging/cursors/after").is_string());
    const Answer one =
        stage.call("GET", office, {}, "fields=whatsapp_business_manager_messaging_limit,status");
    EXPECT_EQ(
        parsed(one.body),
        parsed(R"({"whatsapp_business_manager_messaging_limit":"TIER_2K","status":"CONNECTED",
            "id":"301000000000001"})")
    );
}

TEST(Graph, the_business_profile_keeps_what_is_within_its_limits) {
    Stage stage;
    const std::string path = office + "/whatsapp_business_profile";
    const auto set = [&](json::object body) {
        body["messaging_product"] = "whatsapp";
        return stage.call("POST", path, json::serialize(body));
    };
    EXPECT_EQ(set({{"vertical", "GOVT"}, {"about", "Imigrasi"}}).status, 200);
    EXPECT_EQ(member(stage.call("GET", path), "/data/0/vertical"), json::value("GOVT"));
    EXPECT_EQ(Stage::code_of(set({{"vertical", "PIRATE"}})), 131009);
    EXPECT_EQ(Stage::code_of(set({{"about", std::string(140, 'x')}})), 131009);
    EXPECT_EQ(
        Stage::code_of(
            set({{"websites", {"https://a.example", "https://b.example", "https://c.example"}}})
        ),
        131009
    );
}

TEST(Graph, ice_breakers_and_commands_have_limits) {
    Stage stage;
    const std::string path = office + "/conversational_automation";
    const auto set = [&](const json::object& body) {
        return stage.call("POST", path, json::serialize(body));
    };
    EXPECT_EQ(set({{"prompts", {"Buat janji", "Janji saya"}}}).status, 200);
    EXPECT_EQ(member(stage.call("GET", path), "/prompts/1"), json::value("Janji saya"));
    EXPECT_EQ(Stage::code_of(set({{"prompts", {"1", "2", "3", "4", "5"}}})), 131009);
    EXPECT_EQ(Stage::code_of(set({{"prompts", {std::string(81, 'x')}}})), 131009);
}

TEST(Graph, qr_codes_are_made_listed_and_deleted) {
    Stage stage;
    const std::string path = office + "/message_qrdls";
    const Answer made = stage.call("POST", path, R"({"prefilled_message":"ANTRE"})");
    const std::string code = as_text(member(made, "/code"));
    EXPECT_EQ(member(made, "/deep_link_url"), json::value("https://wa.me/message/" + code));
    EXPECT_EQ(
        member(stage.call("GET", path + "/" + code), "/data/0/prefilled_message"),
        json::value("ANTRE")
    );
    EXPECT_EQ(stage.call("DELETE", path + "/" + code).status, 200);
    EXPECT_TRUE(member(stage.call("GET", path), "/data/0").is_null());
    EXPECT_EQ(
        member(stage.call("GET", path + "/" + code), "/error/error_subcode"), json::value(33)
    );
}

// Of a key pair made for this test; its private half was thrown away.
constexpr std::string_view public_key =
    "-----BEGIN%20PUBLIC%20KEY-----%0AMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBC"
    "gKCAQEA0ksU89uYzBgbi%2BB4wjkT%0AWDkWMyHwSIvu3z%2FrsqRMLCX3b1Q0DFwdm%2B"
    "GB%2ByEbpWUNqVUY0L%2FzRTs7Rrqays7x%0ArGzUcajllJ%2FATw1VKn%2F5nyOAqI5Eo"
    "5VAgX%2FtKR7P5o9rToU6D4fdbzbH2QrHLjlg%0Ag2LW0G8PAR0MdaqODLah80GcM5paxz"
    "qEa5rc2wkm6lFkT8Dh%2FPQZOgvUCXJDLxOM%0Ay8zfz%2Fzt1w0VU4qJ2UuJlBVSZ%2Fa"
    "iLcij89goWYaBH8fzXo7I%2Fc5%2B%2BHQ2Tm5txyu%2B%0AhuQqXibTtmV8n4Hcu6%2FL"
    "TAjPgcRONL%2FtvUHoDofJkt2N58lM9PdwL38s2kklSPgr%0ApwIDAQAB%0A-----END%2"
    "0PUBLIC%20KEY-----%0A";

TEST(Graph, the_flow_key_is_kept) {
    Stage stage;
    Call call{
        "POST",
        "/v26.0/" + office + "/whatsapp_business_encryption",
        {},
        {{"authorization", "Bearer token"}},
        "application/x-www-form-urlencoded",
        {}};
    for (const std::string_view no_key : {"", "-----BEGIN+PUBLIC+KEY-----%0AMII"}) {
        call.body = "business_public_key=" + std::string(no_key);
        EXPECT_EQ(stage.cloud.handle(call, stage.now).status, 400) << no_key;
    }
    call.body = "business_public_key=" + std::string(public_key);
    EXPECT_EQ(stage.cloud.handle(call, stage.now).status, 200);
    const Answer shown = stage.call("GET", office + "/whatsapp_business_encryption");
    EXPECT_EQ(member(shown, "/business_public_key_signature_status"), json::value("VALID"));
}

TEST(Subscriptions, a_callback_override_is_set_only_after_its_handshake) {
    Stage stage;
    bool is_good = false;
    stage.receiver = [&](const Delivery& delivery) {
        if (delivery.method == "POST") return Outcome{200, {}, {}};
        EXPECT_NE(delivery.url.find("hub.mode=subscribe"), std::string::npos);
        EXPECT_NE(delivery.url.find("hub.verify_token=t%26k"), std::string::npos);
        const auto from = delivery.url.find("hub.challenge=") + 14;
        const std::string challenge =
            delivery.url.substr(from, delivery.url.find('&', from) - from);
        return Outcome{is_good ? 200 : 403, is_good ? challenge : "no", {}};
    };
    const std::string number_body =
        R"({"webhook_configuration":{"override_callback_uri":"http://n.example/wa",
            "verify_token":"t&k"}})";
    ASSERT_TRUE(stage.call("POST", office, number_body).awaits);
    stage.pass(seconds(1));
    EXPECT_EQ(Stage::code_of(*stage.held), 2200);
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_EQ(stage.deliveries.back().url, callback);

    is_good = true;
    ASSERT_TRUE(stage.call("POST", office, number_body).awaits);
    stage.pass(seconds(1));
    EXPECT_EQ(stage.held->body, R"({"success":true})");
    ASSERT_TRUE(stage
                    .call(
                        "POST",
                        account + "/subscribed_apps",
                        R"({"override_callback_uri":"http://w.example/wa","verify_token":"t&k"})"
                    )
                    .awaits);
    stage.pass(seconds(1));
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_EQ(stage.deliveries.back().url, "http://n.example/wa") << "the number's comes first";
    stage.call("POST", office, R"({"webhook_configuration":{"override_callback_uri":""}})");
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_EQ(stage.deliveries.back().url, "http://w.example/wa") << "then the account's";
    stage.make_template("ready");
    EXPECT_EQ(stage.deliveries.back().url, callback) << "other fields go to the app";
    EXPECT_EQ(stage.call("DELETE", account + "/subscribed_apps").status, 200);
    const std::size_t before = stage.deliveries.size();
    stage.hears();
    stage.pass(seconds(1));
    EXPECT_EQ(stage.deliveries.size(), before) << "nobody is subscribed";
}

TEST(Subscriptions, an_override_over_200_characters_is_refused) {
    Stage stage;
    const std::string url = "http://n.example/" + std::string(200, 'x');
    const json::object body{{"override_callback_uri", url}, {"verify_token", "t"}};
    const Answer answer = stage.call("POST", account + "/subscribed_apps", json::serialize(body));
    EXPECT_EQ(Stage::code_of(answer), 131009);
}

}  // namespace antre::whatsapp_cloud
