#include "channels/whatsapp/inbound_message.h"

#include <array>
#include <utility>

#include "channels/limits.h"
#include "channels/whatsapp/json_value.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

using conversation::Unreadable;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

namespace {

// The first code points of a text, whole.
std::string cut(std::string_view text, std::size_t code_points_max) {
    if (text.size() <= code_points_max) return std::string(text);
    std::size_t seen = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (begins && seen++ == code_points_max) return std::string(text.substr(0, at));
    }
    return std::string(text);
}

engine::Identity sender_of(object message, object value) {
    engine::Identity who = identity_of(text_at(message, "from_user_id"), text_at(message, "from"));
    if (!who.user.empty() && !who.phone.empty()) return who;
    // The contacts list tells what the message itself leaves out; a message that names nobody is
    // theirs only when the list names one person.
    array contacts;
    if (value["contacts"].get(contacts) != 0) return who;
    const bool is_nobody = who.user.empty() && who.phone.empty();
    if (is_nobody && contacts.size() != 1) return who;
    for (const element entry : contacts) {
        object contact;
        if (entry.get(contact) != 0) continue;
        const engine::Identity theirs =
            identity_of(text_at(contact, "user_id"), text_at(contact, "wa_id"));
        const bool is_same = is_nobody || (!who.user.empty() && who.user == theirs.user) ||
                             (!who.phone.empty() && who.phone == theirs.phone);
        if (!is_same) continue;
        if (who.user.empty()) who.user = theirs.user;
        if (who.phone.empty()) who.phone = theirs.phone;
        break;
    }
    return who;
}

std::optional<engine::Utterance> tap(object reply, std::string_view id, std::string_view title) {
    const std::string_view payload = text_at(reply, id);
    if (payload.empty() || payload.size() > payload_bytes_max) return std::nullopt;
    return engine::TapHeard{std::string(payload), cut(text_at(reply, title), 72)};
}

std::optional<engine::Utterance> read_interactive(object message) {
    object interactive;
    if (message["interactive"].get(interactive) != 0) return std::nullopt;
    object reply;
    // What the form says back proves nothing and changes nothing: it has booked already.
    if (interactive["nfm_reply"].get(reply) == 0) return engine::FormHeard{};
    for (const std::string_view kind : {"button_reply", "list_reply"}) {
        if (interactive[kind].get(reply) == 0) return tap(reply, "id", "title");
    }
    return std::nullopt;
}

std::optional<engine::Utterance> read_media(std::string_view type) {
    constexpr std::array<std::pair<std::string_view, Unreadable>, 8> kinds{{
        {"audio", Unreadable::voice},
        {"voice", Unreadable::voice},
        {"image", Unreadable::image},
        {"video", Unreadable::video},
        {"document", Unreadable::document},
        {"sticker", Unreadable::sticker},
        {"contacts", Unreadable::contacts},
        {"order", Unreadable::order},
    }};
    for (const auto& [name, what] : kinds) {
        if (name == type) return engine::MediaHeard{what};
    }
    if (type == "unsupported") return engine::MediaHeard{Unreadable::other};
    return std::nullopt;
}

std::optional<engine::Utterance> read_utterance(object message, std::string_view type) {
    object body;
    if (type == "text") {
        if (message["text"].get(body) != 0) return std::nullopt;
        const std::string_view said = text_at(body, "body");
        // NUL is nothing that a person types, and texts end at it further on.
        if (said.empty() || said.find('\0') != std::string_view::npos) return std::nullopt;
        return engine::TextHeard{cut(said, text_code_points_max)};
    }
    if (type == "interactive") return read_interactive(message);
    if (type == "button") {
        if (message["button"].get(body) != 0) return std::nullopt;
        return tap(body, "payload", "text");
    }
    if (type == "location") {
        if (message["location"].get(body) != 0) return std::nullopt;
        const auto latitude = millionths_at(body, "latitude");
        const auto longitude = millionths_at(body, "longitude");
        if (!latitude || !longitude) return std::nullopt;
        return engine::LocationHeard{*latitude, *longitude};
    }
    if (type == "reaction") return engine::ReactionHeard{};
    return read_media(type);
}

// Number and user-id changes name the ids before and after.
std::optional<engine::ChangeIdentity> read_system(object message) {
    object system;
    if (message["system"].get(system) != 0) return std::nullopt;
    const std::string_view kind = text_at(system, "type");
    if (kind != "user_changed_number" && kind != "user_changed_user_id") return std::nullopt;
    std::string_view phone_now = text_at(system, "wa_id");
    if (phone_now.empty()) phone_now = text_at(system, "new_wa_id");
    engine::ChangeIdentity change;
    change.before = identity_of(
        text_at(system, "previous_user_id").empty() ? text_at(message, "from_user_id")
                                                    : text_at(system, "previous_user_id"),
        text_at(message, "from")
    );
    change.now = identity_of(text_at(system, "user_id"), phone_now);
    const auto is_nobody = [](const engine::Identity& who) {
        return who.user.empty() && who.phone.empty();
    };
    if (is_nobody(change.before) || is_nobody(change.now)) return std::nullopt;
    return change;
}

}  // namespace

Inbound read_message(element whole, object value, const std::string& phone_number_id) {
    Inbound inbound;
    inbound.phone_number_id = phone_number_id;
    object message;
    if (whole.get(message) != 0) {
        inbound.what = Unknown{"message is not an object", raw_of(whole)};
        inbound.key = key_of_text("raw:" + raw_of(whole));
        return inbound;
    }
    const std::string_view id = text_at(message, "id");
    const std::string_view type = text_at(message, "type");
    inbound.wamid = std::string(id);
    inbound.key = id.empty() ? key_of_text("raw:" + raw_of(whole)) : key_of_message(id);
    inbound.sent_at = time_at(message, "timestamp");
    if (type == "system") {
        if (auto change = read_system(message)) {
            inbound.what = std::move(*change);
            return inbound;
        }
    }
    engine::Hear heard;
    heard.who = sender_of(message, value);
    auto utterance = read_utterance(message, type);
    const bool is_known = !heard.who.user.empty() || !heard.who.phone.empty();
    // What groups say is not a talk with us.
    const bool is_group = !text_at(message, "group_id").empty();
    if (!utterance || !is_known || id.empty() || is_group) {
        const std::string reason = !utterance ? "type " : is_group ? "group " : "no sender ";
        inbound.what = Unknown{reason + cut(type, 40), raw_of(whole)};
        return inbound;
    }
    heard.what = std::move(*utterance);
    inbound.what = std::move(heard);
    return inbound;
}

}  // namespace antre::channels::whatsapp
