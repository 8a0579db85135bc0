#pragma once

// A place is one turn: a day, a pool and a number. The number is what the phone, the ticket and the
// counter's board all show; it tells the order, since letters follow the hours of the day.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/ids.h"
#include "foundation/time.h"

namespace antre::scheduling {

// "A-017" is letter 'A', running 17. Sorts in the order of the day within one pool.
struct PlaceNumber {
    char letter = 'A';
    std::uint16_t running = 0;  // 1-999
    friend constexpr auto operator<=>(PlaceNumber, PlaceNumber) = default;
};

std::string label_of(PlaceNumber number);  // "A-017"
std::optional<PlaceNumber> number_labelled(std::string_view label);
// One integer for keys: letter * 1000 + running.
constexpr std::uint32_t key_of(PlaceNumber number) {
    return static_cast<std::uint32_t>(number.letter) * 1000u + number.running;
}
constexpr PlaceNumber number_of_key(std::uint32_t key) {
    return {static_cast<char>(key / 1000u), static_cast<std::uint16_t>(key % 1000u)};
}

// The key that can have one holder only, in the engine and in the store.
struct PlaceKey {
    PoolId pool;
    LocalDate day;
    PlaceNumber number;
    friend constexpr auto operator<=>(PlaceKey, PlaceKey) = default;
};

// Places that one party gets: neighbours of one day, and when to come.
struct Placement {
    PoolId pool;
    LocalDate day;
    MinuteOfDay window;                // begin of the arrival window of the first place
    std::vector<PlaceNumber> numbers;  // in order, one a person

    friend bool operator==(const Placement&, const Placement&) = default;
};

}  // namespace antre::scheduling
