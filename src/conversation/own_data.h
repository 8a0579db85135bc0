#pragma once

// What is kept of a person, told to them on request, and the ways from there: correct it, erase it.

#include "conversation/scene.h"

namespace antre::conversation {

// "DATA SAYA": everything that is kept and can be shown, by whom and for how long.
void tell_own_data(Scene& scene);
// What was said about one's own data, or in answer to a question about them. False when it means
// nothing here and other readings may be tried.
bool hear_own_data(Scene& scene, const Said& said);
// Nothing is corrected or erased.
void keep_data(Scene& scene);

}  // namespace antre::conversation
