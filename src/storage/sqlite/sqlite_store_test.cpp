#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/limits.h"
#include "storage/sqlite/backup.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/doctor.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/testing/commits.h"
#include "storage/testing/folder.h"

namespace antre::storage {

namespace {

using ::testing::AllOf;
using testing::booking_commit;
using ::testing::Contains;
using ::testing::Field;
using testing::friday;
using ::testing::HasSubstr;
using testing::jakarta;
using testing::placement;

class SqliteFiles : public ::testing::Test {
protected:
    void SetUp() override {
        options_.path = folder_.file("antre.db");
        ASSERT_TRUE(migrate(options_));
        open();
        ASSERT_TRUE(store_->commit(std::vector{testing::opening(jakarta, "jakarta")}));
    }
    void open() {
        store_.reset();
        auto opened = SqliteStore::open(options_);
        ASSERT_TRUE(opened) << opened.error().detail;
        store_ = std::move(*opened);
    }
    void book(std::uint64_t number) {
        const auto running = static_cast<std::uint16_t>(number);
        const auto kept = store_->commit(std::vector{
            booking_commit(number, number, placement({running}), "Siti Aminah")});
        ASSERT_TRUE(kept) << kept.error().detail;
        ASSERT_EQ((*kept)[0], engine::CommitOutcome::kept);
    }
    std::string refusal_to_open(const SqliteOptions& options) {
        const auto opened = SqliteStore::open(options);
        return opened ? "opened" : opened.error().detail;
    }
    // Changes rows behind the store's back.
    void tamper(const std::string& sql) {
        store_.reset();
        SQLite::Database database(options_.path, SQLite::OPEN_READWRITE);
        ASSERT_GT(database.exec(sql), 0);
    }

