#include "channels/whatsapp/send.h"

#include <boost/json.hpp>
#include <charconv>
#include <set>
#include <utility>
#include <variant>

#include "channels/whatsapp/send_limits.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

constexpr std::string_view echo_prefix = "antre:";

// Collects the first breach of a limit while a body is made.
struct Checked {
    std::optional<TooLong> breach;

    void refuse(std::string_view field, std::string reason) {
        if (!breach) breach = TooLong{std::string(field), std::move(reason)};
    }
    json::string text(std::string_view value, std::size_t units_max, std::string_view field) {
        if (!is_valid_utf8(value)) {
            refuse(field, "is not UTF-8");
            return {};
        }
        const std::size_t units = utf16_units(value);
        if (units > units_max) {
            refuse(field, std::to_string(units) + " units, at most " + std::to_string(units_max));
        }
        return json::string(value);
    }
    json::string needed(std::string_view value, std::size_t units_max, std::string_view field) {
        if (value.empty()) refuse(field, "is empty");
        return text(value, units_max, field);
    }
    // Ids and titles must be there, and each different from the others.
    json::string once(
        std::set<std::string>& seen,
        const std::string& value,
        std::size_t units_max,
        std::string_view field
    ) {
        if (!seen.insert(value).second) refuse(field, "stands twice");
        if (trim(value) != value) refuse(field, "has space around it");
        return needed(value, units_max, field);
    }
    void count(std::size_t n, std::size_t low, std::size_t high, std::string_view field) {
        if (n < low || n > high) {
            refuse(
                field,
                std::to_string(n) + " given, " + std::to_string(low) + " to " +
                    std::to_string(high) + " allowed"
            );
        }
    }
};

// "rows[3].", what the names of an item's fields begin with.
std::string item(std::string_view list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "].";
}

json::object action_with_buttons(const notices::Note& note, Checked& checked) {
    constexpr std::string_view list = "interactive.action.buttons";
    json::array buttons;
    std::set<std::string> ids;
    std::set<std::string> titles;
    checked.count(note.buttons.size(), 1, buttons_max, list);
    for (const notices::Button& button : note.buttons) {
        const std::string reply = item(list, buttons.size()) + "reply.";
        json::object body{
            {"id", checked.once(ids, button.id, button_id_max, reply + "id")},
            {"title", checked.once(titles, button.title, button_title_max, reply + "title")}};
        buttons.push_back({{"type", "reply"}, {"reply", std::move(body)}});
    }
    return {{"buttons", std::move(buttons)}};
}

json::object action_with_menu(const notices::Menu& menu, Checked& checked) {
    constexpr std::string_view list = "interactive.action.sections[0].rows";
    json::array rows;
    std::set<std::string> ids;
    checked.count(menu.rows.size(), 1, rows_max, list);
    for (const notices::Row& row : menu.rows) {
        const std::string at = item(list, rows.size());
        json::object entry{
            {"id", checked.once(ids, row.id, row_id_max, at + "id")},
            {"title", checked.needed(row.title, row_title_max, at + "title")}};
        if (!row.description.empty()) {
            entry["description"] =
                checked.text(row.description, row_description_max, at + "description");
        }
        rows.push_back(std::move(entry));
    }
    // One section, named as the button that opens the list.
    const json::string button =
        checked.needed(menu.button, list_button_max, "interactive.action.button");
    return {
        {"button", button},
        {"sections", json::array{json::object{{"title", button}, {"rows", std::move(rows)}}}}};
}

json::object
interactive_with_flow(const notices::Note& note, const FlowLink& link, Checked& checked) {
    json::object parameters{
        {"flow_message_version", "3"},
        {"flow_token", link.token},
        {"flow_cta",
         checked.needed(
             note.form->button, flow_button_max, "interactive.action.parameters.flow_cta"
         )},
        {"flow_action", "data_exchange"}};
    if (link.flow_id.empty()) {
        parameters["flow_name"] = link.flow_name;
    } else {
        parameters["flow_id"] = link.flow_id;
    }
    json::object interactive{
        {"type", "flow"},
        {"body", {{"text", checked.needed(note.body, button_body_max, "interactive.body.text")}}},
        {"action", {{"name", "flow"}, {"parameters", std::move(parameters)}}}};
    if (!note.header.empty()) {
        interactive["header"] = {
            {"type", "text"},
            {"text", checked.text(note.header, header_max, "interactive.header.text")}};
    }
    if (!note.footer.empty()) {
        interactive["footer"] = {
            {"text", checked.text(note.footer, footer_max, "interactive.footer.text")}};
    }
    return interactive;
}

json::object interactive_of(
    const notices::Note& note, const std::optional<std::string>& media_id, Checked& checked
) {
    json::object interactive;
    const bool has_menu = note.menu.has_value();
    if (has_menu && !note.buttons.empty()) {
        checked.refuse("interactive.action", "buttons and a list");
    }
    if (has_menu && media_id) checked.refuse("interactive.header", "a list carries no picture");
    interactive["type"] = has_menu ? "list" : "button";
    if (media_id) {
        interactive["header"] = {{"type", "image"}, {"image", {{"id", *media_id}}}};
    } else if (!note.header.empty()) {
        interactive["header"] = {
            {"type", "text"},
            {"text", checked.text(note.header, header_max, "interactive.header.text")}};
    }
    const std::size_t body_limit = has_menu ? list_body_max : button_body_max;
    interactive["body"] = {
        {"text", checked.needed(note.body, body_limit, "interactive.body.text")}};
    if (!note.footer.empty()) {
        interactive["footer"] = {
            {"text", checked.text(note.footer, footer_max, "interactive.footer.text")}};
    }
    interactive["action"] =
        has_menu ? action_with_menu(*note.menu, checked) : action_with_buttons(note, checked);
    return interactive;
}

