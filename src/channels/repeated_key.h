#pragma once

// JSON leaves open what a key given twice means, and the parser silently keeps one of them. A
// person who edits a file by hand must be told instead.

#include <optional>
#include <string>
#include <string_view>

namespace antre::channels {

// Path of the first key given twice in one object ("pools[0].key"), or nothing.
// REQUIRES: `json` is one valid JSON text.
std::optional<std::string> repeated_key(std::string_view json);

}  // namespace antre::channels
