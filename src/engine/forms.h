#pragma once

// A step of a form: what the person filled in is checked, the place is held before the summary is
// shown, and booked once under the form's key; the ticket goes out as for every booking.

#include "engine/command.h"
#include "engine/desk.h"
#include "engine/hearing.h"

namespace antre::engine {

// A screen (FormAnswer), or the booking that the form has made, now or earlier (BookingAnswer).
Answer fill_form(Desk& desk, const Speech& speech, const FillForm& filled);
void switch_form(Desk& desk, const SwitchForm& change);

}  // namespace antre::engine
