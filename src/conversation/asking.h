#pragma once

// The questions on the way to a place, one a message: service, people, day, hour, names, summary.

#include <string>

#include "conversation/scene.h"

namespace antre::conversation {

void ask_service(Scene& scene);
void ask_count(Scene& scene);
// Days with room for the party, from the earliest or from `from`; for a booking or a move.
void ask_day(Scene& scene, std::optional<LocalDate> from = std::nullopt);
// The hours of `day` with room for the party; the days again when it has none.
void ask_hour(Scene& scene, LocalDate day);
// Names and birth dates, or the one piece that is missing. The places held are named.
void ask_people(Scene& scene);
void ask_confirmation(Scene& scene);
void ask_correction(Scene& scene);
// What is held instead of what was wished; `why` says what stood against the wish.
void offer_other(Scene& scene, const std::string& why);
// The same when others took the places just now: the nearest, and nothing is asked again.
void offer_nearest(Scene& scene, const scheduling::Wish& taken);
// Other hours and days than the place held.
void ask_options(Scene& scene);
void ask_move(Scene& scene);
// Whether there is room at the wished time, and the place that comes nearest.
void offer_available(Scene& scene, const scheduling::Wish& wish);
// Asks the open question once more; greets when there is none.
void repeat(Scene& scene);

// The day and time of the place held, as the draft remembers it.
std::string held_when(const Scene& scene);
Service service_in_hand(const Scene& scene);
std::uint8_t party_in_hand(const Scene& scene);

}  // namespace antre::conversation
