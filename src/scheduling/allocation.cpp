#include "scheduling/allocation.h"

#include <algorithm>

#include "foundation/assert.h"

namespace antre::scheduling {

namespace {

constexpr OpenHours all_day{clock_time(0, 0), clock_time(24, 0)};

// A place found, before it is spelt out.
struct Found {
    LocalDate day;
    std::uint16_t position = 0;
};

// One question to one calendar; the functions read as the rule's sentences.
class Search {
public:
    Search(const PoolCalendar& calendar, const Wish& wish, LocalTime not_before)
        : calendar_(calendar)
        , wish_(wish)
        , not_before_(not_before)
        , wished_(all_day) {
        if (wish.time) wished_.opens = *wish.time;
        if (wish.time_to) wished_.closes = *wish.time_to;
    }

    [[nodiscard]] std::optional<Found> within_days(LocalDate first, LocalDate last) const;
    [[nodiscard]] std::optional<Found> on_another_day_from(LocalDate from) const;
    [[nodiscard]] std::optional<Found> on_the_nearest_day_before(LocalDate day) const;
    [[nodiscard]] Match match_of(MinuteOfDay window) const;

private:
    [[nodiscard]] std::optional<Found> first_in(LocalDate day, OpenHours hours) const;
    [[nodiscard]] std::optional<Found> last_in(LocalDate day, OpenHours hours) const;
    [[nodiscard]] std::optional<Found> around_wished_hours(LocalDate day) const;
    [[nodiscard]] std::optional<LocalDate> day_with_room(LocalDate from, OpenHours hours) const;
    [[nodiscard]] OpenHours still_open(LocalDate day, OpenHours hours) const;
    [[nodiscard]] OpenHours wished_clock_hours() const;

