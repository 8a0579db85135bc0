#include "conversation/room.h"

#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::int32_t day_minutes = 1440;

LocalTime plus_minutes(LocalTime at, std::int32_t minutes_more) {
    const std::int32_t minute = at.minute.value + minutes_more;
    return {
        at.date + minute / day_minutes,
        MinuteOfDay{static_cast<std::int16_t>(minute % day_minutes)}};
}

LocalTime now_at(const View& view, const scheduling::Office& office) {
    return office.id == view.office.id ? view.local_now : local_time(view.now, office.zone);
}

}  // namespace

bool takes_bookings(const scheduling::Office& office) {
    return office.stage == scheduling::OfficeStage::pilot ||
           office.stage == scheduling::OfficeStage::live;
}

Service default_service(const View& view) {
    for (const Service service : all_services) {
        if (calendar_for(view, service) != nullptr) return service;
    }
    return Service::new_passport;
}

const scheduling::PoolCalendar* calendar_for(const View& view, Service service) {
    const scheduling::Pool* pool = scheduling::pool_for(view.office, service);
    if (pool == nullptr) return nullptr;
    for (const scheduling::PoolCalendar& calendar : view.calendars) {
        if (calendar.pool() == pool->id) return &calendar;
    }
    return nullptr;
}

LocalTime first_moment(const View& view) {
    return plus_minutes(view.local_now, view.office.lead_minutes);
}

Result<scheduling::Offer, scheduling::Refusal>
best_place(const View& view, Service service, const scheduling::Wish& wish) {
    if (!takes_bookings(view.office)) return fail(scheduling::Refusal::office_not_open);
    const scheduling::PoolCalendar* calendar = calendar_for(view, service);
    if (calendar == nullptr) return fail(scheduling::Refusal::service_not_offered);
    return scheduling::find_place(*calendar, as_proposed(view, wish), first_moment(view));
}

Result<scheduling::Offer, scheduling::Refusal>
earliest_place(const View& view, Service service, std::uint8_t party) {
    scheduling::Wish wish;
    wish.party = party;
    return best_place(view, service, wish);
}

scheduling::Wish any_day(const View& view, const scheduling::Wish& wish) {
    scheduling::Wish any = wish;
    any.date = view.local_now.date;
    any.date_to = view.local_now.date + scheduling::horizon_days;
    return any;
}

scheduling::Wish as_proposed(const View& view, scheduling::Wish wish) {
    const bool is_any = wish.date && wish.date_to && *wish.date <= view.local_now.date &&
                        *wish.date_to - *wish.date >= scheduling::horizon_days;
    if (is_any) {
        wish.date.reset();
        wish.date_to.reset();
    }
    return wish;
}

int people_left(const View& view, Service service) {
    int left = scheduling::contact_people_max;
    for (const BookingSeen& seen : view.bookings) {
        if (!is_counted_with(seen.booking->service, service)) continue;
        left -= static_cast<int>(seen.booking->placement.numbers.size());
    }
    return left < 0 ? 0 : left;
}

const BookingSeen* booking_seen(const View& view, BookingId id) {
    for (const BookingSeen& seen : view.bookings) {
        if (seen.booking->id == id) return &seen;
    }
    return nullptr;
}

bool is_of_this_office(const View& view, const BookingSeen& seen) {
    return seen.office->id == view.office.id;
}

bool has_begun(const View& view, const BookingSeen& seen) {
    const scheduling::Placement& placement = seen.booking->placement;
    return LocalTime{placement.day, placement.window} <= now_at(view, *seen.office);
}

MinuteOfDay report_until(const BookingSeen& seen) {
    const int last = seen.booking->placement.window.value + scheduling::report_minutes;
    return MinuteOfDay{static_cast<std::int16_t>(std::min(last, 24 * 60))};
}

bool is_missed(const View& view, const BookingSeen& seen) {
    const LocalTime now = local_time(view.now, seen.office->zone);
    return seen.booking->placement.day == now.date && now.minute > report_until(seen);
}

LocalDate today_at(const View& view, const scheduling::Office& office) {
    return now_at(view, office).date;
}

}  // namespace antre::conversation
