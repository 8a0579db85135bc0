#pragma once

// Seeded random for simulation and tests: the same seed gives the same world on every machine.
// Algorithm: SplitMix64 (Steele, Lea, Flood 2014). Not for secrets.

#include <cstdint>

#include "foundation/ids.h"

namespace antre {

class Random {
public:
    explicit Random(std::uint64_t seed)
        : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    // 0 <= result < bound. REQUIRES: bound > 0.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

    // True once in `of`, on average.
    bool one_in(std::uint64_t of) { return below(of) == 0; }
    bool chance_percent(std::uint32_t percent) { return below(100) < percent; }

    Chance chance() {
        Chance bytes{};
        for (std::size_t half = 0; half < 2; ++half) {
            std::uint64_t word = next();
            for (std::size_t i = 0; i < 8; ++i, word >>= 8) {
                bytes[half * 8 + i] = static_cast<std::uint8_t>(word);
            }
        }
        return bytes;
    }

private:
    std::uint64_t state_;
};

}  // namespace antre
