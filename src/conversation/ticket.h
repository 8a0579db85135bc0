#pragma once

// A ticket is one message that holds all a person needs at the door: picture with QR, number, code,
// names, time, place and documents, and buttons to be reminded, to change and to cancel.

#include <optional>
#include <string>

#include "conversation/scene.h"
#include "scheduling/booking.h"

namespace antre::conversation {

std::string office_name(const scheduling::Office& office, Language language);
std::string service_name(const Scene& scene, Service service);
// "A-017", or "A-017 - A-019" for a family.
std::string numbers_text(const scheduling::Booking& booking);
std::string booking_when(
    const scheduling::Booking& booking, const scheduling::Office& office, Language language
);
// "Siti Rahayu, Budi Santoso": each name cut to `units_max`.
std::string names_text(const scheduling::Booking& booking, std::size_t units_max);
// The documents of a service, as the office lists them: "KTP elektronik, Kartu Keluarga"; "" if
// the office lists none.
std::string documents_line(const scheduling::Office& office, Service service, Language language);
// The same, and that they are originals, unless the list itself says which are; "" without a list.
std::string documents_to_bring(
    const scheduling::Office& office, Service service, const Wording& wording, Language language
);
// Whether the list itself says what must be an original.
bool says_originals(
    const scheduling::DocumentList& list, const Wording& wording, Language language
);

notices::TicketPicture ticket_picture(
    const scheduling::Booking& booking, const scheduling::Office& office, Language language
);

// A payload about one booking, at its present version.
Payload about_booking(Act act, const scheduling::Booking& booking);
Option booking_button(const Scene& scene, Act act, const scheduling::Booking& booking);

// The first line above what was just booked.
std::string head_booked(const Scene& scene, const scheduling::Booking& booking);

// Sends the ticket under `head`, the first line(s). An open question stays open.
// After what was just booked; whoever gets their first ticket is warned of brokers if the office
// wants it.
void send_first_ticket(
    Scene& scene, const scheduling::Booking& booking, const scheduling::Office& office
);
void send_ticket(
    Scene& scene,
    const scheduling::Booking& booking,
    const scheduling::Office& office,
    const std::string& head
);

// The booking that the last thing said offered to change or to look at, if it did.
std::optional<BookingId> booking_shown(const Talk& talk);

}  // namespace antre::conversation
