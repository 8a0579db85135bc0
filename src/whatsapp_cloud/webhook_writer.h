#pragma once

// The one serialisation of everything this model sends: every non-ASCII UTF-16 unit as \uxxxx in
// lowercase and '/' as \/, as Meta's servers write it. A receiver that parses and re-serialises
// before it checks the signature therefore fails here as it would in production.

#include <string>

#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

std::string write_wire(const json::value& value);

}  // namespace antre::whatsapp_cloud
