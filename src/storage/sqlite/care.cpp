// What keeps an open store healthy: checkpoints, old rows, erasure, the check of the journal.

#include <sqlite3.h>

#include "storage/sqlite/parts.h"

namespace antre::storage {

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

}  // namespace

Result<void, SqliteStore::Failure> SqliteStore::rest() {
    return guarded([&] {
        end_reading();
        if (parts_->wal_frames >= parts_->options.rest_frames) {
            checkpoint(parts_->database, SQLITE_CHECKPOINT_PASSIVE);
            parts_->wal_frames = 0;
        }
        look_for_old_commands();
    });
}

// Walks through the command keys, a few for every commit, so that no index by day is needed. Old
// ones are deleted many at a time: each deletion costs a sync.
void SqliteStore::look_for_old_commands() {
    Statements& statements = parts_->statements;
    const std::size_t count = std::min(parts_->commands_to_see, prune_keys_per_step);
    if (count == 0) return;
    parts_->commands_to_see -= count;
    std::size_t seen = 0;
    {
        Query query(statements.scan_commands);
        query.bytes(parts_->last_seen_command).number(count);
        std::string last;
        while (query.row()) {
            ++seen;
            last = query.bytes_at(0);
            const bool is_old =
                query.number_at<std::int64_t>(1) < parts_->today - command_kept_days;
            if (is_old) parts_->old_commands.push_back(last);
        }
        parts_->last_seen_command = std::move(last);
    }
    if (seen < count) parts_->last_seen_command.clear();  // from the beginning again
    if (parts_->old_commands.size() < prune_keys_per_step) return;
    Query(statements.begin).run();
    for (const std::string& key : parts_->old_commands)
        Query(statements.drop_command).bytes(key).run();
    Query(statements.drop_aside).number((parts_->today - aside_kept_days) * ms_per_day).run();
    Query(statements.commit).run();
    parts_->old_commands.clear();
}

Result<void, SqliteStore::Failure> SqliteStore::erase_contact(ContactId id) {
    return guarded([&] {
        end_reading();
        SQLite::Database& database = parts_->database;
        const auto run = [&](const char* query) {
            SQLite::Statement statement(database, query);
            statement.bind(1, static_cast<std::int64_t>(id.value));
            statement.exec();
        };
        std::vector<PersonId> people;
        {
            SQLite::Statement bookings(database, "SELECT people FROM booking WHERE contact = ?1");
            Query query(bookings);
            query.number(id.value);
            while (query.row()) {
                for (const PersonId person : person_ids_in(query.bytes_at(0)))
                    people.push_back(person);
            }
        }
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const PersonId person : people)
            Query(parts_->statements.drop_person).number(person.value).run();
        run("DELETE FROM identity WHERE hash IN"
            " (SELECT user_hash FROM contact WHERE id = ?1"
            " UNION ALL SELECT phone_hash FROM contact WHERE id = ?1) AND contact = ?1");
        run("UPDATE contact SET sealed = NULL, user_hash = NULL, phone_hash = NULL WHERE id = ?1");
        run("DELETE FROM talk WHERE contact = ?1");
        run("UPDATE inquiry SET sealed = NULL WHERE contact = ?1");
        run("DELETE FROM waiting WHERE contact = ?1");
        run("UPDATE message SET state = 'dropped', content = NULL, wamid = NULL WHERE id IN"
            " (SELECT id FROM message INDEXED BY message_pending"
            " WHERE state IN ('queued', 'sending', 'unknown')) AND contact = ?1");
        run("DELETE FROM data_key WHERE contact = ?1");
        transaction.commit();
        parts_->vault.forget();
        checkpoint(database, SQLITE_CHECKPOINT_TRUNCATE);
        parts_->wal_frames = 0;
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