// Header, body and footer as one text, where the message has no places of its own for them.
std::string merged(const notices::Note& note) {
    std::string text = note.header.empty() ? note.body : "*" + note.header + "*\n" + note.body;
    if (!note.footer.empty()) text += "\n\n_" + note.footer + "_";
    return text;
}

json::string parameter_text(std::string_view value, Checked& checked, std::string_view field) {
    if (value.find_first_of("\n\t") != std::string_view::npos ||
        value.find("     ") != std::string_view::npos) {
        checked.refuse(field, "has a line break, a tab or more than four spaces");
    }
    return checked.needed(value, template_parameter_max, field);
}

// A coordinate without going through a fraction: "-6.261493".
std::string degrees(std::int32_t millionths) {
    const std::int64_t value = millionths < 0 ? -std::int64_t{millionths} : millionths;
    std::string fraction = std::to_string(value % 1'000'000);
    fraction.insert(0, 6 - fraction.size(), '0');
    return (millionths < 0 ? "-" : "") + std::to_string(value / 1'000'000) + "." + fraction;
}

struct Filler {
    json::object& message;
    const std::optional<std::string>& media_id;
    const std::optional<FlowLink>& link;
    Checked& checked;

    void put(std::string_view type, json::value body) const {
        message["type"] = type;
        message[type] = std::move(body);
    }

    void operator()(const notices::Note& note) const {
        if (note.form && link) {
            return put("interactive", interactive_with_flow(note, *link, checked));
        }
        if (!note.buttons.empty() || note.menu) {
            return put("interactive", interactive_of(note, media_id, checked));
        }
        if (media_id) {
            json::object image{{"id", *media_id}};
            const std::string caption = merged(note);
            if (!caption.empty()) {
                image["caption"] = checked.text(caption, caption_max, "image.caption");
            }
            return put("image", std::move(image));
        }
        put("text",
            {{"preview_url", false},
             {"body", checked.needed(merged(note), text_body_max, "text.body")}});
    }
    void operator()(const notices::LocationPin& pin) const {
        json::object location{
            {"latitude", degrees(pin.latitude_e6)}, {"longitude", degrees(pin.longitude_e6)}};
        if (!pin.name.empty()) {
            location["name"] = checked.text(pin.name, place_max, "location.name");
        }
        if (!pin.address.empty()) {
            location["address"] = checked.text(pin.address, place_max, "location.address");
        }
        put("location", std::move(location));
    }
    void operator()(const notices::DocumentFile& file) const {
        json::object document{{"link", checked.needed(file.url, url_max, "document.link")}};
        if (!file.filename.empty()) {
            document["filename"] = checked.text(file.filename, filename_max, "document.filename");
        }
        if (!file.caption.empty()) {
            document["caption"] = checked.text(file.caption, caption_max, "document.caption");
        }
        put("document", std::move(document));
    }
    void operator()(const notices::Template& form) const {
        json::array components;
        json::array parameters;
        for (const std::string& parameter : form.parameters) {
            const std::string field = item("template.body.parameters", parameters.size()) + "text";
            parameters.push_back(
                {{"type", "text"}, {"text", parameter_text(parameter, checked, field)}}
            );
        }
        if (!parameters.empty()) {
            components.push_back({{"type", "body"}, {"parameters", std::move(parameters)}});
        }
        checked.count(form.payloads.size(), 0, template_buttons_max, "template.buttons");
        for (std::size_t i = 0; i < form.payloads.size(); ++i) {
            const std::string field = item("template.buttons", i) + "payload";
            json::object payload{
                {"type", "payload"},
                {"payload", checked.needed(form.payloads[i], button_id_max, field)}};
            components.push_back(
                {{"type", "button"},
                 {"sub_type", "quick_reply"},
                 {"index", std::to_string(i)},
                 {"parameters", json::array{std::move(payload)}}}
            );
        }
        json::object body{
            {"name", checked.needed(form.name, template_name_max, "template.name")},
            {"language",
             {{"code", checked.needed(form.language, language_max, "template.language.code")}}}};
        if (!components.empty()) body["components"] = std::move(components);
        put("template", std::move(body));
    }
};

}  // namespace

Result<std::string, TooLong> render_message(
    const notices::Content& content,
    const engine::Identity& to,
    MessageId id,
    const std::optional<std::string>& media_id,
    const std::optional<FlowLink>& link
) {
    Checked checked;
    json::object message{{"messaging_product", "whatsapp"}, {"recipient_type", "individual"}};
    if (!to.phone.empty()) {
        message["to"] = "+" + to.phone.reveal();
    } else if (!to.user.empty()) {
        message["recipient"] = to.user.reveal();
    } else {
        return fail(TooLong{"to", "nobody to send to"});
    }
    message["biz_opaque_callback_data"] = std::string(echo_prefix) + std::to_string(id.value);
    std::visit(Filler{message, media_id, link, checked}, content);
    if (checked.breach) return fail(*checked.breach);
    return json::serialize(message);
}

std::string render_mark_read(std::string_view wamid) {
    return json::serialize(json::object{
        {"messaging_product", "whatsapp"},
        {"status", "read"},
        {"message_id", wamid},
        {"typing_indicator", {{"type", "text"}}}});
}

MessageId id_in_echo(std::string_view opaque) {
    if (!opaque.starts_with(echo_prefix)) return {};
    opaque.remove_prefix(echo_prefix.size());
    MessageId id;
    const char* end = opaque.data() + opaque.size();
    const auto [rest, error] = std::from_chars(opaque.data(), end, id.value);
    if (error != std::errc{} || rest != end) return {};
    return id;
}

}  // namespace antre::channels::whatsapp
