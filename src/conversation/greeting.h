#pragma once

// The first words: who we are and a real time that can be taken with one tap.

#include <string_view>

#include "conversation/scene.h"

namespace antre::conversation {

// Greets with the earliest time, or with the bookings there are.
void greet(Scene& scene);
// `key` is a sentence with {when} (and {office}, {daypart}); the third button is the caller's.
// Says the refusal instead when there is no place at all.
void present_earliest(Scene& scene, std::string_view key, Act third_button);
void show_menu(Scene& scene);
// What is said when a proposal or a wish is refused, with a way on.
void tell_refusal(Scene& scene, scheduling::Refusal refusal);

}  // namespace antre::conversation
