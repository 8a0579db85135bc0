#include "storage/sqlite/log_sync.h"

#include <utility>

namespace antre::storage {

LogSync::~LogSync() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

int LogSync::ask(sqlite3_file* file, int flags) {
    {
        const std::lock_guard lock(mutex_);
        if (outcome_ != SQLITE_OK) return outcome_;
        file_ = file;
        flags_ = flags;
        ++asked_;
    }
    if (runs_ == LateSync::Runs::when_asked) return SQLITE_OK;
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    changed_.notify_all();
    return SQLITE_OK;
}

void LogSync::when_done(Told told) {
    std::unique_lock lock(mutex_);
    if (runs_ == LateSync::Runs::when_asked && done_ < asked_) sync_once(lock);
    if (done_ < asked_ || !waiting_.empty()) {
        waiting_.push_back({asked_, std::move(told)});
        return;
    }
    const int outcome = outcome_;
    lock.unlock();
    told(outcome);
}

int LogSync::settle() {
    std::unique_lock lock(mutex_);
    if (runs_ == LateSync::Runs::beside) {
        const std::uint64_t until = asked_;
        changed_.wait(lock, [&] { return done_ >= until; });
    } else if (done_ < asked_) {
        sync_once(lock);
    }
    return outcome_;
}

void LogSync::sync_once(std::unique_lock<std::mutex>& lock) {
    const std::uint64_t until = asked_;
    sqlite3_file* const file = file_;
    const int flags = flags_;
    if (outcome_ == SQLITE_OK) {
        lock.unlock();
        const int outcome = file->pMethods->xSync(file, flags);
        lock.lock();
        outcome_ = outcome;
    }
    done_ = until;
    changed_.notify_all();
    while (!waiting_.empty() && waiting_.front().asked <= done_) {
        const Told told = std::move(waiting_.front().told);
        const int how = outcome_;
        lock.unlock();
        told(how);
        lock.lock();
        waiting_.pop_front();
    }
}

void LogSync::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return done_ < asked_ || is_ending_; });
        if (done_ == asked_) return;
        sync_once(lock);
    }
}

}  // namespace antre::storage
