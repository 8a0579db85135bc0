#include "channels/whatsapp/flow_request.h"

#include <boost/json.hpp>
#include <utility>

#include "channels/limits.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

std::optional<std::string> text_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    if (value == nullptr) return std::nullopt;
    if (const json::string* text = value->if_string()) {
        if (text->size() > flow_field_bytes_max) return std::nullopt;
        return std::string(text->data(), text->size());
    }
    if (const std::int64_t* number = value->if_int64()) return std::to_string(*number);
    if (const bool* flag = value->if_bool()) return *flag ? "true" : "false";
    return std::nullopt;
}

std::optional<FlowAction> action_named(std::string_view name) {
    if (name == "ping") return FlowAction::ping;
    if (name == "INIT") return FlowAction::open;
    if (name == "BACK") return FlowAction::back;
    if (name == "data_exchange") return FlowAction::exchange;
    return std::nullopt;
}

}  // namespace

std::optional<FlowRequest> parse_flow_request(std::string_view text) {
    json::error_code error;
    const json::value root = json::parse(text, error);
    const json::object* body = !error ? root.if_object() : nullptr;
    if (body == nullptr) return std::nullopt;
    const auto action = action_named(text_at(*body, "action").value_or(""));
    if (!action) return std::nullopt;
    FlowRequest request;
    request.action = *action;
    request.screen = text_at(*body, "screen").value_or("");
    request.token = text_at(*body, "flow_token").value_or("");
    request.token_signature = text_at(*body, "flow_token_signature");
    const json::value* data = body->if_contains("data");
    const json::object* fields = data != nullptr ? data->if_object() : nullptr;
    if (fields == nullptr) return request;
    for (const auto& [name, value] : *fields) {
        if (request.fields.size() == flow_fields_max) break;
        if (auto said = text_at(*fields, name)) request.fields.emplace(name, std::move(*said));
    }
    for (const std::string_view name : {"error", "error_key"}) {
        if (!fields->contains(name)) continue;
        request.action = FlowAction::notify_of_error;
        request.error = text_at(*fields, name).value_or("");
    }
    return request;
}

std::string flow_pong() {
    return R"({"data":{"status":"active"}})";
}

std::string flow_acknowledgement() {
    return R"({"data":{"acknowledged":true}})";
}

std::string flow_success(
    std::string_view token, const std::map<std::string, std::string, std::less<>>& params
) {
    json::object told{{"flow_token", token}};
    for (const auto& [name, value] : params)
        told[name] = value;
    return json::serialize(json::object{
        {"screen", "SUCCESS"},
        {"data", {{"extension_message_response", {{"params", std::move(told)}}}}}});
}

std::string flow_refusal(std::string_view sentence) {
    return json::serialize(json::object{{"error_msg", sentence}});
}

}  // namespace antre::channels::whatsapp
