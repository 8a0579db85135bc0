#pragma once

// What dialogs propose, each to be decided where it belongs.

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

// Decides what a dialog proposed for this contact. Whose data are about to be erased, or are not
// proven to be theirs, may do nothing but what ends that.
conversation::Decision
decide(Desk& desk, ContactState& contact, const conversation::Proposal& proposal);

}  // namespace antre::engine
