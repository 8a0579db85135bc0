#include "whatsapp_cloud/messages_check.h"

#include <array>
#include <utility>

#include "whatsapp_cloud/body_check.h"
#include "whatsapp_cloud/interactive_check.h"
#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::array<std::pair<std::string_view, MessageType>, 11> types = {{
    {"text", MessageType::text},
    {"image", MessageType::image},
    {"document", MessageType::document},
    {"audio", MessageType::audio},
    {"video", MessageType::video},
    {"sticker", MessageType::sticker},
    {"location", MessageType::location},
    {"contacts", MessageType::contacts},
    {"reaction", MessageType::reaction},
    {"interactive", MessageType::interactive},
    {"template", MessageType::template_message},
}};

void check_media(BodyCheck& check, const Place& media, MessageType type) {
    check.object(media);
    const bool has_id = media["id"].is_given();
    const bool has_link = media["link"].is_given();
    check.require(
        has_id || has_link, Code::missing_parameter, media.path + " needs either id or link."
    );
    check.require(
        !(has_id && has_link), Code::bad_value, media.path + " takes id or link, not both."
    );
    if (has_id) check.text(media["id"], {1, 64});
    if (has_link) check.url(media["link"]);
    const bool takes_caption =
        type == MessageType::image || type == MessageType::video || type == MessageType::document;
    check.require(
        takes_caption || !media["caption"].is_given(),
        Code::invalid_parameter,
        "Param " + media.path + ".caption is not allowed for this type."
    );
    check.optional_text(media["caption"], {0, caption_units_max});
    check.optional_text(media["filename"], {1, filename_units_max});
}

void check_contacts(BodyCheck& check, const Place& contacts) {
    const std::size_t count = check.array(contacts, {1, contacts_max}).size();
    for (std::size_t i = 0; i < count && check.is_clean(); ++i) {
        const Place name = contacts[i]["name"];
        check.object(name);
        check.text(name["formatted_name"], {1, caption_units_max});
    }
}

void check_location(BodyCheck& check, const Place& location) {
    check.object(location);
    check.number_like(location["latitude"], -90, 90);
    check.number_like(location["longitude"], -180, 180);
    check.optional_text(location["name"], {0, caption_units_max});
    check.optional_text(location["address"], {0, caption_units_max});
}

void check_template(BodyCheck& check, const Place& message_template) {
    check.object(message_template);
    check.text(message_template["name"], {1, template_name_units_max});
    check.object(message_template["language"]);
    check.text(message_template["language"]["code"], {2, 15});
    if (message_template["components"].is_given()) {
        check.array(message_template["components"], {0, 32});
    }
}

void check_content(BodyCheck& check, const Place& content, MessageType type) {
    switch (type) {
    case MessageType::text:
        check.object(content);
        check.optional_flag(content["preview_url"]);
        check.text(content["body"], {1, text_body_units_max});
        break;
    case MessageType::image:
    case MessageType::document:
    case MessageType::audio:
    case MessageType::video:
    case MessageType::sticker: check_media(check, content, type); break;
    case MessageType::location: check_location(check, content); break;
    case MessageType::contacts: check_contacts(check, content); break;
    case MessageType::reaction:
        check.object(content);
        check.text(content["message_id"], {1, 256});
        check.text(content["emoji"], {0, 16});
        break;
    case MessageType::interactive: check_interactive(check, content); break;
    case MessageType::template_message: check_template(check, content); break;
    }
}

void check_envelope(BodyCheck& check, const Place& body) {
    const Place product = body["messaging_product"];
    check.require(
        product.is_given() && product.value->is_string() &&
            product.value->get_string() == "whatsapp",
        Code::invalid_parameter,
        "The parameter messaging_product is required and must be whatsapp."
    );
    if (body["recipient_type"].is_given()) check.one_of(body["recipient_type"], {"individual"});
    check.require(
        body["to"].is_given() || body["recipient"].is_given(),
        Code::invalid_parameter,
        "The parameter to is required."
    );
    check.optional_text(body["to"], {1, 64});
    check.optional_text(body["recipient"], {1, 160});
    check.optional_text(body["biz_opaque_callback_data"], {0, opaque_units_max});
    if (body["context"].is_given()) {
        check.object(body["context"]);
        check.text(body["context"]["message_id"], {1, 256});
    }
}

}  // namespace

std::optional<MessageType> message_type_named(std::string_view word) {
    for (const auto& [name, type] : types) {
        if (name == word) return type;
    }
    return std::nullopt;
}

std::string_view name_of(MessageType type) {
    for (const auto& [name, known] : types) {
        if (known == type) return name;
    }
    return {};
}

std::optional<GraphError> check_message(const json::object& body) {
    BodyCheck check;
    const json::value whole(body);
    const Place root{&whole, ""};
    check_envelope(check, root);
    if (!check.is_clean()) return check.fault();

    std::string_view word = check.optional_text(root["type"], {1, 64});
    if (!root["type"].is_given()) word = "text";
    if (!check.is_clean()) return check.fault();
    const std::optional<MessageType> type = message_type_named(word);
    if (!type) {
        return GraphError{
            Code::invalid_parameter,
            "Param type must be one of {audio, contacts, document, image, interactive, location, "
            "reaction, sticker, template, text, video}.",
            {},
            {},
            {}};
    }
    check_content(check, root[word], *type);
    return check.fault();
}

}  // namespace antre::whatsapp_cloud
