#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

#include "storage/sqlite/crash_vfs.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/testing/commits.h"

namespace antre::storage {

namespace {

using engine::Commit;
using engine::CommitOutcome;
using testing::jakarta;

// One machine whose power fails: a store on a disk in memory, and what it acknowledged.
class Machine {
public:
    Machine(std::uint64_t seed, Durability durability, Syncs syncs = Syncs::waited_for)
        : random_(seed)
        , disk_("crash", seed) {
        options_.path = "antre.db";
        options_.file_system = disk_.name();
        options_.master_key = SecretKey{};
        options_.durability = durability;
        options_.syncs = syncs;
        options_.rest_frames = 40;  // checkpoints often, so that they are interrupted too
        options_.randomness = [this](std::span<std::uint8_t> bytes) {
            for (std::uint8_t& byte : bytes)
                byte = static_cast<std::uint8_t>(random_.next());
        };
    }

    // False when the store refuses what it finds.
    bool open() {
        store_.reset();
        disk_.revive();
        if (!migrate(options_)) return false;
        auto opened = SqliteStore::open(options_);
        if (!opened) return false;
        store_ = std::move(*opened);
        return true;
    }

    void begin() {
        ASSERT_TRUE(open());
        ASSERT_TRUE(store_->commit(std::vector{testing::opening(jakarta, "jakarta")}));
        may_stand_at_ = {1};
        acknowledge();
    }

    // Commits batches until the power fails at a random act.
    void work_until_power_fails() {
        disk_.plan(DiskFault::power_loss, 1 + random_.below(200));
        may_stand_at_ = {acknowledged_};
        while (!disk_.is_dead()) {
            std::vector<Commit> batch;
            const std::uint64_t size = 1 + random_.below(8);
            for (std::uint64_t i = 0; i < size; ++i)
                batch.push_back(booking_after(may_stand_at_.back() + i));
            const auto outcomes = store_->commit(batch);
            may_stand_at_.push_back(may_stand_at_.back() + size);
            if (!outcomes) {
                EXPECT_TRUE(store_->must_exit());
                break;
            }
            // Of a store that syncs beside, several batches may be under way.
            if (options_.syncs == Syncs::waited_for || random_.one_in(2)) acknowledge();
            if (random_.one_in(3)) std::ignore = store_->rest();
        }
        if (!disk_.is_dead()) disk_.power_loss();
    }

    void acknowledge() {
        store_->when_durable([this](const auto& outcome) {
            if (!outcome) return;
            acknowledged_ = may_stand_at_.back();
            may_stand_at_ = {acknowledged_};
            if (options_.durability == Durability::disk) {
                EXPECT_FALSE(disk_.has_unsynced()) << "acknowledged, but not on the disk";
            }
        });
    }

    // What is wrong after the power came back; empty when every promise was kept.
    std::string found_wrong() {
        if (!open()) return "the store does not open";
        const auto state = store_->load(jakarta, testing::friday);
        if (!state) return "the office does not load";
        if (state->revision < acknowledged_) return "an acknowledged commit is lost";
        if (std::ranges::find(may_stand_at_, state->revision) == may_stand_at_.end())
            return "a batch was kept by half";
        acknowledged_ = state->revision;
        for (std::uint64_t number = 1; number < acknowledged_; ++number) {
            const std::string wrong = wrong_with(number);
            if (!wrong.empty()) return wrong;
        }
        if (state->taken.size() + 1 != acknowledged_) return "places and commits do not agree";
        if (store_->pending_messages()->size() + 1 != acknowledged_) return "a message is missing";
        const auto verdict = store_->verify_journal();
        if (!verdict || !*verdict) return "the journal is broken";
        if ((**verdict)[0].head.seq != acknowledged_) return "the journal is not complete";
        return {};
    }

private:
    // The n-th booking takes the n-th place.
    static Commit booking_after(std::uint64_t revision) {
        const auto running = static_cast<std::uint16_t>(revision % 900 + 1);
        const auto day = static_cast<std::int32_t>(revision / 900);
        return testing::booking_commit(
            revision, revision, testing::placement({running}, testing::friday + day), "Ani"
        );
    }

