#pragma once

// A number that was silent for long may have got another owner. Until what is kept under it is
// proven to be theirs, or they say that it is not, nothing of it is shown or changed.

#include "conversation/scene.h"

namespace antre::conversation {

// Whatever is heard meanwhile: a proof, "not mine", STOP, questions that concern nobody's data.
void hear_unproven(Scene& scene, const Heard& heard);
// REQUIRES: view.own.tries_left is set.
void ask_proof(Scene& scene);

void tell_proven(Scene& scene);
void tell_not_proven(Scene& scene, const NotProven& missed);
void tell_started_anew(Scene& scene);

}  // namespace antre::conversation
