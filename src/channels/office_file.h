#pragma once

// The file of one office, as an operator writes and edits it (data/demo/*.json). Every key has the
// name of the setting it fills, so that a fault of the file and a fault of the settings read alike.
// An office's id is not in its file: the store gives it, the slug names the office.

#include <string>
#include <string_view>

#include "channels/settings_json.h"
#include "foundation/result.h"
#include "scheduling/office.h"

namespace antre::channels {

// Strict: unknown keys, wrong types and settings that scheduling::check refuses are faults.
// ENSURES: once it is given an id, scheduling::check holds for the office.
Result<scheduling::Office, FileFault> parse_office(std::string_view json);

// ENSURES: parse_office gives the same office back, but for its id.
std::string write_office(const scheduling::Office& office);

}  // namespace antre::channels
