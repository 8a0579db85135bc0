#pragma once

// A command is one thing the outside asks of one office, stamped by the shell with a key, the time
// and sixteen random bytes. The same key is obeyed once, however often it comes.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "conversation/dialog.h"
#include "conversation/form.h"
#include "engine/contact.h"
#include "engine/staff.h"
#include "foundation/ids.h"
#include "foundation/time.h"
#include "notices/message.h"
#include "scheduling/allocation.h"
#include "scheduling/office.h"

namespace antre::engine {

// First 16 bytes of SHA-256 over "wa:" + wamid, "api:" + Idempotency-Key and the like, made by the
// shell: a wamid holds a phone number and is not kept as it is.
// All zero: the command carries no key, because doing it twice changes nothing (statuses only
// climb, claims are leased, time passes by itself).
using CommandKey = std::array<std::uint8_t, 16>;
constexpr bool is_set(const CommandKey& key) {
    return key != CommandKey{};
}

enum class ActorKind : std::uint8_t {
    contact,  // a person over WhatsApp
    api,      // a program or the web over REST
    console,  // the command line
    system,   // time passing, reports of WhatsApp
};
std::string_view name_of(ActorKind kind);

// ---- what may be heard from a person ---------------------------------------------------------

struct TextHeard {
    std::string text;  // valid UTF-8, at most 4096 code points
};
struct TapHeard {
    std::string payload;
    std::string title;
};
struct MediaHeard {
    conversation::Unreadable what = conversation::Unreadable::other;
};
struct LocationHeard {
    std::int32_t latitude_e6 = 0;
    std::int32_t longitude_e6 = 0;
};
struct ReactionHeard {};  // opens the window, is never answered
struct FormHeard {};      // a form was sent: it has booked already, the ticket is on its way
using Utterance =
    std::variant<TextHeard, TapHeard, MediaHeard, LocationHeard, ReactionHeard, FormHeard>;

struct Hear {
    Identity who;
    Utterance what;
};

// The user's number or user id changed; `now` says what is valid from here on.
struct ChangeIdentity {
    Identity before;
    Identity now;
};

// WhatsApp's own opt-out switch (user_preferences).
struct Prefer {
    Identity who;
    bool wants_messages = true;
};

// ---- a form that opens inside WhatsApp --------------------------------------------------------

// One step of it. Only the step that books carries the form's key as its own.
struct FillForm {
    ContactId contact;
    Language language = Language::id;  // of the form
    CommandKey form{};                 // each form books once, under this key
    conversation::FormStep step = conversation::FormStep::opened;
    conversation::FormAnswers answers;
};
// WhatsApp shut the office's form, or opened it again. Not kept: after a restart it is tried anew.
struct SwitchForm {
    conversation::FormOffer form = conversation::FormOffer::none;
};

// ---- bookings asked for by programs ----------------------------------------------------------

struct Book {
    PhoneNumber phone;  // whose booking it is; empty when the web books without a number
    scheduling::Service service = scheduling::Service::new_passport;
    scheduling::Wish wish;
    std::vector<conversation::PersonEntry> people;
};
// A booking is named by its code; the birth date of one of its people proves that it is theirs.
struct Proof {
    BookingId booking;
    LocalDate born;
};
struct MoveBooking {
    Proof proof;
    scheduling::Wish wish;
};
struct CancelBooking {
    Proof proof;
};

// ---- questions: nothing is committed -----------------------------------------------------------

struct LookUp {
    Proof proof;
};
struct AskAvailability {
    scheduling::Service service = scheduling::Service::new_passport;
    std::uint8_t party = 1;
    LocalDate from;
    std::uint16_t days = 14;
};

// ---- sending ---------------------------------------------------------------------------------

// Asks for up to `max` messages that may be sent now; they are marked `sending` in the same commit.
struct ClaimMessages {
    std::uint16_t max = 64;
};
// What became of a send. `error` is WhatsApp's code when it refused.
enum class SendOutcome : std::uint8_t {
    accepted,
    refused,   // an answer with an error code
    not_sent,  // no byte left us: safe to try again
    unknown,   // bytes left us, no answer came
};
struct RecordSend {
    MessageId message;
    SendOutcome outcome = SendOutcome::unknown;
    std::string wamid;
    std::int32_t error = 0;
    std::optional<Milliseconds> wait;  // when the answer named one
    Identity learned;                  // ids that the answer told us
};
// WhatsApp takes a template again: what was refused for one that was shut may be tried at once.
struct RetryTemplates {};
// A status webhook. Found by our own echoed id, else by wamid.
struct HearStatus {
    MessageId message;  // from biz_opaque_callback_data; not set when it was missing
    std::string wamid;
    notices::MessageState state = notices::MessageState::sent;
    std::int32_t error = 0;
    Identity recipient;
};

// ---- the rest ----------------------------------------------------------------------------------

struct PutOffice {
    scheduling::Office office;  // id not set for a new one: found by slug
};
// Signed but not understood: kept for a person to look at, and acknowledged.
struct KeepAside {
    std::string raw;
    std::string reason;
};
// Lets time pass: expired holds, unknown sends without echo, the horizon.
struct PassTime {};

using Body = std::variant<
    Hear,
    ChangeIdentity,
    Prefer,
    FillForm,
    SwitchForm,
    Book,
    MoveBooking,
    CancelBooking,
    LookUp,
    AskAvailability,
    ClaimMessages,
    RecordSend,
    RetryTemplates,
    HearStatus,
    PutOffice,
    KeepAside,
    PassTime,
    StaffAct>;

struct Command {
    CommandKey key{};
    ActorKind actor = ActorKind::system;
    OfficeId office;  // not set for commands of no office (PutOffice, KeepAside, PassTime, sending)
    Instant at;
    Chance chance{};
    Body body;
};

// ---- what is answered
// ----------------------------------------------------------------------------

struct Done {};
// This key was obeyed before; a program is told the booking it was about, or the same refusal.
struct BookingAnswer {
    scheduling::Booking booking;
    scheduling::Match match = scheduling::Match::as_wished;
};
struct FormAnswer {
    conversation::FormPage page;
};
struct DayRoom {
    LocalDate day;
    std::uint16_t free = 0;
    std::uint16_t capacity = 0;
    std::vector<scheduling::HourRoom> hours;
};
struct AvailabilityAnswer {
    std::vector<DayRoom> days;
    std::optional<scheduling::Offer> earliest;
};
struct Claimed {
    notices::OutMessage message;
    Identity to;
    std::string phone_number_id;
    std::string business_account_id;
    std::uint8_t attempts = 0;
};
struct ClaimAnswer {
    std::vector<Claimed> messages;
};
struct OfficeAnswer {
    OfficeId office;
};
struct RefusedAnswer {
    scheduling::Refusal refusal = scheduling::Refusal::horizon_full;
};
// The command's office is not known here; nothing was done.
struct UnknownOffice {};
// Other writers were first every time we tried: ask again. Nothing was done.
struct TryAgain {};
using Answer = std::variant<
    Done,
    BookingAnswer,
    FormAnswer,
    AvailabilityAnswer,
    ClaimAnswer,
    OfficeAnswer,
    RefusedAnswer,
    UnknownOffice,
    TryAgain,
    StaffAnswer>;

}  // namespace antre::engine
