#pragma once

// What an office's own people ask for: acts, and what they are answered. They come from the command
// line today; any door for officers may hand them in. Who may ask is the door's affair.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "foundation/ids.h"
#include "foundation/time.h"
#include "scheduling/place.h"

namespace antre::engine {

// Whether an act is only shown or carried out.
enum class Resolve : std::uint8_t {
    preview,  // nothing is changed
    confirm,
};

// ---- closures ----------------------------------------------------------------------------------

// Closes a whole day and gives everybody on it another place, in the order of their old ones.
// Confirmed again it changes nothing and is answered as the first time.
struct CloseDay {
    LocalDate day;
    std::string reason_id;  // told to people; both empty: the usual words
    std::string reason_en;
    Resolve resolve = Resolve::preview;
};
// Takes a closure back: the day takes bookings again. Who was moved stays moved.
struct ReopenDay {
    LocalDate day;
};

// Whether somebody moved can be told by message.
enum class Reach : std::uint8_t {
    told,           // a notice is queued (or would be)
    opted_out,      // said STOP: the office must find another way
    without_phone,  // booked without a number
};
std::string_view name_of(Reach reach);

struct ClosureMove {
    BookingId booking;
    scheduling::Placement from;
    scheduling::Placement to;
    Reach reach = Reach::told;
    friend bool operator==(const ClosureMove&, const ClosureMove&) = default;
};

// A day closed at short notice, and who was moved where; in the order of the old places.
struct Closure {
    OfficeId office;
    LocalDate day;
    Instant closed_at;
    std::vector<ClosureMove> moves;
    friend bool operator==(const Closure&, const Closure&) = default;
};

// ---- in one word -------------------------------------------------------------------------------

using StaffAct = std::variant<CloseDay, ReopenDay>;

// Why an officer's act was not carried out; nothing was changed.
enum class StaffRefusal : std::uint8_t {
    day_gone_by,     // the day lies before today
    day_not_closed,  // nothing to take back: it is not closed at short notice
    no_place_left,   // somebody would be left without a place within the horizon
};
std::string_view name_of(StaffRefusal refusal);

enum class ClosureStage : std::uint8_t {
    proposed,  // what confirming would do
    done,
    done_before,
};
struct ClosureAnswer {
    ClosureStage stage = ClosureStage::proposed;
    Closure closure;
};
struct StaffDone {};
using StaffAnswer = std::variant<ClosureAnswer, StaffDone, StaffRefusal>;

}  // namespace antre::engine
