#pragma once

// The writer puts one commit's changes into the open transaction. It throws within the room, as the
// reader does; when a key refuses a row it says so and leaves undoing to its caller.

#include <map>
#include <optional>
#include <set>
#include <span>

#include "engine/commit.h"
#include "storage/sqlite/reader.h"
#include "storage/sqlite/statements.h"
#include "storage/sqlite/vault.h"

namespace antre::storage {

class Writer {
public:
    // REQUIRES: all outlive the writer.
    Writer(
        const SQLite::Database& database,
        Statements& statements,
        Vault& vault,
        Finder& finder,
        Reader& reader
    )
        : database_(database)
        , statements_(statements)
        , vault_(vault)
        , finder_(finder)
        , reader_(reader) {}

    // Before a transaction, and after one was rolled back.
    void start_batch();
    // Puts a commit's rows. With place_taken or key_taken, rows may have been put already: the
    // caller undoes them and calls `undo`. With conflict or repeated, nothing was put.
    engine::CommitOutcome put(const engine::Commit& commit);
    // Forgets what the last `put` did to the offices' heads, after its rows were undone.
    void undo();
    // Writes what all commits of the batch did to the offices' revisions. Once, before COMMIT.
    void finish_batch();
    // After COMMIT: the heads stand.
    void settle();

private:
    using Clash = std::optional<engine::CommitOutcome>;

    OfficeHead& head_of(OfficeId office);
    [[nodiscard]] bool is_repeated(const engine::Commit& commit);
    [[nodiscard]] bool keep_command(const engine::Commit& commit);
    void write_journal(OfficeHead& head, const engine::Commit& commit);
    void drop_absent(const scheduling::Booking& booking, std::int64_t row, const std::string& ids);
    void put_people(const scheduling::Booking& booking);
    void take_hash(Finder::Hashed what, const BlindHash& hash, ContactId contact);

    Clash put(const engine::PutContact& change, const engine::Commit& commit);
    Clash put(const engine::PutTalk& change, const engine::Commit& commit);
    Clash put(const engine::PutBooking& change, const engine::Commit& commit);
    Clash put(const engine::TakePlaces& change, const engine::Commit& commit);
    Clash put(const engine::FreePlaces& change, const engine::Commit& commit);
    Clash put(const engine::QueueMessage& change, const engine::Commit& commit);
    Clash put(const engine::UpdateMessage& change, const engine::Commit& commit);
    Clash put(const engine::PutOfficeRow& change, const engine::Commit& commit);
    Clash put(const engine::KeepRaw& change, const engine::Commit& commit);
    Clash put(const engine::PutClosure& change, const engine::Commit& commit);
    Clash put(const engine::MarkReminded& change, const engine::Commit& commit);
    Clash put(const engine::PutCase& change, const engine::Commit& commit);
    Clash put(const engine::PutInquiry& change, const engine::Commit& commit);
    Clash put(const engine::PutWait& change, const engine::Commit& commit);
    Clash put(const engine::DropWait& change, const engine::Commit& commit);
    Clash put(const engine::EraseContact& change, const engine::Commit& commit);

    const SQLite::Database& database_;
    Statements& statements_;
    Vault& vault_;
    Finder& finder_;
    Reader& reader_;
    std::map<OfficeId, OfficeHead> heads_;                   // as committed; only we write
    std::map<OfficeId, OfficeHead> moved_;                   // as they will be after this batch
    std::set<OfficeId> conflicted_;                          // in this batch
    std::optional<std::pair<OfficeId, OfficeHead>> before_;  // the last commit's office
};

}  // namespace antre::storage
