#pragma once

// A closure takes a whole day out of an office's calendar and gives everybody on it the next
// certain places, in the order of their old ones: all in one commit, each person told the new time.

#include "engine/desk.h"
#include "engine/hearing.h"
#include "engine/staff.h"

namespace antre::engine {

// Of today, only those are moved whose window has not begun. Holds of the day are given up.
StaffAnswer close_day(Desk& desk, const Speech& speech, const CloseDay& act);
StaffAnswer reopen_day(Desk& desk, const ReopenDay& act);

}  // namespace antre::engine
