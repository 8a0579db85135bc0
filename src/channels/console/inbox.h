#pragma once

// `antre admin inbox …`: what people wrote to an officer, and the answers. Texts are shown, names
// and numbers are not.

#include "channels/console/console.h"

namespace antre::channels::console {

Output list_inbox(const Act& act, const OfficeFound& office, const Engine& engine);
Output answer_inbox(const Act& act, const OfficeFound& office, const Engine& engine);

}  // namespace antre::channels::console
