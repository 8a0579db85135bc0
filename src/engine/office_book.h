#pragma once

// An office as the engine holds it in memory: its settings, revision, calendars and running holds.
// Rebuilt from the store on load; the store stays the truth.

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/store.h"
#include "foundation/ids.h"
#include "foundation/time.h"
#include "scheduling/office.h"
#include "scheduling/pool_calendar.h"
#include "scheduling/waiting.h"

namespace antre::engine {

class OfficeBook {
public:
    OfficeBook(OfficeState state, LocalDate today);

    [[nodiscard]] const scheduling::Office& office() const { return office_; }
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    // The revision a commit is decided on; the next one is decided on what that commit leaves.
    std::uint64_t next_revision() { return revision_++; }

    [[nodiscard]] std::span<const scheduling::PoolCalendar> calendars() const { return calendars_; }
    // REQUIRES: the pool is one of the office's.
    [[nodiscard]] const scheduling::PoolCalendar& calendar(PoolId pool) const;

    // REQUIRES: the places are free.
    void take(const scheduling::Placement& placement);
    void release(const scheduling::Placement& placement);

    void begin_hold(Instant until, BookingId hold, ContactId contact);
    void end_hold(Instant until, BookingId hold);
    struct RunningHold {
        Instant until;
        BookingId hold;
        ContactId contact;
    };
    // The hold that runs out first.
    [[nodiscard]] std::optional<RunningHold> first_hold() const;

    // The last day whose people have been reminded, and when there is more to do.
    [[nodiscard]] LocalDate reminded_for() const { return reminded_for_; }
    [[nodiscard]] Instant reminders_due() const { return reminders_due_; }
    void set_reminded_for(LocalDate day, Instant now);

    // Ready passports that wait for their owners, by when time has something to do with them.
    void set_case(const scheduling::PassportCase& passport, Instant now);
    void forget_case(const DueCase& due, Instant now);
    [[nodiscard]] std::optional<DueCase> first_due_case() const;
    // When the first of them is to be looked at; nothing if there is none.
    [[nodiscard]] std::optional<Instant> cases_due() const { return cases_due_; }
    void plan_cases(Instant now);

    // After loading: when there is next something to do.
    void plan_times(Instant now) {
        set_reminded_for(reminded_for_, now);
        plan_cases(now);
    }

    // The waiting list.
    void set_wait(const scheduling::Wait& wait);
    void drop_wait(BookingId booking);
    // Nothing when the booking does not wait. Valid until the list changes.
    [[nodiscard]] const scheduling::Wait* wait_of(BookingId booking) const;
    [[nodiscard]] const std::map<scheduling::WaitRank, scheduling::Wait>& waits() const {
        return waits_;
    }
    // How many of the same pool and days stand before it, and itself. REQUIRES: it waits.
    [[nodiscard]] std::uint16_t position_of(const scheduling::Wait& wait) const;

    // Who may have places such as these: those kept for priority people are followed by such.
    [[nodiscard]] scheduling::Audience audience_of(const scheduling::Placement& placement) const;

    // Takes new settings; what is held stays held.
    void set_office(scheduling::Office office, LocalDate today);
    void roll_to(LocalDate today);

private:
    void plan(LocalDate today);
    [[nodiscard]] std::size_t index_of(PoolId pool) const;

    scheduling::Office office_;
    std::uint64_t revision_ = 0;
    std::vector<scheduling::PoolCalendar> calendars_;
    std::map<std::pair<Instant, BookingId>, ContactId> holds_;
    std::set<DueCase> due_cases_;
    std::map<scheduling::CaseId, DueCase> due_by_case_;
    std::optional<Instant> cases_due_;
    std::map<scheduling::WaitRank, scheduling::Wait> waits_;
    std::map<BookingId, scheduling::WaitRank> rank_by_booking_;
    LocalDate reminded_for_;
    Instant reminders_due_;
};

// All offices, found by id, number and slug.
class OfficeBooks {
public:
    void clear();
    OfficeBook& add(OfficeState state, LocalDate today);
    [[nodiscard]] OfficeBook* find(OfficeId id);
    [[nodiscard]] const OfficeBook* find(OfficeId id) const;
    [[nodiscard]] const OfficeBook* find_slug(std::string_view slug) const;
    [[nodiscard]] std::map<OfficeId, OfficeBook>& all() { return books_; }
    [[nodiscard]] const std::map<OfficeId, OfficeBook>& all() const { return books_; }

private:
    std::map<OfficeId, OfficeBook> books_;
};

}  // namespace antre::engine
