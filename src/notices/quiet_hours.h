#pragma once

// Quiet hours: what we begin to say by ourselves waits for the morning, on the office's clock.

#include "foundation/time.h"

namespace antre::notices {

inline constexpr MinuteOfDay quiet_until = clock_time(7, 0);
inline constexpr MinuteOfDay quiet_from = clock_time(20, 0);

// `now`, or the end of the quiet hours when `now` lies within them.
Instant awake_at(Instant now, Zone zone);

}  // namespace antre::notices
