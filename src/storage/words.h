#pragma once

// Words of columns back to enumerators, for those enums whose rooms only name them.

#include <optional>
#include <string_view>

#include "engine/command.h"
#include "scheduling/allocation.h"

namespace antre::storage {

std::optional<scheduling::Refusal> refusal_named(std::string_view name);
std::optional<engine::ActorKind> actor_named(std::string_view name);

}  // namespace antre::storage
