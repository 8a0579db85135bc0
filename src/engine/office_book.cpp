#include "engine/office_book.h"

#include <algorithm>

#include "engine/limits.h"
#include "foundation/assert.h"
#include "notices/quiet_hours.h"

namespace antre::engine {

OfficeBook::OfficeBook(OfficeState state, LocalDate today)
    : office_(std::move(state.office))
    , revision_(state.revision)
    , reminded_for_(state.reminded_for) {
    plan(today);
    for (const TakenPlace& taken : state.taken) {
        const auto calendar = std::find_if(
            calendars_.begin(),
            calendars_.end(),
            [&](const scheduling::PoolCalendar& c) { return c.pool() == taken.place.pool; }
        );
        // A pool that was dropped from the settings keeps its rows, but has no calendar.
        if (calendar != calendars_.end()) calendar->take(taken.place.day, taken.place.number);
    }
    for (const scheduling::Booking& hold : state.holds) {
        begin_hold(hold.hold_until, hold.id, hold.contact);
    }
    for (const DueCase& due : state.due_cases) {
        due_cases_.insert(due);
        due_by_case_.emplace(due.passport, due);
    }
    for (const scheduling::Wait& wait : state.waits)
        set_wait(wait);
}

void OfficeBook::plan(LocalDate today) {
    calendars_.clear();
    calendars_.reserve(office_.pools.size());
    for (const scheduling::Pool& pool : office_.pools) {
        calendars_.emplace_back(office_, pool, today);
    }
}

std::size_t OfficeBook::index_of(PoolId pool) const {
    const auto found =
        std::find_if(calendars_.begin(), calendars_.end(), [&](const scheduling::PoolCalendar& c) {
            return c.pool() == pool;
        });
    ASSERT(found != calendars_.end());
    return static_cast<std::size_t>(found - calendars_.begin());
}

const scheduling::PoolCalendar& OfficeBook::calendar(PoolId pool) const {
    return calendars_[index_of(pool)];
}

void OfficeBook::take(const scheduling::Placement& placement) {
    scheduling::PoolCalendar& calendar = calendars_[index_of(placement.pool)];
    for (const scheduling::PlaceNumber number : placement.numbers) {
        ASSERT(calendar.take(placement.day, number));
    }
}

void OfficeBook::release(const scheduling::Placement& placement) {
    for (scheduling::PoolCalendar& calendar : calendars_) {
        if (calendar.pool() != placement.pool) continue;
        for (const scheduling::PlaceNumber number : placement.numbers) {
            calendar.release(placement.day, number);
        }
    }
}

void OfficeBook::begin_hold(Instant until, BookingId hold, ContactId contact) {
    holds_.emplace(std::pair{until, hold}, contact);
}

void OfficeBook::end_hold(Instant until, BookingId hold) {
    holds_.erase(std::pair{until, hold});
}

std::optional<OfficeBook::RunningHold> OfficeBook::first_hold() const {
    if (holds_.empty()) return std::nullopt;
    const auto& [key, contact] = *holds_.begin();
    return RunningHold{key.first, key.second, contact};
}

void OfficeBook::set_reminded_for(LocalDate day, Instant now) {
    reminded_for_ = day;
    const LocalDate today = local_time(now, office_.zone).date;
    // Of a day that was missed the morning is left; else the afternoon before the next one.
    const LocalDate next = std::max(day + 1, today);
    const LocalTime due =
        next == today ? LocalTime{today, MinuteOfDay{0}} : LocalTime{next - 1, reminders_from};
    reminders_due_ = notices::awake_at(std::max(instant_of(due, office_.zone), now), office_.zone);
}

void OfficeBook::set_case(const scheduling::PassportCase& passport, Instant now) {
    const auto before = due_by_case_.find(passport.id);
    if (before != due_by_case_.end()) {
        due_cases_.erase(before->second);
        due_by_case_.erase(before);
    }
    if (const auto day = scheduling::due_on(passport)) {
        const DueCase due{*day, passport.id, passport.contact};
        due_cases_.insert(due);
        due_by_case_.emplace(passport.id, due);
    }
    plan_cases(now);
}

void OfficeBook::forget_case(const DueCase& due, Instant now) {
    due_cases_.erase(due);
    due_by_case_.erase(due.passport);
    plan_cases(now);
}

std::optional<DueCase> OfficeBook::first_due_case() const {
    if (due_cases_.empty()) return std::nullopt;
    return *due_cases_.begin();
}

void OfficeBook::plan_cases(Instant now) {
    cases_due_.reset();
    if (due_cases_.empty()) return;
    const Instant due = instant_of({due_cases_.begin()->day, recalls_from}, office_.zone);
    cases_due_ = notices::awake_at(std::max(due, now), office_.zone);
}

void OfficeBook::set_wait(const scheduling::Wait& wait) {
    drop_wait(wait.booking);
    waits_.emplace(scheduling::rank_of(wait), wait);
    rank_by_booking_.emplace(wait.booking, scheduling::rank_of(wait));
}

void OfficeBook::drop_wait(BookingId booking) {
    const auto rank = rank_by_booking_.find(booking);
    if (rank == rank_by_booking_.end()) return;
    waits_.erase(rank->second);
    rank_by_booking_.erase(rank);
}

const scheduling::Wait* OfficeBook::wait_of(BookingId booking) const {
    const auto rank = rank_by_booking_.find(booking);
    return rank == rank_by_booking_.end() ? nullptr : &waits_.at(rank->second);
}

std::uint16_t OfficeBook::position_of(const scheduling::Wait& wait) const {
    std::size_t position = 1;
    const auto self = waits_.find(scheduling::rank_of(wait));
    for (auto other = waits_.begin(); other != self; ++other) {
        const scheduling::Wait& before = other->second;
        const bool is_rival =
            before.pool == wait.pool && before.from <= wait.to && before.to >= wait.from;
        if (is_rival) ++position;
    }
    return static_cast<std::uint16_t>(std::min<std::size_t>(position, UINT16_MAX));
}

scheduling::Audience OfficeBook::audience_of(const scheduling::Placement& placement) const {
    if (scheduling::pool_of(office_, placement.pool) == nullptr) {
        return scheduling::Audience::everyone;
    }
    const scheduling::DayPlan& plan = calendar(placement.pool).plan_on(placement.day);
    const auto position = scheduling::position_of(plan, placement.numbers.front());
    if (!position) return scheduling::Audience::everyone;
    switch (plan.kinds[*position]) {
    case scheduling::PlaceKind::regular: return scheduling::Audience::everyone;
    case scheduling::PlaceKind::priority: return scheduling::Audience::priority;
    case scheduling::PlaceKind::walk_in: return scheduling::Audience::walk_in;
    }
    return scheduling::Audience::everyone;
}

void OfficeBook::set_office(scheduling::Office office, LocalDate today) {
    const std::vector<scheduling::PoolCalendar> before = std::move(calendars_);
    office_ = std::move(office);
    calendars_.clear();
    for (const scheduling::Pool& pool : office_.pools) {
        const auto kept =
            std::find_if(before.begin(), before.end(), [&](const scheduling::PoolCalendar& c) {
                return c.pool() == pool.id;
            });
        if (kept == before.end()) {
            calendars_.emplace_back(office_, pool, today);
        } else {
            calendars_.push_back(*kept);
            calendars_.back().roll_to(office_, pool, today);
        }
    }
}

void OfficeBook::roll_to(LocalDate today) {
    for (std::size_t i = 0; i < calendars_.size(); ++i) {
        if (calendars_[i].first_day() < today) {
            calendars_[i].roll_to(office_, office_.pools[i], today);
        }
    }
}

void OfficeBooks::clear() {
    books_.clear();
}

OfficeBook& OfficeBooks::add(OfficeState state, LocalDate today) {
    const OfficeId id = state.office.id;
    return books_.insert_or_assign(id, OfficeBook(std::move(state), today)).first->second;
}

OfficeBook* OfficeBooks::find(OfficeId id) {
    const auto found = books_.find(id);
    return found == books_.end() ? nullptr : &found->second;
}

const OfficeBook* OfficeBooks::find(OfficeId id) const {
    const auto found = books_.find(id);
    return found == books_.end() ? nullptr : &found->second;
}

const OfficeBook* OfficeBooks::find_slug(std::string_view slug) const {
    for (const auto& [id, book] : books_) {
        if (book.office().slug == slug) return &book;
    }
    return nullptr;
}

}  // namespace antre::engine
