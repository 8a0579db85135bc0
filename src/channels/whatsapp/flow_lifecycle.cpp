#include "channels/whatsapp/flow_lifecycle.h"

#include <boost/json.hpp>

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                              (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
        if (is_plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::string text_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(text->data(), text->size()) : std::string();
}

// The first complaint about a definition, or why a call was refused.
std::string fault_in(const json::object& body) {
    if (const json::value* error = body.if_contains("error")) {
        const json::object* told = error->if_object();
        if (told == nullptr) return "refused";
        const json::value* data = told->if_contains("error_data");
        const json::object* details = data != nullptr ? data->if_object() : nullptr;
        const std::string detail = details != nullptr ? text_at(*details, "details") : "";
        return text_at(*told, "message") + (detail.empty() ? "" : ": " + detail);
    }
    const json::value* faults = body.if_contains("validation_errors");
    const json::array* list = faults != nullptr ? faults->if_array() : nullptr;
    if (list == nullptr || list->empty()) return "";
    const json::object* first = list->front().if_object();
    return first != nullptr ? text_at(*first, "message") : "the definition is not valid";
}

}  // namespace

Upload render_flow_key(std::string_view public_pem) {
    return {
        "application/x-www-form-urlencoded", "business_public_key=" + percent_encoded(public_pem)};
}

std::string render_flow_draft(std::string_view name, std::string_view endpoint) {
    return json::serialize(json::object{
        {"name", name},
        {"categories", json::array{"APPOINTMENT_BOOKING"}},
        {"endpoint_uri", endpoint}});
}

Upload render_flow_asset(std::string_view definition) {
    // Our own definition has no such line.
    constexpr std::string_view boundary = "antre-form-5b1f0c9e7d2a4836";
    Upload upload;
    upload.content_type = "multipart/form-data; boundary=" + std::string(boundary);
    const std::string begin = "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; ";
    upload.body = begin + "name=\"name\"\r\n\r\nflow.json\r\n";
    upload.body += begin + "name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n";
    upload.body += begin + "name=\"file\"; filename=\"flow.json\"\r\n"
                           "Content-Type: application/json\r\n\r\n";
    upload.body += definition;
    upload.body += "\r\n--" + std::string(boundary) + "--\r\n";
    return upload;
}

FlowAnswer parse_flow_answer(int http_status, std::string_view body) {
    FlowAnswer answer;
    json::error_code error;
    const json::value root = json::parse(body, error);
    const json::object* object = !error ? root.if_object() : nullptr;
    if (object == nullptr) {
        answer.fault = "HTTP " + std::to_string(http_status) + " without a body of WhatsApp's";
        return answer;
    }
    answer.id = text_at(*object, "id");
    answer.status = text_at(*object, "status");
    answer.key = text_at(*object, "business_public_key");
    answer.fault = fault_in(*object);
    if (answer.fault.empty() && http_status != 200) {
        answer.fault = "HTTP " + std::to_string(http_status);
    }
    return answer;
}

}  // namespace antre::channels::whatsapp
