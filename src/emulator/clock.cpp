#include "emulator/clock.h"

#include <algorithm>

namespace antre::emulator {

Clock::Clock(ClockMode mode, Instant start)
    : mode_(mode)
    , base_(start)
    , base_steady_(Steady::now()) {}

Instant Clock::now() const {
    if (mode_ == ClockMode::manual || is_held_) return base_;
    const auto passed =
        std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - base_steady_);
    return base_ + Milliseconds{passed.count() * speed_};
}

void Clock::set(ClockMode mode, int speed) {
    base_ = now();
    base_steady_ = Steady::now();
    mode_ = mode;
    speed_ = speed;
}

void Clock::hold(Instant at) {
    base_ = std::max(now(), at);
    is_held_ = true;
}

void Clock::resume() {
    is_held_ = false;
    base_steady_ = Steady::now();
}

std::optional<std::chrono::milliseconds> Clock::until(Instant at) const {
    if (mode_ == ClockMode::manual || is_held_) return std::nullopt;
    const std::int64_t wait = std::max<std::int64_t>((at - now()).value, 0);
    return std::chrono::milliseconds((wait + speed_ - 1) / speed_);
}

Instant world_time() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

}  // namespace antre::emulator
