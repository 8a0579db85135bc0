// What the small office begins to say by itself.

#include "conversation/announcing.h"
#include "conversation/small_office.h"
#include "foundation/assert.h"

namespace antre::conversation {

std::vector<Reply> SmallOffice::close(LocalDate day, const std::string& reason) {
    scheduling::DayException exception;
    exception.date = day;
    exception.reason_id = reason;
    exception.reason_en = reason;
    scheduling::set_exception(office_, exception);
    for (std::size_t i = 0; i < calendars_.size(); ++i) {
        calendars_[i].roll_to(office_, office_.pools[i], local_time(now_, office_.zone).date);
    }
    std::vector<Reply> notices;
    for (scheduling::Booking& each : bookings_) {
        const bool is_moved =
            each.status == scheduling::BookingStatus::booked && each.placement.day == day;
        if (!is_moved) continue;
        const scheduling::Placement before = each.placement;
        scheduling::Wish wish;
        wish.date = day + 1;
        wish.date_to = day + 60;
        wish.party = static_cast<std::uint8_t>(before.numbers.size());
        const auto offer =
            scheduling::find_place(calendar(before.pool), wish, local_time(now_, office_.zone));
        ASSERT(offer.has_value());
        free_all(before);
        each.placement = offer->placement;
        ++each.version;
        take_all(each.placement);
        notices.push_back(
            {notices::MessageKind::notice,
             notices::About{each.id, each.version},
             closure_note({wording_of_tree(), language_, office_}, each, before)}
        );
    }
    announce(notices);
    return notices;
}

std::vector<Reply> SmallOffice::remind() {
    std::vector<Reply> notices;
    for (const scheduling::Booking& each : booked()) {
        if (!each.wants_reminder) continue;
        if (each.placement.day != local_time(now_, office_.zone).date + 1) continue;
        notices.push_back(
            {notices::MessageKind::notice,
             notices::About{each.id, each.version},
             reminder_note({wording_of_tree(), language_, office_}, each)}
        );
    }
    announce(notices);
    return notices;
}

void SmallOffice::announce(const std::vector<Reply>& notices) {
    replied_ += notices.size();
    remember(notices);
}

}  // namespace antre::conversation
