#pragma once

// The contract of the REST interface (api/antre.openapi.json), built into the program.

#include <string_view>

namespace antre::channels::rest {

// OpenAPI 3.1, JSON.
std::string_view openapi_document();

}  // namespace antre::channels::rest
