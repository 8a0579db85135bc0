#pragma once

// The ledger is what the world knows to be kept: it takes every commit that the store kept, has the
// checks look at it, and keeps it in a model store, with which the database must agree after every
// restart.

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/commit.h"
#include "engine/store.h"
#include "foundation/random.h"
#include "simulation/checks/bookings.h"
#include "simulation/checks/commands.h"
#include "simulation/checks/messages.h"
#include "simulation/checks/people.h"
#include "simulation/checks/places.h"
#include "simulation/checks/promises.h"
#include "simulation/checks/waits.h"
#include "simulation/tape.h"
#include "simulation/verdict.h"
#include "storage/memory/memory_store.h"
#include "storage/sqlite/sqlite_store.h"

namespace antre::simulation {

class Ledger {
public:
    Ledger(Verdict& verdict, Tape& tape)
        : verdict_(verdict)
        , tape_(tape)
        , places_(verdict)
        , bookings_(verdict)
        , messages_(verdict, bookings_.all())
        , commands_(verdict)
        , waits_(verdict, bookings_.all(), people_)
        , promises_(verdict, bookings_.all(), people_) {}

    // What the store said about a batch.
    void
    kept(std::span<const engine::Commit> batch, std::span<const engine::CommitOutcome> outcomes);
    // The store could not say; settled by looking, at the latest after the restart.
    void in_doubt(std::span<const engine::Commit> batch);
    void settle(engine::Store& store);

    // After every restart and at the end.
    void compare(storage::SqliteStore& store, LocalDate from, Random& random, Instant now);
    void compare_all(storage::SqliteStore& store, Instant now);
    // I14: the chains hold, and hold what they held at the last look.
    void verify_journal(storage::SqliteStore& store);

    [[nodiscard]] CommandsCheck& commands() { return commands_; }
    [[nodiscard]] MessagesCheck& messages() { return messages_; }
    [[nodiscard]] const BookingsCheck& bookings() const { return bookings_; }
    [[nodiscard]] const WaitsCheck& waits() const { return waits_; }
    [[nodiscard]] std::uint64_t commits() const { return commits_; }
    [[nodiscard]] std::size_t places_held() const { return places_.held(); }

private:
    void take(const engine::Commit& commit);
    [[nodiscard]] std::optional<bool> evidence(engine::Store& store, const engine::Commit& commit);

    Verdict& verdict_;
    Tape& tape_;
    storage::MemoryStore model_;
    PlacesCheck places_;
    BookingsCheck bookings_;
    MessagesCheck messages_;
    CommandsCheck commands_;
    ReachablePeople people_;
    WaitsCheck waits_;
    PromisesCheck promises_;
    std::vector<engine::Commit> in_doubt_;
    std::vector<storage::OfficeJournal> anchors_;
    std::uint64_t commits_ = 0;
};

}  // namespace antre::simulation
