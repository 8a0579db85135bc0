#include "storage/sqlite/late_sync.h"

#include "foundation/assert.h"

namespace antre::storage {

LateSync::~LateSync() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

int LateSync::sync(const Job& job) {
    return job.file->pMethods->xSync(job.file, job.flags);
}

void LateSync::start(sqlite3_file* file, int flags) {
    {
        const std::lock_guard lock(mutex_);
        ASSERT(!job_);
        job_ = Job{file, flags};
    }
    if (runs_ == Runs::when_asked) return;
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    changed_.notify_all();
}

bool LateSync::is_under_way() {
    const std::lock_guard lock(mutex_);
    return job_.has_value();
}

int LateSync::settle() {
    std::unique_lock lock(mutex_);
    if (runs_ == Runs::beside) {
        changed_.wait(lock, [this] { return !job_; });
    } else if (job_) {
        const int outcome = sync(*job_);
        if (outcome_ == SQLITE_OK) outcome_ = outcome;
        job_.reset();
    }
    return outcome_;
}

void LateSync::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return job_ || is_ending_; });
        if (!job_) return;
        const Job job = *job_;
        lock.unlock();
        const int outcome = sync(job);
        lock.lock();
        if (outcome_ == SQLITE_OK) outcome_ = outcome;
        job_.reset();
        changed_.notify_all();
    }
}

}  // namespace antre::storage
