// What keeps an open store healthy: checkpoints, old rows, erasure, the check of the journal.

#include <algorithm>
#include <sqlite3.h>
#include <utility>
#include <vector>

#include "storage/sqlite/parts.h"

namespace antre::storage {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

void settle(GatheringFiles& files) {
    const int code = files.settle();
    if (code != SQLITE_OK) throw SQLite::Exception("a late sync failed", code);
}

// As long as it lives, the database is synced late; nullptr: at once.
class SyncingLate {
public:
    explicit SyncingLate(GatheringFiles* files)
        : files_(files) {
        if (files_ != nullptr) files_->sync_late(true);
    }
    SyncingLate(const SyncingLate&) = delete;
    SyncingLate& operator=(const SyncingLate&) = delete;
    ~SyncingLate() {
        if (files_ != nullptr) files_->sync_late(false);
    }

private:
    GatheringFiles* files_;
};

}  // namespace

Result<void, SqliteStore::Failure> SqliteStore::rest() {
    return guarded([&] {
        end_reading();
        if (parts_->is_log_to_be_cut) {
            cut_log();
            parts_->is_log_to_be_cut = false;
        } else {
            keep_log_short(parts_->options.rest_frames);
        }
        drop_old_commands();
    });
}

// Nobody waits for the pages of a large copy to reach the disk. Only when the log shall begin anew,
// the sync is waited for: then little was left to copy.
void SqliteStore::keep_log_short(int step) {
    GatheringFiles* const files = parts_->files.get();
    LogLength& log = parts_->log;
    const bool may_be_late = files != nullptr && log.all < wal_frames_max;
    if (may_be_late && files->is_syncing()) return;
    const bool is_much = log.left() >= step;
    if (!is_much && log.all < wal_frames_long) return;
    end_reading();
    if (files != nullptr) settle(*files);
    const SyncingLate late(may_be_late && is_much ? files : nullptr);
    log.copied = checkpoint(parts_->database, SQLITE_CHECKPOINT_PASSIVE);
}

void SqliteStore::cut_log() {
    if (parts_->files) settle(*parts_->files);
    checkpoint(parts_->database, SQLITE_CHECKPOINT_TRUNCATE);
    parts_->log = {};
}

// They stand in the order of keeping, so the oldest are the first. Deleted many at a time: each
// deletion costs a sync.
void SqliteStore::drop_old_commands() {
    const std::int64_t first_kept = parts_->today - command_kept_days;
    if (parts_->oldest_command >= first_kept) return;
    Statements& statements = parts_->statements;
    std::vector<std::pair<std::int64_t, engine::CommandKey>> old;
    {
        Query query(statements.oldest_commands);
        query.number(old_commands_at_once);
        std::int64_t day = first_kept;
        while (query.row()) {
            day = query.number_at<std::int64_t>(2);
            if (day >= first_kept) break;
            engine::CommandKey key{};
            const std::string_view bytes = query.bytes_at(1);
            std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
            old.emplace_back(query.number_at<std::int64_t>(0), key);
        }
        if (old.size() < old_commands_at_once) {
            // Not worth a sync yet.
            parts_->oldest_command = first_kept;
            return;
        }
    }
    Query(statements.begin).run();
    for (const auto& [row, key] : old)
        Query(statements.drop_command).number(row).run();
    Query(statements.drop_aside).number((parts_->today - aside_kept_days) * ms_per_day).run();
    Query(statements.commit).run();
    for (const auto& [row, key] : old)
        parts_->finder.forget_command(key, row);
}

// What stood in the log in another form must not outlive the erasure: the next rest cuts it.
void SqliteStore::note_erasures(std::span<const engine::Commit> batch) {
    const bool is_erasing = std::ranges::any_of(batch, [](const engine::Commit& commit) {
        return std::ranges::any_of(commit.changes, [](const engine::Change& change) {
            return std::holds_alternative<engine::EraseContact>(change);
        });
    });
    parts_->is_log_to_be_cut |= is_erasing;
}

Result<std::vector<engine::DueErasure>, SqliteStore::Failure> SqliteStore::erasures_due() {
    return reading([&] {
        std::vector<engine::DueErasure> due;
        SQLite::Statement statement(
            parts_->database,
            "SELECT erase_at, erase_office, id FROM contact INDEXED BY contact_erasing"
            " WHERE erase_at <> 0 ORDER BY erase_at, erase_office, id"
        );
        Query query(statement);
        while (query.row()) {
            due.push_back(
                {{query.number_at<std::int64_t>(0)},
                 {query.number_at<std::uint32_t>(1)},
                 {query.number_at<std::uint64_t>(2)}}
            );
        }
        return due;
    });
}

Result<SqliteStore::JournalVerdict, SqliteStore::Failure> SqliteStore::verify_journal() {
    constexpr std::size_t rows_at_once = 1'000;
    return guarded([&]() -> JournalVerdict {
        std::vector<OfficeJournal> heads;
        for (const OfficeId office : parts_->reader.offices()) {
            JournalCheck check;
            for (;;) {
                const auto rows =
                    parts_->reader.journal(office, check.head().seq + 1, rows_at_once);
                for (const JournalRow& row : rows) {
                    if (!check.follows(row)) {
                        return fail(JournalFault{office, row.seq, "is not what was written"});
                    }
                }
                if (rows.size() < rows_at_once) break;
            }
            if (check.head() != parts_->reader.head_of(office).journal) {
                return fail(JournalFault{
                    office, check.head().seq + 1, "is missing: the office has more rows"});
            }
            heads.push_back({office, check.head()});
        }
        return heads;
    });
}

}  // namespace antre::storage
