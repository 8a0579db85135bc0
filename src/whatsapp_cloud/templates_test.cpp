// Templates through the Graph API and in review.

#include "whatsapp_cloud/test_stage.h"

namespace antre::whatsapp_cloud {

namespace {

json::value member(const Answer& answer, std::string_view path) {
    return at(parsed(answer.body), path);
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
    const auto pause = [&] {
        ASSERT_TRUE(stage.cloud.set_template(id, {"PAUSED", ""}, stage.now));
    };
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
    ASSERT_TRUE(stage.cloud.set_template(id, {"REJECTED", "PROMOTIONAL"}, stage.now));
    EXPECT_EQ(stage.send_template("ready"), "132001");
    stage.pass(seconds(1));
    EXPECT_EQ(text_of(stage.values().back(), "reason"), "PROMOTIONAL");
    EXPECT_EQ(member(stage.call("GET", id), "/status"), json::value("REJECTED"));
    EXPECT_EQ(stage.call("POST", id, R"({"category":"UTILITY"})").status, 200);
    stage.pass(minutes(1));
    EXPECT_EQ(stage.send_template("ready").substr(0, 6), "wamid.") << "edited and reviewed again";
    EXPECT_FALSE(stage.cloud.set_template(id, {"HAPPY", ""}, stage.now));
    EXPECT_FALSE(stage.cloud.set_template("5", {"APPROVED", ""}, stage.now));
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

TEST(Templates, an_approved_one_is_edited_once_a_day_and_ten_times_in_thirty) {
    Stage stage;
    stage.make_template("ready");
    const std::string id = as_text(at(stage.cloud.templates(), "/0/id"));
    const std::string edit = R"({"components":[{"type":"BODY","text":"Sudah selesai."}]})";
    const auto details = [&] { return Stage::details_of(stage.call("POST", id, edit)); };
    for (int day = 0; day < 10; ++day) {
        ASSERT_EQ(details(), "") << day;
        EXPECT_EQ(details(), "Only approved, rejected or paused templates can be edited.");
        stage.pass(minutes(1));
        EXPECT_EQ(details(), "An approved template can be edited once in 24 hours.");
        stage.pass(hours(24));
    }
    EXPECT_EQ(details(), "An approved template can be edited 10 times in 30 days.");
    EXPECT_EQ(
        Stage::details_of(stage.call("POST", id, R"({"category":"MARKETING"})")),
        "The category of an approved template cannot be edited."
    );
    EXPECT_EQ(member(stage.call("GET", id), "/components/0/text"), json::value("Sudah selesai."));
    ASSERT_TRUE(stage.cloud.set_template(id, {"REJECTED"}, stage.now));
    EXPECT_EQ(details(), "") << "a rejected one as often as need be";
    ASSERT_TRUE(stage.cloud.set_template(id, {"DISABLED"}, stage.now));
    EXPECT_EQ(details(), "Only approved, rejected or paused templates can be edited.");
}

TEST(Templates, the_platform_judges_quality_and_category_and_tells_of_it) {
    Stage stage;
    stage.make_template("ready");
    const std::string id = as_text(at(stage.cloud.templates(), "/0/id"));
    TemplateChange change;
    change.quality = "RED";
    change.category = "MARKETING";
    ASSERT_TRUE(stage.cloud.set_template(id, change, stage.now));
    stage.pass(seconds(1));
    const json::object quality = stage.values("message_template_quality_update").at(0);
    EXPECT_EQ(text_of(quality, "previous_quality_score"), "UNKNOWN");
    EXPECT_EQ(text_of(quality, "new_quality_score"), "RED");
    const json::object category = stage.values("template_category_update").at(0);
    EXPECT_EQ(text_of(category, "previous_category"), "UTILITY");
    EXPECT_EQ(text_of(category, "new_category"), "MARKETING");
    EXPECT_EQ(member(stage.call("GET", id), "/quality_score/score"), json::value("RED"));
    EXPECT_EQ(member(stage.call("GET", id), "/status"), json::value("APPROVED"));
    EXPECT_FALSE(stage.cloud.set_template(id, {}, stage.now));
    change.quality = "PURPLE";
    EXPECT_FALSE(stage.cloud.set_template(id, change, stage.now));
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

}  // namespace antre::whatsapp_cloud
