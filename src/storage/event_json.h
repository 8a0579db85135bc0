#pragma once

// An event as the journal keeps it: one JSON object with its members in a fixed order, so that the
// same event always gives the same bytes and can be hashed. The kind stands in a column of its own.

#include <optional>
#include <string>
#include <string_view>

#include "engine/commit.h"
#include "foundation/result.h"

namespace antre::storage {

std::string encode_event(const engine::Event& event);
// The error names the member; it never repeats a value.
Result<engine::Event, std::string> decode_event(engine::EventKind kind, std::string_view json);
std::optional<engine::EventKind> event_kind_named(std::string_view name);

}  // namespace antre::storage
