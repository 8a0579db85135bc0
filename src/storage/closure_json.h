#pragma once

// Who was moved where when a day was closed, as one JSON array:
// [{"booking":77,"from":{…},"to":{…},"reach":"told"}]

#include <string>
#include <string_view>
#include <vector>

#include "engine/staff.h"
#include "foundation/result.h"

namespace antre::storage {

std::string encode_moves(const std::vector<engine::ClosureMove>& moves);
// The error names the member; it never repeats a value.
Result<std::vector<engine::ClosureMove>, std::string> decode_moves(std::string_view json);

}  // namespace antre::storage
