#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "channels/whatsapp/flow_form.h"
#include "channels/whatsapp/flow_lifecycle.h"
#include "channels/wording_file.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace {

namespace json = boost::json;
namespace talk = conversation;
using talk::FormStep;

constexpr std::size_t definition_bytes_max = 10 * 1024 * 1024;

std::string text_of(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    return value != nullptr && value->is_string() ? json::value_to<std::string>(*value) : "";
}

json::object definition(Language language) {
    return json::parse(flow_definition(built_in_wording(), language)).as_object();
}

json::array children_of(const json::object& screen) {
    return screen.at("layout").as_object().at("children").as_array();
}

// Every "${data.NAME}" in a text.
std::set<std::string> data_named(const std::string& text) {
    constexpr std::string_view mark = "${data.";
    std::set<std::string> names;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        names.insert(text.substr(begin, text.find('}', begin) - begin));
    }
    return names;
}

FlowRequest sent(std::map<std::string, std::string, std::less<>> fields) {
    FlowRequest request;
    request.action = FlowAction::exchange;
    request.fields = std::move(fields);
    return request;
}

json::object rendered(const talk::FormPage& page) {
    return json::parse(render_page(page).value_or("{}")).as_object();
}

talk::FormAnswers full_answers() {
    talk::FormAnswers answers;
    answers.service = Service::renew;
    answers.count = 2;
    answers.people = {
        {PersonName("Siti \"Ani\" Rahayu"), date_of({1990, 5, 14})},
        {PersonName("محمد"), date_of({2001, 1, 2})}};
    answers.day = date_of({2026, 11, 27});
    answers.hour = clock_time(8, 20);
    answers.hold = BookingId{123'456};
    return answers;
}

}  // namespace

TEST(FlowForm, keeps_the_limits_of_every_component_in_both_languages) {
    const std::map<std::string, std::pair<std::string, std::size_t>> limits{
        {"TextHeading", {"text", 80}},
        {"TextSubheading", {"text", 80}},
        {"TextBody", {"text", 4096}},
        {"TextCaption", {"text", 409}},
        {"TextInput", {"label", 20}},
        {"Dropdown", {"label", 20}},
        {"RadioButtonsGroup", {"label", 30}},
        {"DatePicker", {"label", 40}},
        {"OptIn", {"label", 120}},
        {"Footer", {"label", 35}}};
    for (const Language language : {Language::id, Language::en}) {
        const json::object form = definition(language);
        EXPECT_LE(json::serialize(form).size(), definition_bytes_max);
        EXPECT_EQ(json::serialize(form).find("\"@"), std::string::npos) << "a key without words";
        for (const json::value& screen : form.at("screens").as_array()) {
            EXPECT_LE(utf16_units(text_of(screen.as_object(), "title")), 30U);
            for (const json::value& child : children_of(screen.as_object())) {
                const json::object& component = child.as_object();
                const auto limit = limits.find(text_of(component, "type"));
                ASSERT_NE(limit, limits.end()) << json::serialize(child);
                const std::string text = text_of(component, limit->second.first);
                EXPECT_FALSE(text.empty()) << json::serialize(child);
                EXPECT_LE(utf16_units(text), limit->second.second) << text;
                EXPECT_LE(utf16_units(text_of(component, "helper-text")), 80U);
            }
        }
    }
}

TEST(FlowForm, leads_forward_from_one_entry_to_one_end) {
    const json::object form = definition(Language::id);
    EXPECT_EQ(text_of(form, "version"), "7.3");
    EXPECT_EQ(
        json::serialize(form.at("routing_model")),
        R"({"PARTY":["PEOPLE"],"PEOPLE":["TIME"],"TIME":["SUMMARY"],"SUMMARY":[]})"
    );
    for (const json::value& each : form.at("screens").as_array()) {
        const json::object& screen = each.as_object();
        const json::array children = children_of(screen);
        EXPECT_EQ(text_of(children.back().as_object(), "type"), "Footer");
        EXPECT_EQ(screen.contains("terminal"), text_of(screen, "id") == "SUMMARY");
    }
}

