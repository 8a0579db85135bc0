#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <semaphore>
#include <vector>

#include "storage/sqlite/log_sync.h"

namespace antre::storage {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A file whose syncs last until the test lets them end, each as the test wants it.
struct SlowFile {
    sqlite3_file file{};
    sqlite3_io_methods methods{};
    std::counting_semaphore<100> begun{0};
    std::counting_semaphore<100> may_end{0};
    std::atomic<int> outcome = SQLITE_OK;
    std::atomic<int> syncs = 0;

    SlowFile() {
        methods.xSync = [](sqlite3_file* seen, int) -> int {
            SlowFile& slow = *reinterpret_cast<SlowFile*>(seen);
            ++slow.syncs;
            slow.begun.release();
            slow.may_end.acquire();
            return slow.outcome;
        };
        file.pMethods = &methods;
    }
};

class LogSyncTest : public ::testing::Test {
protected:
    LogSync::Told noting(int number) {
        return [this, number](int outcome) {
            const std::lock_guard lock(mutex_);
            told_.push_back(outcome == SQLITE_OK ? number : -number);
        };
    }
    std::vector<int> told() {
        const std::lock_guard lock(mutex_);
        return told_;
    }
    // Until somebody else is told after all those before.
    void await_all() {
        std::binary_semaphore is_over{0};
        sync_.when_done([&](int) { is_over.release(); });
        is_over.acquire();
    }

    SlowFile slow_;
    std::mutex mutex_;
    std::vector<int> told_;
    LogSync sync_{LateSync::Runs::beside};
};

}  // namespace

TEST_F(LogSyncTest, tells_at_once_when_nothing_is_to_be_synced) {
    sync_.when_done(noting(1));
    EXPECT_THAT(told(), ElementsAre(1));
}

TEST_F(LogSyncTest, tells_nobody_before_the_sync_that_covers_what_they_asked_for) {
    sync_.ask(&slow_.file, 0);
    sync_.when_done(noting(1));
    slow_.begun.acquire();
    // What is asked for while a sync is under way is not covered by it.
    sync_.ask(&slow_.file, 0);
    sync_.when_done(noting(2));
    EXPECT_THAT(told(), IsEmpty());
    slow_.may_end.release();
    slow_.begun.acquire();
    EXPECT_THAT(told(), ElementsAre(1));
    slow_.may_end.release();
    await_all();
    EXPECT_THAT(told(), ElementsAre(1, 2));
}

TEST_F(LogSyncTest, gathers_what_is_asked_for_meanwhile_into_one_sync) {
    sync_.ask(&slow_.file, 0);
    slow_.begun.acquire();
    for (int number = 1; number <= 3; ++number) {
        sync_.ask(&slow_.file, 0);
        sync_.when_done(noting(number));
    }
    slow_.may_end.release(2);
    await_all();
    EXPECT_THAT(told(), ElementsAre(1, 2, 3));
    EXPECT_EQ(slow_.syncs, 2);
}

TEST_F(LogSyncTest, an_error_is_told_to_all_from_there_on_and_stays) {
    sync_.ask(&slow_.file, 0);
    sync_.when_done(noting(1));
    slow_.begun.acquire();
    sync_.ask(&slow_.file, 0);
    sync_.when_done(noting(2));
    slow_.outcome = SQLITE_IOERR_FSYNC;
    slow_.may_end.release();
    await_all();
    EXPECT_THAT(told(), ElementsAre(-1, -2));
    EXPECT_EQ(slow_.syncs, 1) << "a second sync after a failed one may lie";
    EXPECT_EQ(sync_.ask(&slow_.file, 0), SQLITE_IOERR_FSYNC);
    EXPECT_EQ(sync_.settle(), SQLITE_IOERR_FSYNC);
}

TEST_F(LogSyncTest, settles_all_that_was_asked_for) {
    sync_.ask(&slow_.file, 0);
    slow_.may_end.release();
    EXPECT_EQ(sync_.settle(), SQLITE_OK);
    EXPECT_EQ(slow_.syncs, 1);
}

}  // namespace antre::storage
