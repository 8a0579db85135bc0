#pragma once

// Who may have places here: what a request must meet before places are looked for.

#include <cstddef>
#include <optional>
#include <vector>

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

// Why this contact cannot have places for so many people, if they cannot.
std::optional<scheduling::Refusal> refusal_before(
    Desk& desk, const ContactState& contact, scheduling::Service service, std::size_t party
);
// Why these people cannot be booked, if they cannot: one of them is, or is named twice.
std::optional<scheduling::Refusal> refusal_of_people(
    Desk& desk, const ContactState& contact, const conversation::ProposeBooking& proposal
);

// Whether the booking counts against another for that service: it is today or to come.
bool counts_against(Desk& desk, const scheduling::Booking& booking, Service service);

// Name (but for case and spacing) and birth date agree.
bool is_same_person(const scheduling::Person& booked, const conversation::PersonEntry& person);

}  // namespace antre::engine
