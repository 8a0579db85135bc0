#pragma once

// Every limit of the scheduling room, with its unit.

#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::scheduling {

inline constexpr std::uint8_t party_people_max = 5;        // people in one booking
inline constexpr std::uint8_t contact_people_max = 5;      // people one contact may have booked
inline constexpr std::int32_t horizon_days = 400;          // how far ahead places are given
inline constexpr std::uint16_t places_per_hour_max = 999;  // a number has three digits
inline constexpr std::size_t pools_max = 8;                // pools of one office
inline constexpr std::int16_t window_minutes_min = 5;
inline constexpr std::int16_t window_minutes_max = 60;
inline constexpr std::uint8_t moves_max_default = 3;      // reschedules of one booking
inline constexpr Milliseconds hold_time = minutes(5);     // a place kept while asking
inline constexpr std::int16_t lead_minutes_default = 30;  // a window closes this long before it
inline constexpr std::int32_t daypart_patience_days = 7;  // see find_place

}  // namespace antre::scheduling
