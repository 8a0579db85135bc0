#pragma once

// What a reply must keep to be accepted by WhatsApp and useful to a person, as a check for tests.

#include "conversation/dialog.h"

namespace antre::conversation {

// Fails the running test for each thing that is wrong with the reply.
void expect_sendable(const Reply& reply);

}  // namespace antre::conversation
