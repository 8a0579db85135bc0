// How the calendar keeps its free bits and its summary in step with what is held. Only the hours
// that a change can reach are looked at again.

#include <algorithm>

#include "scheduling/pool_calendar.h"

namespace antre::scheduling {

namespace {

constexpr std::array kinds_given_up{PlaceKind::regular, PlaceKind::priority, PlaceKind::walk_in};

}  // namespace

void PoolCalendar::set_free(Day& day, std::uint16_t position) {
    const Layout& layout = layout_of(day);
    for (std::size_t audience = 0; audience < audiences; ++audience) {
        if (!may_take(static_cast<Audience>(audience), layout.plan.kinds[position])) continue;
        set_bit(day.free[audience], layout.lanes[audience].index_from(position));
    }
}

void PoolCalendar::set_unavailable(Day& day, std::uint16_t position) {
    const Layout& layout = layout_of(day);
    for (std::size_t audience = 0; audience < audiences; ++audience) {
        if (!may_take(static_cast<Audience>(audience), layout.plan.kinds[position])) continue;
        clear_bit(day.free[audience], layout.lanes[audience].index_from(position));
    }
}

// Brings free places and summary in step after `number` was taken or released.
void PoolCalendar::settle(
    std::size_t day_index, PlaceNumber number, std::optional<std::uint16_t> position
) {
    Day& day = days_[day_index];
    if (position && day.beyond.empty()) {
        has_bit(day.held, *position) ? set_unavailable(day, *position) : set_free(day, *position);
        summarise(day_index, *position, *position);
        return;
    }
    const HourBlock* block = block_lettered(layout_of(day).plan, number.letter);
    if (block == nullptr || block->places == 0) return;
    settle_hour(day, *block);
    summarise(
        day_index, block->first, static_cast<std::uint16_t>(block->first + block->places - 1)
    );
}

// Each held number of the hour that the plan does not have costs the hour its last free place,
// regular ones first: they are what the number was most likely cut from.
void PoolCalendar::settle_hour(Day& day, const HourBlock& block) {
    const DayPlan& plan = layout_of(day).plan;
    const auto end = static_cast<std::uint16_t>(block.first + block.places);
    for (std::uint16_t position = block.first; position < end; ++position)
        has_bit(day.held, position) ? set_unavailable(day, position) : set_free(day, position);
    auto owed = std::count_if(day.beyond.begin(), day.beyond.end(), [&](PlaceNumber number) {
        return number.letter == block.letter;
    });
    for (const PlaceKind kind : kinds_given_up) {
        for (std::uint16_t position = end; owed > 0 && position-- > block.first;) {
            if (plan.kinds[position] != kind || has_bit(day.held, position)) continue;
            set_unavailable(day, position);
            --owed;
        }
    }
}

// A run begins at most party_people_max - 1 places before the places that changed.
void PoolCalendar::summarise(std::size_t day_index, std::uint16_t first, std::uint16_t last) {
    const Layout& layout = layout_of(days_[day_index]);
    for (std::size_t audience = 0; audience < audiences; ++audience) {
        const Lane& lane = layout.lanes[audience];
        const int begin = lane.index_from(first);
        const int end = lane.index_from(static_cast<std::uint16_t>(last + 1));
        if (begin == end) continue;
        const auto reach = static_cast<std::uint16_t>(std::max(0, begin - (party_people_max - 1)));
        const int last_hour = lane.hour_at(static_cast<std::uint16_t>(end - 1));
        for (int hour = lane.hour_at(reach); hour <= last_hour; ++hour)
            summarise_hour(day_index, audience, hour);
    }
}

void PoolCalendar::summarise_hour(std::size_t day_index, std::size_t audience, int hour) {
    const Day& day = days_[day_index];
    const Lane& lane = layout_of(day).lanes[audience];
    const std::size_t begin = lane.hour_begin(hour);
    const std::size_t end = lane.hour_begin(hour + 1);
    std::array<std::uint64_t, party_people_max> runs{};
    for (std::size_t word = begin / word_bits; word * word_bits < end; ++word) {
        std::uint64_t neighbours = bits_within(word, begin, end);
        for (std::uint8_t row = 0; row < party_people_max; ++row) {
            neighbours &= shifted(day.free[audience], word, row);
            runs[row] |= neighbours & lane.starts(static_cast<std::uint8_t>(row + 1), word);
        }
    }
    for (std::size_t row = 0; row < party_people_max; ++row)
        note_room(day_index, audience, row, hour, runs[row]);
}

void PoolCalendar::note_room(
    std::size_t day_index, std::size_t audience, std::size_t row, int hour, std::uint64_t runs
) {
    std::uint32_t& hours = days_[day_index].hours[audience][row];
    const std::uint32_t bit = 1u << hour;
    const bool has_room = runs != 0;
    if (((hours & bit) != 0) == has_room) return;
    hours ^= bit;
    const std::uint64_t day_bit = std::uint64_t{1} << (day_index % word_bits);
    auto& by_hour = room_[audience * party_people_max + row][day_index / word_bits];
    by_hour[static_cast<std::size_t>(hour)] ^= day_bit;
    by_hour[any_hour] = hours != 0 ? by_hour[any_hour] | day_bit : by_hour[any_hour] & ~day_bit;
}

}  // namespace antre::scheduling
