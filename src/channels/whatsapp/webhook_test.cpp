#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "channels/limits.h"
#include "channels/whatsapp/webhook.h"
#include "notices/message.h"

namespace antre::channels::whatsapp {

namespace {

std::string example(const std::string& name) {
    std::ifstream file(
        std::string(ANTRE_SOURCE_DIR) + "/src/channels/whatsapp/testdata/" + name + ".json"
    );
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string_view media_name(conversation::Unreadable what) {
    using enum conversation::Unreadable;
    switch (what) {
    case voice: return "voice";
    case image: return "image";
    case video: return "video";
    case document: return "document";
    case sticker: return "sticker";
    case contacts: return "contacts";
    case order: return "order";
    case other: return "other";
    }
    return "?";
}

// Amina writes most of the examples.
std::string who(const engine::Identity& identity) {
    if (identity.user.reveal() == "US.40000000000000000042") {
        if (identity.phone.reveal() == "15550100042") return "amina";
        if (identity.phone.empty()) return "amina without phone";
    }
    return identity.user.reveal() + "/" + identity.phone.reveal();
}

struct Describe {
    std::string operator()(const engine::TextHeard& text) const { return "text " + text.text; }
    std::string operator()(const engine::TapHeard& tap) const {
        return "tap " + tap.payload + " (" + tap.title + ")";
    }
    std::string operator()(const engine::MediaHeard& media) const {
        return std::string(media_name(media.what));
    }
    std::string operator()(const engine::LocationHeard& at) const {
        return "location " + std::to_string(at.latitude_e6) + "," + std::to_string(at.longitude_e6);
    }
    std::string operator()(const engine::ReactionHeard& /*reaction*/) const { return "reaction"; }
    std::string operator()(const engine::FormHeard& /*form*/) const { return "form"; }
    std::string operator()(const engine::Hear& heard) const {
        return who(heard.who) + " " + std::visit(*this, heard.what);
    }
    std::string operator()(const engine::HearStatus& status) const {
        std::string line = std::string(notices::name_of(status.state));
        if (status.message.is_set()) line += " of " + std::to_string(status.message.value);
        if (status.error != 0) line += " error " + std::to_string(status.error);
        return line + " to " + who(status.recipient);
    }
    std::string operator()(const engine::ChangeIdentity& change) const {
        return who(change.before) + " is now " + who(change.now);
    }
    std::string operator()(const engine::Prefer& prefer) const {
        return who(prefer.who) + (prefer.wants_messages ? " wants" : " wants no") + " messages";
    }
    std::string operator()(const PlatformNotice& notice) const {
        return notice.field + "|" + notice.event + "|" + notice.subject + "|" + notice.detail;
    }
    std::string operator()(const Unknown& unknown) const { return "kept: " + unknown.reason; }
};

std::string lines(const std::string& body) {
    const auto parsed = parse_webhook(body);
    if (!parsed) return "malformed";
    std::string all;
    for (const Inbound& inbound : *parsed) {
        if (!all.empty()) all += "; ";
        all += std::visit(Describe{}, inbound.what);
    }
    return all;
}

// A body with this value in a change of field "messages".
std::string with_value(const std::string& value) {
    return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":)" +
           value + R"(,"field":"messages"}]}]})";
}
std::string with_messages(const std::string& messages) {
    return with_value(R"({"metadata":{"phone_number_id":"301"},"messages":[)" + messages + "]}");
}
std::string text_message(const std::string& id, const std::string& body) {
    return R"({"from":"62811","id":")" + id + R"(","timestamp":"1795500000","type":"text",)" +
           R"("text":{"body":)" + body + "}}";
}

}  // namespace

TEST(Webhook, of_every_kind_is_read) {
    struct Read {
        const char* file;
        const char* expected;
    };
    const Read table[] = {
        {"batch_mixed",
         "amina text Bonjour, je veux un rendez-vous 😀 http://x.example/a; "
         "amina text second; "
         "amina text Bonjour, je veux un rendez-vous 😀 http://x.example/a; "
         "amina tap v1:confirm:apt_8Q2 (Confirm); "
         "read to amina; "
         "delivered to amina; "
         "amina text other office"},
        {"in_audio_voice", "amina voice"},
        {"in_button_reply", "amina tap v1:confirm:apt_8Q2 (Confirm)"},
        {"in_contacts", "amina contacts"},
        {"in_contacts_requested", "amina contacts"},
        {"in_document", "amina document"},
        {"in_group_text", "kept: group text"},
        {"in_image", "amina image"},
        {"in_list_reply", "amina tap v1:slot:2026-11-26T09:30 (Thu 26 Nov, 09:30)"},
        {"in_location", "amina location 14693700,-17444100"},
        {"in_location_from_request", "amina location 14693700,-17444100"},
        {"in_nfm_reply_empty", "amina form"},
        {"in_nfm_reply_flow", "amina form"},
        {"in_order", "amina order"},
        {"in_reaction", "amina reaction"},
        {"in_reaction_removed", "amina reaction"},
        {"in_sticker", "amina sticker"},
        {"in_system_number_change", "amina is now US.40000000000000000099/15550100099"},
        {"in_system_user_id_change", "amina without phone is now US.40000000000000000099/"},
        {"in_template_button", "amina tap v1:cancel:apt_8Q2 (Cancel)"},
        {"in_text", "amina text Bonjour, je veux un rendez-vous 😀 http://x.example/a"},
        {"in_text_bsuid_only", "amina without phone text 2"},
        {"in_text_forwarded", "amina text fwd"},
        {"in_text_from_ad", "amina text hi"},
        {"in_text_quoted_reply", "amina text oui"},
        {"in_unsupported", "amina other"},
        {"in_video", "amina video"},
        {"mg_account_disabled",
         "account_update|DISABLED_UPDATE|201000000000001|SCHEDULE_FOR_DISABLE"},
        {"mg_account_restriction",
         "account_update|ACCOUNT_RESTRICTION|201000000000001|RESTRICTED_BIZ_INITIATED_MESSAGING"},
        {"mg_account_violation", "account_update|ACCOUNT_VIOLATION|201000000000001|SCAM"},
        {"mg_business_capability", "business_capability_update|2000|201000000000001|2000"},
        {"mg_flow_status", "flows|FLOW_STATUS_CHANGE|6627390910605886|PUBLISHED"},
        {"mg_phone_quality",
         "phone_number_quality_update|THROUGHPUT_UPGRADE|15550100001|TIER_UNLIMITED"},
        {"mg_template_approved", "message_template_status_update|APPROVED|appointment_reminder|"},
        {"mg_template_category", "template_category_update|MARKETING|appointment_reminder|UTILITY"},
        {"mg_template_paused",
         "message_template_status_update|PAUSED|appointment_reminder|FIRST_PAUSE"},
        {"mg_template_quality",
         "message_template_quality_update|YELLOW|appointment_reminder|GREEN"},
        {"mg_template_rejected",
         "message_template_status_update|REJECTED|appointment_offer|INVALID_FORMAT"},
        {"mg_user_preferences_stop", "amina wants no messages"},
        {"st_delivered", "delivered to amina"},
        {"st_delivered_bsuid_only", "delivered to amina without phone"},
        {"st_failed_reengagement", "failed error 131047 to /15550100042"},
        {"st_failed_undeliverable", "failed error 131026 to /15550100042"},
        {"st_played", "read to amina"},
        {"st_read", "read to amina"},
        {"st_sent_service_paid_after_oct_2026", "sent to amina"},
        {"st_sent_v23_conversation", "sent to amina"},
        {"st_sent_v24", "sent to amina"},
        {"unknown_field", "kept: field some_future_field"},
        {"unknown_type", "kept: type hologram"},
        {"value_errors", "errors|130429|301000000000001|Rate limit hit"},
    };
    for (const Read& row : table) {
        EXPECT_EQ(lines(example(row.file)), row.expected) << row.file;
    }
}

TEST(Webhook, batch_keeps_number_key_and_time_of_each_message) {
    const auto batch = parse_webhook(example("batch_mixed"));
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->size(), 7U);
    EXPECT_EQ(batch->front().phone_number_id, "301000000000001");
    EXPECT_EQ(batch->back().phone_number_id, "301000000000002");
    EXPECT_EQ((*batch)[0].key, (*batch)[2].key);  // the same message twice
    EXPECT_NE((*batch)[0].key, (*batch)[1].key);
    EXPECT_EQ((*batch)[0].key, key_of_message((*batch)[0].wamid));
    EXPECT_NE((*batch)[4].key, (*batch)[5].key);  // read and delivered of one message
    EXPECT_EQ((*batch)[0].sent_at.ms, 1'795'500'000'000);
}

TEST(Webhook, is_read_whatever_form_its_fields_come_in) {
    struct Odd {
        const char* value;
        const char* expected;
    };
    const Odd table[] = {
        {R"({"messages":[{"from":"US.40","id":"w","type":"text","text":{"body":"a"}}]})",
         "US.40/ text a"},
        {R"({"messages":[{"from":"+62811","id":"w","type":"text","text":{"body":"a"}}]})",
         "/62811 text a"},
        {R"({"contacts":[{"wa_id":"62811","user_id":"ID.9"}],
            "messages":[{"id":"w","type":"text","text":{"body":"a"}}]})",
         "ID.9/62811 text a"},
        {R"({"contacts":[{"wa_id":"62811"},{"wa_id":"62812"}],
            "messages":[{"id":"w","type":"text","text":{"body":"a"}}]})",
         "kept: no sender text"},
        {R"({"contacts":[{"wa_id":"62812","user_id":"ID.8"},{"wa_id":"62811","user_id":"ID.9"}],
            "messages":[{"from":"62811","id":"w","type":"text","text":{"body":"a"}}]})",
         "ID.9/62811 text a"},
        {R"({"messages":[{"from":"1","id":"w","type":"voice","voice":{}}]})", "/1 voice"},
        {R"({"messages":[{"from":"1","id":"w","type":"location",
            "location":{"latitude":"-6.261493","longitude":"106.8106"}}]})",
         "/1 location -6261493,106810600"},
        {R"({"messages":[{"from":"1","id":"w","type":"location","location":{"latitude":"x"}}]})",
         "kept: type location"},
        {R"({"messages":[{"from":"1","id":"w","type":"location",
            "location":{"latitude":1e300,"longitude":1}}]})",
         "kept: type location"},
        {R"({"messages":[{"from":"1","type":"text","text":{"body":"a"}}]})",
         "kept: no sender text"},
        {R"({"messages":[{"from":"1","id":"w","type":"text","text":{"body":null}}]})",
         "kept: type text"},
        {R"({"messages":[{"from":"1","id":"w","type":"text","text":[]}]})", "kept: type text"},
        {R"({"messages":[{"from":"1","id":"w","type":"text","text":{"body":"a\u0000b"}}]})",
         "kept: type text"},
        {R"({"messages":[null,[],7,{}]})",
         "kept: message is not an object; kept: message is not an object; "
         "kept: message is not an object; kept: type "},
        {R"({"messages":{}})", "kept: messages without a message"},
        {R"({"statuses":[null,{"id":"w","status":"warehoused"},{"status":"sent"},
            {"id":"w","status":"failed","errors":[{"code":"131026"}],"recipient_id":62811},
            {"id":"w","status":"sent","biz_opaque_callback_data":"antre:77"}]})",
         "kept: status is not an object; kept: status warehoused; kept: status of no message; "
         "failed error 131026 to /; sent of 77 to /"},
        {R"({"messages":[{"from":"1","id":"w","id":"v","type":"reaction","type":"text"}]})",
         "/1 reaction"},  // the first of two equal keys
        {R"({"messages":[{"from":"1","id":"w","type":"interactive","interactive":{
            "list_reply":{"id":""}}}]})",
         "kept: type interactive"},
        {R"({"messages":[{"from":"62811","id":"w","type":"system","system":{
            "type":"user_changed_number","new_wa_id":"62899"}}]})",
         "/62811 is now /62899"},
        {R"({"messages":[{"id":"w","type":"system","system":{
            "type":"user_changed_number","wa_id":"62899"}}]})",
         "kept: type system"},
        {R"({"messages":[{"id":"w","from":"62811","type":"system","system":{
            "type":"customer_identity_changed"}}]})",
         "kept: type system"},
    };
    for (const Odd& row : table)
        EXPECT_EQ(lines(with_value(row.value)), row.expected) << row.value;
}

