#include "server/worker.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <iterator>
#include <memory>
#include <utility>

#include "server/clock.h"
#include "server/limits.h"

namespace antre::server {

Worker::Worker(engine::Engine& engine, WorkerLimits limits, Hooks hooks)
    : engine_(engine)
    , limits_(limits)
    , hooks_(std::move(hooks)) {}

Worker::~Worker() {
    stop();
}

void Worker::start() {
    thread_ = std::thread([this] { run(); });
}

void Worker::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (!thread_.joinable()) return;
    thread_.join();
    // Whoever is still to be told may know us.
    if (!hooks_.when_durable) return;
    std::promise<void> promise;
    hooks_.when_durable([&promise](const auto&) { promise.set_value(); });
    promise.get_future().wait();
}

void Worker::submit(std::vector<engine::Command> commands, std::vector<Whenever> whenever) {
    std::optional<NoAnswer> refusal;
    bool is_wanted = false;
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) {
            refusal = NoAnswer::stopping;
        } else if (queue_.size() + commands.size() > limits_.queue_commands) {
            refusal = NoAnswer::queue_full;
        } else {
            for (std::size_t i = 0; i < commands.size(); ++i) {
                queue_.push_back({std::move(commands[i]), std::move(whenever[i])});
            }
            is_wanted = may_go_on();
        }
    }
    if (is_wanted) wake_.notify_one();
    if (!refusal) return;
    ++turned_away_;
    for (const Whenever& told : whenever)
        told(fail(*refusal));
}

void Worker::submit(engine::Command command, Whenever whenever) {
    std::vector<engine::Command> commands;
    commands.push_back(std::move(command));
    std::vector<Whenever> told;
    told.push_back(std::move(whenever));
    submit(std::move(commands), std::move(told));
}

Outcome Worker::ask(engine::Command command) {
    std::promise<Outcome> promise;
    auto answer = promise.get_future();
    submit(std::move(command), [&](Outcome outcome) { promise.set_value(std::move(outcome)); });
    return answer.get();
}

WorkerFigures Worker::figures() const {
    WorkerFigures figures;
    figures.commands = commands_;
    figures.batches = batches_;
    figures.turned_away = turned_away_;
    figures.store_failures = store_failures_;
    figures.messages_waiting = messages_waiting_;
    const std::lock_guard lock(mutex_);
    figures.waiting = queue_.size();
    return figures;
}

// While the latest batches are on their way to the disk, what comes gathers, as long as it is
// little: a transaction for each of a few costs more than it saves. REQUIRES: the lock is held.
bool Worker::may_go_on() const {
    if (is_stopping_) return true;
    return queue_.size() >= go_on_commands || (!queue_.empty() && batches_under_way_ == 0);
}

void Worker::run() {
    std::vector<Item> batch;
    bool has_more_rest = true;
    for (;;) {
        batch.clear();
        {
            std::unique_lock lock(mutex_);
            const auto has_work = [&] { return may_go_on(); };
            if (!has_work() && !(queue_.empty() && has_more_rest)) {
                wake_.wait_for(lock, std::chrono::milliseconds(idle_time().value), has_work);
            }
            if (queue_.empty() && is_stopping_) return;
            if (queue_.size() <= limits_.batch_commands) {
                batch.swap(queue_);
            } else {
                const auto end =
                    queue_.begin() + static_cast<std::ptrdiff_t>(limits_.batch_commands);
                batch.assign(std::make_move_iterator(queue_.begin()), std::make_move_iterator(end));
                queue_.erase(queue_.begin(), end);
            }
        }
        if (!batch.empty()) {
            handle(batch);
            has_more_rest = true;
        } else {
            has_more_rest = hooks_.rest && hooks_.rest();
        }
        let_time_pass();
        messages_waiting_ = engine_.messages_waiting();
        const auto send = engine_.next_send();
        if (send && *send <= now() && hooks_.has_messages) hooks_.has_messages();
    }
}

std::vector<engine::Answer>
Worker::decide(const std::vector<engine::Command>& commands, bool& failed) {
    auto answers = engine_.handle(commands);
    // An unknown outcome is settled by asking again: what was kept is found by its key.
    if (!answers && answers.error().kind == engine::StoreFailure::Kind::unknown) {
        answers = engine_.handle(commands);
    }
    failed = !answers;
    if (answers) return std::move(*answers);
    ++store_failures_;
    const engine::StoreFailure& failure = answers.error();
    if (failure.kind != engine::StoreFailure::Kind::unavailable && hooks_.fatal) {
        hooks_.fatal(failure.detail);
    }
    return {};
}

void Worker::handle(std::vector<Item>& batch) {
    std::vector<engine::Command> commands;
    commands.reserve(batch.size());
    for (Item& item : batch)
        commands.push_back(std::move(item.command));
    bool failed = false;
    std::vector<engine::Answer> answers = decide(commands, failed);
    commands_ += batch.size();
    ++batches_;
    if (!failed) return tell(std::move(batch), std::move(answers));
    for (const Item& item : batch)
        item.whenever(fail(NoAnswer::store_failed));
}

void Worker::tell(std::vector<Item>&& batch, std::vector<engine::Answer>&& answers) {
    struct Told {
        std::vector<Item> items;
        std::vector<engine::Answer> answers;
    };
    const auto told = std::make_shared<Told>(Told{std::move(batch), std::move(answers)});
    {
        const std::lock_guard lock(mutex_);
        ++batches_under_way_;
    }
    const Durable durable = [this, told](const auto& outcome) {
        {
            const std::lock_guard lock(mutex_);
            --batches_under_way_;
        }
        wake_.notify_one();
        if (!outcome && hooks_.fatal) hooks_.fatal(outcome.error().detail);
        for (std::size_t i = 0; i < told->items.size(); ++i) {
            if (outcome) {
                told->items[i].whenever(std::move(told->answers[i]));
            } else {
                told->items[i].whenever(fail(NoAnswer::store_failed));
            }
        }
    };
    if (!hooks_.when_durable) return durable({});
    hooks_.when_durable(durable);
}

// How long to sleep: until something is due, at most time_passes_every.
Milliseconds Worker::idle_time() const {
    const auto due = engine_.next_due();
    if (!due) return time_passes_every;
    return std::clamp(*due - now(), Milliseconds{1}, time_passes_every);
}

void Worker::let_time_pass() {
    const Instant at = now();
    const auto due = engine_.next_due();
    const bool is_due = due && *due <= at;
    if (!is_due && at - time_passed_at_ < time_passes_every) return;
    if (is_due && at - time_passed_at_ < Milliseconds{100}) return;
    time_passed_at_ = at;
    engine::Command command;
    command.at = at;
    command.chance = draw_chance();
    command.body = engine::PassTime{};
    bool failed = false;
    decide({std::move(command)}, failed);
}

}  // namespace antre::server
