#pragma once

// Another time for a booking, or none at all. The old place is kept until the new one is certain;
// an act that destroys something is asked once, with the booking named.

#include <optional>

#include "conversation/scene.h"
#include "scheduling/booking.h"

namespace antre::conversation {

// What is to be done with a booking once it is clear which one.
enum class Aim : std::uint8_t {
    show,
    change,
    cancel,
};

void show_bookings(Scene& scene);
// A code was typed: only this contact's bookings are shown, and a code that is unknown and one
// that is somebody else's get the same answer.
void show_coded(Scene& scene, std::string_view code);
void tell_no_booking(Scene& scene);
// It is another office's: to be changed there.
void tell_elsewhere(Scene& scene, const BookingSeen& seen);
void choose_booking(Scene& scene, Aim aim);

void hear_reschedule(Scene& scene, const language::Meaning& meaning);
void begin_move(Scene& scene, const BookingSeen& seen);
void move_held(Scene& scene);

// `#BATAL#CODE` names the booking so clearly that nothing is asked.
void hear_cancel(Scene& scene, const Said& said);
void ask_cancel(Scene& scene, const BookingSeen& seen);
void cancel_named(Scene& scene, BookingId booking);
void keep_booking(Scene& scene);

// They said that they will come: thanks, with the ticket as it is now.
void tell_expected(Scene& scene, const BookingSeen& seen);
// Shows one booking's ticket with its status.
void show_booking(Scene& scene, const BookingSeen& seen);

}  // namespace antre::conversation
