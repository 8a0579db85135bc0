#include "scheduling/office.h"

#include <algorithm>

#include "foundation/sabotage.h"

namespace antre::scheduling {

namespace {

// Sorted; hours that overlap or touch become one.
std::vector<OpenHours> joined(std::vector<OpenHours> hours) {
    std::sort(hours.begin(), hours.end(), [](const OpenHours& a, const OpenHours& b) {
        return a.opens < b.opens;
    });
    std::vector<OpenHours> sessions;
    for (const OpenHours& next : hours) {
        if (sessions.empty() || sessions.back().closes < next.opens) {
            sessions.push_back(next);
        } else {
            sessions.back().closes = std::max(sessions.back().closes, next.closes);
        }
    }
    return sessions;
}

}  // namespace

std::string_view name_of(OfficeStage stage) {
    switch (stage) {
    case OfficeStage::candidate: return "candidate";
    case OfficeStage::pilot: return "pilot";
    case OfficeStage::live: return "live";
    case OfficeStage::suspended: return "suspended";
    }
    return "";
}

std::optional<OfficeStage> stage_named(std::string_view name) {
    for (const OfficeStage stage :
         {OfficeStage::candidate, OfficeStage::pilot, OfficeStage::live, OfficeStage::suspended}) {
        if (name == name_of(stage)) return stage;
    }
    return std::nullopt;
}

const Pool* pool_for(const Office& office, Service service) {
    for (const Pool& pool : office.pools) {
        const auto offered = std::find(pool.services.begin(), pool.services.end(), service);
        if (offered != pool.services.end()) return &pool;
    }
    return nullptr;
}

const Pool* pool_of(const Office& office, PoolId id) {
    for (const Pool& pool : office.pools) {
        if (pool.id == id) return &pool;
    }
    return nullptr;
}

const DayException* exception_on(const Office& office, LocalDate date) {
    const auto found = std::partition_point(
        office.exceptions.begin(),
        office.exceptions.end(),
        [&](const DayException& each) { return each.date < date; }
    );
    return found != office.exceptions.end() && found->date == date ? &*found : nullptr;
}

void set_exception(Office& office, DayException exception) {
    const auto at = std::partition_point(
        office.exceptions.begin(),
        office.exceptions.end(),
        [&](const DayException& each) { return each.date < exception.date; }
    );
    if (at != office.exceptions.end() && at->date == exception.date) {
        *at = std::move(exception);
    } else {
        office.exceptions.insert(at, std::move(exception));
    }
}

std::vector<OpenHours> hours_of(const Pool& pool, const DayException* exception, Weekday weekday) {
    const bool is_closed = exception != nullptr && exception->is_closed;
    if (is_closed && !is_sabotaged(Sabotage::closed_days_open)) return {};
    if (exception != nullptr && !exception->hours.empty()) return joined(exception->hours);
    return joined(pool.week[static_cast<std::size_t>(weekday)]);
}

std::vector<OpenHours> open_hours_on(const Office& office, LocalDate date) {
    const DayException* exception = exception_on(office, date);
    std::vector<OpenHours> all;
    for (const Pool& pool : office.pools) {
        const std::vector<OpenHours> hours = hours_of(pool, exception, weekday_of(date));
        all.insert(all.end(), hours.begin(), hours.end());
    }
    return joined(std::move(all));
}

}  // namespace antre::scheduling
