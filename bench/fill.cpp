// Fills a store with bookings, to see how a server starts and what it weighs with a year behind it:
// every booking is another contact's, decided by the engine as a program's request, spread over all
// offices. The store must be migrated and hold its offices.
//
//   bench_fill DATABASE BOOKINGS

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "channels/wording_file.h"
#include "engine/engine.h"
#include "language/tables.h"
#include "storage/sqlite/sqlite_store.h"

namespace antre::bench {

namespace {

constexpr std::size_t batch_bookings = 1'000;

Instant now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

engine::Command booking(std::uint64_t person, OfficeId office, std::mt19937_64& random) {
    engine::Command command;
    command.actor = engine::ActorKind::api;
    command.office = office;
    command.at = now();
    for (std::uint8_t& byte : command.chance)
        byte = static_cast<std::uint8_t>(random());
    for (std::uint8_t& byte : command.key)
        byte = static_cast<std::uint8_t>(random());
    engine::Book book;
    book.phone = PhoneNumber(std::to_string(6281300000000 + person));
    const LocalDate born =
        local_time(command.at, Zone::wib).date - static_cast<std::int32_t>(6'000 + person % 20'000);
    book.people.push_back({PersonName("Siti Aminah binti Ahmad"), born});
    command.body = std::move(book);
    return command;
}

// Gives how many bookings there are; fewer than asked for when something went wrong.
std::uint64_t fill(engine::Engine& engine, std::uint64_t bookings) {
    std::vector<OfficeId> offices;
    for (const auto& [id, book] : engine.offices().all())
        offices.push_back(id);
    if (offices.empty()) return 0;
    std::mt19937_64 random(26);
    std::uint64_t made = 0;
    std::vector<engine::Command> batch;
    while (made < bookings) {
        batch.clear();
        while (batch.size() < batch_bookings && made + batch.size() < bookings) {
            const std::uint64_t person = made + batch.size();
            batch.push_back(booking(person, offices[person % offices.size()], random));
        }
        const auto answers = engine.handle(batch);
        if (!answers) {
            std::fprintf(stderr, "fill: %s\n", answers.error().detail.c_str());
            return made;
        }
        for (const engine::Answer& answer : *answers) {
            if (!std::holds_alternative<engine::BookingAnswer>(answer)) return made;
            ++made;
        }
    }
    return made;
}

int run(const char* path, std::uint64_t bookings) {
    storage::SqliteOptions options;
    options.path = path;
    auto store = storage::SqliteStore::open(options);
    if (!store) {
        std::fprintf(stderr, "fill: %s\n", store.error().detail.c_str());
        return 1;
    }
    const language::Tables tables = language::built_in_tables();
    const conversation::Wording wording = channels::built_in_wording();
    const engine::Speech speech{tables, wording};
    engine::Engine engine(**store, speech, {});
    if (!engine.load(now())) return 1;
    const std::uint64_t made = fill(engine, bookings);
    std::printf("%llu bookings\n", static_cast<unsigned long long>(made));
    return made == bookings ? 0 : 1;
}

}  // namespace

}  // namespace antre::bench

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    return antre::bench::run(argv[1], std::strtoull(argv[2], nullptr, 10));
}
