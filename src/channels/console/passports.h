#pragma once

// `antre admin case …`: passport cases by their code, and the list of passports that became ready.

#include "channels/console/console.h"

namespace antre::channels::console {

Output open_cases(const Act& act, const OfficeFound& office, const Engine& engine);
Output show_cases(const Act& act, const OfficeFound& office, const Engine& engine);
Output move_case(const Act& act, const OfficeFound& office, const Engine& engine);
// The act's body is the list: comma or semicolon separated, with a column "code".
Output import_ready(const Act& act, const OfficeFound& office, const Engine& engine);

}  // namespace antre::channels::console
