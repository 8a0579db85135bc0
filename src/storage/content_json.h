#pragma once

// The content of an outgoing message as the store keeps it: one JSON object, whose only member
// names the kind of content ("note", "location", "document", "template").

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "notices/content.h"

namespace antre::storage {

std::string encode_content(const notices::Content& content);
// The error names the member; it never repeats a value.
Result<notices::Content, std::string> decode_content(std::string_view json);

}  // namespace antre::storage
