#pragma once

// I2 and I13: no place has two holders, no hour or window holds more than the office set, a booking
// holds exactly its places, and places lie in opening hours that are still to come. Reckoned anew
// from the office's settings, without the allocation's own code.

#include <map>
#include <set>
#include <utility>

#include "engine/commit.h"
#include "scheduling/office.h"
#include "simulation/verdict.h"

namespace antre::simulation {

class PlacesCheck {
public:
    explicit PlacesCheck(Verdict& verdict)
        : verdict_(verdict) {}

    // One commit that the store kept, in order.
    void look(const engine::Commit& commit);
    [[nodiscard]] std::size_t held() const { return holders_.size(); }

private:
    using Place = std::pair<OfficeId, scheduling::PlaceKey>;

    void take(const engine::Commit& commit, const engine::TakePlaces& taken);
    void free(const engine::FreePlaces& freed);
    void look_at_hours(
        const engine::Commit& commit,
        const scheduling::Office& office,
        const scheduling::Placement& placement
    );
    void compare(const scheduling::Booking& booking);

    Verdict& verdict_;
    std::map<OfficeId, scheduling::Office> offices_;
    std::map<Place, BookingId> holders_;
    std::map<BookingId, std::set<Place>> held_;
};

}  // namespace antre::simulation
