#pragma once

// POST /{number}/messages: after the shape (messages_check.h) come the rules, as one ladder of
// refusals, and then the message is accepted. Also mark-as-read and the typing sign.

#include "foundation/result.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

// The body of the 200 answer, or why not.
Result<json::object, GraphError>
send_message(World& world, BusinessNumber& number, const json::object& body, Instant now);

}  // namespace antre::whatsapp_cloud
