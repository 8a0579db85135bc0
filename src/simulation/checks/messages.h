#pragma once

// I6, I7, I8 and I11 of outgoing messages: each goes only through the states it may, is true of its
// booking when it is claimed, reaches the person it was meant for, and is accepted by WhatsApp
// once; a second time only for an answer whose first send stayed without an echo, and not before.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/commit.h"
#include "notices/message.h"
#include "scheduling/booking.h"
#include "simulation/verdict.h"

namespace antre::simulation {

class MessagesCheck {
public:
    using Bookings = std::map<BookingId, scheduling::Booking>;
    MessagesCheck(Verdict& verdict, const Bookings& bookings)
        : verdict_(verdict)
        , bookings_(bookings) {}

    void look(const engine::Commit& commit);
    // WhatsApp took the message with this echo and put it on somebody's phone.
    void accepted(std::string_view opaque, std::size_t citizen, Instant now);
    // A status of it was taken in by us.
    void echoed(MessageId message) { echoed_[message] = true; }

    [[nodiscard]] std::uint64_t queued() const { return messages_.size(); }
    [[nodiscard]] std::uint64_t sent() const { return sent_; }
    [[nodiscard]] std::uint64_t sent_again() const { return again_; }
    [[nodiscard]] std::uint64_t dropped() const { return dropped_; }
    [[nodiscard]] std::uint64_t failed() const { return failed_; }
    [[nodiscard]] std::size_t pending() const { return pending_; }
    // What was told to people about bookings: the newest version each.
    [[nodiscard]] const std::map<BookingId, std::uint32_t>& told() const { return told_; }

private:
    static std::optional<ContactId> reader_of(const engine::Change& change);
    void look_at_erasure(const engine::Change& change);

    struct Line {
        ContactId contact;
        notices::MessageKind kind = notices::MessageKind::reply;
        std::optional<notices::About> about;
        std::string code;    // on the ticket's picture
        std::string number;  // on the ticket's picture
        Instant moot_at;
        notices::MessageState state = notices::MessageState::queued;
        std::uint32_t accepted = 0;
        Instant accepted_at;
    };

    void queue(const notices::OutMessage& message);
    void update(const engine::Commit& commit, const notices::MessageProgress& progress);
    void look_at_claim(const engine::Commit& commit, const std::string& name, const Line& line);

    Verdict& verdict_;
    const Bookings& bookings_;
    std::set<ContactId> erased_;
    std::map<MessageId, Line> messages_;
    std::map<MessageId, bool> echoed_;
    std::map<ContactId, std::size_t> phones_;  // which citizen a contact turned out to be
    std::map<BookingId, std::uint32_t> told_;
    std::uint64_t sent_ = 0;
    std::uint64_t again_ = 0;
    std::uint64_t dropped_ = 0;
    std::uint64_t failed_ = 0;
    std::size_t pending_ = 0;
};

}  // namespace antre::simulation
