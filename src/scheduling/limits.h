#pragma once

// Every limit of the scheduling room, with its unit.

#include <array>
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

inline constexpr std::int16_t report_minutes = 60;  // after the window began: to report by

// Offers of freed places to the waiting list; see offer_time.
inline constexpr std::int64_t offer_share = 8;
inline constexpr Milliseconds offer_time_min = minutes(15);
inline constexpr Milliseconds offer_time_max = hours(4);
inline constexpr Milliseconds offer_ahead_min = hours(1);  // before the window: no offer later
inline constexpr std::uint8_t offer_lapses_max = 2;        // unanswered in a row: the wait ends
inline constexpr std::int32_t wait_days_max = 62;          // days that one wait may span

inline constexpr std::int32_t production_days = 4;  // working days from the interview, at most
inline constexpr std::array<std::int32_t, 3> recall_days{7, 21, 28};  // of a ready passport

inline constexpr std::int16_t lead_minutes_max = 24 * 60;
inline constexpr std::uint8_t moves_limit_max = 20;     // the most `moves_max` may be
inline constexpr std::size_t exceptions_max = 800;      // special days of one office
inline constexpr std::size_t slug_length_max = 40;      // characters
inline constexpr std::size_t pool_key_length_max = 30;  // characters
inline constexpr std::size_t profile_text_max = 300;    // code points of one text
inline constexpr std::size_t document_items_max = 20;   // lines of one list
inline constexpr std::size_t phone_digits_max = 15;     // E.164
inline constexpr std::size_t business_digits_max = 20;  // WhatsApp's ids

}  // namespace antre::scheduling
