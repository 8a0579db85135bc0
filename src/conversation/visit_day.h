#pragma once

// The day of the visit: how the queue stands, being late, being there, and the passport itself. We
// say what the booking says and promise nothing that we cannot know.

#include "conversation/scene.h"

namespace antre::conversation {

void tell_queue_status(Scene& scene);
// Why another place is looked for: they cannot be there in time.
std::string late_reason(const Scene& scene, const BookingSeen& seen);
// They will be late: their number stays, or they are given another place when it cannot.
void tell_late(Scene& scene, const language::Meaning& meaning);
void tell_arrived(Scene& scene);
void tell_passport_status(Scene& scene);
// "*sedang dicetak*": a sentence of ours with its formatting.
std::string case_state_text(const Scene& scene, const CaseSeen& seen);

}  // namespace antre::conversation