    testing::Folder folder_;
    SqliteOptions options_;
    std::unique_ptr<SqliteStore> store_;
};

}  // namespace

// ---- opening
// -------------------------------------------------------------------------------------

TEST_F(SqliteFiles, a_second_opener_is_told_which_process_has_the_store) {
    EXPECT_THAT(
        refusal_to_open(options_), HasSubstr("in use by process " + std::to_string(::getpid()))
    );
    const auto migrated = migrate(options_);
    ASSERT_FALSE(migrated);
    EXPECT_THAT(migrated.error().detail, HasSubstr("in use by process"));
    store_.reset();
    EXPECT_EQ(refusal_to_open(options_), "opened");
}

TEST_F(SqliteFiles, the_database_and_its_log_are_private) {
    for (const char* part : {"", "-wal", "-shm"}) {
        struct stat about {};
        ASSERT_EQ(::stat((options_.path + part).c_str(), &about), 0) << part;
        EXPECT_EQ(about.st_mode & 0777u, 0600u) << part;
    }
}

TEST_F(SqliteFiles, the_key_file_is_private_and_needed) {
    struct stat about {};
    ASSERT_EQ(::stat(options_.key_file().c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777u, 0600u);
    store_.reset();
    SqliteOptions other = options_;
    other.key_path = folder_.file("other.key");
    EXPECT_THAT(refusal_to_open(other), HasSubstr("cannot be read"));
    std::ofstream(other.key_path) << std::string(64, 'a') << "\n";
    EXPECT_THAT(refusal_to_open(other), HasSubstr("not the one this store was made with"));
    std::ofstream(other.key_path) << "short\n";
    EXPECT_THAT(refusal_to_open(other), HasSubstr("64 hexadecimal digits"));
}

TEST_F(SqliteFiles, a_store_of_another_schema_or_maker_is_refused) {
    store_.reset();
    SqliteOptions none = options_;
    none.path = folder_.file("none.db");
    EXPECT_THAT(refusal_to_open(none), HasSubstr("antre migrate"));
    SQLite::Database(options_.path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
    EXPECT_THAT(refusal_to_open(options_), HasSubstr("use the newer program"));
    EXPECT_THAT(migrate(options_).error().detail, HasSubstr("use the newer program"));
    SqliteOptions foreign = options_;
    foreign.path = folder_.file("foreign.db");
    SQLite::Database(foreign.path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE mine (x)");
    EXPECT_THAT(migrate(foreign).error().detail, HasSubstr("not one of ours"));
    SqliteOptions text = options_;
    text.path = folder_.file("text.db");
    std::ofstream(text.path) << std::string(4'096, 'x');
    EXPECT_EQ(migrate(text).error().kind, engine::StoreFailure::Kind::corrupt);
}

TEST_F(SqliteFiles, a_store_with_other_tables_than_its_number_says_is_refused_by_name) {
    store_.reset();
    SQLite::Database(options_.path, SQLite::OPEN_READWRITE).exec("CREATE TABLE mine (x)");
    EXPECT_THAT(refusal_to_open(options_), HasSubstr("its mine is not the one"));
    EXPECT_THAT(migrate(options_).error().detail, HasSubstr("move the store away"));
    SQLite::Database(options_.path, SQLite::OPEN_READWRITE)
        .exec("DROP TABLE mine; ALTER TABLE booking ADD COLUMN colour TEXT");
    EXPECT_THAT(refusal_to_open(options_), HasSubstr("its booking is not the one"));
}

TEST_F(SqliteFiles, migrating_a_present_store_changes_nothing) {
    store_.reset();
    const auto again = migrate(options_);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->from, again->to);
    open();
    EXPECT_EQ(store_->load(jakarta, friday)->revision, 1u);
}

TEST_F(SqliteFiles, a_killed_process_leaves_every_acknowledged_commit) {
    store_.reset();
    const pid_t child = ::fork();
    if (child == 0) {
        open();
        for (std::uint64_t number = 1; number <= 5; ++number)
            book(number);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    open();
    EXPECT_EQ(store_->load(jakarta, friday)->revision, 6u);
}

// ---- what must be noticed
// ------------------------------------------------------------------------

TEST_F(SqliteFiles, a_changed_journal_row_is_named) {
    for (std::uint64_t number = 1; number <= 3; ++number)
        book(number);
    const auto whole = *store_->verify_journal();
    ASSERT_TRUE(whole);
    EXPECT_EQ((*whole)[0].head.seq, 4u);
    tamper("UPDATE journal SET at = at + 1 WHERE seq = 2");
    open();
    const auto broken = *store_->verify_journal();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().seq, 2u);
    EXPECT_EQ(broken.error().office, jakarta);
}

TEST_F(SqliteFiles, a_dropped_journal_row_is_named) {
    for (std::uint64_t number = 1; number <= 3; ++number)
        book(number);
    tamper("DELETE FROM journal WHERE seq = 4");
    open();
    const auto broken = *store_->verify_journal();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().seq, 4u);
}

TEST_F(SqliteFiles, sealed_bytes_open_only_where_they_were_put) {
    book(1);
    book(2);
    tamper("UPDATE contact SET sealed = (SELECT sealed FROM contact WHERE id = 2) WHERE id = 1");
    open();
    const auto read = store_->contact({1});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, engine::StoreFailure::Kind::corrupt);
    EXPECT_TRUE(store_->must_exit());
}

// ---- resting
// -------------------------------------------------------------------------------------

TEST_F(SqliteFiles, resting_copies_the_log_into_the_database) {
    options_.rest_frames = 1;
    open();
    book(1);
    const auto size_of = [&] {
        struct stat about {};
        return ::stat(options_.path.c_str(), &about) == 0 ? about.st_size : 0;
    };
    ASSERT_TRUE(store_->rest());
    const auto before = size_of();
    for (std::uint64_t number = 2; number <= 60; ++number)
        book(number);
    EXPECT_EQ(size_of(), before);
    ASSERT_TRUE(store_->rest());
    EXPECT_GT(size_of(), before);
}

TEST_F(SqliteFiles, a_log_that_is_copied_while_it_grows_stays_whole) {
    options_.rest_frames = 1;
    open();
    for (std::uint64_t number = 1; number <= 200; ++number) {
        book(number);
        ASSERT_TRUE(store_->rest());
    }
    open();
    EXPECT_EQ(store_->load(jakarta, friday)->taken.size(), 200u);
    EXPECT_TRUE(store_->verify_journal()->has_value());
}

TEST_F(SqliteFiles, command_keys_are_forgotten_after_thirty_days_and_not_before) {
    const auto keep_keys = [&](std::int64_t day, std::uint8_t tag, std::size_t count) {
        std::vector<engine::Commit> batch(count);
        for (std::size_t i = 0; i < count; ++i) {
            batch[i].key[0] = tag;
            batch[i].key[1] = static_cast<std::uint8_t>(i);
            batch[i].key[2] = static_cast<std::uint8_t>(i >> 8);
            batch[i].at = testing::ten_o_clock + days(day);
        }
        ASSERT_TRUE(store_->commit(batch));
    };
    const auto is_kept = [&](std::uint8_t tag) {
        engine::CommandKey key{};
        key[0] = tag;
        return store_->kept_answer(key)->has_value();
    };
    keep_keys(0, 1, 1'500);
    keep_keys(20, 2, 10);
    for (const auto& [day, is_old_kept] : {std::pair{30, true}, std::pair{31, false}}) {
        keep_keys(day, 3, 1'500);
        for (int i = 0; i < 40; ++i)
            ASSERT_TRUE(store_->rest());
        EXPECT_EQ(is_kept(1), is_old_kept) << "day " << day;
        EXPECT_TRUE(is_kept(2));
    }
}

// ---- backup
// --------------------------------------------------------------------------------------

TEST_F(SqliteFiles, a_backup_taken_while_open_restores_everything_acknowledged) {
    for (std::uint64_t number = 1; number <= 20; ++number)
        book(number);
    const auto made = back_up(options_, folder_.file("copy.db"));
    ASSERT_TRUE(made) << made.error().detail;
    book(21);  // after the backup

    SqliteOptions target = options_;
    target.path = folder_.file("restored.db");
    const auto restored = restore(made->path, target);
    ASSERT_TRUE(restored) << restored.error().detail;
    EXPECT_EQ(restored->epoch, 1u);
    EXPECT_EQ(restored->held_back, 20u);
    EXPECT_FALSE(restored->has_key_file) << "the key is not in the backup";
    EXPECT_THAT(refusal_to_open(target), HasSubstr("key file"));
    target.key_path = options_.key_file();
    auto opened = SqliteStore::open(target);
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ((*opened)->load(jakarta, friday)->revision, 21u);
    EXPECT_EQ((*opened)->contact({20})->value().contact.identity.phone.reveal(), "6281200000020");
    const auto pending = *(*opened)->pending_messages();
    for (const engine::PendingMessage& message : pending)
        EXPECT_EQ(message.progress.state, notices::MessageState::unknown);
    EXPECT_TRUE((*opened)->verify_journal()->has_value());
}

TEST_F(SqliteFiles, a_damaged_backup_is_refused) {
    book(1);
    const auto made = back_up(options_, folder_.file("copy.db"));
    ASSERT_TRUE(made);
    EXPECT_FALSE(back_up(options_, made->path)) << "a backup is never overwritten";
    std::fstream file(made->path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(5'000);
    file.put('!');
    file.close();
    SqliteOptions target;
    target.path = folder_.file("restored.db");
    const auto refused = restore(made->path, target);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("checksum"));
    EXPECT_THAT(refusal_to_open(target), HasSubstr("no store"));
}

TEST_F(SqliteFiles, nothing_is_restored_over_a_store) {
    const auto made = back_up(options_, folder_.file("copy.db"));
    ASSERT_TRUE(made);
    EXPECT_THAT(restore(made->path, options_).error().detail, HasSubstr("there is a store"));
    std::ofstream(folder_.file("plain.db")) << "x";
    SqliteOptions target;
    target.path = folder_.file("restored.db");
    EXPECT_THAT(restore(folder_.file("plain.db"), target).error().detail, HasSubstr("no manifest"));
}

TEST_F(SqliteFiles, an_erased_person_cannot_be_read_in_an_older_backup_without_its_key) {
    book(1);
    const auto made = back_up(options_, folder_.file("copy.db"));
    ASSERT_TRUE(made);
    std::ifstream file(made->path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find("Siti"), std::string::npos);
    EXPECT_EQ(bytes.find("6281200000001"), std::string::npos);
    EXPECT_EQ(bytes.find("Nomor antrean"), std::string::npos);
}

// ---- doctor
// --------------------------------------------------------------------------------------

TEST_F(SqliteFiles, the_doctor_finds_a_healthy_store_healthy) {
    book(1);
    const auto findings = store_->doctor_findings();
    ASSERT_TRUE(findings) << findings.error().detail;
    for (const Finding& finding : *findings)
        EXPECT_TRUE(finding.is_ok) << finding.check << ": " << finding.detail;
    EXPECT_EQ(findings->size(), 9u);
}

TEST_F(SqliteFiles, the_doctor_leaves_a_running_store_alone) {
    EXPECT_THAT(
        doctor_findings(options_),
        Contains(AllOf(
            Field(&Finding::check, "single_writer"),
            Field(&Finding::detail, HasSubstr(std::to_string(::getpid())))
        ))
    );
}

TEST_F(SqliteFiles, the_doctor_names_what_is_wrong_and_how_to_mend_it) {
    book(1);
    tamper("UPDATE journal SET body = '{}' WHERE seq = 2");
    ASSERT_EQ(::chmod(options_.key_file().c_str(), 0644), 0);
    const auto findings = doctor_findings(options_);
    const auto wrong = [&](const std::string& check, const std::string& cure) {
        return Contains(AllOf(
            Field(&Finding::check, check),
            Field(&Finding::is_ok, false),
            Field(&Finding::cure, HasSubstr(cure))
        ));
    };
    EXPECT_THAT(findings, wrong("key_file", "chmod 600"));
    EXPECT_THAT(findings, wrong("journal", "backup"));
    SqliteOptions none;
    none.path = folder_.file("none.db");
    EXPECT_THAT(doctor_findings(none), wrong("store", "antre migrate"));
}

}  // namespace antre::storage
