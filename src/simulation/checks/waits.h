#pragma once

// I12: the waiting list is fair. A freed place is held for the first who waits for it, for the
// whole party or nobody, one offer a party, told in the commit that held it; who lets two offers
// pass unanswered, or has no booking any more, waits no longer.

#include <map>
#include <string>
#include <vector>

#include "engine/commit.h"
#include "scheduling/waiting.h"
#include "simulation/checks/people.h"
#include "simulation/verdict.h"

namespace antre::simulation {

class WaitsCheck {
public:
    using Bookings = std::map<BookingId, scheduling::Booking>;
    WaitsCheck(Verdict& verdict, const Bookings& bookings, const ReachablePeople& people)
        : verdict_(verdict)
        , bookings_(bookings)
        , people_(people) {}

    // After the bookings and contacts of the commit are known.
    void look(const engine::Commit& commit);

    [[nodiscard]] std::size_t waiting() const { return waits_.size(); }
    [[nodiscard]] std::uint64_t offered() const { return offered_; }

private:
    void look_at_offer(const engine::Commit& commit, const scheduling::Wait& wait);
    // Whether somebody before `served` would have had that place, and was left out.
    void look_for_overtaken(const scheduling::Wait& served, const scheduling::Placement& place);
    void look_at_ends(const engine::Commit& commit);
    [[nodiscard]] const scheduling::Booking* booking(BookingId id) const;

    Verdict& verdict_;
    const Bookings& bookings_;
    const ReachablePeople& people_;
    std::map<BookingId, scheduling::Wait> waits_;
    std::uint64_t offered_ = 0;
};

}  // namespace antre::simulation
