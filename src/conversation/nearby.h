#pragma once

// Room at other offices: where a day that is full here still has places, nearest first.

#include <cstdint>
#include <vector>

#include "conversation/scene.h"

namespace antre::conversation {

struct NearbyRoom {
    const scheduling::Office* office = nullptr;
    std::int32_t km = 0;  // as the crow flies, rounded up
    scheduling::Placement placement;
    std::uint16_t free = 0;  // places of that day
};

// At most `most` offices not farther than nearby_km_max with room on the wished day, at the wished
// hours or else at others. Nothing for a wish without a day.
std::vector<NearbyRoom>
nearby_room(const View& view, Service service, const scheduling::Wish& wish, std::size_t most);

// Kilometres between two places of Indonesia, in millionths of a degree: a plane, since eleven
// degrees from the equator a degree of longitude is 2 % short.
std::int32_t km_between(
    std::int32_t latitude_a,
    std::int32_t longitude_a,
    std::int32_t latitude_b,
    std::int32_t longitude_b
);

// How to get a place at that office: it gives its own, by its own number.
void tell_other_office(Scene& scene, const Payload& payload);

// Who names another office where a talk begins is told that office's own number. False when none is
// named, or this one too.
bool tell_office_named(Scene& scene, const Said& said);

}  // namespace antre::conversation
