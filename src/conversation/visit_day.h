#pragma once

// The day of the visit: how the queue stands, being late, being there, and the passport itself. We
// say what the booking says and promise nothing that we cannot know.

#include "conversation/scene.h"

namespace antre::conversation {

void tell_queue_status(Scene& scene);
void tell_late(Scene& scene);
void tell_arrived(Scene& scene);
void tell_passport_status(Scene& scene);

}  // namespace antre::conversation
