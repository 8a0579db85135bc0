#pragma once

// A lane is the row of places of a day plan that one audience may take, in time order. Neighbours
// are neighbours in the lane: a place kept for others may lie between two of a family's. One bit a
// place says "free", so a run of free neighbours is a few shifts and ands.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "scheduling/day_plan.h"
#include "scheduling/limits.h"

namespace antre::scheduling {

inline constexpr int word_bits = 64;
inline constexpr int hours_of_day = 24;

// Words for one bit a place and at least one bit more, so that a run may look past its own word.
constexpr std::size_t words_for(std::size_t places) {
    return places / word_bits + 2;
}

class Lane {
public:
    Lane(const DayPlan& plan, Audience audience);

    [[nodiscard]] std::uint16_t size() const { return static_cast<std::uint16_t>(places_.size()); }
    // The position in the day of the lane's `index`-th place.
    [[nodiscard]] std::uint16_t position(std::uint16_t index) const { return places_[index]; }
    // How many of the lane's places come before `position`, 0 <= position <= plan.places().
    [[nodiscard]] std::uint16_t index_from(std::uint16_t position) const { return rank_[position]; }
    // The clock hour in which the place's window opens, 0-23.
    [[nodiscard]] int hour_at(std::uint16_t index) const { return hour_[index]; }
    // The lane's places of one clock hour are [hour_begin(hour), hour_begin(hour + 1)).
    [[nodiscard]] std::uint16_t hour_begin(int hour) const {
        return hour_begin_[static_cast<std::size_t>(hour)];
    }
    // Bits of one word from which `party` places lie in one session.
    [[nodiscard]] std::uint64_t starts(std::uint8_t party, std::size_t word) const {
        return starts_[party - 1u][word];
    }

private:
    std::vector<std::uint16_t> places_;
    std::vector<std::uint16_t> rank_;
    std::vector<std::uint8_t> hour_;
    std::array<std::uint16_t, hours_of_day + 1> hour_begin_{};
    std::array<std::vector<std::uint64_t>, party_people_max> starts_;
};

// Free and held places are bits of words.
inline void set_bit(std::span<std::uint64_t> words, std::size_t at) {
    words[at / word_bits] |= std::uint64_t{1} << (at % word_bits);
}
inline void clear_bit(std::span<std::uint64_t> words, std::size_t at) {
    words[at / word_bits] &= ~(std::uint64_t{1} << (at % word_bits));
}
inline bool has_bit(std::span<const std::uint64_t> words, std::size_t at) {
    return (words[at / word_bits] >> (at % word_bits) & 1u) != 0;
}

// Bit i of the answer is bit i + by of the lane, counted from the word's first. REQUIRES: by < 64.
inline std::uint64_t shifted(std::span<const std::uint64_t> free, std::size_t word, unsigned by) {
    if (by == 0) return free[word];
    return free[word] >> by | free[word + 1] << (word_bits - by);
}

// Bits of one word at which a run of `party` free neighbours begins.
inline std::uint64_t runs_in(
    const Lane& lane, std::span<const std::uint64_t> free, std::uint8_t party, std::size_t word
) {
    std::uint64_t runs = free[word] & lane.starts(party, word);
    for (unsigned by = 1; by < party; ++by)
        runs &= shifted(free, word, by);
    return runs;
}

// Those bits of `word` that stand for places of [from, to).
constexpr std::uint64_t bits_within(std::size_t word, std::size_t from, std::size_t to) {
    constexpr std::uint64_t all = ~std::uint64_t{0};
    const std::size_t first = word * word_bits;
    if (to <= first || from >= first + word_bits) return 0;
    const std::uint64_t low = from > first ? all << (from - first) : all;
    const std::uint64_t high = to < first + word_bits ? ~(all << (to - first)) : all;
    return low & high;
}

}  // namespace antre::scheduling
