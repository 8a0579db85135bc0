#pragma once

// Erasing a contact: asked for, undone, or done when its moment comes. What is still needed by law
// or at another office stands against it.

#include <string_view>

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

// Cancels their bookings to come at this office and marks the contact for erasure.
conversation::Decision begin_erasure(Desk& desk, ContactState& contact);
// `why` is for the journal, when it is not by their own wish.
conversation::Decision undo_erasure(Desk& desk, ContactState& contact, std::string_view why);

// Erases the contacts who asked for it at the desk's office and whose moment has come. Who has got
// a booking meanwhile is kept.
void erase_who_is_due(Desk& desk);

}  // namespace antre::engine
