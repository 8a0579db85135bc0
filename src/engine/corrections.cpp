#include "engine/corrections.h"

#include <optional>
#include <string>
#include <utility>

#include "engine/admission.h"
#include "engine/bookings.h"
#include "engine/cases.h"

namespace antre::engine {

using conversation::CorrectionFault;
using conversation::Decision;
using conversation::NotCorrected;
using conversation::PersonEntry;
using scheduling::Booking;

namespace {

std::optional<CorrectionFault>
fault_of(Desk& desk, const ContactState& contact, const Booking* booking, std::uint8_t person) {
    const bool is_booked =
        booking != nullptr && booking->status == scheduling::BookingStatus::booked;
    if (!is_booked || person < 1 || person > booking->people.size()) {
        return CorrectionFault::unknown;
    }
    if (has_case(contact, booking->id)) return CorrectionFault::case_open;
    const LocalTime begins{booking->placement.day, booking->placement.window};
    if (begins <= desk.local_now()) return CorrectionFault::visit_begun;
    return std::nullopt;
}

// Which of their bookings holds a place for this person, the corrected one's own aside.
std::optional<BookingId> booked_as(
    Desk& desk,
    const ContactState& contact,
    const Booking& corrected,
    const PersonEntry& right,
    PersonId its_person
) {
    for (const Booking& booking : contact.bookings) {
        if (!counts_against(desk, booking, corrected.service)) continue;
        for (const scheduling::Person& person : booking.people) {
            if (person.id != its_person && is_same_person(person, right)) return booking.id;
        }
    }
    return std::nullopt;
}

}  // namespace

Decision
correct(Desk& desk, ContactState& contact, const conversation::ProposeCorrection& proposal) {
    Booking* booking = booking_of(contact, desk.office(), proposal.booking);
    if (const auto fault = fault_of(desk, contact, booking, proposal.person)) {
        return NotCorrected{*fault, {}};
    }
    scheduling::Person& person = booking->people[proposal.person - 1u];
    if (const auto existing = booked_as(desk, contact, *booking, proposal.right, person.id)) {
        return NotCorrected{CorrectionFault::booked_already, *existing};
    }
    std::string what = std::to_string(proposal.person);
    if (person.name != proposal.right.name) what += " name";
    if (person.born != proposal.right.born) what += " birth";
    person.name = proposal.right.name;
    person.born = proposal.right.born;
    ++booking->version;
    desk.change(PutBooking{*booking, false});
    Event event;
    event.kind = EventKind::corrected;
    event.booking = booking->id;
    event.contact = contact.contact.id;
    event.service = booking->service;
    event.detail = std::move(what);
    desk.event(std::move(event));
    return conversation::Corrected{*booking};
}

}  // namespace antre::engine
