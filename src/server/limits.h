#pragma once

// Every limit of the server, with its unit.

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::server {

inline constexpr std::size_t queue_commands_default = 20'000;  // waiting for the engine; then 503
inline constexpr std::size_t batch_commands_default = 512;     // decided and committed together
inline constexpr std::size_t go_on_commands = 64;    // so many do not wait for the disk to be ready
inline constexpr std::size_t sends_at_once = 64;     // messages on their way to WhatsApp
inline constexpr std::uint16_t claim_messages = 32;  // asked for at once
inline constexpr Milliseconds time_passes_every = seconds(1);    // at most this late
inline constexpr Milliseconds send_deadline = seconds(20);       // for WhatsApp's answer
inline constexpr Milliseconds form_grace = minutes(30);          // to finish a form that ran out
inline constexpr Milliseconds template_try_every = minutes(15);  // while WhatsApp does not take it
inline constexpr std::chrono::milliseconds report_again_after{500};   // what was not taken
inline constexpr std::uint8_t upload_tries_max = 3;                   // of a ticket picture
inline constexpr std::size_t admin_line_bytes_max = 8 * 1024 * 1024;  // of one act or answer
inline constexpr int admin_callers_waiting = 8;                       // at the local door
inline constexpr Milliseconds admin_wait = seconds(10);               // for a caller's next bytes
inline constexpr Milliseconds admin_answer_wait = seconds(120);       // for a big closure
inline constexpr std::size_t raw_bytes_kept_max = 65'536;  // of what we did not understand

}  // namespace antre::server
