#pragma once

// Reads members of one JSON object that this program wrote earlier. The first member that is
// missing or has the wrong type is remembered by name; its value is never repeated.

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antre::storage {

class JsonObject {
public:
    // REQUIRES: both outlive this reader.
    JsonObject(const boost::json::object& object, std::string& fault)
        : object_(object)
        , fault_(fault) {}

    [[nodiscard]] bool has(std::string_view name) const { return object_.contains(name); }
    // Zero, "" or nothing when the member is missing or of another type: then `fault` says so.
    template <class Number>
    [[nodiscard]] Number number(std::string_view name) {
        const boost::json::value* found = object_.if_contains(name);
        boost::system::error_code error;
        if (found != nullptr) {
            const Number value = found->to_number<Number>(error);
            if (!error) return value;
        }
        wrong(name);
        return Number{};
    }
    template <class Number>
    [[nodiscard]] std::optional<Number> number_if(std::string_view name) {
        if (!has(name)) return std::nullopt;
        return number<Number>(name);
    }
    [[nodiscard]] std::string text(std::string_view name);
    [[nodiscard]] std::string text_or_empty(std::string_view name);
    [[nodiscard]] bool flag(std::string_view name);
    // An empty object or array when it is missing.
    [[nodiscard]] const boost::json::object& object(std::string_view name);
    [[nodiscard]] const boost::json::array& array(std::string_view name);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    void wrong(std::string_view name);

private:
    const boost::json::object& object_;
    std::string& fault_;
};

}  // namespace antre::storage
