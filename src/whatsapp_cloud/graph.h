#pragma once

// The front of the Graph API: path, token and chaos, then the call on the object that is named.

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

Answer graph_call(World& world, const Call& call, Instant now);

}  // namespace antre::whatsapp_cloud
