#pragma once

// {"status":"read"}: the person sees blue ticks on this and all earlier messages, and perhaps that
// the business is typing.

#include "foundation/result.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

Result<json::object, GraphError>
mark_read(World& world, const BusinessNumber& number, const json::object& body, Instant now);

}  // namespace antre::whatsapp_cloud
