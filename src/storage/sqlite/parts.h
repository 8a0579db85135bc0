#pragma once

// The parts of an open store, in the order in which they need each other.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/limits.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/failure.h"
#include "storage/sqlite/finder.h"
#include "storage/sqlite/gathering_files.h"
#include "storage/sqlite/lock_file.h"
#include "storage/sqlite/reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/statements.h"
#include "storage/sqlite/vault.h"
#include "storage/sqlite/writer.h"

namespace antre::storage {

// In frames. The log begins anew by itself once all of it is in the database.
struct LogLength {
    int all = 0;
    int copied = 0;  // into the database, the first of them

    [[nodiscard]] int left() const { return all - copied; }
};

struct SqliteStore::Parts {
    Parts(
        SqliteOptions how,
        std::optional<LockFile> held,
        std::unique_ptr<GatheringFiles> gathering,
        SQLite::Database connection,
        const SecretKey& master
    );

    SqliteOptions options;
    std::optional<LockFile> lock;           // given up last
    std::unique_ptr<GatheringFiles> files;  // nothing when commits are not synced
    SQLite::Database database;
    Statements statements;
    Vault vault;
    Finder finder;
    Reader reader;
    Writer writer;

    bool is_log_to_be_cut = false;
    LogLength log;
    std::optional<Failure> ended_by;
    std::int64_t today = 0;           // of the latest commit, in days since 1970 UTC
    std::int64_t oldest_command = 0;  // no kept command is older than this day
};

template <class Work>
auto SqliteStore::guarded(Work work) -> Result<decltype(work()), Failure> {
    if (parts_->ended_by) return fail(*parts_->ended_by);
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& error) {
        undo_batch();
        return fail(noted(failure_of(error)));
    } catch (const BadRow& row) {
        undo_batch();
        return fail(noted(corrupt(row.detail)));
    }
}

template <class Work>
auto SqliteStore::reading(Work work) -> Result<decltype(work()), Failure> {
    return guarded([&] {
        if (!is_in_transaction()) Query(parts_->statements.begin_reading).run();
        return work();
    });
}

}  // namespace antre::storage
