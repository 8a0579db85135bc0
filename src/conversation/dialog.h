#pragma once

// The dialog is one contact's talk with one office: a state machine without I/O. It proposes; only
// the engine decides. The engine calls `advance` for each thing heard, decides the proposal if
// there is one, lets the dialog hear the decision, and commits everything in one transaction.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "conversation/talk.h"
#include "conversation/wording.h"
#include "foundation/ids.h"
#include "foundation/time.h"
#include "language/understand.h"
#include "notices/message.h"
#include "scheduling/allocation.h"
#include "scheduling/booking.h"
#include "scheduling/office.h"
#include "scheduling/passport_case.h"
#include "scheduling/pool_calendar.h"
#include "scheduling/waiting.h"

namespace antre::conversation {

// ---- what a dialog hears -------------------------------------------------------------------

struct Said {
    std::string text;           // as typed
    language::Meaning meaning;  // already understood
};

struct Tapped {
    std::string payload;  // what our button or row carried; may be days old or forged
    std::string title;
};

enum class Unreadable : std::uint8_t {
    voice,
    image,
    video,
    document,
    sticker,
    contacts,
    order,
    other,
};
struct Received {  // something we do not open
    Unreadable what = Unreadable::other;
};

struct SharedLocation {
    std::int32_t latitude_e6 = 0;
    std::int32_t longitude_e6 = 0;
};

// The office's answer to a proposal.
struct Held {
    scheduling::Booking booking;  // status held
    scheduling::Match match = scheduling::Match::as_wished;
};
struct Booked {
    scheduling::Booking booking;
    scheduling::Match match = scheduling::Match::as_wished;
    std::uint16_t waits_at = 0;  // place in the waiting list, from 1; 0: does not wait
};
struct Moved {
    scheduling::Booking booking;
    scheduling::Placement before;
};
struct Cancelled {
    scheduling::Booking booking;
};
struct Released {};  // a hold was given up
struct ReminderSet {
    scheduling::Booking booking;
};
struct Rated {
    std::uint8_t score = 0;  // 1-5
};
// Whether the message to an officer was taken.
enum class Inbox : std::uint8_t {
    kept,
    full,  // too many of theirs wait for an answer
};
struct InquiryHeard {
    Inbox inbox = Inbox::kept;
};
// What they thought of an officer's answer.
enum class Verdict : std::uint8_t {
    none,  // not said
    helped,
    not_helped,
};
std::string_view name_of(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view name);
struct AnswerJudged {
    Verdict verdict = Verdict::helped;
};
// On the waiting list from here on; or already.
struct WaitJoined {
    scheduling::Booking booking;
    scheduling::Wait wait;
    std::uint16_t position = 1;  // 1: next
};
struct WaitLeft {
    scheduling::Booking booking;
};
// The offered place goes to the next; they stay on the list.
struct OfferPassed {
    scheduling::Booking booking;
};
// A person's name or birth date is another one now; places, number and code stay.
struct Corrected {
    scheduling::Booking booking;
};
// Why they stay as they are.
enum class CorrectionFault : std::uint8_t {
    visit_begun,     // its window has begun: an officer has the papers by now
    case_open,       // a passport is applied for
    booked_already,  // who it would be has a place already
    unknown,         // no such booking or person of theirs
};
struct NotCorrected {
    CorrectionFault fault = CorrectionFault::unknown;
    BookingId existing;  // with booked_already
};
// All that is kept of the contact goes at that moment, unless they take it back.
struct ErasureBegun {
    Instant at;
    std::vector<scheduling::Booking> cancelled;
};
// Why it is still needed.
enum class ErasureFault : std::uint8_t {
    case_open,
    visit_today,       // their arrival window has begun
    booked_elsewhere,  // at another office, which alone may cancel it
};
struct NotErased {
    ErasureFault fault = ErasureFault::case_open;
};
struct ErasureUndone {};
// What is kept under this number is theirs.
struct Proven {};
struct NotProven {
    std::uint8_t tries_left = 0;
};
// What is kept under this number is somebody else's: they begin as somebody new.
struct StartedAnew {};
struct Refused {
    scheduling::Refusal refusal = scheduling::Refusal::horizon_full;
};
using Decision = std::variant<
    Held,
    Booked,
    Moved,
    Cancelled,
    Released,
    ReminderSet,
    Rated,
    InquiryHeard,
    AnswerJudged,
    WaitJoined,
    WaitLeft,
    OfferPassed,
    Corrected,
    NotCorrected,
    ErasureBegun,
    NotErased,
    ErasureUndone,
    Proven,
    NotProven,
    StartedAnew,
    Refused>;

using Heard = std::variant<Said, Tapped, Received, SharedLocation, Decision>;

// ---- what a dialog proposes ----------------------------------------------------------------

// Keep places while we ask; replaces any hold this contact has at this office.
struct ProposeHold {
    scheduling::Service service = scheduling::Service::new_passport;
    scheduling::Wish wish;
    std::optional<BookingId> moves;  // when the hold is the new place of a booking
    bool is_late = false;            // whose turn is missed or will be: its window may have begun
};
// Book: the places of the hold if one is named, else the best for the wish.
struct ProposeBooking {
    scheduling::Service service = scheduling::Service::new_passport;
    scheduling::Wish wish;
    std::vector<PersonEntry> people;  // as many as wish.party
    std::optional<BookingId> hold;
    std::optional<scheduling::Wish> waits_for;  // and to be told when that frees
};
// Book a visit at which all their passports that wait at this office are collected.
struct ProposeCollecting {
    scheduling::Wish wish;
};
// Give the booking the places of the hold.
struct ProposeMove {
    BookingId booking;
    BookingId hold;
};
struct ProposeCancel {
    BookingId booking;
};
struct ProposeRelease {
    BookingId hold;
};
struct ProposeReminder {
    BookingId booking;
    bool wants = true;
};
// How it was, when they were asked about a booking's passports.
struct ProposeRating {
    BookingId booking;
    std::uint8_t score = 0;  // 1-5
};
// Words for an officer, as typed; numbers that look like a NIK are hidden.
struct ProposeInquiry {
    Remark text;
};
// Whether the answer to it was of use.
struct ProposeVerdict {
    InquiryId inquiry;
    Verdict verdict = Verdict::helped;
};
// To be told when a place of that day or those days frees. A wish without a day: any day before the
// booking's.
struct ProposeWait {
    BookingId booking;
    scheduling::Wish wish;
};
struct ProposeLeavingWait {
    BookingId booking;
};
// Not the place that is offered; the booking stays where it is.
struct ProposePassing {
    BookingId booking;
};
// What is right about one person of a booking.
struct ProposeCorrection {
    BookingId booking;
    std::uint8_t person = 1;  // place in the booking, from 1
    PersonEntry right;        // name and birth date
};
struct ProposeErasure {};
struct ProposeUndoing {};  // of an erasure that has not come yet
// That what is kept under this number is theirs.
struct ProposeProof {
    BookingId booking;
    LocalDate born;
};
struct ProposeStartingAnew {};
using Proposal = std::variant<
    ProposeHold,
    ProposeBooking,
    ProposeCollecting,
    ProposeMove,
    ProposeCancel,
    ProposeRelease,
    ProposeReminder,
    ProposeRating,
    ProposeInquiry,
    ProposeVerdict,
    ProposeWait,
    ProposeLeavingWait,
    ProposePassing,
    ProposeCorrection,
    ProposeErasure,
    ProposeUndoing,
    ProposeProof,
    ProposeStartingAnew>;

// ---- what a dialog sees ----------------------------------------------------------------------

struct BookingSeen {
    const scheduling::Booking* booking = nullptr;
    const scheduling::Office* office = nullptr;  // bookings of other offices are seen too
};

// A passport this contact has applied for, at any office.
struct CaseSeen {
    const scheduling::PassportCase* passport = nullptr;
    const scheduling::Office* office = nullptr;
    PersonName name;  // of whom it is; may be empty
};

// One of this contact's bookings that is on the waiting list of this office.
struct WaitSeen {
    const scheduling::Wait* wait = nullptr;
    std::uint16_t position = 1;                  // 1: next
    const scheduling::Booking* offer = nullptr;  // the hold offered now; nullptr: none
};

// Another office, and what it has free.
struct OfficeSeen {
    const scheduling::Office* office = nullptr;
    std::span<const scheduling::PoolCalendar> calendars;
};

// Whether the office has a form that opens inside WhatsApp (form.h).
enum class FormOffer : std::uint8_t {
    none,
    open,
};

// What is kept of this contact itself.
struct OwnData {
    std::string phone_end;                  // the last digits of their number; "" without one
    Instant since;                          // they are known since
    std::span<const WaitSeen> waits = {};   // of all offices
    std::optional<Instant> erased_at = {};  // when an erasure asked for takes place
    // Set while it is open whether what is kept under the number is theirs: then nothing of it is
    // in the view.
    std::optional<std::uint8_t> tries_left = {};
};

// What is true at this moment, read only. Pointers and spans live for one call.
struct View {
    const scheduling::Office& office;
    std::span<const scheduling::PoolCalendar> calendars;  // of this office, one a pool
    std::span<const BookingSeen> bookings;  // of this contact, status booked, soonest first
    const Wording& wording;
    Language language = Language::id;  // to speak in
    bool is_opted_out = false;
    Instant now;
    LocalTime local_now;                   // on the office's clock
    std::span<const CaseSeen> cases = {};  // the latest last
    std::span<const WaitSeen> waits = {};
    std::span<const OfficeSeen> others = {};
    FormOffer form = FormOffer::none;
    OwnData own = {};
};

// ---- one step --------------------------------------------------------------------------------

struct Reply {
    notices::MessageKind kind = notices::MessageKind::reply;
    std::optional<notices::About> about;
    notices::Content content;
};

struct Turn {
    Talk talk;
    std::vector<Reply> replies;  // in the order to send, replies_max at most
    std::optional<Proposal> proposal;
    std::optional<Language> language;  // the person switched
    std::optional<bool> opted_out;     // STOP / MULAI
};

// What we asked last: understanding leans on it.
language::Asked asked_by(const Talk& talk, Instant now);

// Takes one step. Total: every step answers everything heard, if only by asking again.
// ENSURES: replies offer only what `view` has room for; after a Decision there is no new proposal
// except a ProposeHold that follows Refusal::hold_expired or Refusal::place_taken.
[[nodiscard]] Turn advance(const Talk& talk, const Heard& heard, const View& view);

}  // namespace antre::conversation
