#include "whatsapp_cloud/inbound_content.h"

#include "foundation/text.h"
#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

// A one-pixel PNG, for pictures that nobody supplied.
constexpr std::string_view sample_png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==";

struct MediaDefault {
    std::string_view type;
    std::string_view mime_type;
};

constexpr MediaDefault media_defaults[] = {
    {"image", "image/png"},
    {"audio", "audio/mpeg"},
    {"voice", "audio/ogg; codecs=opus"},
    {"video", "video/mp4"},
    {"document", "application/pdf"},
    {"sticker", "image/webp"},
};

using Content = Result<InboundContent, std::string>;

Content interactive_reply(std::string_view kind, const json::object& what, std::size_t id_max) {
    const std::string_view id = text_of(what, "id");
    const std::string_view title = text_of(what, "title");
    if (id.empty() || title.empty()) return fail(std::string(kind) + " needs id and title");
    if (utf16_units(id) > id_max) return fail(std::string(kind) + " has too long an id");
    json::object reply{{"id", id}, {"title", title}};
    const std::string_view description = text_of(what, "description");
    if (!description.empty()) reply["description"] = description;
    return InboundContent{
        "interactive", json::object{{"type", kind}, {kind, std::move(reply)}}, {}, {}};
}

Content flow_reply(const json::object& what) {
    json::object reply{{"response_json", text_of(what, "response_json")}, {"body", "Sent"}};
    reply["name"] = "flow";
    return InboundContent{
        "interactive",
        json::object{{"type", "nfm_reply"}, {"nfm_reply", std::move(reply)}},
        {},
        {}};
}

Content medium(
    World& world,
    const std::string& number_id,
    const MediaDefault& kind,
    const json::object& what,
    Instant now
) {
    const json::object& given = object_of(what, kind.type);
    Medium stored;
    stored.number_id = number_id;
    stored.mime_type = text_of(given, "mime_type");
    if (stored.mime_type.empty()) stored.mime_type = kind.mime_type;
    stored.filename = text_of(given, "filename");
    const std::string_view data = text_of(given, "data");
    const auto bytes = from_base64(data.empty() ? sample_png : data);
    if (!bytes) return fail(std::string("data is not base64"));
    stored.bytes = *bytes;
    stored.expires_at = now + received_media_kept;
    const Medium& kept = world.media.add(std::move(stored), world.ids);

    json::object body;
    if (!text_of(given, "caption").empty()) body["caption"] = text_of(given, "caption");
    if (!kept.filename.empty()) body["filename"] = kept.filename;
    body["mime_type"] = kept.mime_type;
    body["sha256"] = base64(kept.sha256);
    body["id"] = kept.id;
    body["url"] = world.options.public_url + media_path(kept, now);
    if (kind.type == "sticker") body["animated"] = false;
    if (kind.type == "voice") body["voice"] = true;
    const bool is_audio = kind.type == "voice";
    return InboundContent{is_audio ? "audio" : std::string(kind.type), body, kept.id, {}};
}

Content unsupported(const json::object& what) {
    std::string_view kind = text_of(object_of(what, "unsupported"), "type");
    if (kind.empty()) kind = "poll_creation";
    json::object error = webhook_error(Code::unsupported_type, {});
    error.erase("href");
    return InboundContent{
        "unsupported", json::object{{"type", kind}}, {}, json::array{std::move(error)}};
}

Content text(const json::object& what) {
    const std::string_view body = text_of(object_of(what, "text"), "body");
    if (body.empty()) return fail(std::string("text needs a body"));
    if (utf16_units(body) > text_body_units_max) {
        return fail(std::string("a text has 4096 characters at most"));
    }
    return InboundContent{"text", json::object{{"body", body}}, {}, {}};
}

Content template_button(const json::object& what) {
    const std::string_view words = text_of(what, "text");
    if (words.empty()) return fail(std::string("template_button needs text"));
    std::string_view payload = text_of(what, "payload");
    if (payload.empty()) payload = words;
    return InboundContent{"button", json::object{{"payload", payload}, {"text", words}}, {}, {}};
}

// Location, contacts, reaction and order go through as given.
Content as_given(std::string_view type, const json::object& what) {
    const json::value* body = what.if_contains(type);
    if (body == nullptr || !(body->is_object() || body->is_array())) {
        return fail(
            "a " + std::string(type) + " message needs its body under " + std::string(type)
        );
    }
    return InboundContent{std::string(type), *body, {}, {}};
}

}  // namespace

Result<InboundContent, std::string>
inbound_content(World& world, const std::string& number_id, const json::object& what, Instant now) {
    const std::string_view type = text_of(what, "type");
    if (type == "text") return text(what);
    if (type == "button_reply") return interactive_reply(type, what, button_id_units_max);
    if (type == "list_reply") return interactive_reply(type, what, row_id_units_max);
    if (type == "flow_reply") return flow_reply(what);
    if (type == "template_button") return template_button(what);
    if (type == "unsupported") return unsupported(what);
    for (const MediaDefault& kind : media_defaults) {
        if (kind.type == type) return medium(world, number_id, kind, what, now);
    }
    if (type == "location" || type == "contacts" || type == "reaction" || type == "order") {
        return as_given(type, what);
    }
    if (type == "raw") {
        const json::object& raw = object_of(what, "raw");
        const std::string_view kind = text_of(raw, "type");
        if (kind.empty()) return fail(std::string("raw needs an object with a type"));
        return InboundContent{std::string(kind), raw, {}, {}};
    }
    return fail("there is no message type " + std::string(type));
}

}  // namespace antre::whatsapp_cloud
