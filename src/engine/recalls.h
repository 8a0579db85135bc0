#pragma once

// What time does with a ready passport: it is recalled to its owner some times, and cancelled after
// a month.

#include "engine/desk.h"
#include "engine/hearing.h"

namespace antre::engine {

// Does what is due now, at most recalls_per_pass_max cases; the others stay due.
void recall_ready_passports(Desk& desk, const Speech& speech);

}  // namespace antre::engine
