#pragma once

// The shape and the limits of a body for POST /{number}/messages, before any rule about windows,
// rates or people is asked. Pure: what a message refers to (media, templates) is checked later.

#include <optional>
#include <string>

#include "whatsapp_cloud/graph_error.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

enum class MessageType {
    text,
    image,
    document,
    audio,
    video,
    sticker,
    location,
    contacts,
    reaction,
    interactive,
    template_message,
};

std::optional<MessageType> message_type_named(std::string_view word);
std::string_view name_of(MessageType type);  // as on the wire

// Nothing when the body is within every limit, else the first fault.
std::optional<GraphError> check_message(const json::object& body);

}  // namespace antre::whatsapp_cloud
