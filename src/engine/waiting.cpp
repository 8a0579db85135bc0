#include "engine/waiting.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "conversation/announcing.h"
#include "engine/announcing.h"
#include "engine/bookings.h"
#include "foundation/sabotage.h"
#include "notices/quiet_hours.h"
#include "scheduling/limits.h"
#include "scheduling/waiting.h"

namespace antre::engine {

using conversation::Decision;
using scheduling::Booking;
using scheduling::Refusal;
using scheduling::Wait;

namespace {

Event event_of(EventKind kind, const Wait& wait) {
    Event event;
    event.kind = kind;
    event.booking = wait.booking;
    event.contact = wait.contact;
    event.people = wait.party;
    return event;
}

void put(Desk& desk, const Wait& wait) {
    desk.book().set_wait(wait);
    desk.change(PutWait{wait});
}

// Behind everybody on the list, also behind who came in the same millisecond.
Instant last_in_line(Desk& desk) {
    const auto& waits = desk.book().waits();
    if (waits.empty()) return desk.now();
    return std::max(desk.now(), waits.rbegin()->first.joined_at + Milliseconds{1});
}

void drop(Desk& desk, const Wait& wait, std::string_view why) {
    Event event = event_of(EventKind::wait_left, wait);
    event.detail = why;
    desk.event(std::move(event));
    desk.change(DropWait{wait.booking});
    desk.book().drop_wait(wait.booking);
}

bool can_be_told(const Contact& contact) {
    const bool is_reachable = !contact.identity.user.empty() || !contact.identity.phone.empty();
    return is_reachable && !contact.is_opted_out;
}

// Why a booking cannot wait, if it cannot.
std::optional<Refusal> refusal_to_wait(Desk& desk, const Booking* booking) {
    if (booking == nullptr) return Refusal::booking_unknown;
    if (booking->status != scheduling::BookingStatus::booked) return Refusal::booking_ended;
    const LocalTime begins{booking->placement.day, booking->placement.window};
    if (begins <= desk.local_now()) return Refusal::too_late_to_change;
    return std::nullopt;
}

// When an offer made now is told, and until when it stands; nothing when it comes too late.
struct OfferTimes {
    Instant told;
    Instant until;
};
std::optional<OfferTimes> times_of(Desk& desk, const scheduling::Placement& place) {
    const Zone zone = desk.book().office().zone;
    const Instant told = notices::awake_at(desk.now(), zone);
    const Instant begins = instant_of({place.day, place.window}, zone);
    const Instant last = begins - scheduling::offer_ahead_min;
    if (last - told < scheduling::offer_time_min) return std::nullopt;
    return OfferTimes{told, std::min(told + scheduling::offer_time(begins - told), last)};
}

// The first moment a place may begin that can still be offered.
LocalTime first_to_offer(Desk& desk) {
    const Zone zone = desk.book().office().zone;
    const Instant told = notices::awake_at(desk.now(), zone);
    const LocalTime first =
        local_time(told + scheduling::offer_ahead_min + scheduling::offer_time_min, zone);
    return std::max(first, not_before(desk));
}

void offer_place(
    Desk& desk,
    const Speech& speech,
    ContactState& contact,
    const Booking& booking,
    scheduling::Placement place
) {
    const auto times = times_of(desk, place);
    if (!times) return;
    const Booking before = booking;  // the contact's bookings grow by the hold
    const Booking held = hold_for(desk, contact, before, std::move(place), times->until);
    Wait wait = *desk.book().wait_of(before.id);
    wait.offer = held.id;
    put(desk, wait);
    Event event = event_of(EventKind::wait_offered, wait);
    event.to = held.placement;
    desk.event(std::move(event));
    const conversation::Voice voice{speech.wording, contact.contact.language, desk.book().office()};
    announce(
        desk,
        contact,
        {notices::MessageKind::notice,
         notices::About{held.id, held.version},
         conversation::offer_note(voice, before, held),
         times->told,
         times->until}
    );
}

// Offers the first free place that suits, if there is one and they can be told.
void try_to_offer(Desk& desk, const Speech& speech, const Wait& wait, LocalTime first) {
    const scheduling::Office& office = desk.book().office();
    if (scheduling::pool_of(office, wait.pool) == nullptr || wait.to < desk.local_now().date) {
        return drop(desk, wait, "over");
    }
    auto place = scheduling::place_for(desk.book().calendar(wait.pool), wait, first);
    if (!place) return;
    const auto contact = desk.memory().contacts.find(wait.contact);
    if (!contact) return desk.fail_with(contact.error());
    const Booking* booking =
        *contact == nullptr ? nullptr : booking_of(**contact, wait.office, wait.booking);
    if (refusal_to_wait(desk, booking)) return drop(desk, wait, "over");
    if (!can_be_told((*contact)->contact)) return;
    if (!scheduling::is_better(wait, *place, booking->placement)) return;
    offer_place(desk, speech, **contact, *booking, std::move(*place));
}

bool waits_for_the_same(const Wait& a, const Wait& b) {
    return a.from == b.from && a.to == b.to && a.time == b.time && a.time_to == b.time_to;
}

}  // namespace

Wait enlist(Desk& desk, const Booking& booking, const scheduling::Wish& wish) {
    const scheduling::Placement& place = booking.placement;
    const LocalDate today = desk.local_now().date;
    Wait wait;
    wait.booking = booking.id;
    wait.office = booking.office;
    wait.contact = booking.contact;
    wait.pool = place.pool;
    wait.from = std::max(wish.date.value_or(today), today);
    const LocalDate last = wish.date ? wish.date_to.value_or(*wish.date) : place.day;
    wait.to = std::clamp(last, wait.from, wait.from + scheduling::wait_days_max);
    wait.time = wish.time;
    wait.time_to = wish.time_to;
    wait.party = static_cast<std::uint8_t>(place.numbers.size());
    wait.audience = desk.book().audience_of(place);
    wait.joined_at = last_in_line(desk);
    const Wait* before = desk.book().wait_of(booking.id);
    if (before != nullptr && (waits_for_the_same(*before, wait) || before->offer)) return *before;
    put(desk, wait);
    Event event = event_of(EventKind::wait_joined, wait);
    event.detail = iso_date(wait.from) + " " + iso_date(wait.to);
    desk.event(std::move(event));
    desk.note_freed();  // something may be free already
    return wait;
}

Decision
join_list(Desk& desk, const ContactState& contact, const conversation::ProposeWait& proposal) {
    const Booking* booking = nullptr;
    for (const Booking& each : contact.bookings) {
        if (each.id == proposal.booking && each.office == desk.office()) booking = &each;
    }
    if (const auto refusal = refusal_to_wait(desk, booking)) return conversation::Refused{*refusal};
    const Wait wait = enlist(desk, *booking, proposal.wish);
    return conversation::WaitJoined{*booking, wait, desk.book().position_of(wait)};
}

Decision
leave_list(Desk& desk, ContactState& contact, const conversation::ProposeLeavingWait& proposal) {
    const Booking* booking = booking_of(contact, desk.office(), proposal.booking);
    if (booking == nullptr) return conversation::Refused{Refusal::booking_unknown};
    end_wait(desk, contact, proposal.booking, "");
    booking = booking_of(contact, desk.office(), proposal.booking);
    return conversation::WaitLeft{*booking};
}

Decision
pass_offer(Desk& desk, ContactState& contact, const conversation::ProposePassing& proposal) {
    const Wait* wait = desk.book().wait_of(proposal.booking);
    const Booking* booking = booking_of(contact, desk.office(), proposal.booking);
    if (booking == nullptr) return conversation::Refused{Refusal::booking_unknown};
    if (wait == nullptr || !wait->offer) return conversation::Refused{Refusal::hold_expired};
    end_hold(desk, contact, *wait->offer, EventKind::released);
    booking = booking_of(contact, desk.office(), proposal.booking);
    return conversation::OfferPassed{*booking};
}

void end_wait(Desk& desk, ContactState& contact, BookingId booking, std::string_view why) {
    const Wait* found = desk.book().wait_of(booking);
    if (found == nullptr) return;
    const Wait wait = *found;
    drop(desk, wait, why);
    if (wait.offer) end_hold(desk, contact, *wait.offer, EventKind::released);
}

bool is_offer(Desk& desk, const Booking& hold) {
    if (!hold.replaces) return false;
    const Wait* wait = desk.book().wait_of(*hold.replaces);
    return wait != nullptr && wait->offer == hold.id;
}

void offer_ended(Desk& desk, const Booking& hold, EventKind kind) {
    if (!is_offer(desk, hold)) return;
    const bool is_unanswered = kind == EventKind::expired;
    Wait wait = *desk.book().wait_of(*hold.replaces);
    wait.offer.reset();
    wait.passed = LocalTime{hold.placement.day, hold.placement.window};
    Event event = event_of(EventKind::wait_passed, wait);
    event.from = hold.placement;
    if (is_unanswered) {
        event.detail = "unanswered";
        wait.joined_at = last_in_line(desk);  // behind those who would answer
        ++wait.lapses;
    } else {
        wait.lapses = 0;
    }
    desk.event(std::move(event));
    if (wait.lapses >= scheduling::offer_lapses_max) return drop(desk, wait, "unanswered");
    put(desk, wait);
}

void offer_freed(Desk& desk, const Speech& speech) {
    std::vector<Wait> waiting;
    for (const auto& [rank, wait] : desk.book().waits()) {
        if (!wait.offer) waiting.push_back(wait);
    }
    if (waiting.empty()) return;
    if (is_sabotaged(Sabotage::last_waits_first)) std::reverse(waiting.begin(), waiting.end());
    const LocalTime first = first_to_offer(desk);
    for (const Wait& wait : waiting)
        try_to_offer(desk, speech, wait, first);
}

}  // namespace antre::engine
