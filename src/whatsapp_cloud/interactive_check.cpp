#include "whatsapp_cloud/interactive_check.h"

#include <set>

#include "foundation/text.h"
#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

bool has_markdown(std::string_view text) {
    return text.find_first_of("*_~`") != std::string_view::npos;
}

bool has_emoji(std::string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto next = static_cast<unsigned char>(text[at + 1]);
        if (lead == 0xF0 && next == 0x9F) return true;
        if (lead == 0xE2 && next >= 0x98 && next <= 0x9E) return true;
    }
    return false;
}

// Ids and titles must be unique: remembers the value, refuses a second one.
void check_unique(
    BodyCheck& check,
    std::set<std::string, std::less<>>& seen,
    const Place& place,
    std::string_view value
) {
    if (!check.is_clean()) return;
    check.require(
        seen.emplace(value).second, Code::bad_value, "Duplicated value in " + place.path + "."
    );
}

void check_header(BodyCheck& check, const Place& header) {
    if (!header.is_given()) return;
    check.object(header);
    const std::string_view type =
        check.one_of(header["type"], {"text", "image", "video", "document"});
    if (!check.is_clean()) return;
    if (type == "text") {
        check.text(header["text"], {1, header_units_max});
        return;
    }
    const Place media = header[type];
    check.object(media);
    check.require(
        media["id"].is_given() != media["link"].is_given(),
        Code::bad_value,
        media.path + " takes either id or link."
    );
}

void check_text_header(BodyCheck& check, const Place& header) {
    if (!header.is_given()) return;
    check.object(header);
    check.one_of(header["type"], {"text"});
    check.text(header["text"], {1, header_units_max});
}

void check_body(BodyCheck& check, const Place& interactive, std::size_t units_max) {
    check.object(interactive["body"]);
    check.text(interactive["body"]["text"], {1, units_max});
    if (!interactive["footer"].is_given()) return;
    check.object(interactive["footer"]);
    check.text(interactive["footer"]["text"], {1, footer_units_max});
}

void check_buttons(BodyCheck& check, const Place& interactive) {
    check_header(check, interactive["header"]);
    check_body(check, interactive, interactive_body_units_max);
    check.object(interactive["action"]);
    const Place buttons = interactive["action"]["buttons"];
    const std::size_t count = check.array(buttons, {1, buttons_max}).size();
    std::set<std::string, std::less<>> ids;
    std::set<std::string, std::less<>> titles;
    for (std::size_t i = 0; i < count && check.is_clean(); ++i) {
        const Place button = buttons[i];
        check.one_of(button["type"], {"reply"});
        const Place reply = button["reply"];
        check.object(reply);
        const std::string_view id = check.text(reply["id"], {1, button_id_units_max});
        check.require(
            trim(id) == id,
            Code::bad_value,
            "Param " + reply.path + ".id must not begin or end with a space."
        );
        check_unique(check, ids, reply["id"], id);
        const std::string_view title = check.text(reply["title"], {1, button_title_units_max});
        check.require(
            !has_markdown(title),
            Code::bad_value,
            "Param " + reply.path + ".title must not contain markdown."
        );
        check_unique(check, titles, reply["title"], title);
    }
}

void check_rows(
    BodyCheck& check,
    const Place& rows,
    std::set<std::string, std::less<>>& ids,
    std::size_t& rows_seen
) {
    const std::size_t count = check.array(rows, {1, list_rows_max}).size();
    rows_seen += count;
    for (std::size_t i = 0; i < count && check.is_clean(); ++i) {
        const Place row = rows[i];
        check_unique(check, ids, row["id"], check.text(row["id"], {1, row_id_units_max}));
        check.text(row["title"], {1, row_title_units_max});
        check.optional_text(row["description"], {0, row_description_units_max});
    }
}

