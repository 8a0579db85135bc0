// What it costs to find, take and give back the earliest place when 0, 1 or 400 days before it are
// full, and what the same search costs a plain scan. Arguments: full days, party.

#include <benchmark/benchmark.h>

#include "scheduling/allocation.h"
#include "scheduling/testing/office_text.h"
#include "scheduling/testing/scan_calendar.h"

namespace antre::scheduling {

namespace {

constexpr LocalDate first_day{20780};  // 2026-11-23
constexpr LocalTime now{first_day, clock_time(7, 0)};

// Open every day, so that "n full days" means n days looked at in vain.
constexpr std::string_view daily_office = R"(
    pool regular A 50/h 10min walk_in 8% priority 8%
      mon-sun 08:00-12:00 13:00-15:00
)";

struct Scene {
    Office office = testing::office_of(daily_office);
    PoolCalendar calendar{office, office.pools.front(), first_day};
    testing::ScanCalendar scan{office, office.pools.front(), first_day};

    explicit Scene(std::int64_t full_days) {
        for (std::int32_t n = 0; n < full_days; ++n) {
            const LocalDate day = first_day + n;
            const DayPlan& plan = calendar.plan_on(day);
            for (std::uint16_t position = 0; position < plan.places(); ++position) {
                calendar.take(day, number_at(plan, position));
                scan.take(day, position);
            }
        }
    }
};

Wish wish_of(const benchmark::State& state) {
    Wish wish;
    wish.party = static_cast<std::uint8_t>(state.range(1));
    return wish;
}

void find(benchmark::State& state) {
    const Scene scene(state.range(0));
    const Wish wish = wish_of(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(find_place(scene.calendar, wish, now));
}

void find_take_release(benchmark::State& state) {
    Scene scene(state.range(0));
    const Wish wish = wish_of(state);
    for (auto _ : state) {
        const auto offer = find_place(scene.calendar, wish, now);
        for (const PlaceNumber number : offer->placement.numbers)
            scene.calendar.take(offer->placement.day, number);
        for (const PlaceNumber number : offer->placement.numbers)
            scene.calendar.release(offer->placement.day, number);
    }
}

void find_a_wished_hour(benchmark::State& state) {
    const Scene scene(state.range(0));
    Wish wish = wish_of(state);
    wish.date = first_day;
    wish.time = clock_time(9, 20);
    for (auto _ : state)
        benchmark::DoNotOptimize(find_place(scene.calendar, wish, now));
}

void find_by_plain_scan(benchmark::State& state) {
    const Scene scene(state.range(0));
    const auto party = static_cast<std::uint8_t>(state.range(1));
    for (auto _ : state) {
        const auto day = scene.scan.next_day(first_day, party, Audience::everyone, 0, 24);
        benchmark::DoNotOptimize(scene.scan.runs_on(
            day.value(), party, Audience::everyone, clock_time(0, 0), clock_time(24, 0), 1
        ));
    }
}

void build_the_calendar(benchmark::State& state) {
    const Office office = testing::office_of(daily_office);
    for (auto _ : state) {
        const PoolCalendar calendar(office, office.pools.front(), first_day);
        benchmark::DoNotOptimize(&calendar);
    }
}

void full_days_and_party(benchmark::internal::Benchmark* bench) {
    bench->ArgsProduct({{0, 1, 400}, {1, 3}})->ArgNames({"full_days", "party"});
}

BENCHMARK(find)->Apply(full_days_and_party);
BENCHMARK(find_take_release)->Apply(full_days_and_party);
BENCHMARK(find_a_wished_hour)->Apply(full_days_and_party);
BENCHMARK(find_by_plain_scan)->Apply(full_days_and_party);
BENCHMARK(build_the_calendar);

}  // namespace

}  // namespace antre::scheduling

BENCHMARK_MAIN();