TEST(Webhook, that_is_no_webhook_is_malformed_and_odd_parts_are_kept) {
    const std::string deep_ok(webhook_depth_max - 10, '[');
    struct Odd {
        std::string body;
        const char* expected;
    };
    const Odd table[] = {
        {"", "malformed"},
        {"{", "malformed"},
        {"<html>", "malformed"},
        {"[]", "malformed"},
        {"7", "malformed"},
        {"{}", "malformed"},
        {R"({"entry":{}})", "malformed"},
        {R"({"entry":[]})", ""},
        {std::string(100'000, '['), "malformed"},
        {R"({"entry":[],"x":)" + std::string(70, '[') + std::string(70, ']') + "}", "malformed"},
        {R"({"entry":[],"x":)" + std::string(50, '[') + std::string(50, ']') + "}", ""},
        {"{\"entry\":[],\"x\":\"\xFF\"}", "malformed"},
        {"{\"entry\":[],\"x\":\"\xC0\xAF\"}", "malformed"},
        {"{\"entry\":[],\"x\":\"\xED\xA0\x80\"}", "malformed"},
        {R"({"entry":[],"x":"\ud800"})", ""},  // half an emoji is no reason
        {R"({"entry":[],"x":"\ud800\x"})", "malformed"},
        {R"({"entry":[],"x":1e400})", "malformed"},
        {"{\"entry\":[],\"x\":\"\t\"}", "malformed"},
        {R"({"entry":[null,{"changes":7}]})",
         "kept: entry without changes; kept: entry without changes"},
        {R"({"entry":[{"changes":[null,{},{"field":"messages","value":[]}]}]})",
         "kept: change is not an object; kept: change without a value; "
         "kept: change without a value"},
        {R"({"entry":[{"changes":[{"field":"user_preferences","value":{"user_preferences":[
            {"wa_id":"1","value":"resume"},{"wa_id":"1","value":"maybe"},{"value":"stop"}]}}]}]})",
         "/1 wants messages; kept: preference; kept: preference"},
    };
    for (const Odd& row : table)
        EXPECT_EQ(lines(row.body), row.expected) << row.body.substr(0, 200);
}

