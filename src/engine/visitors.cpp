#include "engine/visitors.h"

namespace antre::engine {

// The store is behind the batch; the contacts that the batch has changed are in memory.
std::vector<Visitor> visitors_on(Desk& desk, LocalDate day) {
    const auto holders = desk.memory().store.holders_on(desk.office(), day);
    if (!holders) {
        desk.fail_with(holders.error());
        return {};
    }
    for (const Holder& holder : *holders) {
        const auto contact = desk.memory().contacts.find(holder.contact);
        if (!contact) {
            desk.fail_with(contact.error());
            return {};
        }
    }
    std::vector<Visitor> all;
    for (ContactState* contact : desk.memory().contacts.in_memory()) {
        for (const scheduling::Booking& booking : contact->bookings) {
            const bool is_on_day = booking.office == desk.office() && booking.placement.day == day;
            if (is_on_day) all.push_back({contact, booking.id});
        }
    }
    return all;
}

}  // namespace antre::engine
