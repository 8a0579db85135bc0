#include "channels/whatsapp/template_register.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <utility>

#include "channels/whatsapp/template_limits.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

std::string text_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(text->data(), text->size()) : std::string();
}

std::int64_t number_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    if (value == nullptr) return 0;
    if (value->is_int64()) return value->get_int64();
    const json::string* text = value->if_string();
    const bool is_number =
        text != nullptr && text->size() < 10 && is_all_digits({text->data(), text->size()});
    return is_number ? std::stoll(std::string(text->data(), text->size())) : 0;
}

const json::object* object_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    return value != nullptr ? value->if_object() : nullptr;
}

const json::array& array_at(const json::object& object, std::string_view field) {
    static const json::array none;
    const json::value* value = object.if_contains(field);
    const json::array* found = value != nullptr ? value->if_array() : nullptr;
    return found != nullptr ? *found : none;
}

Result<json::object, TemplateRefusal> opened(int http_status, std::string_view body) {
    json::error_code error;
    json::value read = json::parse(body, error);
    json::object* object = !error ? read.if_object() : nullptr;
    if (object == nullptr) {
        return fail(TemplateRefusal{
            0, 0, "HTTP " + std::to_string(http_status) + " without a body of WhatsApp's"});
    }
    const json::object* told = object_at(*object, "error");
    if (told == nullptr && http_status == 200) return std::move(*object);
    if (told == nullptr) {
        return fail(TemplateRefusal{0, 0, "HTTP " + std::to_string(http_status)});
    }
    TemplateRefusal refusal;
    refusal.code = static_cast<std::int32_t>(number_at(*told, "code"));
    refusal.subcode = static_cast<std::int32_t>(number_at(*told, "error_subcode"));
    refusal.sentence = text_at(*told, "message");
    const json::object* data = object_at(*told, "error_data");
    std::string more = data != nullptr ? text_at(*data, "details") : "";
    if (more.empty()) more = text_at(*told, "error_user_msg");
    if (!more.empty()) refusal.sentence += ": " + more;
    if (refusal.subcode != 0) refusal.sentence += " [" + std::to_string(refusal.subcode) + "]";
    return fail(std::move(refusal));
}

void read_buttons(const json::object& component, RegisteredTemplate& into) {
    for (const json::value& value : array_at(component, "buttons")) {
        const json::object* button = value.if_object();
        if (button == nullptr || to_lower_ascii(text_at(*button, "type")) != "quick_reply") {
            into.has_other_parts = true;
            continue;
        }
        into.content.buttons.push_back(text_at(*button, "text"));
    }
}

void read_component(const json::object& component, RegisteredTemplate& into) {
    const std::string type = to_lower_ascii(text_at(component, "type"));
    if (type == "body") {
        into.content.body = text_at(component, "text");
    } else if (type == "footer") {
        into.content.footer = text_at(component, "text");
    } else if (type == "buttons") {
        read_buttons(component, into);
    } else if (type == "header" && to_lower_ascii(text_at(component, "format")) == "text") {
        into.content.header = text_at(component, "text");
    } else {
        into.has_other_parts = true;
    }
}

RegisteredTemplate registered(const json::object& told) {
    RegisteredTemplate found;
    found.id = text_at(told, "id");
    found.status = text_at(told, "status");
    found.content.name = text_at(told, "name");
    found.content.language = text_at(told, "language");
    found.content.category = text_at(told, "category");
    found.reason = text_at(told, "rejected_reason");
    if (found.reason == "NONE") found.reason.clear();
    if (const json::object* quality = object_at(told, "quality_score")) {
        found.quality = text_at(*quality, "score");
    }
    const std::int64_t ttl = number_at(told, "message_send_ttl_seconds");
    if (ttl > 0) found.content.ttl_seconds = ttl;
    if (to_lower_ascii(text_at(told, "parameter_format")) == "named") found.has_other_parts = true;
    for (const json::value& component : array_at(told, "components")) {
        if (component.is_object()) read_component(component.get_object(), found);
    }
    return found;
}

// "body, buttons"; empty when it is the same to a reader.
std::string difference(const TemplateDefinition& ours, const RegisteredTemplate& theirs) {
    const TemplateDefinition& other = theirs.content;
    std::string parts;
    const auto differs = [&parts](std::string_view part) {
        parts += (parts.empty() ? "" : ", ") + std::string(part);
    };
    if (trim(ours.header) != trim(other.header)) differs("header");
    if (trim(ours.body) != trim(other.body)) differs("body");
    if (trim(ours.footer) != trim(other.footer)) differs("footer");
    if (ours.buttons != other.buttons) differs("buttons");
    if (ours.ttl_seconds != other.ttl_seconds) differs("time to live");
    if (theirs.has_other_parts) differs("parts that are not ours");
    return parts;
}

