#pragma once

// What a person says becomes a talk's next step: find the contact, understand, let the dialog
// speak, decide what it proposes, and queue its replies, all in one commit.

#include <vector>

#include "conversation/wording.h"
#include "engine/command.h"
#include "engine/desk.h"
#include "language/tables.h"

namespace antre::engine {

// The words we know and the sentences we say; they outlive the engine.
struct Speech {
    const language::Tables& tables;
    const conversation::Wording& wording;
};

void hear(Desk& desk, const Speech& speech, const Hear& heard);
void change_identity(Desk& desk, const ChangeIdentity& change);
void prefer(Desk& desk, const Prefer& preference);

// What the dialog is shown of a contact; the view points into it.
struct Seen {
    std::vector<conversation::BookingSeen> bookings;
    std::vector<conversation::CaseSeen> cases;
    std::vector<conversation::WaitSeen> waits;
    std::vector<conversation::WaitSeen> all_waits;  // of other offices as well
    std::vector<conversation::OfficeSeen> others;
};
Seen seen_by(Desk& desk, ContactState& contact);
conversation::View
view_of(Desk& desk, const Speech& speech, const ContactState& contact, const Seen& seen);

// Keeps where a talk stands now and queues what was said.
void keep_turn(
    Desk& desk,
    ContactState& contact,
    conversation::Talk talk,
    std::vector<conversation::Reply> replies
);

// The contact known by these ids, with what is new about them kept; a new one if nobody is.
// Nothing when the store failed (the desk knows).
ContactState* find_or_add(Desk& desk, const Identity& who);

// The contact is not reached by its phone number any more.
void lose_phone(Desk& desk, ContactState& state);

// Keeps ids that we did not know yet, or that replace the ones we knew. True when there were any.
bool learn(Desk& desk, ContactState& state, const Identity& who);

}  // namespace antre::engine
