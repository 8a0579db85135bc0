#include <gtest/gtest.h>
#include <thread>

#include "emulator/clock.h"

namespace antre::emulator {

namespace {

constexpr Instant start{1'795'500'000'000};

}  // namespace

TEST(Clock, a_manual_clock_moves_only_when_told) {
    Clock clock(ClockMode::manual, start);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(clock.now(), start);
    EXPECT_FALSE(clock.until(start + seconds(1)));
    clock.hold(start + hours(1));
    clock.resume();
    EXPECT_EQ(clock.now(), start + hours(1));
}

TEST(Clock, a_real_clock_runs_at_its_speed_and_never_goes_back) {
    Clock clock(ClockMode::real, start);
    clock.set(ClockMode::real, 1000);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const Instant later = clock.now();
    EXPECT_GE(later, start + seconds(20));
    EXPECT_LE(*clock.until(later + hours(1)), std::chrono::milliseconds(3601));
    clock.hold(start);
    EXPECT_GE(clock.now(), later) << "holding at an earlier time holds at the present";
    const Instant held = clock.now();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(clock.now(), held);
    clock.resume();
    clock.set(ClockMode::manual, 1);
    EXPECT_GE(clock.now(), held);
}

}  // namespace antre::emulator
