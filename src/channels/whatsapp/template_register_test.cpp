#include <boost/json.hpp>
#include <functional>
#include <gtest/gtest.h>

#include "channels/whatsapp/template_register.h"
#include "channels/wording_file.h"

namespace antre::channels::whatsapp {

namespace {

namespace json = boost::json;

TemplateDefinition reminder() {
    for (TemplateDefinition& definition : template_definitions(built_in_wording())) {
        if (definition.name == "pengingat_h1" && definition.language == "id") return definition;
    }
    return {};
}

// As the Graph API tells of ours once it has it.
json::object told() {
    json::object body = json::parse(render_template(reminder())).as_object();
    body["id"] = "1689556908129832";
    body["status"] = "APPROVED";
    body["parameter_format"] = "POSITIONAL";
    body["quality_score"] = {{"score", "GREEN"}, {"date", 1'795'500'000}};
    return body;
}

json::object& component(json::object& body, std::size_t at) {
    return body["components"].as_array().at(at).as_object();
}

TemplatePage page_of(json::object body) {
    const json::object page{{"data", json::array{std::move(body)}}};
    auto parsed = parse_template_page(200, json::serialize(page));
    EXPECT_TRUE(parsed);
    return parsed.value_or(TemplatePage{});
}

std::string name_of(TemplateAct act) {
    switch (act) {
    case TemplateAct::none: return "none";
    case TemplateAct::create: return "create";
    case TemplateAct::edit: return "edit";
    case TemplateAct::wait: return "wait";
    case TemplateAct::person: return "person";
    }
    return "";
}

struct Row {
    const char* state;
    const char* act;
    const char* detail;  // a part of it
    std::function<void(json::object&)> change;
};

void expect_standing(const Row& row) {
    json::object theirs = told();
    row.change(theirs);
    const TemplatePage page = page_of(theirs);
    const auto standing = standing_of(reminder(), registered_as(reminder(), page.templates));
    EXPECT_EQ(name_of(standing.state), row.state) << row.detail;
    EXPECT_EQ(name_of(standing.act), row.act) << row.detail;
    EXPECT_NE(standing.detail.find(row.detail), std::string::npos) << standing.detail;
}

}  // namespace

TEST(TemplateRegister, each_state_has_its_act) {
    using Told = json::object;
    const Row rows[] = {
        {"good", "none", "", [](Told&) {}},
        {"pending", "wait", "review", [](Told& t) { t["status"] = "PENDING"; }},
        {"rejected",
         "person",
         "PROMOTIONAL",
         [](Told& t) {
             t["status"] = "REJECTED";
             t["rejected_reason"] = "PROMOTIONAL";
         }},
        {"rejected",
         "person",
         "change the sentence",
         [](Told& t) {
             t["status"] = "REJECTED";
             t["rejected_reason"] = "NONE";
         }},
        {"paused", "wait", "reopens", [](Told& t) { t["status"] = "PAUSED"; }},
        {"disabled", "person", "appeal", [](Told& t) { t["status"] = "DISABLED"; }},
        {"unusable", "person", "IN_APPEAL", [](Told& t) { t["status"] = "IN_APPEAL"; }},
        {"recategorised", "person", "MARKETING", [](Told& t) { t["category"] = "MARKETING"; }},
        {"missing", "create", "", [](Told& t) { t["language"] = "en"; }},
        {"missing", "create", "", [](Told& t) { t["name"] = "another"; }},
    };
    for (const Row& row : rows)
        expect_standing(row);
}

TEST(TemplateRegister, each_difference_is_named_and_edited_when_it_can_be) {
    using Told = json::object;
    const Row rows[] = {
        {"differs", "edit", "body", [](Told& t) { component(t, 0)["text"] = "Halo."; }},
        {"differs", "edit", "buttons", [](Told& t) { t["components"].as_array().pop_back(); }},
        {"differs",
         "edit",
         "footer",
         [](Told& t) {
             t["components"].as_array().push_back({{"type", "FOOTER"}, {"text", "Antre"}});
         }},
        {"differs",
         "edit",
         "header",
         [](Told& t) {
             t["components"].as_array().push_back(
                 {{"type", "HEADER"}, {"format", "TEXT"}, {"text", "Antre"}}
             );
         }},
        {"differs",
         "edit",
         "not ours",
         [](Told& t) {
             t["components"].as_array().push_back({{"type", "HEADER"}, {"format", "IMAGE"}});
         }},
        {"differs", "edit", "not ours", [](Told& t) { t["parameter_format"] = "NAMED"; }},
        {"differs", "edit", "time to live", [](Told& t) { t.erase("message_send_ttl_seconds"); }},
        {"differs",
         "edit",
         "body",
         [](Told& t) {
             component(t, 0)["text"] = "Halo.";
             t["status"] = "REJECTED";
         }},
        {"differs",
         "wait",
         "body; can be edited",
         [](Told& t) {
             component(t, 0)["text"] = "Halo.";
             t["status"] = "PENDING";
         }},
        {"differs",
         "person",
         "LOCKED",
         [](Told& t) {
             component(t, 0)["text"] = "Halo.";
             t["status"] = "LOCKED";
         }},
    };
    for (const Row& row : rows)
        expect_standing(row);
}

TEST(TemplateRegister, white_space_at_the_ends_is_no_difference) {
    json::object theirs = told();
    component(theirs, 0)["text"] = reminder().body + "\n";
    EXPECT_EQ(
        standing_of(reminder(), &page_of(theirs).templates.front()).state, TemplateState::good
    );
}

TEST(TemplateRegister, a_page_says_whether_another_follows) {
    const auto after = [](const char* paging) {
        const std::string body = R"({"data":[],"paging":)" + std::string(paging) + "}";
        const auto page = parse_template_page(200, body);
        return page ? page->after : "?";
    };
    EXPECT_EQ(after(R"({"cursors":{"after":"MjQZD"},"next":"https://x.example/"})"), "MjQZD");
    EXPECT_EQ(after(R"({"cursors":{"after":"MjQZD"}})"), "") << "the last page has a cursor too";
    EXPECT_EQ(after(R"({"cursors":{"after":"a&b=c"},"next":"x"})"), "");
    EXPECT_EQ(after("null"), "");
    EXPECT_NE(template_page_query("MjQZD").find("&after=MjQZD"), std::string::npos);
    EXPECT_EQ(template_page_query("").find("after"), std::string::npos);
}

TEST(TemplateRegister, a_refusal_is_told_in_whatsapps_words) {
    const auto refused = parse_template_taken(
        400,
        R"({"error":{"message":"(#100) Invalid parameter","code":100,"error_subcode":2388024,)"
        R"("error_data":{"details":"Content in this language already exists."}}})"
    );
    ASSERT_FALSE(refused);
    EXPECT_EQ(
        refused.error().sentence,
        "(#100) Invalid parameter: Content in this language already exists. [2388024]"
    );
    EXPECT_FALSE(ends_the_run(refused.error()));
    for (const int code : {190, 4, 10, 200, 299, 80'007}) {
        EXPECT_TRUE(ends_the_run({code, 0, ""})) << code;
    }
    EXPECT_EQ(
        parse_template_page(502, "<html>").error().sentence, "HTTP 502 without a body of WhatsApp's"
    );
    EXPECT_EQ(parse_template_page(503, "{}").error().sentence, "HTTP 503");
    const auto taken = parse_template_taken(200, R"({"id":"7","status":"PENDING"})");
    EXPECT_EQ(taken->id, "7");
    EXPECT_EQ(taken->status, "PENDING");
}

}  // namespace antre::channels::whatsapp
