#include "engine/reminders.h"

#include <algorithm>
#include <utility>

#include "conversation/announcing.h"
#include "engine/announcing.h"
#include "engine/bookings.h"
#include "engine/limits.h"
#include "engine/visitors.h"
#include "foundation/sabotage.h"

namespace antre::engine {

using scheduling::Booking;

namespace {

bool is_to_be_reminded(Desk& desk, const ContactState& contact, const Booking& booking) {
    if (booking.status != scheduling::BookingStatus::booked || !booking.wants_reminder) {
        return false;
    }
    const Identity& identity = contact.contact.identity;
    if (identity.user.empty() && identity.phone.empty()) return false;
    if (contact.contact.is_opted_out) return false;
    const Instant begins =
        instant_of({booking.placement.day, booking.placement.window}, desk.book().office().zone);
    return begins - desk.now() >= reminder_before_min;
}

std::size_t remind_for(Desk& desk, const Speech& speech, LocalDate day) {
    std::vector<Visitor> visitors = visitors_on(desk, day);
    std::size_t reminded = 0;
    for (const Visitor& visitor : visitors) {
        const Booking& booking = *booking_of(*visitor.contact, desk.office(), visitor.booking);
        if (!is_to_be_reminded(desk, *visitor.contact, booking)) continue;
        const scheduling::Office& office = desk.book().office();
        const Contact& contact = visitor.contact->contact;
        announce(
            desk,
            *visitor.contact,
            {notices::MessageKind::notice,
             notices::About{booking.id, booking.version},
             conversation::reminder_note({speech.wording, contact.language, office}, booking),
             desk.now(),
             instant_of({booking.placement.day, booking.placement.window}, office.zone)}
        );
        ++reminded;
    }
    return reminded;
}

}  // namespace

void remind_who_is_due(Desk& desk, const Speech& speech) {
    OfficeBook& book = desk.book();
    if (desk.now() < book.reminders_due()) return;
    const LocalTime local = desk.local_now();
    const LocalDate last = local.minute < reminders_from ? local.date : local.date + 1;
    for (LocalDate day = std::max(book.reminded_for() + 1, local.date); day <= last;
         day = day + 1) {
        const std::size_t reminded = remind_for(desk, speech, day);
        if (desk.failure()) return;
        if (reminded == 0) continue;
        Event event;
        event.kind = EventKind::reminders_queued;
        event.detail = iso_date(day) + " " + std::to_string(reminded);
        desk.event(std::move(event));
    }
    book.set_reminded_for(last, desk.now());
    if (is_sabotaged(Sabotage::reminders_unmarked)) return;
    desk.change(MarkReminded{desk.office(), last});
}

}  // namespace antre::engine
