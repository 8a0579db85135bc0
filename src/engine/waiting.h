#pragma once

// The waiting list, as decisions: who joins and leaves it, and who is offered what frees. An offer
// is a hold that replaces the booking; it is made in the commit that freed the place, so that
// nobody who happens to look gets there first.

#include "conversation/dialog.h"
#include "engine/desk.h"
#include "engine/hearing.h"

namespace antre::engine {

conversation::Decision
join_list(Desk& desk, const ContactState& contact, const conversation::ProposeWait& proposal);
conversation::Decision
leave_list(Desk& desk, ContactState& contact, const conversation::ProposeLeavingWait& proposal);
conversation::Decision
pass_offer(Desk& desk, ContactState& contact, const conversation::ProposePassing& proposal);

// Puts the booking on the list and answers where it stands. A booking that waits already for the
// same keeps its place; for something else it begins anew.
scheduling::Wait enlist(Desk& desk, const scheduling::Booking& booking, const scheduling::Wish&);

// The booking ended or got what it waited for. An offer that stands is given back.
void end_wait(Desk& desk, ContactState& contact, BookingId booking, std::string_view why);
// A hold ended: if it was an offer, the list goes on without it.
void offer_ended(Desk& desk, const scheduling::Booking& hold, EventKind kind);
[[nodiscard]] bool is_offer(Desk& desk, const scheduling::Booking& hold);

// Offers what is free to those who wait for it, in their order, and queues the notices.
void offer_freed(Desk& desk, const Speech& speech);

}  // namespace antre::engine
