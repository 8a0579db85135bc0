#pragma once

// The plain way to find a place: look at every day and every place in turn. Slow and obvious, it
// judges the calendar in tests and stands beside it in benchmarks.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "scheduling/pool_calendar.h"

namespace antre::scheduling::testing {

class ScanCalendar {
public:
    ScanCalendar(const Office& office, const Pool& pool, LocalDate first_day)
        : first_day_(first_day) {
        for (std::int32_t n = 0; n <= horizon_days; ++n) {
            const LocalDate date = first_day + n;
            plans_.push_back(plan_day(pool, exception_on(office, date), weekday_of(date)));
            held_.emplace_back(plans_.back().kinds.size(), false);
        }
    }

    // False when it is held already, or was not held.
    bool take(LocalDate day, std::uint16_t position) {
        if (is_held(day, position)) return false;
        held_[index(day)][position] = true;
        return true;
    }
    bool release(LocalDate day, std::uint16_t position) {
        if (!is_held(day, position)) return false;
        held_[index(day)][position] = false;
        return true;
    }

    // Positions of the first (or of each) run on a day that begins in a window of [from, to).
    [[nodiscard]] std::vector<std::vector<std::uint16_t>> runs_on(
        LocalDate day,
        std::uint8_t party,
        Audience audience,
        MinuteOfDay from,
        MinuteOfDay to,
        std::size_t runs_max = SIZE_MAX
    ) const {
        const DayPlan& plan = plans_[index(day)];
        const std::vector<bool>& held = held_[index(day)];
        std::vector<std::vector<std::uint16_t>> runs;
        for (std::uint16_t start = 0; start < plan.places() && runs.size() < runs_max; ++start) {
            const Window& window = window_at(plan, start);
            if (!may_take(audience, plan.kinds[start])) continue;
            if (window.opens < from || window.opens >= to) continue;
            std::vector<std::uint16_t> run;
            for (std::uint16_t at = start; at < plan.places() && run.size() < party; ++at) {
                if (at > start && begins_session(plan, at)) break;
                if (!may_take(audience, plan.kinds[at])) continue;
                if (held[at]) break;
                run.push_back(at);
            }
            if (run.size() == party) runs.push_back(run);
        }
        return runs;
    }

    [[nodiscard]] std::optional<LocalDate> next_day(
        LocalDate from, std::uint8_t party, Audience audience, int from_hour, int to_hour
    ) const {
        for (LocalDate day = std::max(from, first_day_); day <= first_day_ + horizon_days;
             day = day + 1) {
            const auto opens = clock_time(from_hour, 0);
            const auto closes = clock_time(to_hour, 0);
            if (!runs_on(day, party, audience, opens, closes, 1).empty()) return day;
        }
        return std::nullopt;
    }

    [[nodiscard]] const DayPlan& plan(LocalDate day) const { return plans_[index(day)]; }
    [[nodiscard]] bool is_held(LocalDate day, std::uint16_t position) const {
        return held_[index(day)][position];
    }

private:
    [[nodiscard]] std::size_t index(LocalDate day) const {
        return static_cast<std::size_t>(day - first_day_);
    }
    static bool begins_session(const DayPlan& plan, std::uint16_t position) {
        for (const HourBlock& block : plan.blocks) {
            if (block.ends_session && block.first + block.places == position) return true;
        }
        return false;
    }

    LocalDate first_day_;
    std::vector<DayPlan> plans_;
    std::vector<std::vector<bool>> held_;
};

}  // namespace antre::scheduling::testing
