#pragma once

// A pool's calendar: which places of the next days are free. It keeps, for each party size and hour
// of the day, one bit a day that says "there is room", so that finding the earliest place costs the
// same whether no day or 400 days are full. It is a hint for speed, rebuilt from the store on load;
// the stored place row stays the truth.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "foundation/time.h"
#include "scheduling/day_plan.h"
#include "scheduling/lane.h"
#include "scheduling/limits.h"
#include "scheduling/place.h"

namespace antre::scheduling {

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
    // A number that the plan no longer has (capacity was cut) still uses up one place of its hour:
    // the hour's last free place is given up for it. Such a place is neither free nor taken.
    bool take(LocalDate day, PlaceNumber number);
    // Frees a number. False when it was not held.
    bool release(LocalDate day, PlaceNumber number);
    [[nodiscard]] bool is_taken(LocalDate day, PlaceNumber number) const;
    // May be given to somebody now: in the plan, not held, not given up.
    [[nodiscard]] bool is_free(LocalDate day, PlaceNumber number) const;

    [[nodiscard]] std::uint16_t taken_on(LocalDate day) const;     // places held that day
    [[nodiscard]] std::uint16_t capacity_on(LocalDate day) const;  // places of that day's plan
    [[nodiscard]] std::uint16_t free_on(LocalDate day, Audience audience) const;
    // Held places of that day whose numbers come before this one.
    [[nodiscard]] std::uint16_t taken_before(LocalDate day, PlaceNumber number) const;
    [[nodiscard]] std::vector<HourRoom> hours_on(LocalDate day, Audience audience) const;

    // First run of `party` neighbouring free places whose first window opens in [from, to);
    // position of its first place. Neighbours follow each other among the places that the audience
    // may take, and never cross a break. Party 1-party_people_max, here and below.
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

    // The places of a run that first_run or last_run found for the same party and audience.
    [[nodiscard]] Placement placement_at(
        LocalDate day, std::uint16_t position, std::uint8_t party, Audience audience
    ) const;

    // Moves the horizon so that it begins on `today`, and plans it by the settings given; what is
    // held stays held, days gone by are forgotten. The horizon never moves back.
    void roll_to(const Office& office, const Pool& pool, LocalDate today);

private:
    // What all days of the same plan share.
    struct Layout {
        DayPlan plan;
        std::array<Lane, audiences> lanes;
        explicit Layout(DayPlan day_plan);
    };
    struct Day {
        std::uint32_t layout = 0;  // index into layouts_
        std::uint16_t taken = 0;
        std::vector<std::uint64_t> held;                         // one bit a position
        std::array<std::vector<std::uint64_t>, audiences> free;  // one bit a place of the lane
        std::vector<PlaceNumber> beyond;                         // held, but not in the plan
        // By audience and party: bit h is set when a run begins in clock hour h.
        std::array<std::array<std::uint32_t, party_people_max>, audiences> hours{};
    };
    static constexpr std::size_t day_words = (horizon_days + word_bits) / word_bits;
    static constexpr std::size_t any_hour = hours_of_day;
    // For one audience and party, by clock hour (and any_hour): bit d is set when day d has room.
    // The hours of the same 64 days lie together, for a search asks for several hours at once.
    using Room = std::array<std::array<std::uint64_t, hours_of_day + 1>, day_words>;

    [[nodiscard]] std::optional<std::size_t> index_of(LocalDate day) const;
    [[nodiscard]] const Layout& layout_of(const Day& day) const { return layouts_[day.layout]; }
    std::uint32_t layout_for(DayPlan plan);
    void add_day(std::uint32_t layout);
    [[nodiscard]] std::vector<PlaceNumber> held_on(const Day& day) const;
    void set_free(Day& day, std::uint16_t position);
    void set_unavailable(Day& day, std::uint16_t position);
    void settle(std::size_t day_index, PlaceNumber number, std::optional<std::uint16_t> position);
    void settle_hour(Day& day, const HourBlock& block);
    void summarise(std::size_t day_index, std::uint16_t first, std::uint16_t last);
    void summarise_hour(std::size_t day_index, std::size_t audience, int hour);
    void note_room(
        std::size_t day_index, std::size_t audience, std::size_t row, int hour, std::uint64_t runs
    );

    PoolId pool_;
    LocalDate first_day_;
    std::vector<Layout> layouts_;  // most days share a weekday's
    std::vector<Day> days_;
    std::vector<Room> room_;  // by audience and party
};

}  // namespace antre::scheduling
