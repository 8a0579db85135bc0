#pragma once

// Sending a template: do the given parameters fit the approved components, and how does the filled
// text read?

#include <optional>

#include "whatsapp_cloud/graph_error.h"
#include "whatsapp_cloud/json.h"
#include "whatsapp_cloud/templates.h"

namespace antre::whatsapp_cloud {

// 132000 wrong count, 132012 wrong format, 132005 too long, 131008 a URL button without its value.
std::optional<GraphError> check_fill(const Template& approved, const json::array& given);

// {header?, body, footer?, buttons:[{type, text, payload?|url?}]} as the person reads it.
// REQUIRES: check_fill found no fault.
json::object rendered_template(const Template& approved, const json::array& given);

}  // namespace antre::whatsapp_cloud
