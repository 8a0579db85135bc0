#pragma once

// Whose number it is. Operators sell numbers again: after a long silence somebody known by the
// phone number alone must prove that what is kept under it is theirs.

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

// Whether the number may have another owner by now: doubted already, or silent for too long with
// something to hide. A user id that goes on is proof enough: WhatsApp gives a new owner another.
[[nodiscard]] bool is_doubtful(const ContactState& contact, Instant now);
// Somebody writes from the number: from here on a proof is asked, if it is doubtful.
void doubt_if_silent(Desk& desk, ContactState& contact);

conversation::Decision
prove(Desk& desk, ContactState& contact, const conversation::ProposeProof& proposal);
// Who writes gets the number as a new contact. The old one keeps its bookings; with their codes
// they are found at the counter and on the web.
conversation::Decision start_anew(Desk& desk, ContactState& contact);

}  // namespace antre::engine
