#include "engine/erasures.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/bookings.h"
#include "engine/cases.h"
#include "engine/limits.h"
#include "engine/sending.h"
#include "scheduling/limits.h"

namespace antre::engine {

using conversation::Decision;
using conversation::ErasureFault;
using scheduling::Booking;
using scheduling::BookingStatus;

namespace {

LocalTime now_at(Desk& desk, OfficeId office) {
    const OfficeBook* book = desk.memory().offices.find(office);
    return local_time(desk.now(), book == nullptr ? Zone::wib : book->office().zone);
}

// A booking of today or later; of what lies behind only the passport is still of interest.
bool is_current(Desk& desk, const Booking& booking) {
    return booking.status == BookingStatus::booked &&
           booking.placement.day >= now_at(desk, booking.office).date;
}

bool has_begun(Desk& desk, const Booking& booking) {
    return LocalTime{booking.placement.day, booking.placement.window} <=
           now_at(desk, booking.office);
}

bool has_open_case(const ContactState& contact) {
    return std::any_of(contact.cases.begin(), contact.cases.end(), [](const auto& passport) {
        return !scheduling::is_over(passport.state);
    });
}

std::optional<ErasureFault> fault_of(Desk& desk, const ContactState& contact) {
    if (has_open_case(contact)) return ErasureFault::case_open;
    for (const Booking& booking : contact.bookings) {
        if (booking.office != desk.office() && is_current(desk, booking)) {
            return ErasureFault::booked_elsewhere;
        }
    }
    for (const Booking& booking : contact.bookings) {
        const bool is_visiting =
            is_current(desk, booking) && has_begun(desk, booking) && !has_case(contact, booking.id);
        if (is_visiting) return ErasureFault::visit_today;
    }
    return std::nullopt;
}

void plan(Desk& desk, ContactState& contact, std::optional<Erasure> erasure) {
    Contact& row = contact.contact;
    if (row.erasure) {
        desk.memory().erasures.erase({row.erasure->at, row.erasure->office, row.id});
    }
    row.erasure = erasure;
    if (erasure) desk.memory().erasures.insert({erasure->at, erasure->office, row.id});
    desk.change(PutContact{row});
}

void erase(Desk& desk, ContactState& contact) {
    const bool is_holding =
        std::any_of(contact.bookings.begin(), contact.bookings.end(), [](const Booking& booking) {
            return booking.status == BookingStatus::held;
        });
    // A place that is held must find its holder when the hold runs out.
    if (is_holding) {
        return plan(desk, contact, Erasure{desk.now() + scheduling::hold_time, desk.office()});
    }
    const bool is_booked =
        std::any_of(contact.bookings.begin(), contact.bookings.end(), [&](const Booking& booking) {
            return is_current(desk, booking) && !has_begun(desk, booking);
        });
    if (is_booked || has_open_case(contact)) {
        undo_erasure(desk, contact, "booked meanwhile");
        return;
    }
    const ContactId id = contact.contact.id;
    const Erasure erasure = *contact.contact.erasure;
    desk.memory().erasures.erase({erasure.at, erasure.office, id});
    drop_all_of(desk, id);
    desk.change(EraseContact{id});
    desk.event(EventKind::erased, id);
    desk.memory().contacts.erase(id);
}

}  // namespace

Decision begin_erasure(Desk& desk, ContactState& contact) {
    if (const auto fault = fault_of(desk, contact)) return conversation::NotErased{*fault};
    std::vector<BookingId> held;
    std::vector<BookingId> booked;
    for (const Booking& booking : contact.bookings) {
        if (booking.office != desk.office()) continue;
        if (booking.status == BookingStatus::held) held.push_back(booking.id);
        if (is_current(desk, booking) && !has_begun(desk, booking)) booked.push_back(booking.id);
    }
    conversation::ErasureBegun begun{desk.now() + erasure_after, {}};
    for (const BookingId id : booked) {
        const Decision decision = cancel(desk, contact, id);
        if (const auto* done = std::get_if<conversation::Cancelled>(&decision)) {
            begun.cancelled.push_back(done->booking);
        }
    }
    for (const BookingId id : held)
        end_hold(desk, contact, id, EventKind::released);
    plan(desk, contact, Erasure{begun.at, desk.office()});
    desk.event(EventKind::erasure_asked, contact.contact.id);
    return begun;
}

Decision undo_erasure(Desk& desk, ContactState& contact, std::string_view why) {
    if (!contact.contact.erasure) return conversation::ErasureUndone{};
    plan(desk, contact, std::nullopt);
    desk.event(EventKind::erasure_undone, contact.contact.id, why);
    return conversation::ErasureUndone{};
}

void erase_who_is_due(Desk& desk) {
    std::vector<DueErasure> due;
    for (const DueErasure& each : desk.memory().erasures) {
        if (each.at > desk.now()) break;
        if (each.office == desk.office()) due.push_back(each);
    }
    for (const DueErasure& each : due) {
        const auto contact = desk.memory().contacts.find(each.contact);
        if (!contact) return desk.fail_with(contact.error());
        if (*contact == nullptr) {
            desk.memory().erasures.erase(each);
        } else {
            erase(desk, **contact);
        }
    }
}

}  // namespace antre::engine
