#pragma once

// The emulator's clock: the world's time (perhaps faster), or one that only moves when told to.
// It never goes back. Not thread-safe: it lives under the emulator's lock.

#include <chrono>
#include <optional>

#include "foundation/time.h"

namespace antre::emulator {

enum class ClockMode {
    real,
    manual,
};

class Clock {
public:
    Clock(ClockMode mode, Instant start);

    [[nodiscard]] Instant now() const;
    [[nodiscard]] ClockMode mode() const { return mode_; }
    [[nodiscard]] int speed() const { return speed_; }
    // Keeps the present time and goes on from it. REQUIRES: speed > 0.
    void set(ClockMode mode, int speed);
    // Stands still at `at`, which is not before now(), until `resume`.
    void hold(Instant at);
    void resume();
    // How long in real time until `at`; nothing where time does not pass by itself.
    [[nodiscard]] std::optional<std::chrono::milliseconds> until(Instant at) const;

private:
    using Steady = std::chrono::steady_clock;

    ClockMode mode_;
    int speed_ = 1;
    Instant base_;
    Steady::time_point base_steady_;
    bool is_held_ = false;
};

Instant world_time();

}  // namespace antre::emulator
