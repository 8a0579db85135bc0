#include "whatsapp_cloud/template_rules.h"

#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/body_check.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/templates.h"

namespace antre::whatsapp_cloud {

namespace {

using Fault = std::optional<GraphError>;

constexpr int subcode_length = 2388040;
constexpr int subcode_header = 2388047;
constexpr int subcode_body = 2388072;
constexpr int subcode_footer = 2388073;
constexpr int subcode_adjacent = 2388293;
constexpr int subcode_edge = 2388299;

Fault refused(int subcode, std::string details) {
    return GraphError{Code::invalid_parameter, std::move(details), subcode, {}, {}};
}

bool begins_with_variable(std::string_view text) {
    return text.substr(0, 2) == "{{";
}

bool ends_with_variable(std::string_view text) {
    return text.size() >= 2 && text.substr(text.size() - 2) == "}}";
}

bool is_name(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool has_example(const json::object& component, std::string_view key) {
    const json::object& example = object_of(component, "example");
    const std::string named = std::string(key) + "_named_params";
    return !array_of(example, key).empty() || !array_of(example, named).empty();
}

Fault check_header(const json::object& header) {
    const std::string format = to_lower_ascii(text_of(header, "format"));
    if (format == "image" || format == "video" || format == "document" || format == "location") {
        return std::nullopt;
    }
    if (format != "text") return refused(subcode_header, "HEADER format is not known.");
    const std::string_view text = text_of(header, "text");
    if (text.empty() || utf16_units(text) > header_units_max) {
        return refused(subcode_header, "HEADER text must have 1 to 60 characters.");
    }
    const std::size_t variables = variables_of(text).size();
    if (variables > 1) return refused(subcode_header, "HEADER text takes one variable at most.");
    if (variables == 1 && !has_example(header, "header_text")) {
        return refused(subcode_header, "HEADER text needs an example for its variable.");
    }
    return std::nullopt;
}

Fault check_body(const json::object& body) {
    const std::string_view text = text_of(body, "text");
    if (text.empty() || utf16_units(text) > template_body_units_max) {
        return refused(subcode_body, "BODY text must have 1 to 1024 characters.");
    }
    if (begins_with_variable(trim(text)) || ends_with_variable(trim(text))) {
        return refused(subcode_edge, "BODY text must not begin or end with a variable.");
    }
    if (text.find("}}{{") != std::string_view::npos ||
        text.find("}} {{") != std::string_view::npos) {
        return refused(subcode_adjacent, "BODY text must have words between its variables.");
    }
    if (!variables_of(text).empty() && !has_example(body, "body_text")) {
        return refused(subcode_body, "BODY text needs an example for each variable.");
    }
    return std::nullopt;
}

Fault check_footer(const json::object& footer) {
    const std::string_view text = text_of(footer, "text");
    if (text.empty() || utf16_units(text) > footer_units_max || !variables_of(text).empty()) {
        return refused(subcode_footer, "FOOTER text must have 1 to 60 characters, no variables.");
    }
    return std::nullopt;
}

struct ButtonCounts {
    std::size_t url = 0;
    std::size_t phone = 0;
    std::size_t code = 0;
    std::size_t flow = 0;
};

Fault check_url_button(const json::object& button) {
    const std::string_view url = text_of(button, "url");
    if (url.empty() || utf16_units(url) > url_units_max) {
        return refused(subcode_length, "A URL button needs a url of up to 2000 characters.");
    }
    const std::size_t variables = variables_of(url).size();
    if (variables > 1 || (variables == 1 && !ends_with_variable(url))) {
        return refused(subcode_edge, "A URL takes one variable, at its end.");
    }
    return std::nullopt;
}

Fault check_button(const json::object& button, ButtonCounts& counts) {
    const std::string type = to_lower_ascii(text_of(button, "type"));
    if (type == "copy_code") {
        ++counts.code;
        return std::nullopt;
    }
    const std::string_view text = text_of(button, "text");
    const bool may_be_untitled = type == "request_contact_info";
    if ((text.empty() && !may_be_untitled) || utf16_units(text) > template_button_units_max) {
        return refused(subcode_length, "A button's text must have 1 to 25 characters.");
    }
    if (type == "quick_reply" || may_be_untitled) return std::nullopt;
    if (type == "url") {
        ++counts.url;
        return check_url_button(button);
    }
    if (type == "phone_number") {
        ++counts.phone;
        return std::nullopt;
    }
    if (type == "flow") {
        ++counts.flow;
        return std::nullopt;
    }
    return refused(subcode_length, "A button's type is not known.");
}

Fault check_buttons(const json::object& component) {
    const json::array& buttons = array_of(component, "buttons");
    if (buttons.empty() || buttons.size() > template_buttons_max) {
        return refused(subcode_length, "BUTTONS must have 1 to 10 buttons.");
    }
    ButtonCounts counts;
    for (const json::value& button : buttons) {
        if (!button.is_object()) return refused(subcode_length, "A button must be an object.");
        if (Fault fault = check_button(button.get_object(), counts)) return fault;
    }
    if (counts.url > template_url_buttons_max || counts.phone > template_phone_buttons_max ||
        counts.code > template_code_buttons_max || counts.flow > template_flow_buttons_max) {
        return refused(subcode_length, "BUTTONS has too many buttons of one type.");
    }
    return std::nullopt;
}

Fault check_component(const json::object& component) {
    const std::string type = to_lower_ascii(text_of(component, "type"));
    if (type == "header") return check_header(component);
    if (type == "body") return check_body(component);
    if (type == "footer") return check_footer(component);
    if (type == "buttons") return check_buttons(component);
    return GraphError{Code::invalid_parameter, "A component's type is not known.", {}, {}, {}};
}

}  // namespace

std::vector<std::string> variables_of(std::string_view text) {
    std::vector<std::string> found;
    std::size_t at = text.find("{{");
    while (at != std::string_view::npos) {
        const std::size_t end = text.find("}}", at);
        if (end == std::string_view::npos) break;
        const std::string name(trim(text.substr(at + 2, end - at - 2)));
        if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
        at = text.find("{{", end);
    }
    return found;
}

std::optional<GraphError> check_components(const json::value& components) {
    if (!components.is_array()) {
        return GraphError{Code::invalid_parameter, "components must be an array.", {}, {}, {}};
    }
    if (component_of(components.get_array(), "BODY") == nullptr) {
        return GraphError{Code::invalid_parameter, "components must have a BODY.", {}, {}, {}};
    }
    for (const json::value& component : components.get_array()) {
        if (!component.is_object()) {
            return GraphError{
                Code::invalid_parameter, "A component must be an object.", {}, {}, {}};
        }
        if (Fault fault = check_component(component.get_object())) return fault;
    }
    return std::nullopt;
}

std::optional<GraphError> check_template(const json::object& body) {
    BodyCheck check;
    const json::value whole(body);
    const Place root{&whole, ""};
    const std::string_view name = check.text(root["name"], {1, template_name_units_max});
    check.require(
        is_name(name), Code::invalid_parameter, "Param name takes only a-z, 0-9 and underscores."
    );
    check.text(root["language"], {2, 15});
    const std::string category(check.text(root["category"], {1, 32}));
    const std::string lowered = to_lower_ascii(category);
    check.require(
        lowered == "utility" || lowered == "marketing" || lowered == "authentication",
        Code::invalid_parameter,
        "Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}."
    );
    const Place ttl = root["message_send_ttl_seconds"];
    if (ttl.is_given()) {
        check.number_like(
            ttl,
            static_cast<double>(template_ttl_seconds_min),
            static_cast<double>(template_ttl_seconds_max)
        );
    }
    if (!check.is_clean()) return check.fault();
    if (!root["components"].is_given()) {
        return GraphError{
            Code::invalid_parameter, "The parameter components is required.", {}, {}, {}};
    }
    return check_components(*root["components"].value);
}

}  // namespace antre::whatsapp_cloud
