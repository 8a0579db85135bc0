#pragma once

// I1 and I2 as a whole: what the database says is what the model says, which took the same commits.

#include "engine/store.h"
#include "simulation/verdict.h"

namespace antre::simulation {

// Offices with their revisions, places and holds from the day `from` on, and waiting messages.
void agree(engine::Store& model, engine::Store& store, LocalDate from, Verdict& verdict);
void agree_on_booking(engine::Store& model, engine::Store& store, BookingId id, Verdict& verdict);

}  // namespace antre::simulation
