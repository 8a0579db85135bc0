#pragma once

// Every limit of the engine, with its unit.

#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::engine {

inline constexpr std::size_t batch_commands_max = 1024;     // decided and committed together
inline constexpr std::size_t contacts_kept_max = 20'000;    // in memory; others are read again
inline constexpr std::uint8_t tries_max = 4;                // of one command, after conflicts
inline constexpr std::uint8_t proposals_max = 3;            // decided for one thing heard
inline constexpr std::uint16_t availability_days_max = 62;  // asked for at once
inline constexpr std::uint8_t code_draws_max = 32;          // ids tried before giving up
inline constexpr MinuteOfDay reminders_from = clock_time(16, 0);  // on the day before
inline constexpr MinuteOfDay recalls_from = clock_time(10, 0);    // of ready passports
inline constexpr std::size_t recalls_per_pass_max = 500;          // in one commit of one office
inline constexpr Milliseconds ready_moot_after = days(14);        // a notice nobody could be sent
inline constexpr Milliseconds question_moot_after = days(3);      // "how was it?"
inline constexpr Milliseconds reminder_before_min = hours(1);     // later it helps nobody any more
// Between the wish to be erased and the deed: time for the farewell to arrive, and for regret.
inline constexpr Milliseconds erasure_after = minutes(10);
// Operators rest a number for 60 days before they sell it again: who writes after a longer silence
// may be its next owner.
inline constexpr Milliseconds number_silent_max = days(60);
inline constexpr std::uint8_t proofs_max = 3;       // wrong ones, then it is an officer's affair
inline constexpr std::size_t changes_expected = 8;  // of one command; most make fewer
inline constexpr std::ptrdiff_t inquiries_open_max = 5;      // of one contact at one office
inline constexpr Milliseconds answer_moot_after = days(7);   // to an inquiry
inline constexpr Milliseconds reply_moot_after = hours(23);  // an answer nobody waits for any more

}  // namespace antre::engine
