#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

std::string_view text_of(const json::object& object, std::string_view key) {
    const json::value* found = object.if_contains(key);
    if (found == nullptr || !found->is_string()) return {};
    return {found->get_string().data(), found->get_string().size()};
}

const json::object& object_of(const json::object& object, std::string_view key) {
    static const json::object empty;
    const json::value* found = object.if_contains(key);
    return found != nullptr && found->is_object() ? found->get_object() : empty;
}

const json::array& array_of(const json::object& object, std::string_view key) {
    static const json::array empty;
    const json::value* found = object.if_contains(key);
    return found != nullptr && found->is_array() ? found->get_array() : empty;
}

std::string as_text(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_int64()) return std::to_string(value.get_int64());
    if (value.is_uint64()) return std::to_string(value.get_uint64());
    return {};
}

}  // namespace antre::whatsapp_cloud
