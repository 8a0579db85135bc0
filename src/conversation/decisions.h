#pragma once

// What the office answered to a proposal, told to the person.

#include "conversation/scene.h"

namespace antre::conversation {

void hear_decision(Scene& scene, const Decision& decision);

}  // namespace antre::conversation
