#pragma once

// A visit at which ready passports are collected: one for all of a contact that wait at an office.
// It opens no case, and ends with the last passport that it was for.

#include <vector>

#include "conversation/dialog.h"
#include "engine/contact.h"
#include "engine/desk.h"

namespace antre::engine {

conversation::Decision
collect(Desk& desk, ContactState& contact, const conversation::ProposeCollecting& proposal);

// Why a booking may not be moved to that day, if it may not: a passport waits no longer.
std::optional<scheduling::Refusal> refusal_of_day(
    Desk& desk, const ContactState& contact, const scheduling::Booking& booking, LocalDate day
);

// The cases of the people of such a visit.
std::vector<scheduling::PassportCase>
cases_collected_at(const ContactState& contact, const scheduling::Booking& visit);

// A passport waits no longer: a visit to come that was only for such is given back.
void end_needless_visit(Desk& desk, ContactState& contact);

}  // namespace antre::engine
