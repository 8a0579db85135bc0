#pragma once

// The one place where the world's clock and chance come in: commands are stamped here.

#include "foundation/ids.h"
#include "foundation/time.h"

namespace antre::server {

Instant now();
// Sixteen bytes from the kernel's generator, drawn in blocks.
Chance draw_chance();

}  // namespace antre::server
