#pragma once

// What an office's own people ask for: acts, and what they are answered. They come from the command
// line today; any door for officers may hand them in. Who may ask is the door's affair.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "conversation/dialog.h"
#include "foundation/ids.h"
#include "foundation/language.h"
#include "foundation/secret.h"
#include "foundation/time.h"
#include "scheduling/passport_case.h"
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

// ---- passport cases ----------------------------------------------------------------------------

// Opens the case of each person of a booking whose day has come; those that are open stay.
struct OpenCases {
    BookingId booking;
};
// A case that is in that state already is answered as it is.
struct MoveCase {
    scheduling::CaseId passport;
    scheduling::CaseState to = scheduling::CaseState::in_production;
    std::optional<LocalDate> expected_on =
        std::nullopt;  // with in_production; none: the usual working days
};
struct ShowCases {
    BookingId booking;
};
// Ready passports from a list. Rows that cannot be used are named, the others are applied together.
struct ReadyRow {
    std::uint32_t line = 0;  // in the file
    scheduling::CaseId passport;
};
struct ImportReady {
    std::vector<ReadyRow> rows;
    Resolve resolve = Resolve::preview;
};

// Why a row of a list cannot be used.
enum class RowFault : std::uint8_t {
    case_unknown,
    not_in_production,  // not paid, refused, cancelled
    ready_before,       // nothing to do: it is ready or collected already
    named_twice,
};
std::string_view name_of(RowFault fault);

struct RowVerdict {
    std::uint32_t line = 0;
    scheduling::CaseId passport;
    std::optional<RowFault> fault = std::nullopt;  // none: usable
};

// ---- the inbox ---------------------------------------------------------------------------------

// What somebody wrote to an officer.
struct Inquiry {
    InquiryId id;
    OfficeId office;
    ContactId contact;
    Instant asked_at;
    Instant answered_at;  // 0: not yet
    Remark text;
    conversation::Verdict verdict = conversation::Verdict::none;  // on the answer
    friend bool operator==(const Inquiry&, const Inquiry&) = default;
};
struct ListInquiries {};  // those without an answer, oldest first
// The answer goes out as a message; an inquiry is answered once.
struct AnswerInquiry {
    InquiryId inquiry;
    std::string answer;
};
struct InquirySeen {
    Inquiry inquiry;
    Language language = Language::id;  // they read
};

// ---- in one word -------------------------------------------------------------------------------

using StaffAct = std::variant<
    CloseDay,
    ReopenDay,
    OpenCases,
    MoveCase,
    ShowCases,
    ImportReady,
    ListInquiries,
    AnswerInquiry>;

// Why an officer's act was not carried out; nothing was changed.
enum class StaffRefusal : std::uint8_t {
    day_gone_by,         // the day lies before today
    day_not_closed,      // nothing to take back: it is not closed at short notice
    no_place_left,       // somebody would be left without a place within the horizon
    booking_not_here,    // no such booking of this office
    booking_to_collect,  // it is for collecting passports: their cases are open
    visit_to_come,       // their day has not come yet
    case_unknown,        // never opened here, or its owner was erased
    move_not_legal,      // the state does not lead there
    inquiry_unknown,     // no such message to this office, or its writer was erased
    answered_before,
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
struct CasesAnswer {
    std::vector<scheduling::PassportCase> cases;
    // Of each that is ready: the last day on which it can be collected.
    std::map<scheduling::CaseId, LocalDate> last_days;
};
struct ImportAnswer {
    Resolve resolve = Resolve::preview;
    std::vector<RowVerdict> rows;
};
struct InquiriesAnswer {
    std::vector<InquirySeen> inquiries;
};
struct StaffDone {};
using StaffAnswer = std::
    variant<ClosureAnswer, CasesAnswer, ImportAnswer, InquiriesAnswer, StaffDone, StaffRefusal>;

}  // namespace antre::engine
