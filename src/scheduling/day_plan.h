#pragma once

// A day plan cuts a pool's hours of one day into hour blocks, arrival windows and numbered places.
// It says what places exist, not who holds them.
//
// An hour's capacity is spread over its windows by largest remainder, so that an hour sums to what
// the office set and every window's share differs by at most one (scheduling notes, 1.2).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "foundation/time.h"
#include "scheduling/office.h"
#include "scheduling/place.h"

namespace antre::scheduling {

// For whom a place is kept.
enum class PlaceKind : std::uint8_t {
    regular,
    priority,
    walk_in,
};

// Who asks: decides which kinds of place may be given.
enum class Audience : std::uint8_t {
    everyone,  // regular places
    priority,  // priority and regular places
    walk_in,   // walk-in places
};
inline constexpr std::size_t audiences = 3;
bool may_take(Audience audience, PlaceKind kind);

// When to come. Every window has a place: an hour of few places has fewer windows.
struct Window {
    MinuteOfDay opens;
    MinuteOfDay closes;
    std::uint16_t first = 0;  // position of its first place in the day
    std::uint16_t places = 0;
    friend bool operator==(const Window&, const Window&) = default;
};

// Up to an hour of one session; all its places share a letter.
struct HourBlock {
    char letter = 'A';
    MinuteOfDay opens;
    MinuteOfDay closes;
    std::uint16_t first = 0;  // position of its first place
    std::uint16_t places = 0;
    bool ends_session = false;  // a break or the day's end follows: neighbours do not cross it
    friend bool operator==(const HourBlock&, const HourBlock&) = default;
};

struct DayPlan {
    std::vector<HourBlock> blocks;
    std::vector<Window> windows;   // in time order
    std::vector<PlaceKind> kinds;  // one a position
    [[nodiscard]] std::uint16_t places() const { return static_cast<std::uint16_t>(kinds.size()); }
    friend bool operator==(const DayPlan&, const DayPlan&) = default;
};

// Empty plan when the pool is closed that day. Hours are cut from the beginning of each session; a
// part of an hour gets its part of the places, at least one.
// REQUIRES: `check` holds for the pool and the exception.
DayPlan plan_day(const Pool& pool, const DayException* exception, Weekday weekday);

PlaceNumber number_at(const DayPlan& plan, std::uint16_t position);
// Nothing when the plan has no such number (the capacity was cut after it was given).
std::optional<std::uint16_t> position_of(const DayPlan& plan, PlaceNumber number);
// Nothing when no hour of the day has the letter.
const HourBlock* block_lettered(const DayPlan& plan, char letter);
// The window a position belongs to. REQUIRES: position < plan.places().
const Window& window_at(const DayPlan& plan, std::uint16_t position);
// First position of a window that opens at or after `minute`; plan.places() if none.
std::uint16_t first_position_from(const DayPlan& plan, MinuteOfDay minute);

}  // namespace antre::scheduling
