#include "simulation/checks/places.h"

#include <algorithm>
#include <string>
#include <variant>

namespace antre::simulation {

namespace {

constexpr int hour_minutes = 60;

std::string text_of(BookingId id) {
    return "booking " + std::to_string(id.value);
}

int rounded_up(int amount, int by) {
    return (amount + by - 1) / by;
}

// The full or part hour of the day's sessions that a letter stands for.
struct Hour {
    int opens = 0;
    int minutes = 0;
    int places_max = 0;
};

std::optional<Hour> hour_lettered(
    const scheduling::Pool& pool,
    const scheduling::DayException* exception,
    LocalDate day,
    char letter
) {
    int per_hour = pool.places_per_hour;
    if (exception != nullptr && exception->places_per_hour) per_hour = *exception->places_per_hour;
    char next = pool.first_letter;
    for (const auto& session : scheduling::hours_of(pool, exception, weekday_of(day))) {
        for (int opens = session.opens.value; opens < session.closes.value;
             opens += hour_minutes, ++next) {
            if (next != letter) continue;
            const int minutes = std::min(hour_minutes, session.closes.value - opens);
            return Hour{opens, minutes, rounded_up(per_hour * minutes, hour_minutes)};
        }
    }
    return std::nullopt;
}

// Whether the commit gives up these very places for the same party: a hold that becomes a booking.
bool is_handed_on(const engine::Commit& commit, const scheduling::Placement& placement) {
    return std::any_of(commit.changes.begin(), commit.changes.end(), [&](const auto& change) {
        const auto* freed = std::get_if<engine::FreePlaces>(&change);
        return freed != nullptr && freed->placement == placement;
    });
}

}  // namespace

void PlacesCheck::look_at_hours(
    const engine::Commit& commit,
    const scheduling::Office& office,
    const scheduling::Placement& placement
) {
    const scheduling::Pool* pool = scheduling::pool_of(office, placement.pool);
    if (pool == nullptr) return verdict_.broken("I13", "places of no pool of the office");
    const auto* exception = scheduling::exception_on(office, placement.day);
    const std::string on = " on " + iso_date(placement.day);
    if (exception != nullptr && exception->is_closed) {
        return verdict_.broken("I13", "places on a closed day" + on);
    }
    verdict_.looked("I13");
    bool is_first = true;
    for (const scheduling::PlaceNumber number : placement.numbers) {
        const std::string place = "place " + scheduling::label_of(number) + on;
        const auto hour = hour_lettered(*pool, exception, placement.day, number.letter);
        if (!hour) {
            verdict_.broken("I13", place + " is outside opening hours");
            continue;
        }
        if (number.running > hour->places_max) {
            verdict_.broken("I2", place + " is above the capacity of its hour");
        }
        if (!is_first) continue;
        is_first = false;
        // Even spread over the hour's windows, give or take one window for rounding.
        const int width = pool->window_minutes;
        const int even = (number.running - 1) * hour->minutes / std::max(hour->places_max, 1);
        const int stated = placement.window.value - hour->opens;
        if (stated < 0 || stated >= hour->minutes) {
            verdict_.broken("I13", place + " has a window of another hour");
        } else if (stated > even + width || stated + 2 * width < even) {
            verdict_.broken("I2", place + " is not in the window of its share");
        }
    }
    const Instant starts = instant_of({placement.day, placement.window}, office.zone);
    const Instant earliest = commit.at + minutes(office.lead_minutes) - minutes(1);
    if (starts < earliest && !is_handed_on(commit, placement)) {
        verdict_.broken("I13", "places that begin too soon" + on);
    }
}

void PlacesCheck::take(const engine::Commit& commit, const engine::TakePlaces& taken) {
    const auto office = offices_.find(taken.office);
    if (office == offices_.end()) return verdict_.broken("I2", "places of an unknown office");
    look_at_hours(commit, office->second, taken.placement);
    for (const scheduling::PlaceNumber number : taken.placement.numbers) {
        const Place place{taken.office, {taken.placement.pool, taken.placement.day, number}};
        verdict_.looked("I2");
        if (!holders_.emplace(place, taken.holder).second) {
            verdict_.broken(
                "I2",
                "place " + scheduling::label_of(number) + " on " + iso_date(taken.placement.day) +
                    " has two holders"
            );
        }
        held_[taken.holder].insert(place);
    }
}

void PlacesCheck::free(const engine::FreePlaces& freed) {
    for (const scheduling::PlaceNumber number : freed.placement.numbers) {
        const Place place{freed.office, {freed.placement.pool, freed.placement.day, number}};
        const auto found = holders_.find(place);
        if (found == holders_.end() || found->second != freed.holder) {
            verdict_.broken("I2", text_of(freed.holder) + " gave up a place it did not hold");
            continue;
        }
        holders_.erase(found);
        held_[freed.holder].erase(place);
    }
}

void PlacesCheck::compare(const scheduling::Booking& booking) {
    std::set<Place> due;
    if (scheduling::is_active(booking.status)) {
        for (const scheduling::PlaceNumber number : booking.placement.numbers)
            due.insert({booking.office, {booking.placement.pool, booking.placement.day, number}});
    }
    verdict_.looked("I2");
    if (held_[booking.id] != due) {
        verdict_.broken("I2", text_of(booking.id) + " does not hold exactly its places");
    }
    if (due.empty()) held_.erase(booking.id);
}

void PlacesCheck::look(const engine::Commit& commit) {
    for (const engine::Change& change : commit.changes) {
        if (const auto* put = std::get_if<engine::PutOfficeRow>(&change)) {
            offices_[put->office.id] = put->office;
        }
        if (const auto* taken = std::get_if<engine::TakePlaces>(&change)) take(commit, *taken);
        if (const auto* freed = std::get_if<engine::FreePlaces>(&change)) free(*freed);
    }
    // A booking may be put more than once in a commit: its last form counts.
    std::map<BookingId, const scheduling::Booking*> last;
    for (const engine::Change& change : commit.changes) {
        if (const auto* put = std::get_if<engine::PutBooking>(&change)) {
            last[put->booking.id] = &put->booking;
        }
    }
    for (const auto& [id, booking] : last)
        compare(*booking);
}

}  // namespace antre::simulation
