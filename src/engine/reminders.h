#pragma once

// Reminders: the day before, in the afternoon of the office's clock, everybody who asked for one is
// reminded. How far that has been done is kept with the office, in the commit that queues the
// messages: so each is reminded once, whatever happens to the process. After a pause the reminders
// of the day itself still go in its morning, to those whose time has not nearly come.

#include "engine/desk.h"
#include "engine/hearing.h"

namespace antre::engine {

// Queues what is due now, if anything.
void remind_who_is_due(Desk& desk, const Speech& speech);

}  // namespace antre::engine
