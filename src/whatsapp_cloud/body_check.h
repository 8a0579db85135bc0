#pragma once

// BodyCheck reads a request body field by field and keeps the first fault it meets; what is read
// after that is neutral. A checker therefore reads as a list of rules. A missing field is 131008, a
// value outside its limits 131009, a value of another JSON kind 100; details name the field.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "whatsapp_cloud/graph_error.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

// A place in a body: the value there, if any, and the path by which errors name it.
struct Place {
    const json::value* value = nullptr;
    std::string path;

    Place operator[](std::string_view key) const;
    Place operator[](std::size_t index) const;
    [[nodiscard]] bool is_given() const { return value != nullptr && !value->is_null(); }
};

struct Length {
    std::size_t least = 1;
    std::size_t most = 0;
};

class BodyCheck {
public:
    std::string_view text(const Place& place, Length units);
    std::string_view optional_text(const Place& place, Length units);
    std::string_view one_of(const Place& place, std::initializer_list<std::string_view> words);
    std::string_view url(const Place& place);
    const json::object& object(const Place& place);
    const json::array& array(const Place& place, Length elements);
    void optional_flag(const Place& place);
    void number_like(const Place& place, double least, double most);

    void refuse(Code code, std::string details);
    void require(bool is_fulfilled, Code code, std::string details) {
        if (!is_fulfilled) refuse(code, std::move(details));
    }
    [[nodiscard]] bool is_clean() const { return !fault_.has_value(); }
    [[nodiscard]] const std::optional<GraphError>& fault() const { return fault_; }

private:
    std::optional<GraphError> fault_;
};

}  // namespace antre::whatsapp_cloud
