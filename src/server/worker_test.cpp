#include <future>
#include <gtest/gtest.h>
#include <mutex>

#include "channels/wording_file.h"
#include "language/tables.h"
#include "server/clock.h"
#include "server/limits.h"
#include "server/worker.h"
#include "storage/memory/memory_store.h"

namespace antre::server {

namespace {

using engine::StoreFailure;

// A store's word that all is durable, which comes when the test gives it.
class Disk {
public:
    WhenDurable hook() {
        return [this](Durable told) {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(told));
            changed_.notify_all();
        };
    }
    // Waits until somebody wants to know, and tells.
    void say(const Result<void, StoreFailure>& outcome) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !waiting_.empty(); });
        const Durable told = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        lock.unlock();
        told(outcome);
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Durable> waiting_;
};

engine::Command put_aside(const char* raw) {
    engine::Command command;
    command.at = now();
    command.body = engine::KeepAside{raw, "for the test"};
    return command;
}

class WorkerTest : public ::testing::Test {
protected:
    void start(Worker::Hooks hooks) {
        worker_.emplace(engine_, WorkerLimits{1'000, 500}, std::move(hooks));
        worker_->start();
    }
    std::future<Outcome> submit(engine::Command command) {
        auto promise = std::make_shared<std::promise<Outcome>>();
        auto outcome = promise->get_future();
        worker_->submit(std::move(command), [promise](Outcome told) {
            promise->set_value(std::move(told));
        });
        return outcome;
    }
    void end() {
        auto stopping = std::async(std::launch::async, [this] { worker_->stop(); });
        disk_.say({});
    }
    static bool is_told(const std::future<Outcome>& outcome) {
        return outcome.wait_for(std::chrono::milliseconds(0)) == std::future_status::ready;
    }

    const language::Tables tables_ = language::built_in_tables();
    const conversation::Wording wording_ = channels::built_in_wording();
    const engine::Speech speech_{tables_, wording_};
    storage::MemoryStore store_;
    engine::Engine engine_{store_, speech_, {}};
    Disk disk_;
    std::string fatal_;
    std::optional<Worker> worker_;
};

}  // namespace

TEST_F(WorkerTest, tells_at_once_where_a_commit_that_returns_is_durable) {
    start({});
    EXPECT_TRUE(worker_->ask(put_aside("a")));
}

TEST_F(WorkerTest, tells_nobody_before_the_answer_is_durable) {
    start({{}, disk_.hook(), {}, {}});
    const auto first = submit(put_aside("a"));
    while (worker_->figures().commands < 1)
        std::this_thread::yield();
    EXPECT_FALSE(is_told(first));
    disk_.say({});
    EXPECT_TRUE(is_told(first));
    end();
}

TEST_F(WorkerTest, what_comes_while_the_disk_is_busy_gathers_into_one_batch) {
    start({{}, disk_.hook(), {}, {}});
    submit(put_aside("a"));
    while (worker_->figures().commands < 1)
        std::this_thread::yield();
    auto second = submit(put_aside("b"));
    auto third = submit(put_aside("c"));
    EXPECT_EQ(worker_->figures().waiting, 2u);
    disk_.say({});
    disk_.say({});
    EXPECT_TRUE(second.get());
    EXPECT_TRUE(third.get());
    EXPECT_EQ(worker_->figures().batches, 2u);
    end();
}

TEST_F(WorkerTest, enough_for_a_batch_does_not_wait_for_the_disk) {
    start({{}, disk_.hook(), {}, {}});
    auto first = submit(put_aside("a"));
    while (worker_->figures().commands < 1)
        std::this_thread::yield();
    std::vector<std::future<Outcome>> others;
    for (std::size_t i = 0; i < go_on_commands; ++i)
        others.push_back(submit(put_aside(std::to_string(i).c_str())));
    while (worker_->figures().commands < 1 + go_on_commands)
        std::this_thread::yield();
    EXPECT_FALSE(is_told(first)) << "and the disk has not said a word";
    disk_.say({});
    disk_.say({});
    for (auto& other : others)
        EXPECT_TRUE(other.get());
    end();
}

TEST_F(WorkerTest, an_answer_that_did_not_become_durable_is_not_given) {
    start({{}, disk_.hook(), [this](const std::string& why) { fatal_ = why; }, {}});
    auto outcome = submit(put_aside("a"));
    disk_.say(fail(StoreFailure{StoreFailure::Kind::unknown, "a sync failed"}));
    const Outcome told = outcome.get();
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error(), NoAnswer::store_failed);
    EXPECT_EQ(fatal_, "a sync failed") << "the process must end";
    end();
}

TEST_F(WorkerTest, stopping_waits_for_those_who_are_still_to_be_told) {
    start({{}, disk_.hook(), {}, {}});
    auto outcome = submit(put_aside("a"));
    auto stopping = std::async(std::launch::async, [this] { worker_->stop(); });
    disk_.say({});
    EXPECT_TRUE(outcome.get());
    EXPECT_EQ(stopping.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
    disk_.say({});
    stopping.get();
}

}  // namespace antre::server
