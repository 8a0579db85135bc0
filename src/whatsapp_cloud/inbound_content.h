#pragma once

// Shapes what a person sends into the object under `messages[].<type>` of the webhook.

#include <string>

#include "foundation/result.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

struct InboundContent {
    std::string type;      // on the wire: a button_reply is "interactive"
    json::value body;      // the object (contacts: the array) under that type's name
    std::string media_id;  // when a medium was stored
    json::array errors;    // unsupported messages carry one
};

Result<InboundContent, std::string>
inbound_content(World& world, const std::string& number_id, const json::object& what, Instant now);

}  // namespace antre::whatsapp_cloud
