#pragma once

// An outgoing message and how far it has come. It is written in the same commit as the event that
// caused it (outbox); the dispatcher claims it, sends it, and what becomes of it is recorded.
//
//   queued -> sending -> accepted -> sent -> delivered -> read
//                     -> unknown  (the answer was lost: wait for the status that echoes our id)
//                     -> queued   (refused for now: try again at next_try_at)
//                     -> failed   (refused for good)
//   queued -> dropped (moot, superseded or opted out before it was sent)
//   unknown -> sent | delivered | read | failed, when the echo comes; else, after echo_wait,
//              queued (replies, once) or dropped (notices are never sent twice)

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/ids.h"
#include "foundation/time.h"
#include "notices/content.h"

namespace antre::notices {

enum class MessageState : std::uint8_t {
    queued,
    sending,
    unknown,
    accepted,
    sent,
    delivered,
    read,
    failed,
    dropped,
};
std::string_view name_of(MessageState state);
std::optional<MessageState> state_named(std::string_view name);
// Whether a report `to` moves a message on from `from`: statuses only climb, terminal is final.
bool climbs(MessageState from, MessageState to);

// Decides priority, and what may happen when the outcome of a send is unknown.
enum class MessageKind : std::uint8_t {
    reply,   // answers what a person just wrote; may be sent again when no echo came
    ticket,  // a reply that carries the booking's ticket
    notice,  // begun by us (reminder, closure): never sent twice, needs consent
};
std::string_view name_of(MessageKind kind);
std::optional<MessageKind> kind_named(std::string_view name);

// A message that speaks of a booking, or of the passport of one of its people, is true only while
// that has this version.
struct About {
    BookingId booking;
    std::uint32_t version = 0;
    std::uint8_t person = 0;  // 1-5: the passport of the booking's n-th person; 0: the booking
    friend bool operator==(const About&, const About&) = default;
};

struct OutMessage {
    MessageId id;
    OfficeId office;
    ContactId contact;
    MessageKind kind = MessageKind::reply;
    std::optional<About> about;
    Content content;
    Instant queued_at;
    Instant due_at;   // not before
    Instant moot_at;  // not after: then it is dropped
};

// What changes after a message was queued.
struct MessageProgress {
    MessageId id;
    MessageState state = MessageState::queued;
    std::uint8_t attempts = 0;
    Instant next_try_at;
    std::string wamid;       // WhatsApp's id once accepted; holds a phone number: never logged
    std::int32_t error = 0;  // WhatsApp's code of the last refusal
};

}  // namespace antre::notices
