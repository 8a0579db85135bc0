#include "channels/whatsapp/platform.h"

#include <algorithm>
#include <array>
#include <utility>

#include "channels/whatsapp/json_value.h"

namespace antre::channels::whatsapp {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

namespace {

// Where each field names its event, its subject and its reason.
struct Shape {
    std::string_view field;
    std::string_view event;
    std::string_view subject;
    std::string_view detail;
};

constexpr std::array shapes{
    Shape{"message_template_status_update", "event", "message_template_name", "reason"},
    Shape{
        "message_template_quality_update",
        "new_quality_score",
        "message_template_name",
        "previous_quality_score"},
    Shape{"template_category_update", "new_category", "message_template_name", "previous_category"},
    Shape{"account_update", "event", "phone_number", ""},
    Shape{"phone_number_quality_update", "event", "display_phone_number", "current_limit"},
    Shape{"business_capability_update", "max_daily_conversations_per_business", "", ""},
    Shape{"phone_number_name_update", "decision", "display_phone_number", "rejection_reason"},
    Shape{"account_review_update", "decision", "", ""},
    Shape{"account_alerts", "alert_type", "entity_id", "alert_severity"},
    Shape{"security", "event", "display_phone_number", ""},
    Shape{"flows", "event", "flow_id", "alert_state"},
    Shape{"business_username_updates", "status", "display_phone_number", "username"},
};

std::string any_at(object value, std::string_view field) {
    if (field.empty()) return {};
    const std::string_view text = text_at(value, field);
    if (!text.empty()) return std::string(text);
    const auto number = number_at(value, field);
    return number ? std::to_string(*number) : std::string();
}

// Why, where the field itself does not say: the account's trouble stands in an object of its own.
std::string reason_in(object value) {
    object info;
    if (value["violation_info"].get(info) == 0) return any_at(info, "violation_type");
    if (value["other_info"].get(info) == 0) return any_at(info, "title");
    array list;
    element first;
    std::string_view text;
    if (value["restriction_info"].get(list) == 0 && list.at(0).get(info) == 0) {
        return any_at(info, "restriction_type");
    }
    if (value["ban_info"].get(info) == 0 && info["waba_ban_state"].get(list) == 0 &&
        list.at(0).get(first) == 0 && first.get(text) == 0) {
        return std::string(text);
    }
    for (const std::string_view field : {"new_status", "max_daily_conversations_per_business"}) {
        std::string found = any_at(value, field);
        if (!found.empty()) return found;
    }
    return {};
}

// Some news of a Flow name it only in their sentence: "Flow NAME changed status from … to …",
// "Flow NAME: …". Empty when there is no such name.
std::string flow_named_in(std::string_view sentence) {
    constexpr std::string_view begin = "Flow ";
    if (!sentence.starts_with(begin)) return {};
    const std::string_view rest = sentence.substr(begin.size());
    const std::size_t end = std::min(rest.find(" changed status"), rest.find(':'));
    return end == std::string_view::npos ? std::string() : std::string(rest.substr(0, end));
}

// "en-US" and "en_US" are the same to WhatsApp; we write the second.
std::string template_language(object value) {
    std::string language(text_at(value, "message_template_language"));
    std::replace(language.begin(), language.end(), '-', '_');
    return language;
}

void read_preferences(
    object value, const std::string& phone_number_id, std::vector<Inbound>& inbound
) {
    array preferences;
    if (value["user_preferences"].get(preferences) != 0) return;
    for (const element entry : preferences) {
        object preference;
        if (entry.get(preference) != 0) continue;
        Inbound news;
        news.phone_number_id = phone_number_id;
        news.key = key_of_text("raw:" + raw_of(entry));
        engine::Prefer prefer;
        prefer.who = identity_of(text_at(preference, "user_id"), text_at(preference, "wa_id"));
        const std::string_view wish = text_at(preference, "value");
        prefer.wants_messages = wish == "resume";
        const bool is_somebody = !prefer.who.user.empty() || !prefer.who.phone.empty();
        if (is_somebody && (wish == "stop" || wish == "resume")) {
            news.what = std::move(prefer);
        } else {
            news.what = Unknown{"preference", raw_of(entry)};
        }
        inbound.push_back(std::move(news));
    }
}

}  // namespace

std::vector<Inbound> read_platform_field(
    std::string_view field,
    object value,
    std::string_view account,
    const std::string& phone_number_id
) {
    std::vector<Inbound> inbound;
    if (field == "user_preferences") {
        read_preferences(value, phone_number_id, inbound);
        if (!inbound.empty()) return inbound;
    }
    Inbound news;
    news.phone_number_id = phone_number_id;
    news.key = key_of_text("raw:" + std::string(field) + raw_of(value));
    const auto shape = std::find_if(shapes.begin(), shapes.end(), [&](const Shape& candidate) {
        return candidate.field == field;
    });
    if (shape == shapes.end()) {
        news.what = Unknown{"field " + std::string(field.substr(0, 64)), raw_of(value)};
    } else {
        PlatformNotice notice{
            std::string(field),
            any_at(value, shape->event),
            any_at(value, shape->subject),
            any_at(value, shape->detail),
            std::string(account),
            template_language(value)};
        if (notice.detail.empty() || notice.detail == "NONE") notice.detail = reason_in(value);
        if (field == "flows") notice.flow_name = flow_named_in(text_at(value, "message"));
        if (notice.subject.empty()) notice.subject = notice.flow_name;
        if (notice.subject.empty()) notice.subject = std::string(account);
        news.what = std::move(notice);
    }
    inbound.push_back(std::move(news));
    return inbound;
}

}  // namespace antre::channels::whatsapp
