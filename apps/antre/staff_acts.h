#pragma once

// The acts of an office's people: sent to the server that holds the store, or carried out here when
// none does.

#include "antre/commands.h"
#include "channels/console/console.h"
#include "server/serve.h"

namespace antre::app {

void add_staff_acts(CLI::App& admin, Shared& shared);

// What the local door of a running server answers to one line.
std::string answer_to_act(const std::string& line, server::RunningServer& server);

}  // namespace antre::app
