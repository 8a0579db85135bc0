#pragma once

// The acts of an office's own people, decided like any other command: the act, its journal lines
// and its messages are one commit.

#include "engine/desk.h"
#include "engine/hearing.h"
#include "engine/staff.h"

namespace antre::engine {

StaffAnswer act(Desk& desk, const Speech& speech, const StaffAct& what);

}  // namespace antre::engine
