#pragma once

// A pool's calendar: which places of the next days are free. It keeps, for each party size and hour
// of the day, one bit a day that says "there is room", so that finding the earliest place costs the
// same whether no day or 400 days are full. It is a hint for speed, rebuilt from the store on load;
// the stored place row stays the truth.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "foundation/time.h"
#include "scheduling/day_plan.h"
#include "scheduling/limits.h"
#include "scheduling/place.h"

namespace antre::scheduling {

// Who asks: decides which kinds of place may be given.
enum class Audience : std::uint8_t {
    everyone,  // regular places
    priority,  // priority and regular places
    walk_in,   // walk-in places
};
inline constexpr std::size_t audiences = 3;

// What an hour of a day still has.
struct HourRoom {
    char letter = 'A';
    MinuteOfDay opens;
    MinuteOfDay closes;
    std::uint16_t free = 0;      // places the audience may take
    std::uint16_t capacity = 0;  // all places of the hour
};

class PoolCalendar {
public:
    // Plans `horizon_days` + 1 days from `first_day`, all places free.
    PoolCalendar(const Office& office, const Pool& pool, LocalDate first_day);

    [[nodiscard]] PoolId pool() const { return pool_; }
    [[nodiscard]] LocalDate first_day() const { return first_day_; }
    [[nodiscard]] LocalDate last_day() const;
    [[nodiscard]] const DayPlan& plan_on(LocalDate day) const;  // empty plan outside the horizon

    // Marks a number as held. False when it is held already or the day is outside the horizon.
    // A number that the plan no longer has (capacity was cut) still uses up one place of its hour.
    bool take(LocalDate day, PlaceNumber number);
    // Frees a number. False when it was not held.
    bool release(LocalDate day, PlaceNumber number);
    [[nodiscard]] bool is_taken(LocalDate day, PlaceNumber number) const;

    [[nodiscard]] std::uint16_t taken_on(LocalDate day) const;     // places held that day
    [[nodiscard]] std::uint16_t capacity_on(LocalDate day) const;  // places of that day's plan
    [[nodiscard]] std::uint16_t free_on(LocalDate day, Audience audience) const;
    [[nodiscard]] std::vector<HourRoom> hours_on(LocalDate day, Audience audience) const;

    // First run of `party` neighbouring free places whose first window opens in [from, to);
    // position of its first place. Neighbours never cross a break.
    [[nodiscard]] std::optional<std::uint16_t> first_run(
        LocalDate day, std::uint8_t party, Audience audience, MinuteOfDay from, MinuteOfDay to
    ) const;
    // The same, but the last such run before `to`.
    [[nodiscard]] std::optional<std::uint16_t> last_run(
        LocalDate day, std::uint8_t party, Audience audience, MinuteOfDay from, MinuteOfDay to
    ) const;
    // First day on or after `from` with a run beginning in a clock hour of [from_hour, to_hour).
    [[nodiscard]] std::optional<LocalDate> next_day_with_room(
        LocalDate from, std::uint8_t party, Audience audience, int from_hour, int to_hour
    ) const;

    [[nodiscard]] Placement
    placement_at(LocalDate day, std::uint16_t position, std::uint8_t party) const;

    // Moves the horizon so that it begins on `today`; days gone by are forgotten.
    void roll_to(const Office& office, const Pool& pool, LocalDate today);

private:
    struct Day {
        std::uint32_t plan = 0;              // index into plans_
        std::vector<std::uint64_t> free;     // one bit a position
        std::vector<PlaceNumber> beyond;     // held numbers that the plan does not have
        std::vector<std::uint16_t> blocked;  // positions given up for `beyond`
        std::uint16_t taken = 0;
    };
    static constexpr std::size_t hours_of_day = 24;
    static constexpr std::size_t day_words = (horizon_days + 64) / 64;
    using DayBits = std::array<std::uint64_t, day_words>;

    [[nodiscard]] const Day* day_at(LocalDate day) const;
    [[nodiscard]] std::vector<std::uint64_t>
    runs_of(const Day& day, std::uint8_t party, Audience audience) const;
    std::uint32_t plan_index(const Office& office, const Pool& pool, LocalDate day);
    void block_one(Day& day, char letter);
    void unblock_one(Day& day, char letter);
    void summarise(std::size_t day_index);

    PoolId pool_;
    LocalDate first_day_;
    std::vector<DayPlan> plans_;  // the distinct plans; most days share a weekday's
    std::vector<Day> days_;
    // room_[audience][party - 1][hour]: bit d is set when day d has such a run.
    std::array<std::array<std::array<DayBits, hours_of_day>, party_people_max>, 2> room_{};
};

}  // namespace antre::scheduling
