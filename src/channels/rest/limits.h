#pragma once

// Every limit of the REST codec, with its unit.

#include <cstddef>
#include <cstdint>

namespace antre::channels::rest {

inline constexpr std::size_t body_bytes_max = 16 * 1024;        // of one request
inline constexpr std::size_t person_name_units_max = 60;        // UTF-16 units
inline constexpr std::int32_t person_age_days_max = 366 * 130;  // an earlier birth is a slip
inline constexpr std::uint16_t availability_days_default = 14;  // asked for at once
inline constexpr std::size_t idempotency_key_characters_max = 255;

}  // namespace antre::channels::rest
