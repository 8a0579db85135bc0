#pragma once

// What of an office's days and hours a party may still have: what the lists of the talk and the
// choices of a form are made of.

#include <cstdint>
#include <optional>

#include "conversation/scene.h"

namespace antre::conversation {

// What all rows of one list share.
struct Search {
    const scheduling::PoolCalendar& calendar;
    LocalTime first;  // no window before it
    std::uint8_t party = 1;
    scheduling::Audience audience = scheduling::Audience::everyone;
    std::optional<LocalDate> last = std::nullopt;  // no day after it
};

// The first window of [from, to) on `day` that the party fits in.
std::optional<MinuteOfDay>
first_window(const Search& search, LocalDate day, MinuteOfDay from, MinuteOfDay to);
// The first day from `from` on with room, and its first window.
std::optional<LocalTime> next_room(const Search& search, LocalDate from);

// A row for the day, a row for the hour; their payloads say which.
Option day_row(const Scene& scene, const Search& search, LocalTime room);
Option
hour_row(const Scene& scene, const Search& search, LocalDate day, const scheduling::HourRoom& hour);

}  // namespace antre::conversation
