#pragma once

// The promises of engine::Store (src/engine/store.h) as cases that every store must pass. A store
// takes part by a StoreMaker: see src/storage/store_contract_test.cpp. The cases are in
// office_contract.cpp and people_contract.cpp.

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "engine/store.h"
#include "storage/journal.h"
#include "storage/testing/commits.h"

namespace antre::contract {

// One store under test. `reopen` closes it without warning and opens what it left behind.
class StoreUnderTest {
public:
    virtual ~StoreUnderTest() = default;
    virtual engine::Store& store() = 0;
    virtual std::vector<storage::JournalRow> journal(OfficeId office) = 0;
    virtual void reopen() = 0;
};

struct StoreMaker {
    std::string name;
    std::function<std::unique_ptr<StoreUnderTest>()> make;
};
inline void PrintTo(const StoreMaker& maker, std::ostream* out) {
    *out << maker.name;
}

class StoreContract : public testing::TestWithParam<StoreMaker> {
protected:
    void SetUp() override { under_test_ = GetParam().make(); }
    engine::Store& store() { return under_test_->store(); }
    std::vector<storage::JournalRow> journal(OfficeId office) {
        return under_test_->journal(office);
    }
    void reopen() { under_test_->reopen(); }

private:
    std::unique_ptr<StoreUnderTest> under_test_;
};

using engine::Commit;
using engine::CommitOutcome;
using storage::testing::booking;
using storage::testing::commit;
using storage::testing::contact;
using storage::testing::denpasar;
using storage::testing::friday;
using storage::testing::jakarta;
using storage::testing::key;
using storage::testing::message;
using storage::testing::office;
using storage::testing::opening;
using storage::testing::person;
using storage::testing::placement;
using storage::testing::ten_o_clock;
using storage::testing::with;
using testing::ElementsAre;
using testing::IsEmpty;

inline constexpr auto kept = CommitOutcome::kept;
inline constexpr auto repeated = CommitOutcome::repeated;
inline constexpr auto conflict = CommitOutcome::conflict;
inline constexpr auto place_taken = CommitOutcome::place_taken;
inline constexpr auto key_taken = CommitOutcome::key_taken;

// ---- asking a store in a line ------------------------------------------------------------------

inline std::vector<CommitOutcome> outcomes(engine::Store& store, std::vector<Commit> batch) {
    auto done = store.commit(batch);
    EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().detail);
    return done ? *done : std::vector<CommitOutcome>{};
}

inline std::vector<std::string> labels_taken(engine::Store& store, OfficeId where) {
    std::vector<std::string> labels;
    const auto state = store.load(where, friday);
    if (!state) return {state.error().detail};
    for (const engine::TakenPlace& place : state->taken) {
        labels.push_back(
            scheduling::label_of(place.place.number) + " by " + std::to_string(place.holder.value)
        );
    }
    return labels;
}

inline std::uint64_t found(engine::Store& store, std::string user, std::string phone) {
    const auto who = store.find_contact({UserKey(std::move(user)), PhoneNumber(std::move(phone))});
    return who && *who ? (*who)->contact.id.value : 0;
}

inline notices::MessageProgress
progress(std::uint64_t id, notices::MessageState state, std::string wamid = {}) {
    notices::MessageProgress out;
    out.id = {id};
    out.state = state;
    out.attempts = 2;
    out.next_try_at = ten_o_clock + minutes(1);
    out.wamid = std::move(wamid);
    out.error = 131'049;
    return out;
}

inline engine::Change takes(std::vector<std::uint16_t> running, std::uint64_t holder) {
    return engine::TakePlaces{jakarta, placement(std::move(running)), {holder}};
}

inline engine::Change frees(std::vector<std::uint16_t> running, std::uint64_t holder) {
    return engine::FreePlaces{jakarta, placement(std::move(running)), {holder}};
}

}  // namespace antre::contract
