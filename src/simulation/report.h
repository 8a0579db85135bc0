#pragma once

// What a simulated world came to, for people and for programs.

#include <string>

#include "simulation/world.h"

namespace antre::simulation {

// One JSON object; the same world gives the same text.
std::string report_json(const Outcome& outcome);
// Some lines with a table of the days; plain text.
std::string report_text(const Outcome& outcome);

}  // namespace antre::simulation
