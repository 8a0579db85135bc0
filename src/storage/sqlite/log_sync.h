#pragma once

// A LogSync syncs the log beside the thread that writes it. Each sync covers all that was asked for
// before it began, so while one is under way the next gathers. Who must know that something has
// reached the disk is told when the sync that covers it is over. Where nothing may run beside
// (simulation), a sync runs when somebody needs it. An error is never forgotten: a second sync
// after a failed one may lie.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <sqlite3.h>
#include <thread>

#include "storage/sqlite/late_sync.h"

namespace antre::storage {

class LogSync {
public:
    // SQLITE_OK, or the error of the first sync that failed.
    using Told = std::function<void(int outcome)>;

    explicit LogSync(LateSync::Runs runs)
        : runs_(runs) {}
    LogSync(const LogSync&) = delete;
    LogSync& operator=(const LogSync&) = delete;
    ~LogSync();

    // What was written to the file until now is to reach the disk. SQLITE_OK, or the error of an
    // earlier one. REQUIRES: the file stays open until all is settled.
    int ask(sqlite3_file* file, int flags);
    // Tells in the order of asking, on the thread that syncs; at once, on the caller's, when
    // nothing is left to sync. It must not block.
    void when_done(Told told);
    // Waits until all that was asked for is synced, but not for those to be told.
    int settle();

private:
    struct Waiting {
        std::uint64_t asked;
        Told told;
    };
    void run();
    // Syncs what is asked for and tells. REQUIRES: the lock is held and something is asked for.
    void sync_once(std::unique_lock<std::mutex>& lock);

    const LateSync::Runs runs_;
    std::mutex mutex_;
    std::condition_variable changed_;
    sqlite3_file* file_ = nullptr;
    int flags_ = 0;
    std::uint64_t asked_ = 0;  // how often
    std::uint64_t done_ = 0;   // how many of them are over
    std::deque<Waiting> waiting_;
    bool is_ending_ = false;
    int outcome_ = SQLITE_OK;
    std::thread thread_;
};

}  // namespace antre::storage
