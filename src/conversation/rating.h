#pragma once

// "How was it?": one to five, tapped or typed, once for a booking whose passports were collected.

#include "conversation/scene.h"

namespace antre::conversation {

inline constexpr std::uint8_t score_best = 5;

// The payloads of the answers, 1 first.
std::vector<Payload> rating_payloads(BookingId booking);
void hear_rating(Scene& scene, const Payload& payload);
void thank_for_rating(Scene& scene, std::uint8_t score);

}  // namespace antre::conversation
