#pragma once

// What is said when we did not understand: each time more helpful, after two misses a person.

#include "conversation/scene.h"

namespace antre::conversation {

void recover(Scene& scene);
// Clearly something else than passports.
void tell_out_of_scope(Scene& scene);
// A tap on a question that is no longer open.
void tell_stale(Scene& scene);
void tell_unreadable(Scene& scene);

}  // namespace antre::conversation
