#pragma once

// Every limit of the conversation room, with its unit. WhatsApp's own are in UTF-16 units, the
// stricter reading of the Cloud API's text limits.

#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::conversation {

inline constexpr std::size_t replies_max = 3;
inline constexpr std::size_t body_units_max = 1024;
inline constexpr std::size_t header_units_max = 60;
inline constexpr std::size_t footer_units_max = 60;
inline constexpr std::size_t button_units_max = 20;
inline constexpr std::size_t buttons_max = 3;
inline constexpr std::size_t rows_max = 10;
inline constexpr std::size_t row_title_units_max = 24;
inline constexpr std::size_t row_description_units_max = 72;
inline constexpr std::size_t form_button_units_max = 30;
inline constexpr std::size_t form_choice_units_max = 30;
inline constexpr std::size_t form_description_units_max = 300;
inline constexpr std::size_t form_error_units_max = 300;  // ours: read at a glance
inline constexpr std::size_t form_days_max = 30;          // of the list of days
inline constexpr std::size_t payload_bytes_max = 200;
inline constexpr std::size_t name_units_max = 60;        // of a person; the rest is cut
inline constexpr std::size_t message_units_max = 1000;   // of a message to an officer, cut
inline constexpr std::size_t answer_units_max = 800;     // of an officer's answer
inline constexpr std::size_t told_max = 4;               // notices that wait for their hour
inline constexpr std::uint8_t misses_before_person = 2;  // then a person is offered
inline constexpr std::int32_t nearby_km_max = 60;        // farther offices are not offered
inline constexpr std::size_t nearby_shown_max = 2;
inline constexpr Milliseconds media_told_every = minutes(10);
inline constexpr Milliseconds told_answered_for = hours(24);   // a notice, by its own words
inline constexpr Milliseconds talk_forgets_after = hours(24);  // a draft older than this is dropped

}  // namespace antre::conversation
