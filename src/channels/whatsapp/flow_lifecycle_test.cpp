#include <gtest/gtest.h>

#include "channels/whatsapp/flow_lifecycle.h"

namespace antre::channels::whatsapp {

TEST(FlowLifecycle, the_latest_of_a_line_is_found_and_the_next_name_is_free) {
    struct Row {
        const char* what;
        std::vector<RegisteredFlow> flows;
        const char* latest;  // its id
        const char* next_name;
    };
    const Row rows[] = {
        {"nothing yet", {}, "", "form"},
        {"one", {{"1", "form", "PUBLISHED", ""}}, "1", "form_2"},
        {"a draft", {{"1", "form", "DRAFT", ""}}, "1", "form_2"},
        {"two", {{"2", "form_2", "PUBLISHED", ""}, {"1", "form", "PUBLISHED", ""}}, "2", "form_3"},
        {"the newer one is over",
         {{"1", "form", "PUBLISHED", ""}, {"2", "form_2", "DEPRECATED", ""}},
         "1",
         "form_3"},
        {"all are over", {{"1", "form", "DEPRECATED", ""}}, "", "form_2"},
        {"others",
         {{"1", "form_en", "PUBLISHED", ""},
          {"2", "former", "PUBLISHED", ""},
          {"3", "form_", "PUBLISHED", ""},
          {"4", "my form", "PUBLISHED", ""}},
         "",
         "form"},
    };
    for (const Row& row : rows) {
        const FlowLine line = flow_line("form", row.flows);
        EXPECT_EQ(line.latest ? line.latest->id : "", row.latest) << row.what;
        EXPECT_EQ(line.next_name, row.next_name) << row.what;
    }
}

TEST(FlowLifecycle, a_page_is_read_and_says_whether_another_follows) {
    const FlowPage page = parse_flow_page(
        200,
        R"({"data":[{"id":"7","name":"form","status":"DRAFT","endpoint_uri":"https://a.example"}],)"
        R"("paging":{"cursors":{"after":"QZD"},"next":"https://b.example"}})"
    );
    EXPECT_EQ(page.fault, "");
    ASSERT_EQ(page.flows.size(), 1u);
    EXPECT_EQ(page.flows[0].endpoint, "https://a.example");
    EXPECT_EQ(page.after, "QZD");
    EXPECT_EQ(parse_flow_page(200, R"({"data":[]})").after, "");
    EXPECT_EQ(parse_flow_page(401, R"({"error":{"message":"bad token"}})").fault, "bad token");
    EXPECT_EQ(parse_flow_page(500, "<html>").fault, "HTTP 500 without a body of WhatsApp's");
}

TEST(FlowLifecycle, definitions_are_compared_by_what_they_say) {
    EXPECT_TRUE(is_same_definition(R"({"a":1,"b":[2]})", R"({ "b": [2], "a": 1 })"));
    EXPECT_FALSE(is_same_definition(R"({"a":1})", R"({"a":2})"));
    EXPECT_FALSE(is_same_definition("", "")) << "what cannot be had is not the same";
    EXPECT_EQ(
        parse_flow_asset(R"({"data":[{"asset_type":"FLOW_JSON","download_url":"http://x/f"}]})"),
        "http://x/f"
    );
    EXPECT_EQ(parse_flow_asset(R"({"data":[]})"), "");
}

}  // namespace antre::channels::whatsapp
