#pragma once

// The waiting list in talk: joining it for a day that is full, what is offered when a place frees,
// and leaving it.

#include <string>

#include "conversation/scene.h"

namespace antre::conversation {

// Whether a place could free for a wish: the office is open then.
bool can_wait(const Scene& scene, const scheduling::Wish& wish);

// "Tell me if one frees" was chosen where the wished time was full: the place that is held is
// taken meanwhile, or the booking that was to be moved stays.
void wait_for_missed(Scene& scene);
// The same said in words: for a booking there is, or leaving the list. False when it means nothing
// here and other readings may be tried.
bool hear_wait(Scene& scene, const Said& said);

void take_offer(Scene& scene, const Payload& payload);
void pass_offer(Scene& scene, const Payload& payload);
void leave_wait(Scene& scene, const Payload& payload);

void tell_wait_joined(Scene& scene, const WaitJoined& joined);
void tell_wait_left(Scene& scene, const WaitLeft& left);
void tell_offer_passed(Scene& scene, const OfferPassed& passed);
// The offer stands no longer; the booking does.
void tell_offer_gone(Scene& scene);

// "Daftar tunggu ...: urutan ke-2.", or "" when the booking does not wait.
std::string wait_line(const Scene& scene, BookingId booking);
// The same for a booking made just now.
std::string wait_line(const Scene& scene, const scheduling::Wish& wish, std::uint16_t position);

}  // namespace antre::conversation
