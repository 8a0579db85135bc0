#include "scheduling/day_plan.h"

#include <algorithm>

#include "foundation/assert.h"
#include "foundation/sabotage.h"

namespace antre::scheduling {

namespace {

constexpr int hour_minutes = 60;

MinuteOfDay minute_at(int minutes) {
    return {static_cast<std::int16_t>(minutes)};
}

// A part of an hour gets its part of the places, but never none: it is open.
int places_in(int minutes, int per_hour) {
    if (per_hour == 0) return 0;
    if (is_sabotaged(Sabotage::hour_too_large)) ++per_hour;
    return std::max(1, (per_hour * minutes + hour_minutes / 2) / hour_minutes);
}

// Places of the hour that lie before `offset` minutes into it. With fewer places than windows, the
// first place comes when the hour opens, so that no counter waits for the first person of the day.
int places_before(int offset, const HourBlock& block, int window_minutes) {
    const int minutes = block.closes.value - block.opens.value;
    const int windows = (minutes + window_minutes - 1) / window_minutes;
    const int share = block.places * offset;
    return block.places >= windows ? share / minutes : (share + minutes - 1) / minutes;
}

void add_windows(DayPlan& plan, const HourBlock& block, int window_minutes) {
    const int minutes = block.closes.value - block.opens.value;
    for (int offset = 0; offset < minutes; offset += window_minutes) {
        const int end = std::min(offset + window_minutes, minutes);
        const int first = places_before(offset, block, window_minutes);
        const int last = places_before(end, block, window_minutes);
        if (first == last) continue;
        plan.windows.push_back({
            minute_at(block.opens.value + offset),
            minute_at(block.opens.value + end),
            static_cast<std::uint16_t>(block.first + first),
            static_cast<std::uint16_t>(last - first),
        });
    }
}

// True for `chosen` of `total`, spread evenly; the last of them is the last of all.
bool is_chosen(int index, int chosen, int total) {
    return (index + 1) * chosen / total != index * chosen / total;
}

// Kept places are spread evenly over the hour, and the two kinds evenly among them. An hour always
// keeps a regular place, else small offices would have none for everyone.
void add_kinds(DayPlan& plan, const HourBlock& block, const Pool& pool) {
    const int total = block.places;
    const auto share = [&](int percent) { return (total * percent + 50) / 100; };
    const int kept =
        std::min(share(pool.walk_in_percent + pool.priority_percent), std::max(0, total - 1));
    const int walk_in = std::min(share(pool.walk_in_percent), kept);
    for (int i = 0, seen = 0; i < total; ++i) {
        PlaceKind kind = PlaceKind::regular;
        if (is_chosen(i, kept, total)) {
            kind = is_chosen(seen, walk_in, kept) ? PlaceKind::walk_in : PlaceKind::priority;
            ++seen;
        }
        plan.kinds.push_back(kind);
    }
}

template <class Part>
const Part& part_with(const std::vector<Part>& parts, std::uint16_t position) {
    const auto part = std::partition_point(parts.begin(), parts.end(), [&](const Part& each) {
        return each.first + each.places <= position;
    });
    ASSERT(part != parts.end());
    return *part;
}

}  // namespace

bool may_take(Audience audience, PlaceKind kind) {
    switch (audience) {
    case Audience::everyone: return kind == PlaceKind::regular;
    case Audience::priority: return kind != PlaceKind::walk_in;
    case Audience::walk_in: return kind == PlaceKind::walk_in;
    }
    return false;
}

DayPlan plan_day(const Pool& pool, const DayException* exception, Weekday weekday) {
    DayPlan plan;
    const bool has_own_capacity = exception != nullptr && exception->places_per_hour.has_value();
    const int per_hour = has_own_capacity ? *exception->places_per_hour : pool.places_per_hour;
    int letter = pool.first_letter;
    for (const OpenHours& session : hours_of(pool, exception, weekday)) {
        for (int opens = session.opens.value; opens < session.closes.value; opens += hour_minutes) {
            ASSERT(letter <= 'Z');
            const int closes = std::min<int>(opens + hour_minutes, session.closes.value);
            const HourBlock block{
                static_cast<char>(letter++),
                minute_at(opens),
                minute_at(closes),
                plan.places(),
                static_cast<std::uint16_t>(places_in(closes - opens, per_hour)),
                closes == session.closes.value};
            add_windows(plan, block, pool.window_minutes);
            add_kinds(plan, block, pool);
            plan.blocks.push_back(block);
        }
    }
    return plan;
}

const HourBlock* block_lettered(const DayPlan& plan, char letter) {
    if (plan.blocks.empty() || letter < plan.blocks.front().letter) return nullptr;
    const auto at = static_cast<std::size_t>(letter - plan.blocks.front().letter);
    return at < plan.blocks.size() ? &plan.blocks[at] : nullptr;
}

PlaceNumber number_at(const DayPlan& plan, std::uint16_t position) {
    const HourBlock& block = part_with(plan.blocks, position);
    return {block.letter, static_cast<std::uint16_t>(position - block.first + 1)};
}

std::optional<std::uint16_t> position_of(const DayPlan& plan, PlaceNumber number) {
    const HourBlock* block = block_lettered(plan, number.letter);
    if (block == nullptr || number.running == 0 || number.running > block->places) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(block->first + number.running - 1);
}

const Window& window_at(const DayPlan& plan, std::uint16_t position) {
    return part_with(plan.windows, position);
}

std::uint16_t first_position_from(const DayPlan& plan, MinuteOfDay minute) {
    const auto window =
        std::partition_point(plan.windows.begin(), plan.windows.end(), [&](const Window& each) {
            return each.opens < minute;
        });
    return window == plan.windows.end() ? plan.places() : window->first;
}

}  // namespace antre::scheduling
