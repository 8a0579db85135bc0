#pragma once

// What a template must look like to be created: lengths, buttons, and variables with examples.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "whatsapp_cloud/graph_error.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

// The variables of a text in order, each once: "1", "2" or "first_name".
std::vector<std::string> variables_of(std::string_view text);

// The body of POST /{WABA}/message_templates.
std::optional<GraphError> check_template(const json::object& body);
// Components alone, as an edit gives them.
std::optional<GraphError> check_components(const json::value& components);

}  // namespace antre::whatsapp_cloud
