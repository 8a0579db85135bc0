// Thousands of random steps; after each the calendar must agree with a plain scan, and the place
// found must be the one that the rule names.

#include <gtest/gtest.h>

#include "foundation/random.h"
#include "scheduling/allocation.h"
#include "scheduling/testing/office_text.h"
#include "scheduling/testing/scan_calendar.h"

namespace antre::scheduling {

namespace {

using testing::clock;
using testing::day;
using testing::office_of;
using testing::ScanCalendar;

constexpr MinuteOfDay day_begin = clock_time(0, 0);
constexpr MinuteOfDay day_end = clock_time(24, 0);

constexpr std::string_view busy_office = R"(
    pool regular A 7/h 10min walk_in 15% priority 20%
      mon-thu 08:00-12:00 13:00-14:30
      fri     07:30-11:30 13:00-15:00
    special 2026-11-27 30/h
    special 2026-11-28 09:00-11:00
    closed  2026-12-09 Pilkada
)";

// The rule of find_place, word by word, over a plain scan.
class PlainRule {
public:
    PlainRule(const ScanCalendar& scan, LocalDate first, const Wish& wish, LocalTime not_before)
        : scan_(scan)
        , first_(first)
        , wish_(wish)
        , not_before_(not_before)
        , from_(wish.time.value_or(day_begin))
        , to_(wish.time_to.value_or(day_end)) {}

    // The day and the position of the first place; nothing when there is none.
    [[nodiscard]] std::optional<std::pair<LocalDate, std::uint16_t>> answer() const {
        const LocalDate end = first_ + horizon_days;
        if (!wish_.date) return another_day(not_before_.date, end);
        const LocalDate last = std::max(*wish_.date, wish_.date_to.value_or(*wish_.date));
        for (LocalDate at = *wish_.date; at <= std::min(last, end); at = at + 1) {
            if (const auto found = first_on(at, from_, to_)) return found;
        }
        for (LocalDate at = *wish_.date; at <= std::min(last, end); at = at + 1) {
            if (const auto found = around(at)) return found;
        }
        if (const auto found = another_day(last + 1, end)) return found;
        for (LocalDate at = std::min(*wish_.date - 1, end); at >= not_before_.date; at = at - 1) {
            if (const auto found = around(at)) return found;
        }
        return std::nullopt;
    }

private:
    using Answer = std::optional<std::pair<LocalDate, std::uint16_t>>;

    [[nodiscard]] std::vector<std::vector<std::uint16_t>>
    runs(LocalDate at, MinuteOfDay from, MinuteOfDay to) const {
        if (at < not_before_.date || at < first_) return {};
        const MinuteOfDay soonest = at == not_before_.date ? not_before_.minute : day_begin;
        return scan_.runs_on(at, wish_.party, wish_.audience, std::max(from, soonest), to);
    }
    [[nodiscard]] Answer first_on(LocalDate at, MinuteOfDay from, MinuteOfDay to) const {
        const auto found = runs(at, from, to);
        return found.empty() ? Answer{} : Answer{{at, found.front().front()}};
    }
    [[nodiscard]] Answer around(LocalDate at) const {
        if (const auto found = first_on(at, from_, to_)) return found;
        if (const auto found = first_on(at, to_, day_end)) return found;
        const auto before = runs(at, day_begin, from_);
        return before.empty() ? Answer{} : Answer{{at, before.back().front()}};
    }
    [[nodiscard]] Answer another_day(LocalDate from, LocalDate end) const {
        const auto hour_from = clock_time(from_.value / 60, 0);
        const auto hour_to = clock_time((to_.value + 59) / 60, 0);
        std::optional<LocalDate> soonest;
        for (LocalDate at = from; at <= end; at = at + 1) {
            if (!soonest && first_on(at, day_begin, day_end)) soonest = at;
            if (!soonest) continue;
            if (at - *soonest > daypart_patience_days) break;
            if (!first_on(at, hour_from, hour_to)) continue;
            const auto exact = first_on(at, from_, to_);
            return exact ? exact : first_on(at, hour_from, hour_to);
        }
        return soonest ? around(*soonest) : Answer{};
    }

    const ScanCalendar& scan_;
    LocalDate first_;
    const Wish& wish_;
    LocalTime not_before_;
    MinuteOfDay from_;
    MinuteOfDay to_;
};

// A calendar and its plain twin, changed together by chance.
class Twins {
public:
    explicit Twins(std::uint64_t seed)
        : chance_(seed)
        , office_(office_of(busy_office))
        , calendar_(office_, office_.pools.front(), first_)
        , scan_(office_, office_.pools.front(), first_) {}

    // The first weeks are nearly full, so that small gaps and far days both occur.
    void crowd() {
        for (LocalDate at = first_; at < first_ + 60; at = at + 1) {
            for (std::uint16_t place = 0; place < scan_.plan(at).places(); ++place) {
                if (chance_.chance_percent(90)) take(at, place);
            }
        }
    }

