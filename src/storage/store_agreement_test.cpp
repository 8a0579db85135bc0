// The database and the model in memory are given the same random batches, full of clashes, and must
// give the same outcomes and hold the same rows.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "foundation/random.h"
#include "storage/memory/memory_store.h"
#include "storage/sqlite/crash_vfs.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/testing/commits.h"

namespace antre::storage {

namespace {

using engine::Commit;
using engine::CommitOutcome;
using testing::jakarta;
using testing::placement;

// Few ids and few places, so that commits clash in every way there is.
class Commits {
public:
    explicit Commits(std::uint64_t seed)
        : random_(seed) {}

    std::vector<Commit> batch(std::uint64_t revision) {
        std::vector<Commit> out;
        for (std::uint64_t left = 1 + random_.below(6); left > 0; --left) {
            Commit commit = testing::commit(jakarta, revision);
            if (random_.one_in(20)) commit.decided_on += 1;
            if (random_.one_in(2))
                commit.key = testing::key(static_cast<std::uint8_t>(random_.next()));
            for (std::uint64_t changes = random_.below(5); changes > 0; --changes)
                commit.changes.push_back(change());
            ++revision;
            out.push_back(std::move(commit));
        }
        return out;
    }

private:
    engine::Change change() {
        const auto running = static_cast<std::uint16_t>(1 + random_.below(30));
        const BookingId id{1 + random_.below(60)};
        const ContactId who{1 + random_.below(4)};
        switch (random_.below(7)) {
        case 0: return engine::TakePlaces{jakarta, placement({running}), id};
        case 1: return engine::FreePlaces{jakarta, placement({running}), {1 + random_.below(60)}};
        case 2:
            return engine::PutBooking{testing::booking(id.value, who, placement({running})), true};
        case 3: return held(id, who, running);
        case 4: return engine::PutContact{any_contact(who)};
        case 5: return engine::QueueMessage{testing::message(++messages_, who, "text")};
        default: return report();
        }
    }
    engine::Change held(BookingId id, ContactId who, std::uint16_t running) {
        scheduling::Booking booking = testing::booking(id.value, who, placement({running}));
        booking.status = scheduling::BookingStatus::held;
        booking.people = {testing::person(++people_, "Ani")};
        return engine::PutBooking{booking};
    }
    engine::Contact any_contact(ContactId who) {
        const auto pick = [&](const char* prefix) {
            return random_.one_in(4) ? std::string() : prefix + std::to_string(random_.below(5));
        };
        return testing::contact(who.value, pick("ID."), pick("628"));
    }
    engine::Change report() {
        notices::MessageProgress progress;
        progress.id = {1 + random_.below(messages_ + 1)};
        progress.state = static_cast<notices::MessageState>(random_.below(9));
        if (random_.one_in(2)) progress.wamid = "wamid." + std::to_string(random_.below(20));
        return engine::UpdateMessage{progress};
    }

    Random random_;
    std::uint64_t messages_ = 0;
    std::uint64_t people_ = 0;
};

// Everything a store says, as text to compare.
std::string said_by(engine::Store& store) {
    std::string out;
    const auto add = [&](std::uint64_t value) { out += std::to_string(value) + " "; };
    const auto state = store.load(jakarta, testing::friday);
    add(state->revision);
    for (const engine::TakenPlace& taken : state->taken) {
        add(taken.place.number.running);
        add(taken.holder.value);
    }
    out += "\nholds ";
    for (const scheduling::Booking& hold : state->holds)
        add(hold.id.value);
    out += "\npending ";
    const auto pending = *store.pending_messages();
    for (const engine::PendingMessage& message : pending) {
        add(message.id.value);
        out += notices::name_of(message.progress.state);
    }
    for (std::uint64_t i = 0; i < 5; ++i) {
        for (const engine::Identity& who :
             {engine::Identity{UserKey("ID." + std::to_string(i)), {}},
              engine::Identity{{}, PhoneNumber("628" + std::to_string(i))}}) {
            const auto found = *store.find_contact(who);
            out += found ? "\ncontact " : "\nnobody ";
            if (!found) continue;
            add(found->contact.id.value);
            out += found->contact.identity.user.reveal() + found->contact.identity.phone.reveal();
            for (const scheduling::Booking& booking : found->bookings) {
                add(booking.id.value);
                for (const scheduling::Person& person : booking.people)
                    out += person.name.reveal();
            }
        }
    }
    return out;
}

}  // namespace

TEST(StoreAgreement, random_clashing_batches_end_alike_in_memory_and_in_the_database) {
    std::array<int, 5> seen{};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CrashVfs disk("agreement", seed);
        SqliteOptions options;
        options.path = "antre.db";
        options.file_system = disk.name();
        options.master_key = SecretKey{};
        ASSERT_TRUE(migrate(options));
        const auto database = std::move(*SqliteStore::open(options));
        MemoryStore memory;
        Commits commits(seed);
        const std::vector opening{testing::opening(jakarta, "jakarta")};
        ASSERT_TRUE(database->commit(opening) && memory.commit(opening));
        for (int round = 0; round < 25; ++round) {
            const auto batch = commits.batch(memory.load(jakarta, testing::friday)->revision);
            const auto expected = memory.commit(batch);
            const auto got = database->commit(batch);
            ASSERT_TRUE(got) << "seed " << seed << ": " << got.error().detail;
            ASSERT_EQ(*got, *expected) << "seed " << seed << " round " << round;
            for (const CommitOutcome outcome : *got)
                ++seen[static_cast<std::size_t>(outcome)];
        }
        ASSERT_EQ(said_by(*database), said_by(memory)) << "seed " << seed;
        ASSERT_EQ(database->journal(jakarta, 1, 10'000)->size(), memory.journal(jakarta).size());
        ASSERT_TRUE(database->verify_journal()->has_value());
    }
    for (const int count : seen)
        EXPECT_GT(count, 10) << "every outcome must have been met";
}

}  // namespace antre::storage
