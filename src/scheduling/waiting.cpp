#include "scheduling/waiting.h"

#include <algorithm>
#include <utility>

#include "foundation/assert.h"
#include "scheduling/limits.h"

namespace antre::scheduling {

namespace {

std::optional<Placement>
first_for(const PoolCalendar& calendar, const Wait& wait, LocalTime not_before) {
    const LocalDate from = std::max(wait.from, not_before.date);
    const LocalDate to = std::min(wait.to, calendar.last_day());
    if (from > to) return std::nullopt;
    Wish wish;
    wish.date = from;
    wish.date_to = to;
    wish.time = wait.time;
    wish.time_to = wait.time_to;
    wish.party = wait.party;
    wish.audience = wait.audience;
    auto offer = find_place(calendar, wish, not_before);
    if (!offer || !suits(wait, offer->placement)) return std::nullopt;
    return std::move(offer->placement);
}

}  // namespace

Milliseconds offer_time(Milliseconds ahead) {
    return std::clamp(Milliseconds{ahead.value / offer_share}, offer_time_min, offer_time_max);
}

std::optional<Placement>
place_for(const PoolCalendar& calendar, const Wait& wait, LocalTime not_before) {
    auto place = first_for(calendar, wait, not_before);
    const bool is_let_go = place && wait.passed && place->day == wait.passed->date &&
                           place->window >= wait.passed->minute;
    if (!is_let_go) return place;
    return first_for(calendar, wait, {place->day + 1, MinuteOfDay{0}});
}

bool suits(const Wait& wait, const Placement& place) {
    return place.day >= wait.from && place.day <= wait.to &&
           (!wait.time || place.window >= *wait.time) &&
           (!wait.time_to || place.window < *wait.time_to);
}

bool is_better(const Wait& wait, const Placement& offered, const Placement& had) {
    if (!suits(wait, offered)) return false;
    if (!suits(wait, had)) return true;
    return std::pair{offered.day, offered.window} < std::pair{had.day, had.window};
}

}  // namespace antre::scheduling
