#pragma once

// Places as the journal and other rows keep them, members in a fixed order:
// {"pool":1,"day":"2026-11-27","window":"08:20","numbers":["A-017"]}

#include <boost/json.hpp>
#include <string>

#include "scheduling/place.h"

namespace antre::storage {

boost::json::object
placement_object(const scheduling::Placement& placement, boost::json::storage_ptr memory);
// `fault` names the first member that cannot be read, as JsonObject does.
scheduling::Placement placement_in(const boost::json::object& object, std::string& fault);

}  // namespace antre::storage
