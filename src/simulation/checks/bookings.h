#pragma once

// I3, I5 and I11: a code is given once for ever, nobody has two places under one name, a booking
// goes only through the states it may, and each change of it comes with its journal entry and, for
// people who write to us, with its answer, in the same commit.

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "engine/commit.h"
#include "simulation/verdict.h"

namespace antre::simulation {

class BookingsCheck {
public:
    explicit BookingsCheck(Verdict& verdict)
        : verdict_(verdict) {}

    void look(const engine::Commit& commit);

    struct Counts {
        std::uint64_t held = 0;
        std::uint64_t booked = 0;
        std::uint64_t moved = 0;
        std::uint64_t cancelled = 0;
        std::uint64_t expired = 0;
        std::uint64_t released = 0;
        std::uint64_t corrected = 0;
        std::uint64_t erasures_asked = 0;
        std::uint64_t erased = 0;
    };
    [[nodiscard]] const Counts& counts() const { return counts_; }
    [[nodiscard]] const std::map<BookingId, scheduling::Booking>& all() const { return bookings_; }

private:
    // A contact, a birth date and a name as it was typed, in lower case.
    using Who = std::tuple<ContactId, LocalDate, std::string>;

    void put(const engine::PutBooking& change);
    void look_at_people(const scheduling::Booking& booking, Instant now);
    void look_at_events(const engine::Commit& commit, const std::set<BookingId>& changed);
    void count(engine::EventKind kind);

    Verdict& verdict_;
    std::map<BookingId, scheduling::Booking> bookings_;
    std::map<BookingId, scheduling::Booking> before_;  // as they were before this commit
    std::map<Who, std::set<BookingId>> booked_;
    std::map<BookingId, std::set<Who>> people_;  // the same, by booking
    Counts counts_;
};

}  // namespace antre::simulation
