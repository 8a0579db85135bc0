#pragma once

// A desk is where one command is decided: it sees the engine's memory, gathers what the command
// changes, and keeps the two in step. What fails to be read fails the whole batch.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/command.h"
#include "engine/commit.h"
#include "engine/contact_book.h"
#include "engine/office_book.h"
#include "engine/outbox.h"
#include "engine/store.h"
#include "foundation/ids.h"
#include "foundation/time.h"

namespace antre::engine {

// The engine's memory.
struct Memory {
    explicit Memory(Store& its_store, std::uint32_t per_second)
        : store(its_store)
        , contacts(its_store)
        , outbox(per_second) {}

    Store& store;
    OfficeBooks offices;
    std::set<std::string, std::less<>> forms;  // offices (slugs) whose form is open
    ContactBook contacts;
    Outbox outbox;
    NextIds next;
    // Messages of the batch that is being decided. They go into the outbox once they are kept: what
    // may be claimed is in the store.
    std::vector<PendingMessage> queued;
    // How far messages have come within the batch that is being decided; the store is behind.
    std::map<MessageId, notices::MessageProgress> progressed;
    // Bookings that ended within it: their contacts have forgotten them, the store not yet.
    std::map<BookingId, scheduling::Booking> ended;
    // Closures decided within the batch.
    std::map<std::pair<OfficeId, LocalDate>, Closure> closed;

    // Inquiries kept or answered within the batch.
    std::map<InquiryId, Inquiry> inquiries;

    // Erasures asked for, by when they are due.
    std::set<DueErasure> erasures;

    // The batch is kept (or not): the store is the truth again.
    void forget_batch() {
        queued.clear();
        progressed.clear();
        ended.clear();
        closed.clear();
        inquiries.clear();
    }
};

class Desk {
public:
    // `book` is nullptr for commands of no office. `attempt` grows when the command is decided
    // again after a conflict, so that other random bytes are used.
    Desk(Memory& memory, const Command& command, OfficeBook* book, std::uint8_t attempt);

    [[nodiscard]] Memory& memory() { return memory_; }
    [[nodiscard]] const Command& command() const { return command_; }
    [[nodiscard]] Instant now() const { return command_.at; }
    // REQUIRES: the command names an office.
    [[nodiscard]] OfficeBook& book();
    // The office this command turned out to be about (a new one has no book beforehand).
    void serve(OfficeBook& book);
    [[nodiscard]] OfficeId office() const { return commit_.office; }
    [[nodiscard]] LocalTime local_now();

    void change(Change change);
    void event(Event event) { commit_.events.push_back(std::move(event)); }
    void event(EventKind kind, ContactId contact, std::string_view detail = {});
    // Something that another office's journal must tell, in a commit of its own.
    void aside(OfficeBook& book, Event event, Change change);
    // How far a message has come, this batch included; nothing when it is not known.
    std::optional<notices::MessageProgress> progress_of(MessageId message);
    void update(const notices::MessageProgress& progress);
    void answer_with(KeptAnswer answer) { commit_.answer = answer; }
    // What the command is for has not been done: its key may come again.
    void leave_key_unused() { commit_.key = {}; }

    // Places became free: whoever waits for such is to be asked before the command is over.
    void note_freed() { has_freed_ = true; }
    [[nodiscard]] bool has_freed() const { return has_freed_; }

    // A booking id that was never used, drawn from the command's random bytes.
    BookingId draw_booking_id();
    PersonId next_person_id() { return {memory_.next.person.value++}; }
    // A new contact with these ids, kept in memory and put into the commit.
    ContactState& add_contact(Identity identity);
    // Puts a message into the commit, and into the outbox when that is kept; it may be sent at
    // once.
    void queue(
        ContactId contact,
        notices::MessageKind kind,
        std::optional<notices::About> about,
        notices::Content content,
        Instant moot_at
    );
    // The same, not to be sent before `due_at`.
    void queue_for(
        Instant due_at,
        ContactId contact,
        notices::MessageKind kind,
        std::optional<notices::About> about,
        notices::Content content,
        Instant moot_at
    );

    void fail_with(StoreFailure failure);
    [[nodiscard]] const std::optional<StoreFailure>& failure() const { return failure_; }
    // What was decided, in the order to keep it. Empty when the command only asked.
    [[nodiscard]] std::vector<Commit> take_commits();

private:
    Memory& memory_;
    const Command& command_;
    OfficeBook* book_;
    std::uint8_t attempt_;
    std::uint8_t drawn_ = 0;
    bool has_freed_ = false;
    Commit commit_;
    std::vector<Commit> asides_;
    std::optional<StoreFailure> failure_;
};

}  // namespace antre::engine
