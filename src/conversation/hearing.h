#pragma once

// What was typed, already understood, and what to do about it.

#include "conversation/scene.h"

namespace antre::conversation {

void hear_said(Scene& scene, const Said& said);
void switch_language(Scene& scene, Language language);

}  // namespace antre::conversation
