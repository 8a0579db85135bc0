#pragma once

// The decisions about bookings: hold, book, move, cancel, give up, remind, expire. Each is a ladder
// of refusals; the places, the booking's row, the contact's memory and the journal change together.

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

// The acts that a dialog proposes, or that are asked for directly.
conversation::Decision
hold(Desk& desk, ContactState& contact, const conversation::ProposeHold& proposal);
conversation::Decision
book(Desk& desk, ContactState& contact, const conversation::ProposeBooking& proposal);
conversation::Decision
move_to_hold(Desk& desk, ContactState& contact, const conversation::ProposeMove& proposal);
conversation::Decision
move_to_wish(Desk& desk, ContactState& contact, BookingId booking, scheduling::Wish wish);
conversation::Decision cancel(Desk& desk, ContactState& contact, BookingId booking);
conversation::Decision
remind(Desk& desk, ContactState& contact, const conversation::ProposeReminder& proposal);

// Gives the booking other places because the office closes; it does not count as one of its moves.
// REQUIRES: the places are free.
void displace(Desk& desk, scheduling::Booking& booking, scheduling::Placement to);

// Keeps places until then, free ones, that are to become the booking's. REQUIRES: they are free.
// The contact's bookings grow by the hold: pointers into them are void.
scheduling::Booking hold_for(
    Desk& desk,
    ContactState& contact,
    const scheduling::Booking& booking,
    scheduling::Placement placement,
    Instant until
);

// Ends a hold that ran out or was given up; `kind` is EventKind::expired or released.
void end_hold(Desk& desk, ContactState& contact, BookingId hold, EventKind kind);

// The best places for the wish; none is taken.
Result<scheduling::Offer, scheduling::Refusal>
best_offer(Desk& desk, Service service, const scheduling::Wish& wish);

// The first moment a window may begin to be given away now.
LocalTime not_before(Desk& desk);

// The booking among the contact's, if it is there and of that office; else nullptr.
scheduling::Booking* booking_of(ContactState& contact, OfficeId office, BookingId id);

}  // namespace antre::engine
