#pragma once

// The worker is the engine's one thread. Others hand it commands through a bounded queue; it takes
// all that wait, has them decided and committed together, and then lets every command know. There
// is no commit delay: under light load a batch is one command, under heavy load it grows by itself.
// While a batch is on its way to the disk the next is decided, if enough has gathered for one.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/engine.h"
#include "foundation/result.h"

namespace antre::server {

// Why a command got no answer. Nothing of it was kept, or we cannot tell yet: ask again.
enum class NoAnswer {
    queue_full,
    store_failed,
    stopping,
};

using Outcome = Result<engine::Answer, NoAnswer>;
// Called once, when the commit is durable: on the worker's thread or the store's. It must not
// block.
using Whenever = std::function<void(Outcome)>;

struct WorkerLimits {
    std::size_t queue_commands;
    std::size_t batch_commands;
};

struct WorkerFigures {
    std::uint64_t commands = 0;
    std::uint64_t batches = 0;
    std::uint64_t turned_away = 0;
    std::uint64_t store_failures = 0;
    std::size_t waiting = 0;
    std::size_t messages_waiting = 0;
};

using Durable = std::function<void(Result<void, engine::StoreFailure>)>;
using WhenDurable = std::function<void(Durable)>;

class Worker {
public:
    // `rest` is called on the worker's thread when nothing waits (checkpoints, pruning); true asks
    // to be called again. `fatal` is called when the store says that we must not go on.
    // `when_durable` calls back once all that was committed so far is durable; none: at once.
    struct Hooks {
        std::function<bool()> rest;
        WhenDurable when_durable;
        std::function<void(const std::string& why)> fatal;
        std::function<void()> has_messages;  // something may be sent now
    };
    Worker(engine::Engine& engine, WorkerLimits limits, Hooks hooks);
    ~Worker();  // stops
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void start();
    // Commits what waits, then ends. Commands that come later are told `stopping`.
    void stop();

    // Any thread. The commands are decided in this order, one batch if they fit.
    void submit(std::vector<engine::Command> commands, std::vector<Whenever> whenever);
    void submit(engine::Command command, Whenever whenever);
    // For command-line use: waits for the answer.
    Outcome ask(engine::Command command);

    [[nodiscard]] WorkerFigures figures() const;

private:
    struct Item {
        engine::Command command;
        Whenever whenever;
    };
    void run();
    [[nodiscard]] bool may_go_on() const;
    void handle(std::vector<Item>& batch);
    // Lets the commands know as soon as their answers are durable.
    void tell(std::vector<Item>&& batch, std::vector<engine::Answer>&& answers);
    std::vector<engine::Answer> decide(const std::vector<engine::Command>& commands, bool& failed);
    void let_time_pass();
    [[nodiscard]] Milliseconds idle_time() const;

    engine::Engine& engine_;
    WorkerLimits limits_;
    Hooks hooks_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Item> queue_;
    std::size_t batches_under_way_ = 0;  // committed, and not durable yet
    bool is_stopping_ = false;
    std::atomic<std::uint64_t> commands_ = 0;
    std::atomic<std::uint64_t> batches_ = 0;
    std::atomic<std::uint64_t> turned_away_ = 0;
    std::atomic<std::uint64_t> store_failures_ = 0;
    std::atomic<std::size_t> messages_waiting_ = 0;
    Instant time_passed_at_;
    std::thread thread_;
};

}  // namespace antre::server
