#include "whatsapp_cloud/body_check.h"

#include <cstdlib>

#include "foundation/text.h"
#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

std::string range_words(Length length) {
    return std::to_string(length.least) + " to " + std::to_string(length.most);
}

}  // namespace

Place Place::operator[](std::string_view key) const {
    Place inner{nullptr, path.empty() ? std::string(key) : path + "." + std::string(key)};
    if (value != nullptr && value->is_object()) inner.value = value->get_object().if_contains(key);
    return inner;
}

Place Place::operator[](std::size_t index) const {
    Place inner{nullptr, path + "[" + std::to_string(index) + "]"};
    if (value != nullptr && value->is_array()) inner.value = value->get_array().if_contains(index);
    return inner;
}

std::string_view BodyCheck::text(const Place& place, Length units) {
    if (!place.is_given()) {
        refuse(Code::missing_parameter, "The parameter " + place.path + " is required.");
        return {};
    }
    return optional_text(place, units);
}

std::string_view BodyCheck::optional_text(const Place& place, Length units) {
    if (!is_clean() || !place.is_given()) return {};
    if (!place.value->is_string()) {
        refuse(Code::invalid_parameter, "Param " + place.path + " must be a string.");
        return {};
    }
    const json::string& found = place.value->get_string();
    const std::string_view words(found.data(), found.size());
    const std::size_t count = utf16_units(words);
    if (count < units.least || count > units.most) {
        refuse(
            Code::bad_value,
            "Param " + place.path + " must be " + range_words(units) + " characters long."
        );
    }
    return words;
}

std::string_view
BodyCheck::one_of(const Place& place, std::initializer_list<std::string_view> words) {
    const std::string_view found = text(place, {0, text_body_units_max});
    if (!is_clean()) return {};
    std::string choices;
    for (const std::string_view word : words) {
        if (word == found) return found;
        choices += choices.empty() ? "" : ", ";
        choices += word;
    }
    refuse(Code::bad_value, "Param " + place.path + " must be one of {" + choices + "}.");
    return {};
}

std::string_view BodyCheck::url(const Place& place) {
    const std::string_view found = text(place, {1, url_units_max});
    const bool is_http = found.substr(0, 7) == "http://" || found.substr(0, 8) == "https://";
    if (is_clean() && !is_http) {
        refuse(Code::bad_value, "Param " + place.path + " must be an http or https URL.");
    }
    return found;
}

const json::object& BodyCheck::object(const Place& place) {
    static const json::object empty;
    if (!is_clean()) return empty;
    if (!place.is_given()) {
        refuse(Code::missing_parameter, "The parameter " + place.path + " is required.");
        return empty;
    }
    if (!place.value->is_object()) {
        refuse(Code::invalid_parameter, "Param " + place.path + " must be a JSON object.");
        return empty;
    }
    return place.value->get_object();
}

const json::array& BodyCheck::array(const Place& place, Length elements) {
    static const json::array empty;
    if (!is_clean()) return empty;
    if (!place.is_given()) {
        refuse(Code::missing_parameter, "The parameter " + place.path + " is required.");
        return empty;
    }
    if (!place.value->is_array()) {
        refuse(Code::invalid_parameter, "Param " + place.path + " must be an array.");
        return empty;
    }
    const json::array& found = place.value->get_array();
    if (found.size() < elements.least || found.size() > elements.most) {
        refuse(
            Code::bad_value,
            "Param " + place.path + " must have " + range_words(elements) + " elements."
        );
    }
    return found;
}

void BodyCheck::optional_flag(const Place& place) {
    if (!place.is_given() || place.value->is_bool()) return;
    refuse(Code::invalid_parameter, "Param " + place.path + " must be a boolean.");
}

void BodyCheck::number_like(const Place& place, double least, double most) {
    if (!is_clean()) return;
    if (!place.is_given()) {
        refuse(Code::missing_parameter, "The parameter " + place.path + " is required.");
        return;
    }
    double found = most + 1;
    if (place.value->is_number()) {
        found = place.value->to_number<double>();
    } else if (place.value->is_string()) {
        const std::string words(place.value->get_string());
        char* end = nullptr;
        const double read = std::strtod(words.c_str(), &end);
        if (!words.empty() && *end == '\0') found = read;
    }
    require(
        found >= least && found <= most,
        Code::bad_value,
        "Param " + place.path + " is not a number in range."
    );
}

void BodyCheck::refuse(Code code, std::string details) {
    if (is_clean()) fault_ = GraphError{code, std::move(details), {}, {}, {}};
}

}  // namespace antre::whatsapp_cloud