    std::string wrong_with(std::uint64_t number) {
        const Commit commit = booking_after(number);
        const auto answer = store_->kept_answer(commit.key);
        if (!answer || !*answer) return "a command key is lost";
        const auto booking = store_->booking((*answer)->booking);
        if (!booking || !*booking) return "a booking is lost";
        if ((*booking)->people.at(0).name.reveal() != "Ani") return "a name cannot be read";
        const auto contact = store_->contact({number});
        if (!contact || !*contact) return "a contact is lost";
        return {};
    }

    Random random_;
    CrashVfs disk_;
    SqliteOptions options_;
    std::unique_ptr<SqliteStore> store_;
    std::uint64_t acknowledged_ = 0;
    // Where the office may stand after a power loss: at the end of any batch from here on.
    std::vector<std::uint64_t> may_stand_at_ = {0};
};

// The first thing found wrong in some power losses of one machine.
std::string life_of(std::uint64_t seed, Durability durability, Syncs syncs = Syncs::waited_for) {
    Machine machine(seed, durability, syncs);
    machine.begin();
    for (int loss = 0; loss < 3; ++loss) {
        machine.work_until_power_fails();
        const std::string wrong = machine.found_wrong();
        if (!wrong.empty()) return wrong;
    }
    return {};
}

int seeds_with_loss(Durability durability, std::uint64_t seeds) {
    int losses = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        losses += life_of(seed, durability).empty() ? 0 : 1;
    return losses;
}

SqliteOptions options_on(const CrashVfs& disk) {
    SqliteOptions options;
    options.path = "antre.db";
    options.file_system = disk.name();
    options.master_key = SecretKey{};
    return options;
}

}  // namespace

TEST(PowerLoss, no_acknowledged_commit_is_lost_in_200_seeds) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed)
        ASSERT_EQ(life_of(seed, Durability::disk), "") << "seed " << seed;
}

TEST(PowerLoss, with_syncs_beside_no_commit_that_was_called_durable_is_lost_in_200_seeds) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed)
        ASSERT_EQ(life_of(seed, Durability::disk, Syncs::beside), "") << "seed " << seed;
}

TEST(PowerLoss, with_syncs_beside_a_commit_is_not_on_the_disk_until_it_is_called_durable) {
    CrashVfs disk("crash", 1);
    SqliteOptions options = options_on(disk);
    options.syncs = Syncs::beside;
    ASSERT_TRUE(migrate(options));
    const auto store = std::move(*SqliteStore::open(options));
    ASSERT_TRUE(store->commit(std::vector{testing::opening(jakarta, "jakarta")}));
    ASSERT_TRUE(store->commit(std::vector{
        testing::booking_commit(1, 1, testing::placement({1}, testing::friday), "Ani")}));
    EXPECT_TRUE(disk.has_unsynced()) << "nobody waited";
    bool is_told = false;
    store->when_durable([&](const auto& outcome) { is_told = outcome.has_value(); });
    EXPECT_TRUE(is_told);
    EXPECT_FALSE(disk.has_unsynced());
}

TEST(PowerLoss, a_sync_beside_that_failed_is_told_and_nothing_more_is_kept) {
    CrashVfs disk("crash", 1);
    SqliteOptions options = options_on(disk);
    options.syncs = Syncs::beside;
    ASSERT_TRUE(migrate(options));
    const auto store = std::move(*SqliteStore::open(options));
    ASSERT_TRUE(store->commit(std::vector{testing::opening(jakarta, "jakarta")}));
    const auto booked = [](std::uint64_t n) {
        const auto place = testing::placement({static_cast<std::uint16_t>(n)}, testing::friday);
        return std::vector{testing::booking_commit(n, n, place, "Ani")};
    };
    ASSERT_TRUE(store->commit(booked(1)));
    disk.plan(DiskFault::sync_error, 1);
    bool is_told = false;
    store->when_durable([&](const auto& outcome) { is_told = !outcome; });
    EXPECT_TRUE(is_told);
    const auto next = store->commit(booked(2));
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().kind, engine::StoreFailure::Kind::unknown);
    EXPECT_TRUE(store->must_exit());
}

