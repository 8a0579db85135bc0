#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <gtest/gtest.h>

#include "storage/limits.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/crash_vfs.h"
#include "storage/sqlite/gathering_files.h"
#include "storage/testing/folder.h"

namespace antre::storage {

namespace {

constexpr int row_bytes = 3'000;  // no two on one page

class GatheringFilesTest : public ::testing::Test {
protected:
    SQLite::Database opened(const std::string& files) {
        SqliteOptions options;
        options.path = "log.db";
        options.file_system = disk_.name();
        return open_for_writing(options, files);
    }

    static void add_rows(SQLite::Database& database, int count) {
        SQLite::Statement add(database, "INSERT INTO row (bytes) VALUES (zeroblob(?))");
        for (int i = 0; i < count; ++i) {
            add.bind(1, row_bytes);
            add.exec();
            add.reset();
        }
    }

    // How many acts of the disk a transaction of so many rows takes.
    std::uint64_t acts_of(SQLite::Database& database, int rows) {
        const std::uint64_t before = disk_.acts();
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        add_rows(database, rows);
        transaction.commit();
        return disk_.acts() - before;
    }

    // A checkpoint whose sync nobody waited for.
    static void checkpoint_late(SQLite::Database& database, GatheringFiles& files) {
        files.sync_late(true);
        checkpoint(database, SQLITE_CHECKPOINT_PASSIVE);
        files.sync_late(false);
    }

    CrashVfs disk_{"disk", 1};
    GatheringFiles files_{disk_.name()};
};

}  // namespace

TEST_F(GatheringFilesTest, writes_the_frames_of_a_commit_at_once) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    EXPECT_EQ(acts_of(database, 20), 2u) << "one write and one sync";
}

TEST_F(GatheringFilesTest, syncs_before_a_commit_returns) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    add_rows(database, 1);
    EXPECT_FALSE(disk_.has_unsynced());
}

