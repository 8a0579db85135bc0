#pragma once

// The limits of interactive messages: buttons, lists, links, requests and Flows.

#include "whatsapp_cloud/body_check.h"

namespace antre::whatsapp_cloud {

void check_interactive(BodyCheck& check, const Place& interactive);

}  // namespace antre::whatsapp_cloud
