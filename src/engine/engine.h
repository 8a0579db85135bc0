#pragma once

// The engine turns commands into commits: load, decide, commit. One thread calls it; it takes every
// command that waits (group commit), decides them one after another, and keeps the results in one
// transaction. Answers are valid only when `handle` has returned and the store calls what it kept
// durable: by then, or later if the shell opened it so.

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/command.h"
#include "engine/desk.h"
#include "engine/hearing.h"
#include "engine/store.h"
#include "foundation/result.h"
#include "foundation/time.h"

namespace antre::engine {

struct EngineOptions {
    std::uint32_t number_per_second = 80;           // throughput of one WhatsApp number, in and out
    std::set<std::string, std::less<>> forms = {};  // offices (slugs) that have a form
};

class Engine {
public:
    // The store and the speech outlive the engine.
    Engine(Store& store, const Speech& speech, EngineOptions options);

    // Reads everything from the store. Sends that were under way when we last stopped count as
    // unknown: they wait for their echo.
    Result<void, StoreFailure> load(Instant now);

    // Decides all in order and keeps the results together; one answer a command, in order.
    // On failure nothing may be answered. After `unknown` the same commands must be handled again:
    // those that were kept are found by their keys.
    Result<std::vector<Answer>, StoreFailure> handle(std::span<const Command> batch);

    // When time itself has something to do (an expiring hold, a due message); nothing if never.
    [[nodiscard]] std::optional<Instant> next_due() const;

    // When a message may be sent; nothing when none waits.
    [[nodiscard]] std::optional<Instant> next_send() const { return memory_.outbox.next_send(); }

    // The office of a WhatsApp number, by WhatsApp's id of it.
    [[nodiscard]] std::optional<OfficeId> office_of_number(std::string_view phone_number_id) const;
    [[nodiscard]] const OfficeBooks& offices() const { return memory_.offices; }
    [[nodiscard]] std::size_t messages_waiting() const { return memory_.outbox.size(); }

private:
    // Where one round over (a part of) the batch stands.
    struct Round {
        std::vector<Commit> commits;
        std::vector<std::size_t> owners;     // index of the command, one a commit
        const std::vector<Answer>& answers;  // so far, one a command of the batch
        // Commands answered by what an earlier one of the batch was told: (the repeat, the first).
        std::vector<std::pair<std::size_t, std::size_t>> repeats;
    };

    Result<Answer, StoreFailure>
    decide(const Command& command, std::uint8_t attempt, std::size_t index, Round& round);
    Result<std::optional<Answer>, StoreFailure>
    answer_if_repeated(const Command& command, std::size_t index, Round& round);
    Result<void, StoreFailure> pass_time(const Command& command, std::size_t index, Round& round);
    Result<std::vector<Answer>, StoreFailure> settle(std::span<const Command> batch);
    // The commands to decide again: whose commit was not kept, and those told the same as them.
    static std::vector<std::size_t>
    left_by(std::span<const CommitOutcome> outcomes, const Round& round);

    Store& store_;
    const Speech& speech_;
    EngineOptions options_;
    Memory memory_;
    bool is_stale_ = true;  // memory does not agree with the store: load before deciding
    Instant idle_lanes_forgotten_at_;
};

}  // namespace antre::engine
