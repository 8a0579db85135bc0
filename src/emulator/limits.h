#pragma once

// The bounds of the emulator program: how much it takes, keeps and waits.

#include <cstddef>

#include "foundation/time.h"

namespace antre::emulator {

inline constexpr std::size_t request_bytes_max = 101u << 20;  // a 100 MB document and its form
inline constexpr std::size_t callback_connections_max = 64;
inline constexpr std::size_t events_replayed_max = 2000;  // for a page that comes back
inline constexpr std::size_t listed_default = 100;        // deliveries and calls
inline constexpr std::size_t listed_max = 2000;
inline constexpr Milliseconds webhook_deadline = seconds(10);
inline constexpr Milliseconds silence = seconds(60);          // of an answer that never comes
inline constexpr Milliseconds answer_deadline = seconds(90);  // the server's, above `silence`
inline constexpr Milliseconds settle_default{20};  // quiet between two steps of a fast-forward
inline constexpr Milliseconds advance_max = days(400);
inline constexpr int speed_max = 10'000;
inline constexpr unsigned io_threads = 2;

}  // namespace antre::emulator
