// Numbers, accounts, templates and media through the Graph API.

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

json::value member(const Answer& answer, std::string_view path) {
    return at(parsed(answer.body), path);
}

Call upload_of(const std::string& mime_type, const std::string& bytes) {
    Call call{
        "POST", "/v26.0/" + office + "/media", {}, {{"Authorization", "Bearer token"}}, {}, {}};
    call.content_type = "multipart/form-data; boundary=\"b1\"";
    call.body = "--b1\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp"
                "\r\n--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
                "Content-Type: " +
                mime_type + "\r\n\r\n" + bytes + "\r\n--b1--\r\n";
    return call;
}

json::object template_body(const std::string& text) {
    return {
        {"name", "t"},
        {"language", "id"},
        {"category", "UTILITY"},
        {"components",
         {{{"type", "BODY"}, {"text", text}, {"example", {{"body_text", {{"a", "b"}}}}}}}},
    };
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

TEST(Graph, the_flow_key_is_kept) {
    Stage stage;
    Call call{
        "POST",
        "/v26.0/" + office + "/whatsapp_business_encryption",
        {},
        {{"authorization", "Bearer token"}},
        "application/x-www-form-urlencoded",
        "business_public_key=-----BEGIN+PUBLIC+KEY-----%0AMII"};
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

TEST(Templates, are_reviewed_then_usable_and_told_of) {
    Stage stage;
    const Answer made = stage.call(
        "POST", account + "/message_templates", testdata("sends/manage_template_create.json")
    );
    EXPECT_EQ(member(made, "/status"), json::value("PENDING"));
    EXPECT_EQ(stage.send_template("appt_reminder"), "132001") << "not yet, and not in Indonesian";
    stage.pass(seconds(5));
    const json::object update = stage.values("message_template_status_update").at(0);
    EXPECT_EQ(text_of(update, "event"), "APPROVED");
    EXPECT_EQ(
        std::to_string(update.at("message_template_id").to_number<std::int64_t>()),
        as_text(member(made, "/id"))
    );
    EXPECT_TRUE(at(stage.bodies.back(), "/entry/0/time").is_int64());
}

TEST(Templates, a_pause_lasts_three_hours_then_six_and_then_it_is_disabled) {
    Stage stage;
    stage.make_template("ready");
    const std::string id = as_text(at(stage.cloud.templates(), "/0/id"));
    const auto pause = [&] { ASSERT_TRUE(stage.cloud.set_template(id, "PAUSED", "", stage.now)); };
    pause();
    EXPECT_EQ(stage.send_template("ready"), "132015");
    stage.pass(hours(3));
    EXPECT_EQ(stage.send_template("ready").substr(0, 6), "wamid.");
    pause();
    stage.pass(hours(3));
    EXPECT_EQ(stage.send_template("ready"), "132015");
    stage.pass(hours(3));
    EXPECT_EQ(stage.send_template("ready").substr(0, 6), "wamid.");
    pause();
    stage.pass(hours(48));
    EXPECT_EQ(stage.send_template("ready"), "132016");
    std::string events;
    for (const json::object& value : stage.values("message_template_status_update")) {
        events += std::string(text_of(value, "event")) + " ";
    }
    EXPECT_EQ(events, "PAUSED REINSTATED PAUSED REINSTATED DISABLED ");
}

TEST(Templates, a_rejected_one_cannot_be_sent_and_says_why) {
    Stage stage;
    stage.make_template("ready");
    const std::string id = as_text(at(stage.cloud.templates(), "/0/id"));
    ASSERT_TRUE(stage.cloud.set_template(id, "REJECTED", "PROMOTIONAL", stage.now));
    EXPECT_EQ(stage.send_template("ready"), "132001");
    stage.pass(seconds(1));
    EXPECT_EQ(text_of(stage.values().back(), "reason"), "PROMOTIONAL");
    EXPECT_EQ(member(stage.call("GET", id), "/status"), json::value("REJECTED"));
    EXPECT_EQ(stage.call("POST", id, R"({"category":"UTILITY"})").status, 200);
    stage.pass(minutes(1));
    EXPECT_EQ(stage.send_template("ready").substr(0, 6), "wamid.") << "edited and reviewed again";
    EXPECT_FALSE(stage.cloud.set_template(id, "HAPPY", "", stage.now));
    EXPECT_FALSE(stage.cloud.set_template("5", "APPROVED", "", stage.now));
}

TEST(Templates, creation_refuses_what_meta_refuses) {
    Stage stage;
    const auto create = [&](const json::object& body) {
        return stage.call("POST", account + "/message_templates", json::serialize(body));
    };
    const struct {
        const char* text;
        int subcode;
    } bodies[] = {
        {"{{1}}, Anda dipanggil.", 2388299},
        {"Datang pukul {{1}}", 2388299},
        {"Halo {{1}} {{2}} selamat datang.", 2388293},
        {"", 2388072},
    };
    for (const auto& one : bodies) {
        EXPECT_EQ(
            member(create(template_body(one.text)), "/error/error_subcode"),
            json::value(one.subcode)
        ) << one.text;
    }
    json::object no_example = template_body("Jam {{1}} di sini.");
    no_example["components"] = {{{"type", "BODY"}, {"text", "Jam {{1}} di sini."}}};
    EXPECT_EQ(member(create(no_example), "/error/error_subcode"), json::value(2388072));
    json::object bad_name = template_body("Halo.");
    bad_name["name"] = "Janji Temu";
    EXPECT_EQ(Stage::code_of(create(bad_name)), 100);
    json::object bad_ttl = template_body("Halo.");
    bad_ttl["message_send_ttl_seconds"] = 10;
    EXPECT_EQ(Stage::code_of(create(bad_ttl)), 131009);
    json::object footer = template_body("Halo.");
    footer["components"].as_array().push_back({{"type", "FOOTER"}, {"text", std::string(61, 'x')}});
    EXPECT_EQ(member(create(footer), "/error/error_subcode"), json::value(2388073));
    json::object header = template_body("Halo.");
    header["components"].as_array().push_back(
        {{"type", "HEADER"}, {"format", "TEXT"}, {"text", std::string(61, 'x')}}
    );
    EXPECT_EQ(member(create(header), "/error/error_subcode"), json::value(2388047));
    json::object many = template_body("Halo.");
    json::array urls;
    for (int i = 0; i < 3; ++i) {
        urls.push_back({{"type", "URL"}, {"text", "Buka"}, {"url", "https://x.example"}});
    }
    many["components"].as_array().push_back({{"type", "BUTTONS"}, {"buttons", urls}});
    EXPECT_EQ(member(create(many), "/error/error_subcode"), json::value(2388040));
    EXPECT_EQ(create(template_body("Halo.")).status, 200);
    EXPECT_EQ(member(create(template_body("Halo.")), "/error/error_subcode"), json::value(2388024));
}

TEST(Templates, a_hundred_may_be_made_an_hour_and_250_kept) {
    Stage stage;
    const auto create = [&](int n) {
        json::object body = template_body("Halo.");
        body["name"] = "t" + std::to_string(n);
        return stage.call("POST", account + "/message_templates", json::serialize(body));
    };
    int made = 0;
    for (; made < 100; ++made)
        ASSERT_EQ(create(made).status, 200);
    EXPECT_EQ(Stage::code_of(create(made)), 80007);
    for (int hour = 0; hour < 2; ++hour) {
        stage.pass(hours(1));
        for (int i = 0; i < 75; ++i)
            ASSERT_EQ(create(made++).status, 200);
    }
    stage.pass(hours(1));
    EXPECT_EQ(member(create(made), "/error/error_subcode"), json::value(2388019));

    const std::string path = account + "/message_templates";
    const Answer page = stage.call("GET", path, {}, "limit=200&fields=name");
    EXPECT_EQ(member(page, "/data/199/name"), json::value("t199"));
    const std::string after = as_text(member(page, "/paging/cursors/after"));
    const Answer rest = stage.call("GET", path, {}, "limit=200&after=" + after);
    EXPECT_EQ(member(rest, "/data/49/name"), json::value("t249"));
    EXPECT_TRUE(member(rest, "/data/50").is_null());
    EXPECT_EQ(stage.call("DELETE", path, {}, "name=t7").status, 200);
    EXPECT_EQ(Stage::code_of(stage.call("DELETE", path, {}, "name=t7")), 100);
}

TEST(Media, goes_up_and_comes_down_in_two_hops) {
    Stage stage;
    const std::string bytes("PDF \0 bytes", 11);
    const std::string id =
        as_text(member(stage.cloud.handle(upload_of("application/pdf", bytes), stage.now), "/id"));
    const Answer described = stage.call("GET", id, {}, "phone_number_id=" + office);
    EXPECT_EQ(member(described, "/sha256"), json::value(hex(sha256(bytes))));
    const std::string url = as_text(member(described, "/url"));
    const std::size_t path = url.find("/whatsapp_business/");
    Call download{
        "GET", url.substr(path, url.find('?') - path), url.substr(url.find('?') + 1), {}, {}, {}};
    EXPECT_EQ(stage.cloud.handle(download, stage.now).status, 401);
    download.headers = {{"Authorization", "Bearer token"}};
    const Answer down = stage.cloud.handle(download, stage.now);
    EXPECT_EQ(down.body, bytes);
    EXPECT_EQ(down.content_type, "application/pdf");
    stage.pass(minutes(5));
    EXPECT_EQ(stage.cloud.handle(download, stage.now).status, 404) << "the url has expired";
    EXPECT_EQ(stage.call("GET", id).status, 200);
    EXPECT_EQ(
        member(stage.call("GET", id, {}, "phone_number_id=1"), "/error/error_subcode"),
        json::value(33)
    );
    stage.pass(days(30));
    EXPECT_EQ(Stage::code_of(stage.call("GET", id)), 100) << "uploads live 30 days";
}

TEST(Media, wrong_types_and_sizes_are_131053) {
    Stage stage;
    const auto upload = [&](const std::string& type, std::size_t size) {
        return stage.cloud.handle(upload_of(type, std::string(size, 'x')), stage.now);
    };
    EXPECT_EQ(Stage::code_of(upload("image/gif", 10)), 131053);
    EXPECT_EQ(Stage::code_of(upload("image/jpeg", (5u << 20) + 1)), 131053);
    EXPECT_EQ(upload("image/jpeg", 5u << 20).status, 200);
    EXPECT_EQ(Stage::code_of(upload("image/webp", (500u << 10) + 1)), 131053);
    EXPECT_EQ(upload("audio/ogg; codecs=opus", 10).status, 200);
    Call broken = upload_of("image/png", "x");
    broken.body.resize(broken.body.size() - 10);
    EXPECT_EQ(Stage::code_of(stage.cloud.handle(broken, stage.now)), 100);
}

TEST(Media, of_another_type_does_not_fit_a_message) {
    Stage stage;
    stage.hears();
    const std::string id =
        as_text(member(stage.cloud.handle(upload_of("application/pdf", "x"), stage.now), "/id"));
    const json::object body{
        {"messaging_product", "whatsapp"},
        {"to", "+" + amina},
        {"type", "image"},
        {"image", {{"id", id}}},
    };
    EXPECT_EQ(Stage::code_of(stage.send(body)), 131053);
    EXPECT_EQ(stage.call("DELETE", id).status, 200);
    EXPECT_EQ(Stage::code_of(stage.send(body)), 131009);
}

TEST(Media, sent_by_a_person_can_be_fetched_for_seven_days) {
    Stage stage;
    ASSERT_TRUE(stage.cloud.person_sends(
        amina,
        office,
        parsed(R"({"type":"image","image":{"data":"aGFsbw==","mime_type":"image/png"}})"),
        stage.now
    ));
    stage.pass(seconds(1));
    const json::object image = object_of(stage.listed("messages").back(), "image");
    EXPECT_EQ(text_of(image, "sha256"), base64(sha256("halo")));
    const std::string id(text_of(image, "id"));
    EXPECT_EQ(stage.cloud.media(id, stage.now)->bytes, "halo");
    EXPECT_EQ(stage.call("GET", id).status, 200);
    stage.pass(days(7));
    EXPECT_FALSE(stage.cloud.media(id, stage.now));
}

}  // namespace antre::whatsapp_cloud
