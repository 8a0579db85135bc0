#include "scheduling/passport_case.h"

#include <algorithm>
#include <array>
#include <utility>

#include "foundation/assert.h"
#include "scheduling/booking.h"
#include "scheduling/limits.h"

namespace antre::scheduling {

namespace {

constexpr std::uint64_t persons_per_booking = 8;
static_assert(party_people_max < persons_per_booking);

constexpr std::array<std::pair<CaseState, std::string_view>, 7> state_names{{
    {CaseState::accepted, "accepted"},
    {CaseState::deferred, "deferred"},
    {CaseState::refused, "refused"},
    {CaseState::in_production, "in_production"},
    {CaseState::ready, "ready"},
    {CaseState::collected, "collected"},
    {CaseState::cancelled, "cancelled"},
}};

struct Edge {
    CaseState from;
    CaseState to;
};
constexpr std::array edges{
    Edge{CaseState::accepted, CaseState::in_production},
    Edge{CaseState::accepted, CaseState::deferred},
    Edge{CaseState::accepted, CaseState::refused},
    Edge{CaseState::accepted, CaseState::cancelled},
    Edge{CaseState::deferred, CaseState::accepted},
    Edge{CaseState::deferred, CaseState::refused},
    Edge{CaseState::deferred, CaseState::cancelled},
    Edge{CaseState::in_production, CaseState::ready},
    Edge{CaseState::in_production, CaseState::refused},
    Edge{CaseState::in_production, CaseState::cancelled},
    Edge{CaseState::ready, CaseState::collected},
    Edge{CaseState::ready, CaseState::cancelled},
};

LocalDate a_month_after(LocalDate date) {
    YearMonthDay ymd = ymd_of(date);
    ymd.year += ymd.month == 12 ? 1 : 0;
    ymd.month = ymd.month == 12 ? 1 : ymd.month + 1;
    // 31 January is followed by the last of February.
    for (; ymd.day > 0; --ymd.day) {
        if (const auto found = date_of(ymd)) return *found;
    }
    return date;
}

}  // namespace

CaseId case_of(BookingId booking, std::uint8_t person) {
    ASSERT(person >= 1 && person <= party_people_max);
    return {booking.value * persons_per_booking + person};
}

BookingId booking_of(CaseId id) {
    return {id.value / persons_per_booking};
}

std::uint8_t person_of(CaseId id) {
    return static_cast<std::uint8_t>(id.value % persons_per_booking);
}

std::string code_of(CaseId id) {
    return code_of(booking_of(id)) + "-" + std::to_string(person_of(id));
}

std::optional<CaseId> case_coded(std::string_view code) {
    std::uint8_t person = 1;
    const std::size_t dash = code.find('-');
    if (dash != std::string_view::npos) {
        if (code.size() != dash + 2) return std::nullopt;
        const char digit = code[dash + 1];
        if (digit < '1' || digit > '0' + party_people_max) return std::nullopt;
        person = static_cast<std::uint8_t>(digit - '0');
        code = code.substr(0, dash);
    }
    const auto booking = booking_coded(code);
    if (!booking) return std::nullopt;
    return case_of(*booking, person);
}

std::string_view name_of(CaseState state) {
    return state_names[static_cast<std::size_t>(state)].second;
}

std::optional<CaseState> case_state_named(std::string_view name) {
    for (const auto& [state, its_name] : state_names) {
        if (its_name == name) return state;
    }
    return std::nullopt;
}

bool may_become(CaseState from, CaseState to) {
    return std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
        return edge.from == from && edge.to == to;
    });
}

bool is_over(CaseState state) {
    return state == CaseState::refused || state == CaseState::collected ||
           state == CaseState::cancelled;
}

LocalDate cancelled_on(const PassportCase& passport) {
    ASSERT(passport.ready_on.has_value());
    // In February the last recall and the month's end fall together: a day is left between them.
    return std::max(
        a_month_after(*passport.ready_on), *passport.ready_on + (recall_days.back() + 1)
    );
}

std::optional<LocalDate> due_on(const PassportCase& passport) {
    if (passport.state != CaseState::ready || !passport.ready_on) return std::nullopt;
    if (passport.told_uncollected < recall_days.size()) {
        return *passport.ready_on + recall_days[passport.told_uncollected];
    }
    return cancelled_on(passport);
}

std::uint8_t recalls_by(LocalDate ready_on, LocalDate today) {
    const auto passed = std::count_if(recall_days.begin(), recall_days.end(), [&](auto days) {
        return ready_on + days <= today;
    });
    return static_cast<std::uint8_t>(passed);
}

bool is_working_day(const Office& office, LocalDate date) {
    const Weekday weekday = weekday_of(date);
    if (weekday == Weekday::saturday || weekday == Weekday::sunday) return false;
    const DayException* exception = exception_on(office, date);
    return exception == nullptr || !exception->is_closed;
}

LocalDate working_day_after(const Office& office, LocalDate from, std::int32_t n) {
    LocalDate day = from;
    // Bounded: an office that is closed for good still gets an answer.
    for (std::int32_t looked = 0; looked < horizon_days; ++looked) {
        if (is_working_day(office, day) && (day > from || n == 0)) {
            if (n <= 1) return day;
            --n;
        }
        day = day + 1;
    }
    return day;
}

LocalDate last_day_to_collect(const Office& office, const PassportCase& passport) {
    LocalDate day = cancelled_on(passport) - 1;
    while (day > *passport.ready_on && !is_working_day(office, day))
        day = day - 1;
    return day;
}

}  // namespace antre::scheduling
