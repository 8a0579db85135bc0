#pragma once

// Sending, as decisions: which message goes now, and what becomes of it. The shell sends and
// reports back; it decides nothing.

#include "engine/command.h"
#include "engine/desk.h"

namespace antre::engine {

// Marks up to `max` messages `sending` and hands them out. Messages that are no longer true (their
// booking changed), moot, or unwanted (STOP) are dropped on the way, with a line in the journal.
Answer claim(Desk& desk, const ClaimMessages& request);
void record(Desk& desk, const RecordSend& report);
void hear_status(Desk& desk, const HearStatus& status);
// Claims without a report become unknown; sends without an echo: replies go once more, notices
// never.
void give_up_waiting(Desk& desk);

// Ends all messages of a contact who is being erased.
void drop_all_of(Desk& desk, ContactId contact);

}  // namespace antre::engine
