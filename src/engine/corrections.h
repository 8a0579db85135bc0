#pragma once

// A person's name or birth date on a booking is put right: same places, number and code.

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

// Refused once the visit has begun or a passport is applied for, and when who it would be has a
// place already.
conversation::Decision
correct(Desk& desk, ContactState& contact, const conversation::ProposeCorrection& proposal);

}  // namespace antre::engine
