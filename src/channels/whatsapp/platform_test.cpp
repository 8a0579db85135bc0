#include <gtest/gtest.h>

#include "channels/whatsapp/platform.h"

namespace antre::channels::whatsapp {

namespace {

PlatformNotice notice_of(const std::string& field, const std::string& value) {
    const auto parsed = parse_webhook(
        R"({"entry":[{"id":"201","changes":[{"field":")" + field + R"(","value":)" + value + "}]}]}"
    );
    EXPECT_TRUE(parsed);
    EXPECT_EQ(parsed->size(), 1u);
    const auto* notice = std::get_if<PlatformNotice>(&parsed->front().what);
    EXPECT_TRUE(notice != nullptr);
    return notice != nullptr ? *notice : PlatformNotice{};
}

}  // namespace

TEST(Platform, news_of_a_template_names_account_and_language) {
    const PlatformNotice notice = notice_of(
        "message_template_status_update",
        R"({"event":"PAUSED","message_template_name":"siap","message_template_language":"en-US"})"
    );
    EXPECT_EQ(notice.account, "201");
    EXPECT_EQ(notice.subject, "siap");
    EXPECT_EQ(notice.language, "en_US");
    EXPECT_EQ(notice.flow_name, "");
}

TEST(Platform, news_of_a_form_is_named_by_id_or_by_its_sentence) {
    const struct {
        const char* value;
        const char* subject;
        const char* flow_name;
    } rows[] = {
        {R"({"event":"FLOW_STATUS_CHANGE","flow_id":"7","message":"Flow a_b-c changed status from )"
         R"(DRAFT to PUBLISHED"})",
         "7",
         "a_b-c"},
        {R"({"event":"FLOW_STATUS_CHANGE","message":"Flow Antre booking changed status to Y"})",
         "Antre booking",
         "Antre booking"},
        {R"({"event":"ENDPOINT_ERROR_RATE","message":"Flow a: 10% of requests failed"})", "a", "a"},
        {R"({"event":"FLOW_STATUS_CHANGE","message":"Something else"})", "201", ""},
        {R"({"event":"FLOW_STATUS_CHANGE"})", "201", ""},
    };
    for (const auto& row : rows) {
        const PlatformNotice notice = notice_of("flows", row.value);
        EXPECT_EQ(notice.subject, row.subject) << row.value;
        EXPECT_EQ(notice.flow_name, row.flow_name) << row.value;
    }
}

}  // namespace antre::channels::whatsapp
