#pragma once

// Every limit of the simulation, with its unit.

#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::simulation {

inline constexpr std::int32_t days_max = 365;
inline constexpr std::int32_t offices_max = 26;

// The server's own limits, as it ships.
inline constexpr std::uint16_t claim_messages = 32;            // asked for at once
inline constexpr Milliseconds send_deadline = seconds(20);     // for WhatsApp's answer
inline constexpr Milliseconds time_passes_every = minutes(1);  // holds and sends are looked at
inline constexpr std::uint8_t upload_tries_max = 3;            // of a ticket picture

// What the checks allow.
inline constexpr std::size_t log_bytes_max = 128u << 20;  // of the write-ahead log
inline constexpr Milliseconds calm_wait_max = days(8);    // until all is settled after healing
inline constexpr std::size_t keys_sampled = 64;           // older acknowledgements, each restart
inline constexpr std::size_t violations_kept = 20;        // written out; all are counted

}  // namespace antre::simulation
