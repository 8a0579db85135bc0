#include "engine/collecting.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/admission.h"
#include "engine/bookings.h"
#include "engine/cases.h"
#include "scheduling/limits.h"

namespace antre::engine {

using conversation::Decision;
using conversation::PersonEntry;
using scheduling::Booking;
using scheduling::PassportCase;
using scheduling::Person;
using scheduling::Refusal;

namespace {

std::vector<const PassportCase*> waiting_here(const ContactState& contact, OfficeId office) {
    std::vector<const PassportCase*> waiting;
    for (const PassportCase& passport : contact.cases) {
        const bool is_waiting =
            passport.state == scheduling::CaseState::ready && passport.office == office;
        if (is_waiting) waiting.push_back(&passport);
    }
    return waiting;
}

std::vector<PersonEntry>
people_of(const ContactState& contact, const std::vector<const PassportCase*>& passports) {
    std::vector<PersonEntry> people;
    for (const PassportCase* passport : passports) {
        if (people.size() == scheduling::party_people_max) break;
        const Person* person = person_of(contact, *passport);
        if (person != nullptr) people.push_back({person->name, person->born});
    }
    return people;
}

std::optional<LocalDate> last_day_of(Desk& desk, const ContactState& contact) {
    std::optional<LocalDate> last;
    for (const PassportCase* passport : waiting_here(contact, desk.office())) {
        const LocalDate day = scheduling::last_day_to_collect(desk.book().office(), *passport);
        last = std::min(last.value_or(day), day);
    }
    return last;
}

bool is_visit_to_come(Desk& desk, const Booking& booking) {
    return booking.office == desk.office() && booking.service == Service::pickup &&
           booking.status == scheduling::BookingStatus::booked &&
           booking.placement.day >= desk.local_now().date;
}

}  // namespace

Decision
collect(Desk& desk, ContactState& contact, const conversation::ProposeCollecting& proposal) {
    conversation::ProposeBooking visit;
    visit.service = Service::pickup;
    visit.wish = proposal.wish;
    visit.people = people_of(contact, waiting_here(contact, desk.office()));
    if (visit.people.empty()) return conversation::Refused{Refusal::booking_unknown};
    visit.wish.party = static_cast<std::uint8_t>(visit.people.size());
    const auto offer = best_offer(desk, visit.service, visit.wish);
    if (!offer) return conversation::Refused{offer.error()};
    const auto last = last_day_of(desk, contact);
    if (last && offer->placement.day > *last) return conversation::Refused{Refusal::horizon_full};
    return book(desk, contact, visit);
}

std::optional<Refusal>
refusal_of_day(Desk& desk, const ContactState& contact, const Booking& booking, LocalDate day) {
    if (booking.service != Service::pickup) return std::nullopt;
    const auto last = last_day_of(desk, contact);
    if (last && day > *last) return Refusal::horizon_full;
    return std::nullopt;
}

std::vector<PassportCase> cases_collected_at(const ContactState& contact, const Booking& visit) {
    std::vector<PassportCase> cases;
    for (const PassportCase& passport : contact.cases) {
        const Person* person = person_of(contact, passport);
        if (person == nullptr || passport.office != visit.office) continue;
        const bool is_meant = std::ranges::any_of(visit.people, [&](const Person& comes) {
            return is_same_person(comes, {person->name, person->born});
        });
        if (is_meant) cases.push_back(passport);
    }
    return cases;
}

void end_needless_visit(Desk& desk, ContactState& contact) {
    std::vector<BookingId> needless;
    for (const Booking& booking : contact.bookings) {
        if (!is_visit_to_come(desk, booking)) continue;
        const auto cases = cases_collected_at(contact, booking);
        const bool is_over = std::ranges::all_of(cases, [](const PassportCase& passport) {
            return scheduling::is_over(passport.state);
        });
        if (!cases.empty() && is_over) needless.push_back(booking.id);
    }
    // One that has begun stays: it is where they are now.
    for (const BookingId booking : needless)
        (void)cancel(desk, contact, booking);
}

}  // namespace antre::engine