TEST(PowerLoss, without_syncing_the_same_test_finds_losses) {
    EXPECT_GT(seeds_with_loss(Durability::nothing_sure, 20), 0);
}

TEST(PowerLoss, syncing_only_at_checkpoints_the_same_test_finds_losses) {
    EXPECT_GT(seeds_with_loss(Durability::next_sync, 20), 0);
}

TEST(PowerLoss, an_acknowledged_commit_waits_for_nothing) {
    CrashVfs disk("crash", 1);
    const SqliteOptions options = options_on(disk);
    ASSERT_TRUE(migrate(options));
    const auto store = std::move(*SqliteStore::open(options));
    ASSERT_TRUE(store->commit(std::vector{testing::opening(jakarta, "jakarta")}));
    EXPECT_FALSE(disk.has_unsynced());
}

TEST(PowerLoss, a_migration_is_done_whole_or_not_at_all_wherever_it_stops) {
    std::uint64_t acts = 0;
    {
        CrashVfs disk("crash", 1);
        ASSERT_TRUE(migrate(options_on(disk)));
        acts = disk.acts();
    }
    ASSERT_GT(acts, 5u);
    int interrupted = 0;
    for (std::uint64_t act = 1; act <= acts; ++act) {
        CrashVfs disk("crash", act);
        const SqliteOptions options = options_on(disk);
        disk.plan(DiskFault::power_loss, act);
        interrupted += migrate(options) ? 0 : 1;
        if (!disk.is_dead()) disk.power_loss();
        disk.revive();
        const auto again = migrate(options);
        ASSERT_TRUE(again) << "act " << act << ": " << again.error().detail;
        // One of the schemas there have been, each of them whole: the store works after it.
        EXPECT_TRUE(again->from >= 0 && again->from <= again->to) << "act " << act;
        const auto store = SqliteStore::open(options);
        ASSERT_TRUE(store) << "act " << act << ": " << store.error().detail;
        EXPECT_TRUE((*store)->commit(std::vector{testing::opening(jakarta, "jakarta")}));
    }
    EXPECT_GT(interrupted, 3);
}

// ---- single faults
// -------------------------------------------------------------------------------