TEST(FlowForm, every_screen_is_filled_with_the_data_it_declares) {
    const talk::FormChoice choice{"1", "satu", "saja"};
    const std::map<std::string, talk::Screen> screens{
        {"PARTY", talk::PartyScreen{{choice}, {choice}}},
        {"PEOPLE", talk::PeopleScreen{*date_of({1900, 1, 1}), *date_of({2026, 11, 24})}},
        {"TIME", talk::TimeScreen{{choice}, {}}},
        {"SUMMARY", talk::SummaryScreen{"A-001", "Jumat", "", "Paspor", "Gratis"}}};
    const json::object form = definition(Language::id);
    for (const json::value& each : form.at("screens").as_array()) {
        const json::object& screen = each.as_object();
        const std::string id = text_of(screen, "id");
        const json::object page = rendered({screens.at(id), full_answers(), ""});
        EXPECT_EQ(text_of(page, "screen"), id);
        std::set<std::string> declared;
        for (const auto& member : screen.at("data").as_object()) {
            declared.insert(std::string(member.key()));
            EXPECT_TRUE(member.value().as_object().contains("__example__")) << member.key();
        }
        std::set<std::string> filled;
        for (const auto& member : page.at("data").as_object())
            filled.insert(std::string(member.key()));
        EXPECT_EQ(filled, declared) << id;
        for (const std::string& name : data_named(json::serialize(screen)))
            EXPECT_TRUE(declared.contains(name)) << id << " " << name;
    }
}

TEST(FlowForm, what_was_filled_in_so_far_comes_back_whole) {
    const json::object page = rendered({talk::PartyScreen{}, full_answers(), "Coba lagi"});
    const json::object& data = page.at("data").as_object();
    EXPECT_EQ(text_of(data, "error_message"), "Coba lagi");
    const auto back = read_form(sent({{"step", "agreement"}, {"so_far", text_of(data, "so_far")}}));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->step, FormStep::agreement);
    EXPECT_EQ(back->answers, full_answers());
}

TEST(FlowForm, reads_each_step_over_what_was_filled_in_before) {
    const auto party = read_form(sent({{"step", "party"}, {"service", "lost"}, {"count", "3"}}));
    ASSERT_TRUE(party.has_value());
    EXPECT_EQ(party->answers.service, Service::lost);
    EXPECT_EQ(party->answers.count, 3);
    const auto people = read_form(
        sent({{"step", "people"}, {"name_1", "Siti"}, {"born_1", "1990-05-14"}, {"name_2", "Budi"}})
    );
    ASSERT_TRUE(people.has_value());
    EXPECT_EQ(people->answers.people[0].born, date_of({1990, 5, 14}));
    EXPECT_EQ(people->answers.people[1].name, PersonName("Budi"));
    const auto time = read_form(sent({{"step", "time"}, {"day", "2026-11-27"}, {"hour", "08:00"}}));
    ASSERT_TRUE(time.has_value());
    EXPECT_EQ(time->answers.hour, clock_time(8, 0));
}

TEST(FlowForm, what_cannot_be_read_counts_as_not_filled_in) {
    for (const std::string_view so_far :
         {"", "[]", "{", R"({"count":"-1","service":"x"})", R"({"people":[1,{"name":2}]})"}) {
        const auto read = read_form(sent({{"step", "agreement"}, {"so_far", std::string(so_far)}}));
        ASSERT_TRUE(read.has_value()) << so_far;
        EXPECT_FALSE(read->answers.service) << so_far;
        EXPECT_FALSE(read->answers.count) << so_far;
    }
    EXPECT_FALSE(read_form(sent({{"step", "pay"}})).has_value());
    EXPECT_FALSE(read_form(sent({})).has_value());
    EXPECT_EQ(read_form(FlowRequest{FlowAction::open, "", "", {}, {}, ""})->step, FormStep::opened);
}

TEST(FlowForm, a_refused_call_says_why) {
    EXPECT_EQ(parse_flow_answer(200, R"({"id":"66"})").id, "66");
    EXPECT_EQ(parse_flow_answer(200, R"({"id":"66"})").fault, "");
    EXPECT_EQ(
        parse_flow_answer(400, R"({"error":{"message":"no","error_data":{"details":"why"}}})")
            .fault,
        "no: why"
    );
    EXPECT_EQ(
        parse_flow_answer(200, R"({"success":true,"validation_errors":[{"message":"bad"}]})").fault,
        "bad"
    );
    EXPECT_NE(parse_flow_answer(502, "<html>").fault, "");
}

}  // namespace antre::channels::whatsapp
