#pragma once

// Erasing all that is kept of a person: asked once, done some minutes later, taken back until then.

#include "conversation/scene.h"

namespace antre::conversation {

// Says what it means, or why the data are still needed.
void ask_erasure(Scene& scene);
void erase_now(Scene& scene);
// Between the wish and the deed nothing else is answered.
void hear_while_erasing(Scene& scene, const Heard& heard);

void tell_erasure(Scene& scene, const ErasureBegun& begun);
void tell_not_erased(Scene& scene, ErasureFault fault);
void tell_erasure_undone(Scene& scene);

}  // namespace antre::conversation
