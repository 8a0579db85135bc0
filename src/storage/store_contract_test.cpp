#include "contract/store_contract.h"
#include "storage/memory/memory_store.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/testing/folder.h"

namespace antre::contract {

namespace {

class MemoryUnderTest final : public StoreUnderTest {
public:
    engine::Store& store() override { return store_; }
    std::vector<storage::JournalRow> journal(OfficeId office) override {
        return store_.journal(office);
    }
    void reopen() override {}  // memory is all there is

private:
    storage::MemoryStore store_;
};

class SqliteUnderTest final : public StoreUnderTest {
public:
    SqliteUnderTest() {
        options_.path = folder_.file("antre.db");
        const auto migrated = storage::migrate(options_);
        EXPECT_TRUE(migrated) << migrated.error().detail;
        open();
    }
    engine::Store& store() override { return *store_; }
    std::vector<storage::JournalRow> journal(OfficeId office) override {
        return *store_->journal(office, 1, 1'000);
    }
    void reopen() override {
        store_.reset();
        open();
    }

private:
    void open() {
        auto opened = storage::SqliteStore::open(options_);
        EXPECT_TRUE(opened) << opened.error().detail;
        store_ = std::move(*opened);
    }
    storage::testing::Folder folder_;
    storage::SqliteOptions options_;
    std::unique_ptr<storage::SqliteStore> store_;
};

INSTANTIATE_TEST_SUITE_P(
    store,
    StoreContract,
    ::testing::Values(
        StoreMaker{"memory", [] { return std::make_unique<MemoryUnderTest>(); }},
        StoreMaker{"sqlite", [] { return std::make_unique<SqliteUnderTest>(); }}
    ),
    [](const auto& about) { return about.param.name; }
);

}  // namespace

}  // namespace antre::contract
