#pragma once

// The way to a new booking: take in what was said, ask for what is missing, hold, and book.

#include "conversation/scene.h"

namespace antre::conversation {

// What is said while a booking is made, or to begin one. False when the meaning holds nothing for
// a booking.
bool hear_for_booking(Scene& scene, const language::Meaning& meaning);
// Asks for the next missing piece, holds places when the day is known, books when all is.
void proceed(Scene& scene);
// Holds exactly this window if it is free, else the nearest.
void hold_at(Scene& scene, LocalDate day, MinuteOfDay from, MinuteOfDay to);
void propose_hold(Scene& scene);
// Books the held places for the people named, or asks for whom.
void people_given(Scene& scene);
void book_held(Scene& scene);
// Begins a new booking with nothing said yet.
void start_booking(Scene& scene);
// Gives up what is in hand; a hold is released first, and then the dialog says so.
void abandon(Scene& scene);
void tell_abandoned(Scene& scene);

}  // namespace antre::conversation
