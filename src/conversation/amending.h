#pragma once

// Correcting a person's name or birth date on a booking: one question a message, what is right is
// shown, and nothing changes before it is confirmed. From the visit on it is an officer's affair.

#include "conversation/scene.h"

namespace antre::conversation {

// Whether a name or birth date was told that puts right what a ticket says.
bool is_amending_said(const Scene& scene, const language::Meaning& meaning);
// Begins with whatever of "whose, what, and what is right" was said already.
void begin_amending(Scene& scene, const language::Meaning& meaning);
// Asks for the next missing piece, or shows what will be changed.
void ask_amending(Scene& scene);
void amend_person(Scene& scene, const Payload& payload);
void ask_fix(Scene& scene, Fix fix);
// The name or birth date that is right. False when none was said.
bool hear_amending(Scene& scene, const language::Meaning& meaning);
void amend_now(Scene& scene);

void tell_corrected(Scene& scene, const Corrected& done);
void tell_not_corrected(Scene& scene, const NotCorrected& fault);

}  // namespace antre::conversation
