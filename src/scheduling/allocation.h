#pragma once

// Allocation answers one question: which free places suit this wish best? It is a pure choice over
// a pool's calendar, and it has an answer as long as any place is free within the horizon.

#include <cstdint>
#include <optional>
#include <string_view>

#include "foundation/result.h"
#include "foundation/time.h"
#include "scheduling/place.h"
#include "scheduling/pool_calendar.h"

namespace antre::scheduling {

// Why a request got no place. People read one sentence for each (wording key refusal.<name>).
enum class Refusal : std::uint8_t {
    office_not_open,  // the office takes no bookings (candidate or suspended)
    service_not_offered,
    party_too_large,  // more people than one booking or contact may have
    person_already_booked,
    horizon_full,        // no place within the horizon: the office is told, the person too
    booking_unknown,     // no such booking, or not theirs: the same answer for both
    booking_ended,       // cancelled, expired or past
    too_late_to_change,  // its window has begun
    moves_exhausted,
    hold_expired,
    place_taken,  // the exact place asked for is gone
};
std::string_view name_of(Refusal refusal);

// What a party wishes. An empty wish means "the earliest".
struct Wish {
    std::optional<LocalDate> date;
    std::optional<LocalDate> date_to;    // with `date`: any day of the range
    std::optional<MinuteOfDay> time;     // at this time or later
    std::optional<MinuteOfDay> time_to;  // with `time`: before this time
    std::uint8_t party = 1;              // people, 1-party_people_max
    Audience audience = Audience::everyone;
    friend bool operator==(const Wish&, const Wish&) = default;
};

// How well the wish was met: decides which sentence goes with the offer.
enum class Match : std::uint8_t {
    as_wished,
    later_that_day,
    earlier_that_day,
    other_day,  // the wished day (or range) has no room or is closed
};

std::string_view name_of(Match match);

struct Offer {
    Placement placement;
    Match match = Match::as_wished;
    friend bool operator==(const Offer&, const Offer&) = default;
};

// The rule, in this order: the wished day(s) at the wished hours; later that day; earlier that day;
// then the next open day, where the wished hours are honoured if that costs at most
// `daypart_patience_days` more than taking any hour. On another day the wished hours are whole
// clock hours, their exact minutes first. Behind the last day with room, the nearest day before the
// wish. Without a date there is no other day: the match then says how the hours were met.
// `not_before` is the first moment a window may begin (now + the office's lead time).
// REQUIRES: 1 <= wish.party <= party_people_max.
Result<Offer, Refusal>
find_place(const PoolCalendar& calendar, const Wish& wish, LocalTime not_before);

}  // namespace antre::scheduling
