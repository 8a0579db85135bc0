#pragma once

// A booking is a party's right to its places. It begins as a hold (kept for some minutes while we
// ask for names) or is booked at once; `may_become` is its whole life.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/ids.h"
#include "foundation/secret.h"
#include "foundation/time.h"
#include "scheduling/office.h"
#include "scheduling/place.h"

namespace antre::scheduling {

enum class BookingStatus : std::uint8_t {
    held,  // kept until hold_until; nobody's name on it yet
    booked,
    cancelled,  // by the person or the office
    expired,    // a hold that ran out or was given up
};
std::string_view name_of(BookingStatus status);
std::optional<BookingStatus> status_named(std::string_view name);
bool may_become(BookingStatus from, BookingStatus to);
constexpr bool is_active(BookingStatus status) {
    return status == BookingStatus::held || status == BookingStatus::booked;
}

// Who comes. Name and birth date are personal data: stored encrypted, never in the journal.
struct Person {
    PersonId id;
    PersonName name;
    std::optional<LocalDate> born;
};

struct Booking {
    BookingId id;  // also its code: see code_of
    OfficeId office;
    ContactId contact;
    Service service = Service::new_passport;
    Placement placement;
    std::vector<Person> people;  // empty while held
    BookingStatus status = BookingStatus::held;
    std::uint32_t version = 1;  // grows with every change; notices name the version they speak of
    std::uint8_t moves = 0;     // times it was rescheduled
    bool wants_reminder = false;
    std::optional<BookingId> replaces;  // a hold that is to become this booking's new place
    Instant created_at;
    Instant hold_until;  // while held
};

// The six characters people type: 30 bits in Crockford's base 32 (no I, L, O, U). A booking's id is
// drawn at random from this space and is the store's primary key, so a code is unique for ever.
inline constexpr std::uint64_t code_space = 1u << 30;
std::string code_of(BookingId id);
// Case, spaces and look-alikes (O for 0, I and L for 1) are forgiven.
std::optional<BookingId> booking_coded(std::string_view code);

}  // namespace antre::scheduling
