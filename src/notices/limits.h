#pragma once

// Every limit of the notices room, with its unit.

#include <cstdint>

#include "foundation/time.h"

namespace antre::notices {

inline constexpr Milliseconds window_length = hours(24);      // free messages after a person wrote
inline constexpr Milliseconds window_margin = seconds(60);    // not sent so close to its end
inline constexpr Milliseconds claim_lease = minutes(3);       // for the report of a claimed message
inline constexpr Milliseconds echo_wait = seconds(60);        // for the status of an unknown send
inline constexpr std::uint8_t resends_max = 1;                // of a reply without echo
inline constexpr std::uint8_t templates_tried_max = 3;        // after a note met a closed window
inline constexpr std::int32_t window_closed_error = 131'047;  // WhatsApp's code: a template only

}  // namespace antre::notices
