#include "simulation/checks/bookings.h"

#include <algorithm>
#include <variant>

#include "foundation/text.h"

namespace antre::simulation {

using scheduling::Booking;
using scheduling::BookingStatus;

namespace {

std::string text_of(BookingId id) {
    return "booking " + std::to_string(id.value);
}

// The whole life of a booking, written down once more.
bool is_legal(BookingStatus from, BookingStatus to) {
    switch (from) {
    case BookingStatus::held: return true;
    case BookingStatus::booked:
        return to == BookingStatus::booked || to == BookingStatus::cancelled;
    case BookingStatus::cancelled:
    case BookingStatus::expired: return false;
    }
    return false;
}

// The event that the journal must hold for what changed; nothing when it needs none.
std::optional<engine::EventKind> event_due(const Booking* before, const Booking& now) {
    using engine::EventKind;
    const bool is_new_status = before == nullptr || before->status != now.status;
    if (!is_new_status) {
        if (before->placement == now.placement) return std::nullopt;
        return EventKind::moved;
    }
    switch (now.status) {
    case BookingStatus::held: return EventKind::held;
    case BookingStatus::booked: return EventKind::booked;
    case BookingStatus::cancelled: return EventKind::cancelled;
    case BookingStatus::expired: return EventKind::expired;
    }
    return std::nullopt;
}

bool is_told(const engine::Commit& commit, BookingId booking, engine::EventKind kind) {
    return std::any_of(commit.events.begin(), commit.events.end(), [&](const auto& event) {
        const bool is_given_up =
            kind == engine::EventKind::expired && event.kind == engine::EventKind::released;
        return event.booking == booking && (event.kind == kind || is_given_up);
    });
}

bool has_answer(const engine::Commit& commit) {
    return std::any_of(commit.changes.begin(), commit.changes.end(), [](const auto& change) {
        return std::holds_alternative<engine::QueueMessage>(change);
    });
}

// Whether the two are places to come for the same purpose. Where the day ends first, it has begun.
bool are_rivals(const Booking& one, const Booking& other, Instant now) {
    const LocalDate today = local_time(now, Zone::wit).date;
    return one.id != other.id && one.placement.day >= today && other.placement.day >= today &&
           is_counted_with(one.service, other.service);
}

}  // namespace

void BookingsCheck::look_at_people(const Booking& booking, Instant now) {
    for (const Who& who : people_[booking.id]) {
        booked_[who].erase(booking.id);
        if (booked_[who].empty()) booked_.erase(who);
    }
    people_.erase(booking.id);
    if (booking.status != BookingStatus::booked) return;
    for (const scheduling::Person& person : booking.people) {
        const Who who{
            booking.contact,
            person.born.value_or(LocalDate{}),
            to_lower_ascii(person.name.reveal())};
        verdict_.looked("I3");
        auto& bookings = booked_[who];
        people_[booking.id].insert(who);
        const bool is_named_twice = !bookings.insert(booking.id).second;
        const bool has_rival = std::any_of(bookings.begin(), bookings.end(), [&](BookingId id) {
            return are_rivals(booking, bookings_[id], now);
        });
        if (is_named_twice || has_rival) {
            verdict_.broken("I3", text_of(booking.id) + " books somebody who is booked already");
        }
    }
}

void BookingsCheck::put(const engine::PutBooking& change) {
    const Booking& now = change.booking;
    const auto known = bookings_.find(now.id);
    verdict_.looked("I3");
    if (change.is_new == (known != bookings_.end())) {
        verdict_.broken(
            "I3", text_of(now.id) + (change.is_new ? " has a code used before" : " is not known")
        );
    }
    if (known != bookings_.end()) {
        verdict_.looked("I11");
        before_.emplace(now.id, known->second);
        const Booking& before = known->second;
        if (!is_legal(before.status, now.status)) {
            verdict_.broken(
                "I11",
                text_of(now.id) + " went from " + std::string(scheduling::name_of(before.status)) +
                    " to " + std::string(scheduling::name_of(now.status))
            );
        }
        const bool has_changed =
            before.status != now.status || !(before.placement == now.placement);
        if (has_changed && now.version <= before.version) {
            verdict_.broken("I11", text_of(now.id) + " changed without a new version");
        }
        if (before.contact != now.contact || before.office != now.office) {
            verdict_.broken("I11", text_of(now.id) + " changed its owner or office");
        }
    }
    bookings_[now.id] = now;
}

namespace {

// Whether the entry tells of the booking itself, and not of its passports or its waiting.
bool changes_booking(engine::EventKind kind) {
    using engine::EventKind;
    return kind != EventKind::case_moved && kind != EventKind::rated &&
           kind != EventKind::wait_joined && kind != EventKind::wait_left &&
           kind != EventKind::wait_offered && kind != EventKind::wait_passed &&
           kind != EventKind::corrected;
}

}  // namespace

void BookingsCheck::look_at_events(
    const engine::Commit& commit, const std::set<BookingId>& changed
) {
    std::size_t due = 0;
    for (const BookingId id : changed) {
        const auto before = before_.find(id);
        const auto kind =
            event_due(before == before_.end() ? nullptr : &before->second, bookings_[id]);
        if (!kind) continue;
        ++due;
        verdict_.looked("I5");
        if (!is_told(commit, id, *kind)) {
            verdict_.broken("I5", text_of(id) + " changed without its journal entry");
        }
    }
    std::size_t told = 0;
    for (const engine::Event& event : commit.events) {
        if (event.booking.is_set() && changes_booking(event.kind)) ++told;
        count(event.kind);
    }
    if (told != due) verdict_.broken("I5", "journal entries without a change of their booking");
    if (due > 0 && commit.actor == engine::ActorKind::contact && !has_answer(commit)) {
        verdict_.broken("I5", "a booking changed and its owner was not answered");
    }
}

void BookingsCheck::count(engine::EventKind kind) {
    using engine::EventKind;
    switch (kind) {
    case EventKind::held: ++counts_.held; break;
    case EventKind::released: ++counts_.released; break;
    case EventKind::expired: ++counts_.expired; break;
    case EventKind::booked: ++counts_.booked; break;
    case EventKind::moved: ++counts_.moved; break;
    case EventKind::cancelled: ++counts_.cancelled; break;
    case EventKind::office_set:
    case EventKind::contact_linked:
    case EventKind::opted_out:
    case EventKind::opted_in:
    case EventKind::message_failed:
    case EventKind::message_dropped:
    case EventKind::day_closed:
    case EventKind::day_reopened:
    case EventKind::reminders_queued:
    case EventKind::case_moved:
    case EventKind::rated:
    case EventKind::inquiry_kept:
    case EventKind::inquiry_answered:
    case EventKind::inquiry_judged:
    case EventKind::wait_joined:
    case EventKind::wait_left:
    case EventKind::wait_offered:
    case EventKind::wait_passed:
    case EventKind::erasure_undone:
    case EventKind::number_doubted:
    case EventKind::number_proven:
    case EventKind::number_disowned: break;
    case EventKind::corrected: ++counts_.corrected; break;
    case EventKind::erasure_asked: ++counts_.erasures_asked; break;
    case EventKind::erased: ++counts_.erased; break;
    }
}

void BookingsCheck::look(const engine::Commit& commit) {
    before_.clear();
    std::set<BookingId> changed;
    for (const engine::Change& change : commit.changes) {
        const auto* put_booking = std::get_if<engine::PutBooking>(&change);
        if (put_booking == nullptr) continue;
        put(*put_booking);
        changed.insert(put_booking->booking.id);
    }
    for (const BookingId id : changed)
        look_at_people(bookings_[id], commit.at);
    look_at_events(commit, changed);
}

}  // namespace antre::simulation
