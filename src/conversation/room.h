#pragma once

// What the office still has for this contact: questions to its calendars and to what is booked.

#include <cstdint>
#include <optional>
#include <vector>

#include "conversation/dialog.h"
#include "foundation/result.h"

namespace antre::conversation {

bool takes_bookings(const scheduling::Office& office);
// What a request is for when it does not say: a new passport, else what the office offers first.
Service default_service(const View& view);
// Nothing when no pool of the office offers the service.
const scheduling::PoolCalendar* calendar_for(const View& view, Service service);

// The first moment an arrival window may begin: now and the office's lead time.
LocalTime first_moment(const View& view);
Result<scheduling::Offer, scheduling::Refusal>
best_place(const View& view, Service service, const scheduling::Wish& wish);
Result<scheduling::Offer, scheduling::Refusal>
earliest_place(const View& view, Service service, std::uint8_t party);

// The wish "as early as may be", said as a range of all days.
scheduling::Wish any_day(const View& view, const scheduling::Wish& wish);
// As the engine is asked: the range of all days is no wish at all.
scheduling::Wish as_proposed(const View& view, scheduling::Wish wish);

// People this contact may still book for, coming for that.
int people_left(const View& view, Service service);

// A booking of this contact, of any office; nothing when it is not theirs or no longer active.
const BookingSeen* booking_seen(const View& view, BookingId id);
bool is_of_this_office(const View& view, const BookingSeen& seen);
// Whether its arrival window has begun, on its own office's clock.
bool has_begun(const View& view, const BookingSeen& seen);
// Until when its people may report at the entrance, and whether that is over on its day.
MinuteOfDay report_until(const BookingSeen& seen);
bool is_missed(const View& view, const BookingSeen& seen);
LocalDate today_at(const View& view, const scheduling::Office& office);

}  // namespace antre::conversation