class Faults : public ::testing::Test {
protected:
    void SetUp() override {
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
    Result<std::vector<CommitOutcome>, engine::StoreFailure> book(std::uint64_t number) {
        const auto running = static_cast<std::uint16_t>(number);
        return store_->commit(std::vector{
            testing::booking_commit(number, number, testing::placement({running}), "Ani")});
    }

    CrashVfs disk_{"crash", 7};
    SqliteOptions options_ = options_on(disk_);
    std::unique_ptr<SqliteStore> store_;
};

TEST_F(Faults, a_full_disk_keeps_nothing_and_passes) {
    disk_.plan(DiskFault::disk_full, 1);
    const auto refused = book(1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, engine::StoreFailure::Kind::unavailable);
    EXPECT_FALSE(store_->must_exit());
    EXPECT_FALSE(
        *store_->kept_answer(testing::booking_commit(1, 1, testing::placement({1}), "Ani").key)
    );
    disk_.heal();
    const auto kept = book(1);
    ASSERT_TRUE(kept) << kept.error().detail;
    EXPECT_EQ((*kept)[0], CommitOutcome::kept);
    open();
    EXPECT_EQ(store_->load(jakarta, testing::friday)->revision, 2u);
    EXPECT_EQ((*store_->contact({1}))->contact.id, ContactId{1});
}

TEST_F(Faults, an_error_on_syncing_is_doubt_and_ends_the_store) {
    disk_.plan(DiskFault::sync_error, 1);
    const auto doubt = book(1);
    ASSERT_FALSE(doubt);
    EXPECT_EQ(doubt.error().kind, engine::StoreFailure::Kind::unknown);
    EXPECT_TRUE(store_->must_exit());
    EXPECT_FALSE(book(2));
    EXPECT_FALSE(store_->load(jakarta, testing::friday)) << "nothing is served any more";
}

TEST_F(Faults, what_is_kept_after_a_failed_sync_and_a_restart_outlives_a_power_loss) {
    const auto revision = [&] { return store_->load(jakarta, testing::friday)->revision; };
    for (const std::uint64_t act : {1u, 2u, 3u}) {
        const std::uint64_t first = revision();
        disk_.plan(DiskFault::sync_error, act);
        for (std::uint64_t number = first; book(number); ++number)
            ASSERT_LT(number, first + 9) << "the sync did not fail";
        disk_.process_dies();
        store_.reset();
        disk_.revive();
        open();
        const auto kept = book(revision());
        ASSERT_TRUE(kept) << kept.error().detail;
        ASSERT_EQ((*kept)[0], CommitOutcome::kept);
        const std::uint64_t acknowledged = revision();
        disk_.power_loss();
        store_.reset();
        disk_.revive();
        open();
        EXPECT_EQ(revision(), acknowledged);
    }
}

TEST_F(Faults, an_error_on_writing_is_doubt_and_ends_the_store) {
    disk_.plan(DiskFault::write_error, 1);
    const auto doubt = book(1);
    ASSERT_FALSE(doubt);
    EXPECT_EQ(doubt.error().kind, engine::StoreFailure::Kind::unknown);
    EXPECT_TRUE(store_->must_exit());
    open();
    EXPECT_EQ((*book(1))[0], CommitOutcome::kept);
}

TEST_F(Faults, an_erased_person_is_nowhere_on_the_disk) {
    const auto names = [](const std::string& bytes) {
        return bytes.find("6281200000001") != std::string::npos ||
               bytes.find("Ani") != std::string::npos;
    };
    ASSERT_TRUE(book(1));
    EXPECT_FALSE(names(disk_.all_bytes())) << "even before, only encrypted";
    const BookingId booking =
        testing::booking_commit(1, 1, testing::placement({1}), "Ani").answer.booking;
    EXPECT_EQ((*store_->booking(booking))->people.at(0).name.reveal(), "Ani");
    const std::string before = disk_.all_bytes();
    engine::Commit erasure = testing::commit(testing::jakarta, 2);
    erasure.changes.push_back(engine::EraseContact{{1}});
    ASSERT_EQ((*store_->commit({&erasure, 1}))[0], CommitOutcome::kept);
    ASSERT_TRUE(store_->rest());
    EXPECT_FALSE(*store_->contact({1}));
    EXPECT_FALSE(*store_->find_contact({UserKey("ID.6281200000001"), {}}));
    EXPECT_FALSE(*store_->message({1}));
    EXPECT_TRUE(store_->pending_messages()->empty());
    const auto nobodys = *store_->booking(booking);
    ASSERT_TRUE(nobodys);
    EXPECT_EQ(nobodys->people.at(0).id, PersonId{1});
    EXPECT_TRUE(nobodys->people.at(0).name.empty());
    EXPECT_FALSE(nobodys->people.at(0).born);
    // What could be opened before has left the files: none of its sealed bytes is found again.
    const std::string after = disk_.all_bytes();
    EXPECT_LT(after.size(), before.size()) << "the log was cut off";
    open();
    EXPECT_EQ(store_->next_ids()->contact, ContactId{2}) << "ids are not given again";
    EXPECT_TRUE(store_->verify_journal()->has_value());
}

}  // namespace antre::storage
