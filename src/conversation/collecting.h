#pragma once

// Choosing an hour at which a ready passport is collected. Who comes is known from the passports,
// so that nothing but the hour is asked; one visit serves all of a contact that are ready.

#include <cstdint>
#include <optional>

#include "conversation/scene.h"

namespace antre::conversation {

// Whether hours for collecting can be chosen at the office.
bool offers_collecting(const scheduling::Office& office);
// The passports of this contact that wait at this office; as many as one visit may serve.
std::uint8_t passports_ready(const View& view);
// Whether the booking in hand is such a visit.
bool is_collecting(const Scene& scene);
// The last day for what is in hand: after it a passport that waits is cancelled. Nothing when none
// waits, or something else is in hand.
std::optional<LocalDate> last_day_to_collect(const Scene& scene);

// An hour is to be chosen; the meaning may say which.
void begin_collecting(Scene& scene, const language::Meaning& meaning);
// Goes on with the draft: takes the hour that was said, else lists those of the day.
void arrange_collecting(Scene& scene);
// No hour is left until the last day.
void tell_hours_full(Scene& scene);
// A day was said after the last.
void say_last_day(Scene& scene, LocalDate last);

}  // namespace antre::conversation
