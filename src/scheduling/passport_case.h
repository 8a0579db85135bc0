#pragma once

// A passport case is one person's application from the visit to the passport in their hand. It is
// named by the booking's code and the person's place in it ("7F3K9Q-2"), so that people keep one
// code from the first message to the counter. `may_become` is its whole life:
//
//   accepted -> in_production (paid) -> ready -> collected
//   accepted <-> deferred (something is missing or must be examined)
//   accepted, deferred, in_production -> refused
//   any of them but an end -> cancelled; a ready passport by itself after a month

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/ids.h"
#include "foundation/service.h"
#include "foundation/time.h"
#include "scheduling/office.h"

namespace antre::scheduling {

// The booking's id times eight, and the person's place in the booking, 1-5.
using CaseId = Id<struct CaseTag, std::uint64_t>;
CaseId case_of(BookingId booking, std::uint8_t person);
BookingId booking_of(CaseId id);
std::uint8_t person_of(CaseId id);
std::string code_of(CaseId id);  // "7F3K9Q-2"
// A code without a number names the first person. Case and look-alikes are forgiven, as in codes of
// bookings.
std::optional<CaseId> case_coded(std::string_view code);

enum class CaseState : std::uint8_t {
    accepted,       // documents, photo and interview are done
    deferred,       // ditangguhkan
    refused,        // ditolak
    in_production,  // paid
    ready,
    collected,
    cancelled,
};
std::string_view name_of(CaseState state);
std::optional<CaseState> case_state_named(std::string_view name);
bool may_become(CaseState from, CaseState to);
bool is_over(CaseState state);  // refused, collected or cancelled

struct PassportCase {
    CaseId id;
    OfficeId office;
    ContactId contact;
    PersonId person;
    Service service = Service::new_passport;
    CaseState state = CaseState::accepted;
    std::uint32_t version = 1;  // grows with every change; notices name the version they speak of
    LocalDate opened_on;
    std::optional<LocalDate> paid_on;
    std::optional<LocalDate> expected_on;  // ready by then, as people were told
    std::optional<LocalDate> ready_on;
    std::uint8_t told_uncollected = 0;  // times a ready passport was recalled to its owner
    bool is_rating_asked = false;
    std::uint8_t score = 0;  // 1-5: how it was; 0: no answer
    friend bool operator==(const PassportCase&, const PassportCase&) = default;
};

// ---- a ready passport that nobody collects -----------------------------------------------------

// The day on which it is cancelled: a month after it was ready. REQUIRES: ready_on is set.
LocalDate cancelled_on(const PassportCase& passport);
// The next day on which time itself has something to do with the case; nothing if never.
std::optional<LocalDate> due_on(const PassportCase& passport);
// How many recalls a case ready since `ready_on` should have had by `today`.
std::uint8_t recalls_by(LocalDate ready_on, LocalDate today);

// ---- working days ------------------------------------------------------------------------------

// Monday to Friday, unless the office is closed that day.
bool is_working_day(const Office& office, LocalDate date);
// The n-th working day after `from`; with n = 0 `from` or the next working day after it.
LocalDate working_day_after(const Office& office, LocalDate from, std::int32_t n);
// The last working day on which a ready passport can be collected. REQUIRES: ready_on is set.
LocalDate last_day_to_collect(const Office& office, const PassportCase& passport);

}  // namespace antre::scheduling
