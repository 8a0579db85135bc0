#include "engine/admission.h"

#include <string>

#include "foundation/sabotage.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::engine {

using conversation::PersonEntry;
using scheduling::Booking;
using scheduling::BookingStatus;
using scheduling::Refusal;

namespace {

// People are the same when their names agree but for case and spacing.
std::string folded(const PersonName& name) {
    std::string out;
    for (const std::string_view word : split(name.reveal(), ' ')) {
        if (word.empty()) continue;
        if (!out.empty()) out += ' ';
        out += to_lower_ascii(word);
    }
    return out;
}

}  // namespace

bool is_same_person(const scheduling::Person& booked, const PersonEntry& person) {
    return booked.born == person.born && folded(booked.name) == folded(person.name);
}

bool counts_against(Desk& desk, const Booking& booking, Service service) {
    return booking.status == BookingStatus::booked && is_counted_with(booking.service, service) &&
           booking.placement.day >= desk.local_now().date;
}

namespace {

bool is_booked_already(
    Desk& desk, const ContactState& contact, Service service, const PersonEntry& person
) {
    if (is_sabotaged(Sabotage::same_person_twice)) return false;
    for (const Booking& booking : contact.bookings) {
        if (!counts_against(desk, booking, service)) continue;
        for (const scheduling::Person& booked : booking.people) {
            if (is_same_person(booked, person)) return true;
        }
    }
    return false;
}

bool names_somebody_twice(const std::vector<PersonEntry>& people) {
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (std::size_t j = i + 1; j < people.size(); ++j) {
            if (people[i].born == people[j].born &&
                folded(people[i].name) == folded(people[j].name)) {
                return true;
            }
        }
    }
    return false;
}

std::size_t people_booked(Desk& desk, const ContactState& contact, Service service) {
    std::size_t people = 0;
    for (const Booking& booking : contact.bookings) {
        if (counts_against(desk, booking, service)) people += booking.people.size();
    }
    return people;
}

}  // namespace

// What every request for places must meet before places are looked for.
std::optional<Refusal> refusal_before(
    Desk& desk, const ContactState& contact, scheduling::Service service, std::size_t party
) {
    const scheduling::Office& office = desk.book().office();
    const bool is_open = office.stage == scheduling::OfficeStage::pilot ||
                         office.stage == scheduling::OfficeStage::live;
    if (!is_open) return Refusal::office_not_open;
    if (scheduling::pool_for(office, service) == nullptr) return Refusal::service_not_offered;
    if (party < 1 || party > scheduling::party_people_max) return Refusal::party_too_large;
    if (people_booked(desk, contact, service) + party > scheduling::contact_people_max) {
        return Refusal::party_too_large;
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_people(
    Desk& desk, const ContactState& contact, const conversation::ProposeBooking& proposal
) {
    for (const PersonEntry& person : proposal.people) {
        if (is_booked_already(desk, contact, proposal.service, person)) {
            return Refusal::person_already_booked;
        }
    }
    if (names_somebody_twice(proposal.people)) return Refusal::person_already_booked;
    return std::nullopt;
}

}  // namespace antre::engine
