#pragma once

// `antre admin close-day` and `open-day`: who is affected and where they would go, without a name.

#include "channels/console/console.h"

namespace antre::channels::console {

Output close_day(const Act& act, const OfficeFound& office, const Engine& engine);
Output open_day(const Act& act, const OfficeFound& office, const Engine& engine);

}  // namespace antre::channels::console