void check_list(BodyCheck& check, const Place& interactive) {
    check_text_header(check, interactive["header"]);
    check_body(check, interactive, list_body_units_max);
    const Place action = interactive["action"];
    check.object(action);
    check.text(action["button"], {1, list_button_units_max});
    const std::size_t count = check.array(action["sections"], {1, list_sections_max}).size();
    std::set<std::string, std::less<>> ids;
    std::size_t rows_seen = 0;
    for (std::size_t i = 0; i < count && check.is_clean(); ++i) {
        const Place section = action["sections"][i];
        if (count > 1) {
            check.text(section["title"], {1, section_title_units_max});
        } else {
            check.optional_text(section["title"], {0, section_title_units_max});
        }
        check_rows(check, section["rows"], ids, rows_seen);
    }
    check.require(
        rows_seen <= list_rows_max,
        Code::bad_value,
        "Param " + action.path + ".sections must have at most 10 rows in total."
    );
}

void check_link(BodyCheck& check, const Place& interactive) {
    check_header(check, interactive["header"]);
    check_body(check, interactive, interactive_body_units_max);
    const Place action = interactive["action"];
    check.object(action);
    check.one_of(action["name"], {"cta_url"});
    check.object(action["parameters"]);
    check.text(action["parameters"]["display_text"], {1, url_button_units_max});
    check.url(action["parameters"]["url"]);
}

void check_request(BodyCheck& check, const Place& interactive, std::string_view name) {
    check_body(check, interactive, interactive_body_units_max);
    check.object(interactive["action"]);
    check.one_of(interactive["action"]["name"], {name});
}

void check_flow_action(BodyCheck& check, const Place& parameters) {
    std::string_view action = "navigate";
    if (parameters["flow_action"].is_given()) {
        action = check.one_of(parameters["flow_action"], {"navigate", "data_exchange"});
    }
    const Place payload = parameters["flow_action_payload"];
    if (!payload.is_given()) return;
    check.require(
        action == "navigate",
        Code::bad_value,
        "Param " + payload.path + " is only allowed for flow_action navigate."
    );
    check.object(payload);
    check.text(payload["screen"], {1, 256});
    if (!payload["data"].is_given()) return;
    check.require(
        !check.object(payload["data"]).empty(),
        Code::bad_value,
        "Param " + payload.path + ".data must not be empty."
    );
}

void check_flow(BodyCheck& check, const Place& interactive) {
    check_header(check, interactive["header"]);
    check_body(check, interactive, interactive_body_units_max);
    const Place action = interactive["action"];
    check.object(action);
    check.one_of(action["name"], {"flow"});
    const Place parameters = action["parameters"];
    check.object(parameters);
    check.one_of(parameters["flow_message_version"], {"3"});
    check.require(
        parameters["flow_id"].is_given() != parameters["flow_name"].is_given(),
        Code::bad_value,
        parameters.path + " takes exactly one of flow_id and flow_name."
    );
    const std::string_view cta = check.text(parameters["flow_cta"], {1, flow_cta_units_max});
    check.require(
        !has_emoji(cta),
        Code::bad_value,
        "Param " + parameters.path + ".flow_cta must not contain emoji."
    );
    check.optional_text(parameters["flow_token"], {1, text_body_units_max});
    if (parameters["mode"].is_given()) check.one_of(parameters["mode"], {"draft", "published"});
    check_flow_action(check, parameters);
}

}  // namespace

void check_interactive(BodyCheck& check, const Place& interactive) {
    check.object(interactive);
    const std::string_view type = check.one_of(
        interactive["type"],
        {"button", "list", "cta_url", "location_request_message", "request_contact_info", "flow"}
    );
    if (type == "button") check_buttons(check, interactive);
    if (type == "list") check_list(check, interactive);
    if (type == "cta_url") check_link(check, interactive);
    if (type == "location_request_message") check_request(check, interactive, "send_location");
    if (type == "request_contact_info") check_request(check, interactive, "request_contact_info");
    if (type == "flow") check_flow(check, interactive);
}

}  // namespace antre::whatsapp_cloud
