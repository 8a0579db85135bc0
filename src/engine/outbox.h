#pragma once

// The outbox decides which message may be sent now. Messages to one person from one office go in
// the order in which they are due, one at a time; the pair limit, the number's throughput and
// pauses after refusals hold them back. What is here is also in the store; this is the order, not
// the truth.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "engine/store.h"
#include "foundation/ids.h"
#include "foundation/time.h"
#include "notices/message.h"
#include "notices/pacing.h"

namespace antre::engine {

class Outbox {
public:
    // `per_second` is the throughput of one number, messages in and out.
    explicit Outbox(std::uint32_t per_second)
        : per_second_(per_second) {}

    void clear();
    void add(const PendingMessage& message);
    // An inbound message uses up the number's throughput too.
    void heard(OfficeId office, Instant now);

    // The next message that may be sent at `now`; it counts as sending from here on.
    std::optional<PendingMessage> claim(Instant now);
    // Keeps what the claim changed about a message that is being sent.
    void mark_sending(const notices::MessageProgress& progress);
    // A message that was handed out goes back to the head of its lane.
    void put_back(PendingMessage message);
    // A claimed message is out of our hands, for good or until its echo comes.
    void done(MessageId message);
    // A message that was handed out and whose fate is not settled: it is being sent, or waits for
    // its echo.
    [[nodiscard]] std::optional<PendingMessage> handed_out(MessageId message) const;
    // Claimed so long ago that no report will come any more; they are out of our hands. Oldest id
    // first.
    std::vector<PendingMessage> without_report(Instant now);

    void pause_pair(OfficeId office, ContactId contact, Instant until);
    void pause_number(OfficeId office, Instant until);
    void pause_all(Instant until);

    // What waits because its template was shut may go at once.
    void retry_templates(Instant now);

    // Sends whose outcome is unknown wait here for their echo.
    void await_echo(PendingMessage message, Instant until);
    std::optional<PendingMessage> stop_waiting(MessageId message);
    // Those whose time is up, oldest first.
    std::vector<PendingMessage> without_echo(Instant now);

    // All of the contact's that is not at its end, taken out. Oldest id first.
    std::vector<PendingMessage> forget(ContactId contact);

    // Drops what is remembered of pairs that have nothing waiting and a full bucket.
    void forget_idle(Instant now);

    // When `claim`, `without_report` or `without_echo` may next have something; nothing when all is
    // empty.
    [[nodiscard]] std::optional<Instant> next_due() const;
    [[nodiscard]] std::optional<Instant> next_send() const;
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    using LaneKey = std::pair<OfficeId, ContactId>;
    struct Lane {
        std::vector<PendingMessage> waiting;  // few, and most often none or one
        bool is_sending = false;
        Instant ready_at;  // key in ready_
        Instant paused_until;
        notices::TokenBucket bucket;
    };

    Lane& lane(const LaneKey& key, Instant now);
    // Puts the lane into (or out of) the ready order, by when its head may go.
    void order(const LaneKey& key, Lane& lane);
    void settle(const LaneKey& key);

    std::uint32_t per_second_;
    std::map<LaneKey, Lane> lanes_;
    std::set<std::pair<Instant, LaneKey>> ready_;
    // What was handed out, and until when a report (sending) or an echo (awaiting) may come.
    std::map<MessageId, std::pair<Instant, PendingMessage>> sending_;
    std::map<MessageId, std::pair<Instant, PendingMessage>> awaiting_;
    std::map<OfficeId, notices::TokenBucket> numbers_;
    std::map<OfficeId, Instant> number_moment_;  // next free moment of a number that is busy
    std::map<OfficeId, Instant> number_paused_;
    Instant all_paused_until_;
    std::size_t size_ = 0;
};

}  // namespace antre::engine
