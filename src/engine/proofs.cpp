#include "engine/proofs.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "engine/hearing.h"
#include "engine/limits.h"

namespace antre::engine {

using conversation::Decision;
using scheduling::Booking;

namespace {

// When they last gave a sign that they have the number. Who never wrote has it from their booking.
Instant last_sign(const ContactState& contact) {
    Instant heard;
    for (const OfficeTalk& talk : contact.talks)
        heard = std::max(heard, talk.talk.heard_at);
    if (heard.ms != 0) return heard;
    Instant booked = contact.contact.created_at;
    for (const Booking& booking : contact.bookings)
        booked = std::max(booked, booking.created_at);
    return booked;
}

// What an earlier owner would not want to be seen.
bool has_something(const ContactState& contact, Instant until) {
    const bool is_booked =
        std::any_of(contact.bookings.begin(), contact.bookings.end(), [&](const Booking& booking) {
            return booking.created_at <= until;
        });
    return is_booked || !contact.cases.empty();
}

// Who is speaking just now.
Identity speaker(const Desk& desk, const ContactState& contact) {
    const auto* heard = std::get_if<Hear>(&desk.command().body);
    return heard != nullptr ? heard->who : contact.contact.identity;
}

bool is_proof(
    const Doubt& doubt, const Booking& booking, const conversation::ProposeProof& proposal
) {
    const bool is_meant = booking.id == proposal.booking &&
                          booking.status == scheduling::BookingStatus::booked &&
                          booking.created_at <= doubt.silent_since;
    return is_meant &&
           std::any_of(booking.people.begin(), booking.people.end(), [&](const auto& person) {
               return person.born == proposal.born;
           });
}

}  // namespace

bool is_doubtful(const ContactState& contact, Instant now) {
    if (contact.contact.doubt) return true;
    const Identity& identity = contact.contact.identity;
    if (!identity.user.empty() || identity.phone.empty()) return false;
    const Instant sign = last_sign(contact);
    return now - sign > number_silent_max && has_something(contact, sign);
}

void doubt_if_silent(Desk& desk, ContactState& contact) {
    if (contact.contact.doubt || !is_doubtful(contact, desk.now())) return;
    contact.contact.doubt = Doubt{last_sign(contact), 0};
    desk.change(PutContact{contact.contact});
    desk.event(EventKind::number_doubted, contact.contact.id);
}

Decision prove(Desk& desk, ContactState& contact, const conversation::ProposeProof& proposal) {
    std::optional<Doubt>& doubt = contact.contact.doubt;
    if (!doubt) return conversation::Proven{};
    if (doubt->misses >= proofs_max) return conversation::NotProven{0};
    const bool is_theirs =
        std::any_of(contact.bookings.begin(), contact.bookings.end(), [&](const Booking& booking) {
            return is_proof(*doubt, booking, proposal);
        });
    if (!is_theirs) {
        ++doubt->misses;
        desk.change(PutContact{contact.contact});
        return conversation::NotProven{static_cast<std::uint8_t>(proofs_max - doubt->misses)};
    }
    doubt.reset();
    if (!learn(desk, contact, speaker(desk, contact))) desk.change(PutContact{contact.contact});
    desk.event(EventKind::number_proven, contact.contact.id);
    return conversation::Proven{};
}

Decision start_anew(Desk& desk, ContactState& contact) {
    const Identity who = speaker(desk, contact);
    const Language language = contact.contact.language;
    lose_phone(desk, contact);
    desk.event(EventKind::number_disowned, contact.contact.id);
    ContactState& fresh = desk.add_contact(who);
    fresh.contact.language = language;
    desk.change(PutContact{fresh.contact});
    return conversation::StartedAnew{};
}

}  // namespace antre::engine
