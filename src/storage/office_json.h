#pragma once

// An office's settings as the store keeps them: one compact JSON object. It is our own form, not
// the one that operators write or programs are sent.

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "scheduling/office.h"

namespace antre::storage {

std::string encode_office(const scheduling::Office& office);
// The error names the member. Whether the settings make sense is not checked again.
Result<scheduling::Office, std::string> decode_office(std::string_view json);

}  // namespace antre::storage