TemplateStanding differing(const RegisteredTemplate& theirs, std::string parts) {
    TemplateStanding standing{TemplateState::differs, TemplateAct::edit, std::move(parts)};
    const std::string& status = theirs.status;
    const bool is_editable = status == "APPROVED" || status == "REJECTED" || status == "PAUSED";
    if (status == "PENDING") {
        standing.act = TemplateAct::wait;
        standing.detail += "; can be edited once the review is over";
    } else if (!is_editable) {
        standing.act = TemplateAct::person;
        standing.detail += "; WhatsApp lets nobody edit it while it is " + status;
    }
    return standing;
}

}  // namespace

bool ends_the_run(const TemplateRefusal& refusal) {
    constexpr std::array codes{3, 4, 10, 190, 80'007, 80'008};
    const bool is_permission = refusal.code >= 200 && refusal.code <= 299;
    return is_permission || std::find(codes.begin(), codes.end(), refusal.code) != codes.end();
}

std::string template_page_query(std::string_view after) {
    std::string query = "?fields=id,name,language,status,category,rejected_reason,quality_score,"
                        "parameter_format,message_send_ttl_seconds,components&limit=" +
                        std::to_string(template_page_entries);
    if (!after.empty()) query += "&after=" + std::string(after);
    return query;
}

Result<TemplatePage, TemplateRefusal> parse_template_page(int http_status, std::string_view body) {
    const auto object = opened(http_status, body);
    if (!object) return fail(object.error());
    TemplatePage page;
    for (const json::value& told : array_at(*object, "data")) {
        if (told.is_object()) page.templates.push_back(registered(told.get_object()));
    }
    const json::object* paging = object_at(*object, "paging");
    if (paging == nullptr || text_at(*paging, "next").empty()) return page;
    const json::object* cursors = object_at(*paging, "cursors");
    if (cursors == nullptr) return page;
    // It goes into an address of ours.
    std::string after = text_at(*cursors, "after");
    const bool is_plain = after.find_first_of("&#?% \r\n") == std::string::npos;
    if (is_plain) page.after = std::move(after);
    return page;
}

Result<TemplateTaken, TemplateRefusal>
parse_template_taken(int http_status, std::string_view body) {
    const auto object = opened(http_status, body);
    if (!object) return fail(object.error());
    return TemplateTaken{
        text_at(*object, "id"), text_at(*object, "status"), text_at(*object, "category")};
}

std::string_view name_of(TemplateState state) {
    switch (state) {
    case TemplateState::missing: return "missing";
    case TemplateState::good: return "good";
    case TemplateState::pending: return "pending";
    case TemplateState::rejected: return "rejected";
    case TemplateState::paused: return "paused";
    case TemplateState::disabled: return "disabled";
    case TemplateState::differs: return "differs";
    case TemplateState::recategorised: return "recategorised";
    case TemplateState::unusable: return "unusable";
    }
    return "";
}

TemplateStanding standing_of(const TemplateDefinition& ours, const RegisteredTemplate* theirs) {
    if (theirs == nullptr) return {TemplateState::missing, TemplateAct::create, ""};
    const std::string& status = theirs->status;
    if (status == "DISABLED") {
        return {
            TemplateState::disabled,
            TemplateAct::person,
            "WhatsApp ended it for its quality; appeal in the WhatsApp Manager"};
    }
    std::string parts = difference(ours, *theirs);
    if (!parts.empty()) return differing(*theirs, std::move(parts));
    if (theirs->content.category != ours.category) {
        return {
            TemplateState::recategorised,
            TemplateAct::person,
            "WhatsApp calls it " + theirs->content.category +
                ", which costs more; ask for a review in the WhatsApp Manager"};
    }
    if (status == "APPROVED") return {TemplateState::good, TemplateAct::none, ""};
    if (status == "PENDING") return {TemplateState::pending, TemplateAct::wait, "under review"};
    if (status == "REJECTED") {
        const std::string why = theirs->reason.empty() ? "" : theirs->reason + "; ";
        return {
            TemplateState::rejected,
            TemplateAct::person,
            why + "change the sentence and submit again, or appeal in the WhatsApp Manager"};
    }
    if (status == "PAUSED") {
        return {
            TemplateState::paused,
            TemplateAct::wait,
            "too many people blocked or reported it; WhatsApp reopens it after some hours"};
    }
    return {TemplateState::unusable, TemplateAct::person, "WhatsApp calls it " + status};
}

const RegisteredTemplate*
registered_as(const TemplateDefinition& ours, const std::vector<RegisteredTemplate>& registered) {
    for (const RegisteredTemplate& candidate : registered) {
        const bool is_ours =
            candidate.content.name == ours.name && candidate.content.language == ours.language;
        if (is_ours) return &candidate;
    }
    return nullptr;
}

}  // namespace antre::channels::whatsapp
