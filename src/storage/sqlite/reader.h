#pragma once

// The reader turns rows into the engine's values. Its functions throw within the room: BadRow when
// a row is not what the writer wrote, SQLite::Exception when the database fails.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/store.h"
#include "storage/journal.h"
#include "storage/sqlite/finder.h"
#include "storage/sqlite/query.h"
#include "storage/sqlite/statements.h"
#include "storage/sqlite/vault.h"

namespace antre::storage {

// Where an office stands: what its next commit must be decided on, and what its next journal row
// follows.
struct OfficeHead {
    bool is_known = false;
    std::uint64_t revision = 0;
    JournalHead journal;
};

class Reader {
public:
    // REQUIRES: all outlive the reader.
    Reader(Statements& statements, Vault& vault, Finder& finder)
        : statements_(statements)
        , vault_(vault)
        , finder_(finder) {}

    std::vector<OfficeId> offices();
    OfficeHead head_of(OfficeId office);
    std::optional<engine::OfficeState> office_state(OfficeId office, LocalDate from);
    engine::NextIds next_ids();
    std::vector<engine::PendingMessage> pending_messages();
    std::optional<ContactId> contact_found(const engine::Identity& who);
    std::optional<engine::ContactState> contact(ContactId id);
    std::optional<scheduling::Booking> booking(BookingId id);
    bool is_free(BookingId id);
    std::optional<engine::KeptAnswer> kept_answer(const engine::CommandKey& key);
    std::optional<engine::Store::KeptMessage> message(MessageId id);
    std::optional<notices::MessageProgress> progress(MessageId id);
    std::optional<MessageId> message_by_wamid(const std::string& wamid);
    std::vector<engine::Holder> holders_on(OfficeId office, LocalDate day);
    std::optional<engine::Closure> closure(OfficeId office, LocalDate day);
    std::vector<engine::Inquiry> open_inquiries(OfficeId office);
    std::optional<engine::Inquiry> inquiry(InquiryId id);
    // Rows from `first` on, at most `most`.
    std::vector<JournalRow> journal(OfficeId office, std::uint64_t first, std::size_t most);

private:
    scheduling::Booking booking_in(const Query& row);
    scheduling::PassportCase case_in(const Query& row);
    std::optional<engine::Inquiry> inquiry_in(const Query& row);
    void read_due_cases(engine::OfficeState& state);
    void read_waits(engine::OfficeState& state);
    void read_people(scheduling::Booking& booking, std::string_view ids);
    std::vector<PoolId> pools_with_places(OfficeId office);
    void read_places(engine::OfficeState& state, LocalDate from);
    notices::MessageProgress progress_in(const Query& row, MessageId id);

    Statements& statements_;
    Vault& vault_;
    Finder& finder_;
};

// The ids of a booking's people: "12 13".
std::vector<PersonId> person_ids_in(std::string_view text);

}  // namespace antre::storage