    const PoolCalendar& calendar_;
    const Wish& wish_;
    LocalTime not_before_;
    OpenHours wished_;
};

// The part of the hours that is not too soon; empty when the whole day is.
OpenHours Search::still_open(LocalDate day, OpenHours hours) const {
    if (day < not_before_.date) return {hours.closes, hours.closes};
    if (day == not_before_.date) hours.opens = std::max(hours.opens, not_before_.minute);
    return hours;
}

OpenHours Search::wished_clock_hours() const {
    const int from_hour = wished_.opens.value / 60;
    const int to_hour = (wished_.closes.value + 59) / 60;
    return {clock_time(from_hour, 0), clock_time(to_hour, 0)};
}

std::optional<Found> Search::first_in(LocalDate day, OpenHours hours) const {
    const OpenHours open = still_open(day, hours);
    if (open.opens >= open.closes) return std::nullopt;
    const auto position =
        calendar_.first_run(day, wish_.party, wish_.audience, open.opens, open.closes);
    return position ? std::optional(Found{day, *position}) : std::nullopt;
}

std::optional<Found> Search::last_in(LocalDate day, OpenHours hours) const {
    const OpenHours open = still_open(day, hours);
    if (open.opens >= open.closes) return std::nullopt;
    const auto position =
        calendar_.last_run(day, wish_.party, wish_.audience, open.opens, open.closes);
    return position ? std::optional(Found{day, *position}) : std::nullopt;
}

// The wished hours; later that day; earlier that day, but as near to the wish as can be.
std::optional<Found> Search::around_wished_hours(LocalDate day) const {
    if (const auto found = first_in(day, wished_)) return found;
    if (const auto found = first_in(day, {wished_.closes, all_day.closes})) return found;
    return last_in(day, {all_day.opens, wished_.opens});
}

// The first day from `from` with a run that begins in those clock hours.
std::optional<LocalDate> Search::day_with_room(LocalDate from, OpenHours hours) const {
    from = std::max(from, not_before_.date);
    if (from == not_before_.date) {
        if (first_in(from, hours)) return from;
        from = from + 1;
    }
    return calendar_.next_day_with_room(
        from, wish_.party, wish_.audience, hours.opens.value / 60, hours.closes.value / 60
    );
}

std::optional<Found> Search::within_days(LocalDate first, LocalDate last) const {
    const OpenHours clock_hours = wished_clock_hours();
    for (auto day = day_with_room(first, clock_hours); day && *day <= last;
         day = day_with_room(*day + 1, clock_hours)) {
        if (const auto found = first_in(*day, wished_)) return found;
    }
    const auto day = day_with_room(first, all_day);
    return day && *day <= last ? around_wished_hours(*day) : std::nullopt;
}

std::optional<Found> Search::on_another_day_from(LocalDate from) const {
    const auto soonest = day_with_room(from, all_day);
    if (!soonest) return std::nullopt;
    const OpenHours clock_hours = wished_clock_hours();
    const auto suiting = day_with_room(*soonest, clock_hours);
    if (!suiting || *suiting - *soonest > daypart_patience_days) {
        return around_wished_hours(*soonest);
    }
    if (const auto found = first_in(*suiting, wished_)) return found;
    return first_in(*suiting, clock_hours);
}

// Only when nothing is left from the wished day to the horizon's end, so a walk back is cheap
// enough.
std::optional<Found> Search::on_the_nearest_day_before(LocalDate day) const {
    for (day = std::min(day - 1, calendar_.last_day()); day >= not_before_.date; day = day - 1) {
        if (const auto found = around_wished_hours(day)) return found;
        if (day <= calendar_.first_day()) break;
    }
    return std::nullopt;
}

Match Search::match_of(MinuteOfDay window) const {
    if (window < wished_.opens) return Match::earlier_that_day;
    return window < wished_.closes ? Match::as_wished : Match::later_that_day;
}

}  // namespace

std::string_view name_of(Refusal refusal) {
    switch (refusal) {
    case Refusal::office_not_open: return "office_not_open";
    case Refusal::service_not_offered: return "service_not_offered";
    case Refusal::party_too_large: return "party_too_large";
    case Refusal::person_already_booked: return "person_already_booked";
    case Refusal::horizon_full: return "horizon_full";
    case Refusal::booking_unknown: return "booking_unknown";
    case Refusal::booking_ended: return "booking_ended";
    case Refusal::too_late_to_change: return "too_late_to_change";
    case Refusal::moves_exhausted: return "moves_exhausted";
    case Refusal::hold_expired: return "hold_expired";
    case Refusal::place_taken: return "place_taken";
    }
    return "";
}

std::string_view name_of(Match match) {
    switch (match) {
    case Match::as_wished: return "as_wished";
    case Match::later_that_day: return "later_that_day";
    case Match::earlier_that_day: return "earlier_that_day";
    case Match::other_day: return "other_day";
    }
    return "";
}

Result<Offer, Refusal>
find_place(const PoolCalendar& calendar, const Wish& wish, LocalTime not_before) {
    ASSERT(wish.party >= 1 && wish.party <= party_people_max);
    const Search search(calendar, wish, not_before);
    const auto offer_of = [&](const Found& found) {
        return Offer{
            calendar.placement_at(found.day, found.position, wish.party, wish.audience),
            Match::other_day};
    };

    if (wish.date) {
        const LocalDate last = std::max(*wish.date, wish.date_to.value_or(*wish.date));
        if (const auto found = search.within_days(*wish.date, last)) {
            Offer offer = offer_of(*found);
            offer.match = search.match_of(offer.placement.window);
            return offer;
        }
        if (const auto found = search.on_another_day_from(last + 1)) return offer_of(*found);
        if (const auto found = search.on_the_nearest_day_before(*wish.date))
            return offer_of(*found);
        return fail(Refusal::horizon_full);
    }
    const auto found = search.on_another_day_from(not_before.date);
    if (!found) return fail(Refusal::horizon_full);
    Offer offer = offer_of(*found);
    offer.match = search.match_of(offer.placement.window);
    return offer;
}

}  // namespace antre::scheduling
