#pragma once

// What we begin of our own accord. I13: a reminder is sent once a visit, for the day it names, to
// who can be written to, and to all who are due. I5: who an office moves is told in the same
// commit, and I12: nobody overtakes anybody when a day is closed.

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "engine/commit.h"
#include "simulation/checks/people.h"
#include "simulation/verdict.h"

namespace antre::simulation {

class PromisesCheck {
public:
    using Bookings = std::map<BookingId, scheduling::Booking>;
    PromisesCheck(Verdict& verdict, const Bookings& bookings, const ReachablePeople& people)
        : verdict_(verdict)
        , bookings_(bookings)
        , people_(people) {}

    // Before the bookings of the commit are known, after its contacts are.
    void look(const engine::Commit& commit);

private:
    struct Reminders {
        LocalDate day;
        std::size_t said = 0;  // how many, by the journal
    };
    void look_at_reminders(const engine::Commit& commit, const Reminders& reminders);
    void look_at_mark(const engine::Commit& commit, std::optional<LocalDate> last);
    [[nodiscard]] bool has_lanes(OfficeId office, PoolId pool) const;
    void look_at_closure(const engine::Commit& commit, LocalDate day);
    [[nodiscard]] bool
    is_due(const engine::Commit& commit, const scheduling::Booking& booking, LocalDate day) const;

    Verdict& verdict_;
    const Bookings& bookings_;  // as they were before the commit
    const ReachablePeople& people_;
    std::map<OfficeId, scheduling::Office> offices_;
    std::map<OfficeId, LocalDate> marks_;  // how far each has come with its reminders
    std::set<std::pair<BookingId, std::uint32_t>> reminded_;
};

}  // namespace antre::simulation
