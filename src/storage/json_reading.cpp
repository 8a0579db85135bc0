#include "storage/json_reading.h"

namespace antre::storage {

namespace json = boost::json;

std::string JsonObject::text(std::string_view name) {
    const json::value* found = object_.if_contains(name);
    if (found != nullptr && found->is_string()) return std::string(found->get_string());
    wrong(name);
    return {};
}

std::string JsonObject::text_or_empty(std::string_view name) {
    return has(name) ? text(name) : std::string();
}

bool JsonObject::flag(std::string_view name) {
    const json::value* found = object_.if_contains(name);
    if (found != nullptr && found->is_bool()) return found->get_bool();
    wrong(name);
    return false;
}

const json::object& JsonObject::object(std::string_view name) {
    static const json::object nothing;
    const json::value* found = object_.if_contains(name);
    if (found != nullptr && found->is_object()) return found->get_object();
    wrong(name);
    return nothing;
}

const json::array& JsonObject::array(std::string_view name) {
    static const json::array nothing;
    const json::value* found = object_.if_contains(name);
    if (found != nullptr && found->is_array()) return found->get_array();
    if (found != nullptr) wrong(name);
    return nothing;
}

std::vector<std::string> JsonObject::texts(std::string_view name) {
    std::vector<std::string> out;
    for (const json::value& each : array(name)) {
        if (each.is_string()) {
            out.emplace_back(each.get_string());
        } else {
            wrong(name);
        }
    }
    return out;
}

void JsonObject::wrong(std::string_view name) {
    if (fault_.empty()) fault_ = std::string(name) + " is missing or has the wrong type";
}

}  // namespace antre::storage