TEST(Webhook, time_is_for_show_and_stands_every_form) {
    struct Time {
        const char* timestamp;
        std::int64_t ms;
    };
    const Time table[] = {
        {R"("1795500000")", 1'795'500'000'000},
        {"1795500000", 1'795'500'000'000},
        {R"("asdf")", 0},
        {R"("-5")", 0},
        {"-9223372036854775808", 0},
        {"9223372036854775807", 0},
        {"1795500000000", 0},
        {"null", 0},
        {"1.5", 0},
        {"0", 0},
    };
    for (const Time& row : table) {
        const auto batch = parse_webhook(with_messages(
            std::string(R"({"from":"1","id":"w","type":"reaction","timestamp":)") + row.timestamp +
            "}"
        ));
        ASSERT_TRUE(batch);
        EXPECT_EQ(batch->front().sent_at.ms, row.ms) << row.timestamp;
    }
}

TEST(Webhook, text_is_cut_to_4096_characters_and_never_within_one) {
    std::string long_text;
    for (int i = 0; i < 5000; ++i)
        long_text += "\xF0\x9F\x98\x80";
    const auto batch = parse_webhook(with_messages(text_message("w", '"' + long_text + '"')));
    ASSERT_TRUE(batch);
    const auto& heard = std::get<engine::Hear>(batch->front().what);
    EXPECT_EQ(std::get<engine::TextHeard>(heard.what).text, long_text.substr(0, 4096 * 4));
}

TEST(Webhook, of_a_thousand_messages_and_three_megabytes_is_read_in_100_ms) {
    std::string messages;
    for (int i = 0; i < 1000; ++i) {
        if (i > 0) messages += ',';
        messages += text_message("wamid." + std::to_string(i), '"' + std::string(2900, 'x') + '"');
    }
    const std::string body = with_messages(messages);
    ASSERT_GT(body.size(), 2'900'000U);
    auto best = std::chrono::steady_clock::duration::max();
    for (int run = 0; run < 5; ++run) {
        const auto begun = std::chrono::steady_clock::now();
        const auto batch = parse_webhook(body);
        best = std::min(best, std::chrono::steady_clock::now() - begun);
        ASSERT_TRUE(batch);
        EXPECT_EQ(batch->size(), 1000U);
    }
    EXPECT_LT(best, std::chrono::milliseconds(100));
}

}  // namespace antre::channels::whatsapp
