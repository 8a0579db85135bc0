#pragma once

// A talk as the store keeps it: one JSON object. It holds names and birth dates of people who are
// being booked, so it is personal data. Reading forgives what is missing or unknown, so that talks
// kept by older and newer versions can be read; it refuses what has the wrong type.

#include <string>
#include <string_view>

#include "conversation/talk.h"
#include "foundation/result.h"

namespace antre::storage {

std::string encode_talk(const conversation::Talk& talk);
// The error names the member in our words; it never repeats a value.
Result<conversation::Talk, std::string> decode_talk(std::string_view json);

}  // namespace antre::storage
