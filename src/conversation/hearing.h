#pragma once

// What was typed, already understood, and what to do about it.

#include "conversation/scene.h"

namespace antre::conversation {

void hear_said(Scene& scene, const Said& said);
// The reply is in the language of a clear message.
void follow_language(Scene& scene, const language::Meaning& meaning);
void switch_language(Scene& scene, Language language);

}  // namespace antre::conversation
