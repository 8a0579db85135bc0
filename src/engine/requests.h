#pragma once

// What programs and the command line ask for: bookings over REST, questions, office settings.

#include "engine/command.h"
#include "engine/desk.h"

namespace antre::engine {

Answer book_for(Desk& desk, const Book& request);
Answer move_for(Desk& desk, const MoveBooking& request);
Answer cancel_for(Desk& desk, const CancelBooking& request);
Answer look_up(Desk& desk, const LookUp& request);
Answer availability(Desk& desk, const AskAvailability& question);
// Takes new settings for an office, known by its slug, or a new office.
Answer put_office(Desk& desk, const PutOffice& request);
// What an earlier command with the same key was told.
Answer repeated(Desk& desk, const KeptAnswer& kept);

}  // namespace antre::engine
