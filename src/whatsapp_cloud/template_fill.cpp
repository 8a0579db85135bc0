#include "whatsapp_cloud/template_fill.h"

#include <algorithm>
#include <map>

#include "foundation/text.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/template_rules.h"

namespace antre::whatsapp_cloud {

namespace {

using Fault = std::optional<GraphError>;

Fault refused(Code code, std::string details) {
    return GraphError{code, std::move(details), {}, {}, {}};
}

const json::array& parameters_for(const json::array& given, std::string_view type) {
    const json::object* component = component_of(given, type);
    static const json::array none;
    return component == nullptr ? none : array_of(*component, "parameters");
}

std::string parameter_text(const json::object& parameter) {
    const std::string_view type = text_of(parameter, "type");
    if (type == "currency")
        return std::string(text_of(object_of(parameter, "currency"), "fallback_value"));
    if (type == "date_time")
        return std::string(text_of(object_of(parameter, "date_time"), "fallback_value"));
    return std::string(text_of(parameter, "text"));
}

bool breaks_the_line(std::string_view text) {
    const std::string spaces(template_spaces_max + 1, ' ');
    return text.find_first_of("\n\t\r") != std::string_view::npos ||
           text.find(spaces) != std::string_view::npos;
}

Fault check_text_parameters(
    std::string_view part,
    const std::vector<std::string>& variables,
    const json::array& given,
    bool is_named
) {
    if (given.size() != variables.size()) {
        return refused(
            Code::template_parameter_count,
            std::string(part) + ": number of localizable_params (" + std::to_string(given.size()) +
                ") does not match the expected number of params (" +
                std::to_string(variables.size()) + ")"
        );
    }
    for (const json::value& value : given) {
        const json::object empty;
        const json::object& parameter = value.is_object() ? value.get_object() : empty;
        const std::string text = parameter_text(parameter);
        if (text.empty()) {
            return refused(
                Code::template_parameter_format, std::string(part) + ": a text parameter is empty"
            );
        }
        if (breaks_the_line(text)) {
            return refused(
                Code::template_parameter_format,
                std::string(part) + ": a parameter must not have new lines, tabs or more than 4 "
                                    "consecutive spaces"
            );
        }
        const std::string_view name = text_of(parameter, "parameter_name");
        if (is_named && std::find(variables.begin(), variables.end(), name) == variables.end()) {
            return refused(
                Code::template_parameter_format,
                std::string(part) + ": parameter_name is missing or unknown"
            );
        }
    }
    return std::nullopt;
}

Fault check_header(const Template& approved, const json::array& given) {
    const json::object* header = component_of(approved.components, "HEADER");
    const json::array& parameters = parameters_for(given, "header");
    if (header == nullptr) return check_text_parameters("header", {}, parameters, false);
    const std::string format = to_lower_ascii(text_of(*header, "format"));
    if (format == "text") {
        return check_text_parameters(
            "header", variables_of(text_of(*header, "text")), parameters, approved.is_named
        );
    }
    const bool is_right = parameters.size() == 1 && parameters[0].is_object() &&
                          text_of(parameters[0].get_object(), "type") == format &&
                          parameters[0].get_object().contains(format);
    if (is_right) return std::nullopt;
    return refused(Code::template_parameter_format, "header: Format mismatch, expected " + format);
}

// The button that a sent component speaks of, by its index given as text or number.
const json::object* button_at(const json::array& buttons, const json::object& component) {
    const json::value* index = component.if_contains("index");
    if (index == nullptr) return nullptr;
    const std::string digits = as_text(*index);
    if (!is_all_digits(digits) || digits.size() > 2) return nullptr;
    const std::size_t at = static_cast<std::size_t>(std::stoi(digits));
    return at < buttons.size() && buttons[at].is_object() ? &buttons[at].get_object() : nullptr;
}

const json::array& buttons_of(const Template& approved) {
    static const json::array none;
    const json::object* component = component_of(approved.components, "BUTTONS");
    return component == nullptr ? none : array_of(*component, "buttons");
}

bool has_url_variable(const json::object& button) {
    return to_lower_ascii(text_of(button, "type")) == "url" &&
           !variables_of(text_of(button, "url")).empty();
}

Fault check_button(const json::array& buttons, const json::object& component) {
    const json::object* button = button_at(buttons, component);
    const std::string sub_type = to_lower_ascii(text_of(component, "sub_type"));
    if (button == nullptr || to_lower_ascii(text_of(*button, "type")) != sub_type) {
        return refused(
            Code::template_parameter_format, "buttons: no button of this index and sub_type"
        );
    }
    const json::array& parameters = array_of(component, "parameters");
    const json::object empty;
    const json::object& first =
        !parameters.empty() && parameters[0].is_object() ? parameters[0].get_object() : empty;
    if (sub_type == "quick_reply" &&
        utf16_units(text_of(first, "payload")) > template_payload_units_max) {
        return refused(Code::template_parameter_format, "buttons: payload is too long");
    }
    if (sub_type == "copy_code" &&
        (text_of(first, "coupon_code").empty() ||
         utf16_units(text_of(first, "coupon_code")) > copy_code_units_max)) {
        return refused(
            Code::template_parameter_format, "buttons: coupon_code is 1 to 15 characters"
        );
    }
    if (has_url_variable(*button) && text_of(first, "text").empty()) {
        return refused(
            Code::missing_parameter, "buttons: a button of type Url requires a parameter"
        );
    }
    return std::nullopt;
}

bool is_button(const json::value& component) {
    return component.is_object() &&
           to_lower_ascii(text_of(component.get_object(), "type")) == "button";
}

Fault check_buttons(const Template& approved, const json::array& given) {
    const json::array& buttons = buttons_of(approved);
    std::size_t urls_filled = 0;
    for (const json::value& component : given) {
        if (!is_button(component)) continue;
        if (Fault fault = check_button(buttons, component.get_object())) return fault;
        const json::object* button = button_at(buttons, component.get_object());
        if (has_url_variable(*button)) ++urls_filled;
    }
    const auto urls_wanted = std::count_if(buttons.begin(), buttons.end(), [](const auto& button) {
        return button.is_object() && has_url_variable(button.get_object());
    });
    if (urls_filled < static_cast<std::size_t>(urls_wanted)) {
        return refused(
            Code::missing_parameter, "buttons: a button of type Url requires a parameter"
        );
    }
    return std::nullopt;
}

std::string filled(std::string_view text, const json::array& parameters, bool is_named) {
    std::map<std::string, std::string, std::less<>> values;
    std::size_t position = 0;
    for (const json::value& parameter : parameters) {
        ++position;
        if (!parameter.is_object()) continue;
        const std::string_view name = text_of(parameter.get_object(), "parameter_name");
        values[is_named ? std::string(name) : std::to_string(position)] =
            parameter_text(parameter.get_object());
    }
    std::string out;
    while (!text.empty()) {
        const std::size_t at = text.find("{{");
        const std::size_t end = at == std::string_view::npos ? at : text.find("}}", at);
        if (end == std::string_view::npos) break;
        out += text.substr(0, at);
        out += values[std::string(trim(text.substr(at + 2, end - at - 2)))];
        text.remove_prefix(end + 2);
    }
    return out + std::string(text);
}

json::array rendered_buttons(const Template& approved, const json::array& given) {
    json::array shown;
    const json::array& buttons = buttons_of(approved);
    for (const json::value& value : buttons) {
        if (!value.is_object()) continue;
        const json::object& button = value.get_object();
        const std::string type = to_lower_ascii(text_of(button, "type"));
        json::object one{{"type", type}, {"text", text_of(button, "text")}};
        if (type == "quick_reply") one["payload"] = text_of(button, "text");
        if (type == "url") one["url"] = text_of(button, "url");
        for (const json::value& component : given) {
            if (!is_button(component)) continue;
            if (button_at(buttons, component.get_object()) != &button) continue;
            const json::array& parameters = array_of(component.get_object(), "parameters");
            if (parameters.empty() || !parameters[0].is_object()) continue;
            const std::string_view payload = text_of(parameters[0].get_object(), "payload");
            if (type == "quick_reply" && !payload.empty()) one["payload"] = payload;
            if (type == "url") one["url"] = filled(text_of(button, "url"), parameters, false);
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

}  // namespace

std::optional<GraphError> check_fill(const Template& approved, const json::array& given) {
    if (Fault fault = check_header(approved, given)) return fault;
    const json::object* body = component_of(approved.components, "BODY");
    const std::string_view text = body == nullptr ? std::string_view() : text_of(*body, "text");
    const json::array& parameters = parameters_for(given, "body");
    if (Fault fault =
            check_text_parameters("body", variables_of(text), parameters, approved.is_named)) {
        return fault;
    }
    if (utf16_units(filled(text, parameters, approved.is_named)) > template_body_units_max) {
        return refused(
            Code::template_text_too_long, "body: the filled text is over 1024 characters"
        );
    }
    return check_buttons(approved, given);
}

json::object rendered_template(const Template& approved, const json::array& given) {
    json::object shown;
    const json::object* header = component_of(approved.components, "HEADER");
    if (header != nullptr && !text_of(*header, "text").empty()) {
        shown["header"] =
            filled(text_of(*header, "text"), parameters_for(given, "header"), approved.is_named);
    }
    if (const json::object* body = component_of(approved.components, "BODY")) {
        shown["body"] =
            filled(text_of(*body, "text"), parameters_for(given, "body"), approved.is_named);
    }
    if (const json::object* footer = component_of(approved.components, "FOOTER")) {
        shown["footer"] = text_of(*footer, "text");
    }
    shown["buttons"] = rendered_buttons(approved, given);
    return shown;
}

}  // namespace antre::whatsapp_cloud
