#pragma once

// Every limit of the engine, with its unit.

#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::engine {

inline constexpr std::size_t batch_commands_max = 1024;      // decided and committed together
inline constexpr std::size_t contacts_kept_max = 20'000;     // in memory; others are read again
inline constexpr std::uint8_t tries_max = 4;                 // of one command, after conflicts
inline constexpr std::uint8_t proposals_max = 3;             // decided for one thing heard
inline constexpr std::uint16_t availability_days_max = 62;   // asked for at once
inline constexpr std::uint8_t code_draws_max = 32;           // ids tried before giving up
inline constexpr Milliseconds reply_moot_after = hours(23);  // an answer nobody waits for any more

}  // namespace antre::engine
