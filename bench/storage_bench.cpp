// What a booking costs in the SQLite store: microseconds of processor time and bookings a second by
// the size of the batch, each commit synced; and how long it takes to load a nation's offices.
//
//   storage_bench [FOLDER] [BOOKINGS_TO_LOAD]

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "storage/sqlite/migration.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/testing/commits.h"

namespace antre::storage {

namespace {

using testing::jakarta;
using testing::placement;

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto of = [](timeval time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

double wall_seconds() {
    using clock = std::chrono::steady_clock;
    return std::chrono::duration<double>(clock::now().time_since_epoch()).count();
}

// A booking message as the engine commits it; every one takes the next place of the office.
engine::Commit booking_message(std::uint64_t number, std::uint64_t decided_on, OfficeId office) {
    const auto day = static_cast<std::int32_t>(number / 350);
    const auto running = static_cast<std::uint16_t>(1 + number % 350);
    engine::Commit commit = testing::booking_commit(
        number, decided_on, placement({running}, testing::friday + day), "Siti Aminah binti Ahmad"
    );
    commit.office = office;
    for (engine::Change& change : commit.changes) {
        if (auto* take = std::get_if<engine::TakePlaces>(&change)) take->office = office;
        if (auto* put = std::get_if<engine::PutBooking>(&change)) {
            put->booking.office = office;
            put->booking.id.value = number * 0x9E3779B1u % scheduling::code_space;
        }
    }
    return commit;
}

class Bench {
public:
    explicit Bench(const std::string& folder) {
        options_.path = folder + "/bench.db";
        for (const char* ending : {"", "-wal", "-shm", ".key", ".lock"})
            std::filesystem::remove(options_.path + ending);
        if (!migrate(options_)) std::exit(1);
        open();
        for (std::uint32_t id = 1; id <= offices; ++id) {
            keep({testing::opening({id}, "office-" + std::to_string(id))});
            revisions_.push_back(1);
        }
    }

    void measure(std::size_t batch_size, std::size_t bookings) {
        std::vector<std::vector<engine::Commit>> batches;
        for (std::size_t made = 0; made < bookings; made += batch_size) {
            std::vector<engine::Commit> batch;
            for (std::size_t i = 0; i < batch_size; ++i) {
                ++number_;
                batch.push_back(booking_message(number_, revisions_[0]++, jakarta));
            }
            batches.push_back(std::move(batch));
        }
        const double processor = processor_seconds();
        const double wall = wall_seconds();
        for (const auto& batch : batches) {
            keep(batch);
            if (!store_->rest()) std::exit(1);
        }
        const auto count = static_cast<double>(batches.size() * batch_size);
        std::printf(
            "batch %4zu: %6.1f us of processor a booking, %8.0f bookings/s\n",
            batch_size,
            (processor_seconds() - processor) * 1e6 / count,
            count / (wall_seconds() - wall)
        );
    }

    void fill(std::uint64_t bookings) {
        std::vector<engine::Commit> batch;
        while (number_ < bookings) {
            for (std::uint32_t i = 0; i < 4'096; ++i) {
                const std::uint32_t at = i % offices;
                ++number_;
                batch.push_back(booking_message(number_, revisions_[at]++, {at + 1}));
            }
            keep(batch);
            if (!store_->rest()) std::exit(1);
            batch.clear();
        }
    }

    void measure_load() {
        store_.reset();
        const double wall = wall_seconds();
        open();
        std::size_t places = 0;
        for (std::uint32_t id = 1; id <= offices; ++id) {
            const auto state = store_->load({id}, testing::friday);
            if (!state) std::exit(1);
            places += state->taken.size();
        }
        if (!store_->pending_messages() || !store_->next_ids()) std::exit(1);
        std::printf("open and load %zu places: %.2f s\n", places, wall_seconds() - wall);
    }

private:
    static constexpr std::uint32_t offices = 26;

    void open() {
        auto opened = SqliteStore::open(options_);
        if (!opened) {
            std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
            std::exit(1);
        }
        store_ = std::move(*opened);
    }
    void keep(const std::vector<engine::Commit>& batch) {
        const auto outcomes = store_->commit(batch);
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (!outcomes || (*outcomes)[i] != engine::CommitOutcome::kept) {
                std::fprintf(stderr, "a commit was not kept\n");
                std::exit(1);
            }
        }
    }

    SqliteOptions options_;
    std::unique_ptr<SqliteStore> store_;
    std::vector<std::uint64_t> revisions_;
    std::uint64_t number_ = 0;
};

}  // namespace

}  // namespace antre::storage

int main(int argc, char** argv) {
    antre::storage::Bench bench(argc > 1 ? argv[1] : ".");
    for (const std::size_t batch : {1u, 8u, 64u, 256u})
        bench.measure(batch, batch == 1 ? 2'000 : 20'480);
    if (argc > 2) {
        bench.fill(std::strtoull(argv[2], nullptr, 10));
        bench.measure_load();
    }
}
