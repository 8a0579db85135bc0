#include "conversation/nearby.h"

#include <algorithm>
#include <tuple>

#include "conversation/asking.h"
#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/recovery.h"
#include "conversation/room.h"
#include "conversation/ticket.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::int64_t metres_per_degree = 111'195;  // of a great circle
constexpr std::int64_t millionths = 1'000'000;
constexpr std::int64_t metres_per_km = 1'000;

// The smallest number whose square is not below n. REQUIRES: n >= 0.
std::int64_t root_up(std::int64_t n) {
    std::int64_t low = 0;
    std::int64_t high = 3'000'000'000;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (middle * middle >= n) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

const scheduling::PoolCalendar* calendar_of(const OfficeSeen& seen, Service service) {
    const scheduling::Pool* pool = scheduling::pool_for(*seen.office, service);
    if (pool == nullptr) return nullptr;
    for (const scheduling::PoolCalendar& calendar : seen.calendars) {
        if (calendar.pool() == pool->id) return &calendar;
    }
    return nullptr;
}

const OfficeSeen* other_office(const View& view, std::optional<OfficeId> id) {
    for (const OfficeSeen& seen : view.others) {
        if (seen.office->id == id) return &seen;
    }
    return nullptr;
}

// Spaces and colons are the only characters of ours that a link does not carry as they are.
std::string for_link(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ') {
            out += "%20";
        } else if (c == ':') {
            out += "%3A";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

std::int32_t km_between(
    std::int32_t latitude_a,
    std::int32_t longitude_a,
    std::int32_t latitude_b,
    std::int32_t longitude_b
) {
    const std::int64_t north =
        (std::int64_t{latitude_a} - latitude_b) * metres_per_degree / millionths;
    const std::int64_t east =
        (std::int64_t{longitude_a} - longitude_b) * metres_per_degree / millionths;
    const std::int64_t metres = root_up(north * north + east * east);
    return static_cast<std::int32_t>((metres + metres_per_km - 1) / metres_per_km);
}

std::vector<NearbyRoom>
nearby_room(const View& view, Service service, const scheduling::Wish& wish, std::size_t most) {
    std::vector<NearbyRoom> found;
    const scheduling::Profile& here = view.office.profile;
    if (!wish.date) return found;
    for (const OfficeSeen& seen : view.others) {
        const scheduling::Office& office = *seen.office;
        const scheduling::PoolCalendar* calendar = calendar_of(seen, service);
        if (!takes_bookings(office) || office.display_phone.empty() || calendar == nullptr)
            continue;
        const std::int32_t km = km_between(
            here.latitude_e6,
            here.longitude_e6,
            office.profile.latitude_e6,
            office.profile.longitude_e6
        );
        if (km > nearby_km_max) continue;
        const LocalTime first = local_time(view.now + minutes(office.lead_minutes), office.zone);
        const auto offer = scheduling::find_place(*calendar, wish, first);
        if (!offer || offer->match == scheduling::Match::other_day) continue;
        const LocalDate day = offer->placement.day;
        found.push_back({&office, km, offer->placement, calendar->free_on(day, wish.audience)});
    }
    std::sort(found.begin(), found.end(), [](const NearbyRoom& a, const NearbyRoom& b) {
        return std::tie(a.km, a.office->id) < std::tie(b.km, b.office->id);
    });
    if (found.size() > most) found.resize(most);
    return found;
}

void tell_other_office(Scene& scene, const Payload& payload) {
    const OfficeSeen* seen = other_office(scene.view, payload.office);
    if (seen == nullptr || !payload.day || !payload.minute) return recover(scene);
    const scheduling::Office& office = *seen->office;
    const std::string ask = scene.say(
        "other_office.message",
        {{"day", day_text(*payload.day, scene.language)},
         {"time", clock_text(*payload.minute, scene.language)}}
    );
    tell(
        scene,
        note(scene.say(
            "other_office.told",
            {{"office", office_name(office, scene.language)},
             {"when", when_text(*payload.day, *payload.minute, office.zone, scene.language)},
             {"phone", "+" + office.display_phone},
             {"link", "https://wa.me/" + office.display_phone + "?text=" + for_link(ask)}}
        )),
        {button(scene, Act::proceed), button(scene, Act::menu)}
    );
}

namespace {

bool names_city(const language::Meaning& meaning, const scheduling::Office& office) {
    const std::string city = to_lower_ascii(office.profile.city);
    return std::ranges::find(meaning.office_cities, city) != meaning.office_cities.end();
}

bool begins_something(const language::Meaning& meaning) {
    return meaning.intent == language::Intent::book ||
           meaning.intent == language::Intent::availability ||
           meaning.intent == language::Intent::info;
}

}  // namespace

bool tell_office_named(Scene& scene, const Said& said) {
    const Step step = scene.talk.step;
    const bool is_beginning = step == Step::resting || step == Step::offering_earliest;
    if (!is_beginning || !begins_something(said.meaning)) return false;
    const scheduling::Office& here = scene.view.office;
    if (names_city(said.meaning, here)) return false;
    for (const OfficeSeen& seen : scene.view.others) {
        const scheduling::Office& office = *seen.office;
        if (!names_city(said.meaning, office)) continue;
        tell(
            scene,
            note(scene.say(
                "other_office.named",
                {{"here", office_name(here, scene.language)},
                 {"office", office_name(office, scene.language)},
                 {"phone", "+" + office.display_phone},
                 {"link",
                  "https://wa.me/" + office.display_phone +
                      "?text=" + for_link(scene.say("other_office.word"))}}
            )),
            {button(scene, Act::start), button(scene, Act::menu)}
        );
        return true;
    }
    return false;
}

}  // namespace antre::conversation
