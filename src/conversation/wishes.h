#pragma once

// Several wishes in one message: the facts asked for are told first, so that what is to be done
// comes last, with its buttons.

#include <optional>

#include "conversation/scene.h"

namespace antre::conversation {

// Tells the facts. Gives what is to be done then; nothing where the message held one wish.
std::optional<Said> tell_facts_before(Scene& scene, const Said& said);

}  // namespace antre::conversation
