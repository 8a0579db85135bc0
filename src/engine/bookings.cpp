#include "engine/bookings.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "engine/admission.h"
#include "engine/cases.h"
#include "engine/collecting.h"
#include "engine/inquiries.h"
#include "engine/waiting.h"
#include "foundation/assert.h"
#include "foundation/sabotage.h"
#include "scheduling/allocation.h"
#include "scheduling/limits.h"

namespace antre::engine {

using conversation::Decision;
using conversation::PersonEntry;
using scheduling::Booking;
using scheduling::BookingStatus;
using scheduling::Offer;
using scheduling::Refusal;

namespace {

Decision refuse(Refusal refusal) {
    return conversation::Refused{refusal};
}

bool has_begun(Desk& desk, const Booking& booking) {
    return LocalTime{booking.placement.day, booking.placement.window} <= desk.local_now();
}

void take(Desk& desk, const Booking& booking) {
    desk.book().take(booking.placement);
    desk.change(TakePlaces{booking.office, booking.placement, booking.id});
}

void free_places(Desk& desk, const Booking& booking) {
    desk.book().release(booking.placement);
    desk.change(FreePlaces{booking.office, booking.placement, booking.id});
    desk.note_freed();
}

Event event_of(EventKind kind, const Booking& booking) {
    Event event;
    event.kind = kind;
    event.booking = booking.id;
    event.contact = booking.contact;
    event.people = static_cast<std::uint8_t>(booking.placement.numbers.size());
    event.service = booking.service;
    return event;
}

Booking new_booking(
    Desk& desk, const ContactState& contact, Service service, scheduling::Placement placement
) {
    Booking booking;
    booking.id = desk.draw_booking_id();
    booking.office = desk.office();
    booking.contact = contact.contact.id;
    booking.service = service;
    booking.placement = std::move(placement);
    booking.created_at = desk.now();
    return booking;
}

void add_people(Desk& desk, Booking& booking, const std::vector<PersonEntry>& people) {
    booking.people.clear();
    for (const PersonEntry& entry : people) {
        booking.people.push_back({desk.next_person_id(), entry.name, entry.born});
    }
}

void forget(Desk& desk, ContactState& contact, BookingId id) {
    if (const Booking* ended = booking_of(contact, desk.office(), id)) {
        desk.memory().ended.insert_or_assign(id, *ended);
    }
    std::erase_if(contact.bookings, [&](const Booking& booking) { return booking.id == id; });
}

// One hold a contact at an office: a new one takes the place of the old.
void give_up_holds(Desk& desk, ContactState& contact) {
    std::vector<BookingId> holds;
    for (const Booking& booking : contact.bookings) {
        const bool is_held =
            booking.office == desk.office() && booking.status == BookingStatus::held;
        // What the waiting list keeps for them is not what they have in hand.
        if (is_held && !is_offer(desk, booking)) holds.push_back(booking.id);
    }
    for (const BookingId id : holds)
        end_hold(desk, contact, id, EventKind::released);
}

// Why a booking cannot be changed now, if it cannot.
std::optional<Refusal> refusal_to_change(Desk& desk, const Booking* booking) {
    if (booking == nullptr) return Refusal::booking_unknown;
    if (booking->status != BookingStatus::booked) return Refusal::booking_ended;
    if (has_begun(desk, *booking)) return Refusal::too_late_to_change;
    return std::nullopt;
}

// Gives the booking the places, which must be free.
void change_place(Desk& desk, Booking& booking, scheduling::Placement to, std::string_view detail) {
    const scheduling::Placement before = booking.placement;
    if (!is_sabotaged(Sabotage::places_not_freed)) free_places(desk, booking);
    booking.placement = std::move(to);
    ++booking.version;
    take(desk, booking);
    desk.change(PutBooking{booking, false});
    Event event = event_of(EventKind::moved, booking);
    event.from = before;
    event.to = booking.placement;
    event.detail = detail;
    desk.event(std::move(event));
}

Decision move(Desk& desk, ContactState& contact, BookingId id, scheduling::Placement to) {
    Booking& booking = *booking_of(contact, desk.office(), id);
    const scheduling::Placement before = booking.placement;
    ++booking.moves;
    change_place(desk, booking, std::move(to), "");
    conversation::Moved moved{booking, before};
    // They have found themselves what they waited for.
    const scheduling::Wait* wait = desk.book().wait_of(id);
    if (wait != nullptr && scheduling::suits(*wait, booking.placement)) {
        end_wait(desk, contact, id, "moved");
    }
    return moved;
}

}  // namespace

Result<Offer, Refusal> best_offer(Desk& desk, Service service, const scheduling::Wish& wish) {
    const scheduling::Office& office = desk.book().office();
    const scheduling::Pool* pool = scheduling::pool_for(office, service);
    if (pool == nullptr) return fail(Refusal::service_not_offered);
    return scheduling::find_place(desk.book().calendar(pool->id), wish, not_before(desk));
}

void displace(Desk& desk, Booking& booking, scheduling::Placement to) {
    change_place(desk, booking, std::move(to), "closure");
}

LocalTime not_before(Desk& desk) {
    return local_time(
        desk.now() + minutes(desk.book().office().lead_minutes), desk.book().office().zone
    );
}

Booking* booking_of(ContactState& contact, OfficeId office, BookingId id) {
    for (Booking& booking : contact.bookings) {
        if (booking.id == id && booking.office == office) return &booking;
    }
    return nullptr;
}

void end_hold(Desk& desk, ContactState& contact, BookingId id, EventKind kind) {
    Booking* hold = booking_of(contact, desk.office(), id);
    if (hold == nullptr || hold->status != BookingStatus::held) return;
    ASSERT(scheduling::may_become(hold->status, BookingStatus::expired));
    hold->status = BookingStatus::expired;
    ++hold->version;
    free_places(desk, *hold);
    desk.book().end_hold(hold->hold_until, hold->id);
    desk.change(PutBooking{*hold, false});
    Event event = event_of(kind, *hold);
    event.from = hold->placement;
    desk.event(std::move(event));
    offer_ended(desk, *hold, kind);
    forget(desk, contact, id);
}

namespace {

void keep_hold(Desk& desk, ContactState& contact, Booking& held) {
    take(desk, held);
    desk.book().begin_hold(held.hold_until, held.id, held.contact);
    desk.change(PutBooking{held, true});
    Event event = event_of(EventKind::held, held);
    event.to = held.placement;
    desk.event(std::move(event));
    contact.bookings.push_back(held);
}

}  // namespace

Booking hold_for(
    Desk& desk,
    ContactState& contact,
    const Booking& booking,
    scheduling::Placement placement,
    Instant until
) {
    Booking held = new_booking(desk, contact, booking.service, std::move(placement));
    held.hold_until = until;
    held.replaces = booking.id;
    keep_hold(desk, contact, held);
    return held;
}

Decision hold(Desk& desk, ContactState& contact, const conversation::ProposeHold& proposal) {
    give_up_holds(desk, contact);
    scheduling::Wish wish = proposal.wish;
    Service service = proposal.service;
    if (proposal.moves) {
        const Booking* moved = booking_of(contact, desk.office(), *proposal.moves);
        const auto refusal = refusal_to_change(desk, moved);
        const bool is_late = proposal.is_late && refusal == Refusal::too_late_to_change &&
                             !has_case(contact, *proposal.moves);
        if (refusal && !is_late) return refuse(*refusal);
        if (moved->moves >= desk.book().office().moves_max) return refuse(Refusal::moves_exhausted);
        wish.party = static_cast<std::uint8_t>(moved->placement.numbers.size());
        service = moved->service;
    } else if (const auto refusal = refusal_before(desk, contact, service, wish.party)) {
        return refuse(*refusal);
    }
    const auto offer = best_offer(desk, service, wish);
    if (!offer) return refuse(offer.error());
    const Booking* moved =
        proposal.moves ? booking_of(contact, desk.office(), *proposal.moves) : nullptr;
    if (moved != nullptr) {
        const auto refusal = refusal_of_day(desk, contact, *moved, offer->placement.day);
        if (refusal) return refuse(*refusal);
    }

    Booking held = new_booking(desk, contact, service, offer->placement);
    held.hold_until = desk.now() + scheduling::hold_time;
    held.replaces = proposal.moves;
    keep_hold(desk, contact, held);
    return conversation::Held{std::move(held), offer->match};
}

namespace {

// Books and waits in one: who took the next place for a full day is told when that frees.
Decision
with_wait(Desk& desk, conversation::Booked booked, const conversation::ProposeBooking& proposal) {
    if (!proposal.waits_for) return booked;
    const scheduling::Wait wait = enlist(desk, booked.booking, *proposal.waits_for);
    booked.waits_at = desk.book().position_of(wait);
    return booked;
}

}  // namespace

Decision book(Desk& desk, ContactState& contact, const conversation::ProposeBooking& proposal) {
    const std::size_t party = proposal.people.size();
    if (const auto refusal = refusal_before(desk, contact, proposal.service, party)) {
        return refuse(*refusal);
    }
    const auto refusal = refusal_of_people(desk, contact, proposal);
    if (refusal) return refuse(*refusal);

    if (proposal.hold) {
        Booking* held = booking_of(contact, desk.office(), *proposal.hold);
        const bool is_good = held != nullptr && held->status == BookingStatus::held &&
                             held->hold_until > desk.now() &&
                             held->placement.numbers.size() == party && !held->replaces;
        if (!is_good) return refuse(Refusal::hold_expired);
        ASSERT(scheduling::may_become(held->status, BookingStatus::booked));
        desk.book().end_hold(held->hold_until, held->id);
        held->status = BookingStatus::booked;
        held->service = proposal.service;
        ++held->version;
        add_people(desk, *held, proposal.people);
        desk.change(PutBooking{*held, false});
        Event event = event_of(EventKind::booked, *held);
        event.to = held->placement;
        desk.event(std::move(event));
        return with_wait(desk, {*held, scheduling::Match::as_wished}, proposal);
    }

    give_up_holds(desk, contact);
    scheduling::Wish wish = proposal.wish;
    wish.party = static_cast<std::uint8_t>(party);
    const auto offer = best_offer(desk, proposal.service, wish);
    if (!offer) return refuse(offer.error());
    Booking booked = new_booking(desk, contact, proposal.service, offer->placement);
    booked.status = BookingStatus::booked;
    add_people(desk, booked, proposal.people);
    take(desk, booked);
    desk.change(PutBooking{booked, true});
    Event event = event_of(EventKind::booked, booked);
    event.to = booked.placement;
    desk.event(std::move(event));
    contact.bookings.push_back(booked);
    return with_wait(desk, {std::move(booked), offer->match}, proposal);
}

Decision
move_to_hold(Desk& desk, ContactState& contact, const conversation::ProposeMove& proposal) {
    Booking* booking = booking_of(contact, desk.office(), proposal.booking);
    // The hold tells that it may move, also when its window begins meanwhile.
    const auto refusal = refusal_to_change(desk, booking);
    const bool is_over_late =
        refusal == Refusal::too_late_to_change && !has_case(contact, proposal.booking);
    if (refusal && !is_over_late) return refuse(*refusal);
    const Booking* held = booking_of(contact, desk.office(), proposal.hold);
    const bool is_offered = held != nullptr && is_offer(desk, *held);
    if (!is_offered && booking->moves >= desk.book().office().moves_max) {
        return refuse(Refusal::moves_exhausted);
    }
    const bool is_good = held != nullptr && held->status == BookingStatus::held &&
                         held->hold_until > desk.now() && held->replaces == proposal.booking;
    if (!is_good) return refuse(Refusal::hold_expired);

    const scheduling::Placement to = held->placement;
    if (is_offered) {
        end_wait(desk, contact, proposal.booking, "taken");  // gives the hold back as well
    } else {
        end_hold(desk, contact, proposal.hold, EventKind::released);
    }
    booking = booking_of(contact, desk.office(), proposal.booking);
    if (!is_offered) return move(desk, contact, proposal.booking, to);
    // What the office offers is not one of their moves.
    const scheduling::Placement before = booking->placement;
    change_place(desk, *booking, to, "waiting list");
    return conversation::Moved{*booking, before};
}

Decision move_to_wish(Desk& desk, ContactState& contact, BookingId id, scheduling::Wish wish) {
    Booking* booking = booking_of(contact, desk.office(), id);
    if (const auto refusal = refusal_to_change(desk, booking)) return refuse(*refusal);
    if (booking->moves >= desk.book().office().moves_max) return refuse(Refusal::moves_exhausted);
    wish.party = static_cast<std::uint8_t>(booking->placement.numbers.size());
    const auto offer = best_offer(desk, booking->service, wish);
    if (!offer) return refuse(offer.error());
    const auto refusal = refusal_of_day(desk, contact, *booking, offer->placement.day);
    if (refusal) return refuse(*refusal);
    return move(desk, contact, id, offer->placement);
}

Decision cancel(Desk& desk, ContactState& contact, BookingId id) {
    Booking* booking = booking_of(contact, desk.office(), id);
    if (const auto refusal = refusal_to_change(desk, booking)) return refuse(*refusal);
    ASSERT(scheduling::may_become(booking->status, BookingStatus::cancelled));
    booking->status = BookingStatus::cancelled;
    ++booking->version;
    free_places(desk, *booking);
    desk.change(PutBooking{*booking, false});
    end_wait(desk, contact, id, "cancelled");
    booking = booking_of(contact, desk.office(), id);
    Event event = event_of(EventKind::cancelled, *booking);
    event.from = booking->placement;
    desk.event(std::move(event));
    conversation::Cancelled cancelled{*booking};
    forget(desk, contact, id);
    return cancelled;
}

Decision remind(Desk& desk, ContactState& contact, const conversation::ProposeReminder& proposal) {
    Booking* booking = booking_of(contact, desk.office(), proposal.booking);
    if (const auto refusal = refusal_to_change(desk, booking)) return refuse(*refusal);
    // The ticket stays true, so the version stays.
    booking->wants_reminder = proposal.wants;
    desk.change(PutBooking{*booking, false});
    return conversation::ReminderSet{*booking};
}

}  // namespace antre::engine
