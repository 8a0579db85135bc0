#pragma once

// Who holds a place on a day of the desk's office, as the present batch leaves it.

#include <vector>

#include "engine/desk.h"

namespace antre::engine {

struct Visitor {
    ContactState* contact = nullptr;
    BookingId booking;  // held or booked
};

// Valid until the batch ends. Empty when the store failed (the desk knows).
std::vector<Visitor> visitors_on(Desk& desk, LocalDate day);

}  // namespace antre::engine