TEST_F(GatheringFilesTest, writes_a_long_transaction_in_parts) {
    constexpr int rows = 200;  // some 800 KiB
    {
        SQLite::Database database = opened(files_.name());
        database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
        const std::uint64_t acts = acts_of(database, rows);
        EXPECT_GT(acts, static_cast<std::uint64_t>(rows) * 4'096 / log_gathered_bytes_max);
        EXPECT_LT(acts, 20u);
    }
    disk_.power_loss();
    disk_.revive();
    SQLite::Database plain = opened({});
    EXPECT_EQ(number_of(plain, "SELECT count(*) FROM row"), rows);
    EXPECT_EQ(plain.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(GatheringFilesTest, reads_what_is_gathered_and_not_yet_written) {
    SQLite::Database database = opened(files_.name());
    database.exec("PRAGMA cache_size=2");  // pages go to the log before the commit
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    for (int i = 1; i <= 40; ++i) {
        add_rows(database, 1);
        EXPECT_EQ(number_of(database, "SELECT sum(length(bytes)) FROM row"), i * row_bytes);
    }
    transaction.commit();
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(GatheringFilesTest, keeps_nothing_of_a_commit_that_could_not_be_written) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    add_rows(database, 1);
    disk_.plan(DiskFault::disk_full, 1);
    EXPECT_THROW(acts_of(database, 20), SQLite::Exception);
    disk_.heal();
    EXPECT_EQ(number_of(database, "SELECT count(*) FROM row"), 1);
    acts_of(database, 5);
    EXPECT_EQ(number_of(database, "SELECT count(*) FROM row"), 6);
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

// ---- late syncs -------------------------------------------------------------------------------

TEST_F(GatheringFilesTest, a_late_sync_is_over_before_the_log_begins_anew) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    add_rows(database, 20);
    checkpoint_late(database, files_);
    EXPECT_TRUE(files_.is_syncing());
    EXPECT_TRUE(disk_.has_unsynced("log.db")) << "nobody waited for it";
    add_rows(database, 1);
    EXPECT_FALSE(files_.is_syncing());
    EXPECT_FALSE(disk_.has_unsynced());
}

TEST_F(GatheringFilesTest, a_late_sync_is_over_before_the_log_is_cut) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    checkpoint_late(database, files_);
    checkpoint(database, SQLITE_CHECKPOINT_TRUNCATE);
    EXPECT_FALSE(disk_.has_unsynced("log.db"));
    EXPECT_EQ(disk_.bytes_of("log.db-wal"), 0u);
}

TEST_F(GatheringFilesTest, a_late_sync_that_failed_lets_no_log_begin_anew) {
    {
        SQLite::Database database = opened(files_.name());
        database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
        add_rows(database, 20);
        checkpoint_late(database, files_);
        disk_.plan(DiskFault::sync_error, 1);
        EXPECT_THROW(add_rows(database, 1), SQLite::Exception);
        EXPECT_THROW(add_rows(database, 1), SQLite::Exception) << "it stays in doubt";
        EXPECT_NE(files_.settle(), SQLITE_OK);
        disk_.power_loss();
    }
    disk_.revive();
    SQLite::Database plain = opened({});
    EXPECT_EQ(number_of(plain, "SELECT count(*) FROM row"), 20);
    EXPECT_EQ(plain.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

// ---- a log that is synced late ----------------------------------------------------------------

TEST_F(GatheringFilesTest, a_late_log_is_written_when_a_commit_returns_and_synced_when_told) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    files_.sync_log_late(true);
    add_rows(database, 1);
    add_rows(database, 1);
    files_.sync_log_late(false);
    EXPECT_TRUE(disk_.has_unsynced()) << "nobody waited for it";
    int outcome = -1;
    files_.when_log_synced([&](int how) { outcome = how; });
    EXPECT_EQ(outcome, SQLITE_OK);
    EXPECT_FALSE(disk_.has_unsynced());
}

TEST_F(GatheringFilesTest, a_checkpoint_first_waits_for_a_late_log) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    files_.sync_log_late(true);
    add_rows(database, 5);
    files_.sync_log_late(false);
    checkpoint_late(database, files_);
    EXPECT_FALSE(disk_.has_unsynced("log.db-wal"));
}

TEST_F(GatheringFilesTest, the_front_of_a_log_begun_anew_is_never_late) {
    SQLite::Database database = opened(files_.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    checkpoint(database, SQLITE_CHECKPOINT_TRUNCATE);
    const std::uint64_t before = disk_.acts();
    files_.sync_log_late(true);
    add_rows(database, 1);
    files_.sync_log_late(false);
    EXPECT_EQ(disk_.acts() - before, 3u) << "front, its sync, frames; not their sync";
}

TEST(LateSyncs, a_power_loss_at_any_act_after_a_late_checkpoint_loses_no_commit) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CrashVfs disk("disk", seed);
        SqliteOptions options;
        options.path = "log.db";
        options.file_system = disk.name();
        int kept = 0;
        {
            GatheringFiles files(disk.name());
            SQLite::Database database = open_for_writing(options, files.name());
            database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
            disk.plan(DiskFault::power_loss, 1 + seed);
            try {
                for (;; ++kept) {
                    database.exec("INSERT INTO row (bytes) VALUES (zeroblob(3000))");
                    if (kept % 3 != 0) continue;
                    files.sync_late(true);
                    checkpoint(database, SQLITE_CHECKPOINT_PASSIVE);
                    files.sync_late(false);
                }
            } catch (const SQLite::Exception&) {
                ASSERT_TRUE(disk.is_dead());
            }
        }
        disk.revive();
        SQLite::Database plain = open_for_writing(options);
        const auto rows = number_of(plain, "SELECT count(*) FROM row");
        EXPECT_TRUE(rows == kept || rows == kept + 1) << "seed " << seed;
        EXPECT_EQ(plain.execAndGet("PRAGMA integrity_check").getString(), "ok");
    }
}

// On real files, with shared memory: here the log is written on behind.
TEST(LateSyncs, nobody_waits_for_a_late_sync_until_the_log_may_begin_anew) {
    const testing::Folder folder;
    SqliteOptions options;
    options.path = folder.file("log.db");
    GatheringFiles files("unix");  // by name: a late sync waits until it is asked for
    SQLite::Database database = open_for_writing(options, files.name());
    database.exec("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB)");
    const auto add = [&] { database.exec("INSERT INTO row (bytes) VALUES (zeroblob(3000))"); };
    const auto log_bytes = [&] { return std::filesystem::file_size(options.path + "-wal"); };
    add();
    files.sync_late(true);
    checkpoint(database, SQLITE_CHECKPOINT_PASSIVE);
    files.sync_late(false);
    const auto before = log_bytes();
    add();
    EXPECT_TRUE(files.is_syncing()) << "the commit did not wait";
    const auto behind = log_bytes();
    EXPECT_GT(behind, before) << "the log went on";
    EXPECT_EQ(files.settle(), SQLITE_OK);
    checkpoint(database, SQLITE_CHECKPOINT_PASSIVE);
    add();
    EXPECT_EQ(log_bytes(), behind) << "the log began anew";
    EXPECT_EQ(number_of(database, "SELECT count(*) FROM row"), 3);
}

}  // namespace antre::storage
