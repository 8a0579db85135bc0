#include "scheduling/pool_calendar.h"

#include <algorithm>
#include <bit>

#include "foundation/assert.h"

namespace antre::scheduling {

namespace {

constexpr std::array all_audiences{Audience::everyone, Audience::priority, Audience::walk_in};
constexpr MinuteOfDay day_end = clock_time(24, 0);

std::size_t number_of(Audience audience) {
    return static_cast<std::size_t>(audience);
}

std::size_t room_row(std::size_t audience, std::size_t row) {
    return audience * party_people_max + row;
}

std::uint16_t
count_within(const std::vector<std::uint64_t>& words, std::size_t from, std::size_t to) {
    int count = 0;
    for (std::size_t word = from / word_bits; word * word_bits < to; ++word)
        count += std::popcount(words[word] & bits_within(word, from, to));
    return static_cast<std::uint16_t>(count);
}

// The lane's places whose windows open in [from, to).
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Stretch stretch_of(const DayPlan& plan, const Lane& lane, MinuteOfDay from, MinuteOfDay to) {
    Stretch stretch{0, lane.size()};
    if (from.value > 0) stretch.begin = lane.index_from(first_position_from(plan, from));
    if (to < day_end) stretch.end = lane.index_from(first_position_from(plan, to));
    return stretch;
}

}  // namespace

PoolCalendar::Layout::Layout(DayPlan day_plan)
    : plan(std::move(day_plan))
    , lanes{
          Lane(plan, Audience::everyone),
          Lane(plan, Audience::priority),
          Lane(plan, Audience::walk_in)} {}

PoolCalendar::PoolCalendar(const Office& office, const Pool& pool, LocalDate first_day)
    : pool_(pool.id)
    , first_day_(first_day)
    , room_(audiences * party_people_max) {
    std::array<std::optional<std::uint32_t>, 7> week;
    days_.reserve(horizon_days + 1);
    for (std::int32_t n = 0; n <= horizon_days; ++n) {
        const LocalDate date = first_day + n;
        const Weekday weekday = weekday_of(date);
        const DayException* exception = exception_on(office, date);
        if (exception != nullptr) {
            add_day(layout_for(plan_day(pool, exception, weekday)));
            continue;
        }
        auto& usual = week[static_cast<std::size_t>(weekday)];
        if (!usual) usual = layout_for(plan_day(pool, nullptr, weekday));
        add_day(*usual);
    }
}

std::uint32_t PoolCalendar::layout_for(DayPlan plan) {
    const auto same = std::find_if(layouts_.begin(), layouts_.end(), [&](const Layout& each) {
        return each.plan == plan;
    });
    const auto index = static_cast<std::uint32_t>(same - layouts_.begin());
    if (same == layouts_.end()) layouts_.emplace_back(std::move(plan));
    return index;
}

void PoolCalendar::add_day(std::uint32_t layout) {
    Day day;
    day.layout = layout;
    const Layout& shared = layouts_[layout];
    const std::size_t places = shared.plan.places();
    day.held.assign(words_for(places), 0);
    for (std::size_t audience = 0; audience < audiences; ++audience) {
        day.free[audience].assign(words_for(places), 0);
        for (std::size_t word = 0; word < words_for(places); ++word)
            day.free[audience][word] = bits_within(word, 0, shared.lanes[audience].size());
    }
    days_.push_back(std::move(day));
    if (places > 0) summarise(days_.size() - 1, 0, static_cast<std::uint16_t>(places - 1));
}

LocalDate PoolCalendar::last_day() const {
    return first_day_ + horizon_days;
}

const DayPlan& PoolCalendar::plan_on(LocalDate day) const {
    static const DayPlan no_places;
    const auto index = index_of(day);
    return index ? layout_of(days_[*index]).plan : no_places;
}

std::optional<std::size_t> PoolCalendar::index_of(LocalDate day) const {
    if (day < first_day_ || day > last_day()) return std::nullopt;
    return static_cast<std::size_t>(day - first_day_);
}

bool PoolCalendar::take(LocalDate day, PlaceNumber number) {
    const auto index = index_of(day);
    if (!index || is_taken(day, number)) return false;
    Day& held_day = days_[*index];
    const auto position = position_of(layout_of(held_day).plan, number);
    if (position) {
        set_bit(held_day.held, *position);
    } else {
        held_day.beyond.push_back(number);
    }
    ++held_day.taken;
    settle(*index, number, position);
    return true;
}

bool PoolCalendar::release(LocalDate day, PlaceNumber number) {
    const auto index = index_of(day);
    if (!index || !is_taken(day, number)) return false;
    Day& held_day = days_[*index];
    const auto position = position_of(layout_of(held_day).plan, number);
    if (position) {
        clear_bit(held_day.held, *position);
    } else {
        std::erase(held_day.beyond, number);
    }
    --held_day.taken;
    settle(*index, number, position);
    return true;
}

bool PoolCalendar::is_taken(LocalDate day, PlaceNumber number) const {
    const auto index = index_of(day);
    if (!index) return false;
    const Day& held_day = days_[*index];
    const auto position = position_of(layout_of(held_day).plan, number);
    if (position) return has_bit(held_day.held, *position);
    return std::find(held_day.beyond.begin(), held_day.beyond.end(), number) !=
           held_day.beyond.end();
}

bool PoolCalendar::is_free(LocalDate day, PlaceNumber number) const {
    const auto index = index_of(day);
    if (!index) return false;
    const Layout& layout = layout_of(days_[*index]);
    const auto position = position_of(layout.plan, number);
    if (!position) return false;
    for (const Audience audience : all_audiences) {
        if (!may_take(audience, layout.plan.kinds[*position])) continue;
        const std::size_t lane = number_of(audience);
        return has_bit(days_[*index].free[lane], layout.lanes[lane].index_from(*position));
    }
    return false;
}

std::uint16_t PoolCalendar::taken_on(LocalDate day) const {
    const auto index = index_of(day);
    return index ? days_[*index].taken : std::uint16_t{0};
}

std::uint16_t PoolCalendar::capacity_on(LocalDate day) const {
    return plan_on(day).places();
}

std::uint16_t PoolCalendar::free_on(LocalDate day, Audience audience) const {
    const auto index = index_of(day);
    if (!index) return 0;
    const Lane& lane = layout_of(days_[*index]).lanes[number_of(audience)];
    return count_within(days_[*index].free[number_of(audience)], 0, lane.size());
}

std::uint16_t PoolCalendar::taken_before(LocalDate day, PlaceNumber number) const {
    const auto index = index_of(day);
    if (!index) return 0;
    const std::vector<PlaceNumber> held = held_on(days_[*index]);
    return static_cast<std::uint16_t>(
        std::count_if(held.begin(), held.end(), [&](PlaceNumber each) { return each < number; })
    );
}

std::vector<HourRoom> PoolCalendar::hours_on(LocalDate day, Audience audience) const {
    const auto index = index_of(day);
    if (!index) return {};
    const Layout& layout = layout_of(days_[*index]);
    const Lane& lane = layout.lanes[number_of(audience)];
    std::vector<HourRoom> hours;
    for (const HourBlock& block : layout.plan.blocks) {
        const std::uint16_t from = lane.index_from(block.first);
        const std::uint16_t to =
            lane.index_from(static_cast<std::uint16_t>(block.first + block.places));
        const std::uint16_t free = count_within(days_[*index].free[number_of(audience)], from, to);
        hours.push_back({block.letter, block.opens, block.closes, free, block.places});
    }
    return hours;
}

std::optional<std::uint16_t> PoolCalendar::first_run(
    LocalDate day, std::uint8_t party, Audience audience, MinuteOfDay from, MinuteOfDay to
) const {
    const auto index = index_of(day);
    if (!index) return std::nullopt;
    const Layout& layout = layout_of(days_[*index]);
    const Lane& lane = layout.lanes[number_of(audience)];
    const std::vector<std::uint64_t>& free = days_[*index].free[number_of(audience)];
    const Stretch within = stretch_of(layout.plan, lane, from, to);
    for (std::size_t word = within.begin / word_bits; word * word_bits < within.end; ++word) {
        const std::uint64_t runs =
            runs_in(lane, free, party, word) & bits_within(word, within.begin, within.end);
        if (runs == 0) continue;
        const auto at = word * word_bits + static_cast<std::size_t>(std::countr_zero(runs));
        return lane.position(static_cast<std::uint16_t>(at));
    }
    return std::nullopt;
}

std::optional<std::uint16_t> PoolCalendar::last_run(
    LocalDate day, std::uint8_t party, Audience audience, MinuteOfDay from, MinuteOfDay to
) const {
    const auto index = index_of(day);
    if (!index) return std::nullopt;
    const Layout& layout = layout_of(days_[*index]);
    const Lane& lane = layout.lanes[number_of(audience)];
    const std::vector<std::uint64_t>& free = days_[*index].free[number_of(audience)];
    const Stretch within = stretch_of(layout.plan, lane, from, to);
    for (std::size_t word = within.end / word_bits + 1; word-- > within.begin / word_bits;) {
        const std::uint64_t inside = bits_within(word, within.begin, within.end);
        const std::uint64_t runs = inside == 0 ? 0 : runs_in(lane, free, party, word) & inside;
        if (runs == 0) continue;
        const auto at = word * word_bits + static_cast<std::size_t>(std::bit_width(runs)) - 1;
        return lane.position(static_cast<std::uint16_t>(at));
    }
    return std::nullopt;
}

std::optional<LocalDate> PoolCalendar::next_day_with_room(
    LocalDate from, std::uint8_t party, Audience audience, int from_hour, int to_hour
) const {
    const LocalDate begin = std::max(from, first_day_);
    const auto start = index_of(begin);
    if (!start) return std::nullopt;
    const auto first_hour = static_cast<std::size_t>(std::clamp(from_hour, 0, hours_of_day));
    const auto end_hour = static_cast<std::size_t>(std::clamp(to_hour, 0, hours_of_day));
    const bool is_any_hour = first_hour == 0 && end_hour == hours_of_day;
    const Room& room = room_[room_row(number_of(audience), party - 1u)];
    for (std::size_t word = *start / word_bits; word < day_words; ++word) {
        std::uint64_t days = room[word][any_hour] & bits_within(word, *start, horizon_days + 1);
        if (days == 0) continue;
        if (!is_any_hour) {
            std::uint64_t in_hours = 0;
            for (std::size_t hour = first_hour; hour < end_hour; ++hour)
                in_hours |= room[word][hour];
            days &= in_hours;
        }
        if (days == 0) continue;
        return first_day_ + static_cast<std::int32_t>(
                                word * word_bits + static_cast<std::size_t>(std::countr_zero(days))
                            );
    }
    return std::nullopt;
}

Placement PoolCalendar::placement_at(
    LocalDate day, std::uint16_t position, std::uint8_t party, Audience audience
) const {
    const auto index = index_of(day);
    ASSERT(index && party > 0);
    const Layout& layout = layout_of(days_[*index]);
    const Lane& lane = layout.lanes[number_of(audience)];
    ASSERT(position < layout.plan.places());
    const std::uint16_t first = lane.index_from(position);
    ASSERT(first + party <= lane.size() && lane.position(first) == position);
    Placement placement{pool_, day, window_at(layout.plan, position).opens, {}};
    placement.numbers.reserve(party);
    for (std::uint16_t i = first; i < first + party; ++i)
        placement.numbers.push_back(number_at(layout.plan, lane.position(i)));
    return placement;
}

std::vector<PlaceNumber> PoolCalendar::held_on(const Day& day) const {
    const DayPlan& plan = layout_of(day).plan;
    std::vector<PlaceNumber> numbers = day.beyond;
    for (std::uint16_t position = 0; position < plan.places(); ++position) {
        if (has_bit(day.held, position)) numbers.push_back(number_at(plan, position));
    }
    return numbers;
}

void PoolCalendar::roll_to(const Office& office, const Pool& pool, LocalDate today) {
    PoolCalendar rolled(office, pool, std::max(today, first_day_));
    for (std::size_t i = 0; i < days_.size(); ++i) {
        for (const PlaceNumber number : held_on(days_[i]))
            rolled.take(first_day_ + static_cast<std::int32_t>(i), number);
    }
    *this = std::move(rolled);
}

}  // namespace antre::scheduling
