#pragma once

// A commit is what one command changes: rows to keep, events for the journal, and the key that
// makes it happen once. The store keeps a batch of commits in one transaction.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/command.h"
#include "engine/contact.h"
#include "foundation/ids.h"
#include "notices/message.h"
#include "scheduling/booking.h"
#include "scheduling/place.h"
#include "scheduling/waiting.h"

namespace antre::engine {

// ---- rows ------------------------------------------------------------------------------------

struct PutContact {
    Contact contact;  // insert or replace; its identities become the only ones that find it
};
struct PutTalk {
    OfficeId office;
    ContactId contact;
    conversation::Talk talk;
};
// Insert or replace, with its people. A new booking whose id exists is a `key_taken` conflict.
struct PutBooking {
    scheduling::Booking booking;
    bool is_new = false;
};
// One row a number. A number that is held already is a `place_taken` conflict: the database's key
// refuses it, not only our code.
struct TakePlaces {
    OfficeId office;
    scheduling::Placement placement;
    BookingId holder;
};
struct FreePlaces {
    OfficeId office;
    scheduling::Placement placement;
    BookingId holder;
};
struct QueueMessage {
    notices::OutMessage message;
};
struct UpdateMessage {
    notices::MessageProgress progress;
};
struct PutOfficeRow {
    scheduling::Office office;
};
struct KeepRaw {
    std::string raw;
    std::string reason;
};
// One row an office and day; a later closure of the same day replaces it.
struct PutClosure {
    Closure closure;
};
// How far an office has come with its reminders.
struct MarkReminded {
    OfficeId office;
    LocalDate day;
};
// Insert or replace.
struct PutCase {
    scheduling::PassportCase passport;
};
// Insert, or note that it was answered.
struct PutInquiry {
    Inquiry inquiry;
};
// Insert or replace; one row a booking.
struct PutWait {
    scheduling::Wait wait;
};
struct DropWait {
    BookingId booking;
};
// Destroys the contact's data key and what stands under it: identity, talks, names and birth dates,
// messages, words to officers, places in the waiting list. Its id and its bookings' ids stay; they
// name nobody any more.
struct EraseContact {
    ContactId contact;
};
using Change = std::variant<
    PutContact,
    PutTalk,
    PutBooking,
    TakePlaces,
    FreePlaces,
    QueueMessage,
    UpdateMessage,
    PutOfficeRow,
    KeepRaw,
    PutClosure,
    MarkReminded,
    PutCase,
    PutInquiry,
    PutWait,
    DropWait,
    EraseContact>;

// ---- events: what the journal keeps for ever; no personal data, people only by id ---------------

enum class EventKind : std::uint8_t {
    held,
    released,  // a hold given up
    expired,   // a hold run out
    booked,
    moved,
    cancelled,
    office_set,
    contact_linked,  // a contact's identity changed
    opted_out,
    opted_in,
    message_failed,
    message_dropped,
    day_closed,        // detail: the day
    day_reopened,      // detail: the day
    reminders_queued,  // detail: the day, and how many
    case_moved,        // detail: the person's place in the booking, and the state
    rated,             // detail: 1-5
    inquiry_kept,      // detail: its id
    inquiry_answered,  // detail: its id
    inquiry_judged,    // detail: its id, and whether the answer helped
    wait_joined,       // detail: the days
    wait_left,         // detail: why, when it was not by their wish
    wait_offered,      // to: the place that is held for them
    wait_passed,       // from: the place they let go; detail: "unanswered" when nothing was said
    corrected,         // detail: the person's place in the booking, and what: name, birth
    erasure_asked,
    erasure_undone,  // detail: why, when it was not by their wish
    erased,
    number_doubted,   // silent for long: it may have another owner
    number_proven,    // what is kept under it is its owner's
    number_disowned,  // its owner is somebody else, and begins as a new contact
};
std::string_view name_of(EventKind kind);

struct Event {
    EventKind kind = EventKind::booked;
    BookingId booking;  // not set where none is meant
    ContactId contact;
    MessageId message;
    std::uint8_t people = 0;
    std::optional<scheduling::Service> service;
    std::optional<scheduling::Placement> from;
    std::optional<scheduling::Placement> to;
    std::string detail;  // our own words only, e.g. a refusal's name or "131047"
};

// What a repeat of the command is told.
struct KeptAnswer {
    BookingId booking;
    std::optional<scheduling::Refusal> refusal;
};

struct Commit {
    CommandKey key{};
    ActorKind actor = ActorKind::system;
    OfficeId office;               // not set: no revision is checked, no journal is written
    std::uint64_t decided_on = 0;  // the office's revision before this commit
    Instant at;
    KeptAnswer answer;
    std::vector<Event> events;
    std::vector<Change> changes;
};

enum class CommitOutcome : std::uint8_t {
    kept,
    repeated,     // its key is kept already: nothing of it was kept now
    conflict,     // the office's revision moved on: load and decide again
    place_taken,  // a place row exists already
    key_taken,    // a new booking's id exists already
};

}  // namespace antre::engine
