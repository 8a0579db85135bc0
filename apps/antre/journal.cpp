#include <boost/json.hpp>
#include <cstdio>
#include <limits>

#include "antre/commands.h"
#include "engine/command.h"
#include "engine/commit.h"

namespace antre::app {

namespace {

constexpr std::size_t rows_at_once = 1'000;

int verify_journal(const Shared& shared) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto store = open_store(*config);
    if (!store) return failed;
    const auto verdict = store->verify_journal();
    if (!verdict) return refuse(verdict.error().detail);
    if (!*verdict) {
        const storage::JournalFault& fault = verdict->error();
        return refuse(
            "the journal of office " + std::to_string(fault.office.value) + " breaks at row " +
            std::to_string(fault.seq) + ": " + fault.reason
        );
    }
    for (const storage::OfficeJournal& journal : **verdict) {
        std::printf(
            "office %u: %llu rows, chain whole\n",
            journal.office.value,
            static_cast<unsigned long long>(journal.head.seq)
        );
    }
    return done;
}

void print(const std::string& slug, const storage::JournalRow& row) {
    const boost::json::object line{
        {"office", slug},
        {"seq", row.seq},
        {"at", iso_instant(row.at)},
        {"actor", engine::name_of(row.actor)},
        {"command", storage::hex_of(row.command)},
        {"event", engine::name_of(row.kind)},
        {"body", boost::json::parse(row.body)},
        {"hash", storage::hex_of(row.hash)}};
    std::printf("%s\n", boost::json::serialize(line).c_str());
}

// One line of JSON a row: what an auditor reads. People stand in it by number only.
int show_journal(const Shared& shared, const std::string& office) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto store = open_store(*config);
    if (!store) return failed;
    const auto ids = store->offices();
    if (!ids) return refuse(ids.error().detail);
    bool is_found = office.empty();
    for (const OfficeId id : *ids) {
        // Only the name is wanted, so of no day the places.
        const auto state = store->load(id, LocalDate{std::numeric_limits<std::int32_t>::max()});
        if (!state) return refuse(state.error().detail);
        const std::string& slug = state->office.slug;
        if (!office.empty() && slug != office) continue;
        is_found = true;
        for (std::uint64_t first = 1;; first += rows_at_once) {
            const auto rows = store->journal(id, first, rows_at_once);
            if (!rows) return refuse(rows.error().detail);
            for (const storage::JournalRow& row : *rows)
                print(slug, row);
            if (rows->size() < rows_at_once) break;
        }
    }
    return is_found ? done : refuse("there is no office '" + office + "'");
}

}  // namespace

void add_journal(CLI::App& app, Shared& shared) {
    auto* journal = app.add_subcommand("journal", "The hash-chained journal of each office");
    journal->require_subcommand(1);
    journal->add_subcommand("verify", "Proves that no row was changed, removed or reordered")
        ->callback([&shared] { shared.exit_code = verify_journal(shared); });
    auto* show = journal->add_subcommand("show", "Prints the rows, one line of JSON each");
    auto office = std::make_shared<std::string>();
    show->add_option("office", *office, "Only this office, by its slug");
    show->callback([&shared, office] { shared.exit_code = show_journal(shared, *office); });
}

}  // namespace antre::app
