#pragma once

// A late sync is the sync of a file that its user did not wait for. It runs beside the user, on a
// thread of its own or, where nothing may run beside (simulation), when somebody settles it. An
// error is never forgotten: a second sync after a failed one may lie.

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <sqlite3.h>
#include <thread>

namespace antre::storage {

class LateSync {
public:
    enum class Runs : std::uint8_t {
        beside,     // on a thread of its own
        when_asked  // by whoever settles it
    };
    explicit LateSync(Runs runs)
        : runs_(runs) {}
    LateSync(const LateSync&) = delete;
    LateSync& operator=(const LateSync&) = delete;
    ~LateSync();

    // REQUIRES: the one before is settled. Until this one is, nobody else writes or syncs the file.
    void start(sqlite3_file* file, int flags);
    [[nodiscard]] bool is_under_way();
    // Waits for it. SQLITE_OK, or the error of the first sync that failed.
    int settle();

private:
    struct Job {
        sqlite3_file* file;
        int flags;
    };
    void run();
    static int sync(const Job& job);

    const Runs runs_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Job> job_;
    bool is_ending_ = false;
    int outcome_ = SQLITE_OK;
    std::thread thread_;
};

}  // namespace antre::storage