    void change_one() {
        const LocalDate at = first_ + static_cast<std::int32_t>(chance_.below(70));
        const std::uint16_t places = scan_.plan(at).places();
        if (places == 0) return;
        const auto place = static_cast<std::uint16_t>(chance_.below(places));
        if (chance_.chance_percent(50)) {
            take(at, place);
        } else {
            const bool was_held = scan_.release(at, place);
            EXPECT_EQ(calendar_.release(at, number_at(scan_.plan(at), place)), was_held);
        }
    }

    void find_one() {
        const Wish wish = any_wish();
        const LocalTime not_before{
            first_ + static_cast<std::int32_t>(chance_.below(5)),
            clock_time(static_cast<int>(chance_.below(17)), static_cast<int>(chance_.below(60)))};
        const auto expected = PlainRule(scan_, first_, wish, not_before).answer();
        const auto offer = find_place(calendar_, wish, not_before);
        ASSERT_EQ(offer.has_value(), expected.has_value());
        if (!offer) return;
        const Placement& found = offer->placement;
        ASSERT_EQ(found.day, expected->first);
        ASSERT_EQ(found.numbers.front(), number_at(scan_.plan(found.day), expected->second));
        ASSERT_EQ(found.numbers.size(), wish.party);
        ASSERT_GE((LocalTime{found.day, found.window}), not_before);
        if (!chance_.chance_percent(40)) return;
        for (const PlaceNumber number : found.numbers)
            take_offered(found.day, *position_of(scan_.plan(found.day), number));
    }

    void compare_one() {
        const LocalDate at = first_ + static_cast<std::int32_t>(chance_.below(horizon_days + 1));
        const auto party = static_cast<std::uint8_t>(1 + chance_.below(party_people_max));
        const auto audience = static_cast<Audience>(chance_.below(audiences));
        const int from_hour = static_cast<int>(chance_.below(24));
        const int to_hour = from_hour + static_cast<int>(chance_.below(5));
        const MinuteOfDay from = clock_time(7, static_cast<int>(chance_.below(480)));
        const MinuteOfDay to{static_cast<std::int16_t>(from.value + chance_.below(300))};
        ASSERT_EQ(
            calendar_.next_day_with_room(at, party, audience, from_hour, std::min(to_hour, 24)),
            scan_.next_day(at, party, audience, from_hour, std::min(to_hour, 24))
        );
        const LocalDate near = first_ + (at - first_) % 70;
        const auto runs = scan_.runs_on(near, party, audience, from, to);
        const auto first = calendar_.first_run(near, party, audience, from, to);
        const auto last = calendar_.last_run(near, party, audience, from, to);
        ASSERT_EQ(first.has_value(), !runs.empty());
        ASSERT_EQ(last.has_value(), !runs.empty());
        const auto single = scan_.runs_on(near, 1, audience, day_begin, day_end);
        ASSERT_EQ(calendar_.free_on(near, audience), single.size());
        if (runs.empty()) return;
        ASSERT_EQ(*first, runs.front().front());
        ASSERT_EQ(*last, runs.back().front());
        std::vector<PlaceNumber> numbers;
        for (const std::uint16_t place : runs.back())
            numbers.push_back(number_at(scan_.plan(near), place));
        ASSERT_EQ(calendar_.placement_at(near, *last, party, audience).numbers, numbers);
    }

private:
    void take(LocalDate at, std::uint16_t place) {
        const bool was_free = scan_.take(at, place);
        EXPECT_EQ(calendar_.take(at, number_at(scan_.plan(at), place)), was_free);
    }

    void take_offered(LocalDate at, std::uint16_t place) {
        EXPECT_FALSE(scan_.is_held(at, place)) << "given twice";
        take(at, place);
    }

    Wish any_wish() {
        Wish wish;
        wish.party = static_cast<std::uint8_t>(1 + chance_.below(party_people_max));
        wish.audience = static_cast<Audience>(chance_.below(2));
        if (chance_.chance_percent(60)) {
            wish.date = first_ - 3 + static_cast<std::int32_t>(chance_.below(80));
            if (chance_.one_in(20)) wish.date = first_ + horizon_days + 3;
            if (chance_.one_in(3)) {
                wish.date_to = *wish.date + static_cast<std::int32_t>(chance_.below(7));
            }
        }
        if (chance_.chance_percent(60)) {
            wish.time = clock_time(7, static_cast<int>(chance_.below(480)));
            if (chance_.one_in(2)) {
                const auto length = static_cast<std::int16_t>(10 + chance_.below(120));
                wish.time_to = MinuteOfDay{static_cast<std::int16_t>(wish.time->value + length)};
            }
        }
        return wish;
    }

    static constexpr LocalDate first_{20780};  // 2026-11-23
    Random chance_;
    Office office_;
    PoolCalendar calendar_;
    ScanCalendar scan_;
};

}  // namespace

TEST(CalendarProperty, it_agrees_with_a_plain_scan_after_thousands_of_random_steps) {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Twins twins(seed);
        twins.crowd();
        for (int step = 0; step < 1000; ++step) {
            SCOPED_TRACE("step " + std::to_string(step));
            twins.change_one();
            twins.find_one();
            twins.compare_one();
            if (::testing::Test::HasFailure()) return;
        }
    }
}

}  // namespace antre::scheduling
