#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "storage/limits.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/crash_vfs.h"
#include "storage/sqlite/gathering_files.h"

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

}  // namespace antre::storage
