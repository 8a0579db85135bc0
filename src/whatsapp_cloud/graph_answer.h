#pragma once

// How the Graph API words its answers: JSON with Meta's escapes, a trace id, the API version.

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

Answer answer(World& world, const json::object& body);
Answer refuse(World& world, const GraphError& error);
// (#100) subcode 33: no such object, or not yours.
GraphError no_such_object(std::string_view method, std::string_view id);

}  // namespace antre::whatsapp_cloud
