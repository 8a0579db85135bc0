#include <cstdio>

#include "antre/commands.h"
#include "storage/sqlite/care.h"
#include "storage/sqlite/migration.h"

namespace antre::app {

namespace {}

void add_store_commands(CLI::App& app, Shared& shared) {
    auto* migrate_command =
        app.add_subcommand("migrate", "Creates the store, or brings it to this program's version");
    migrate_command->callback([&shared] {
        const auto config = configuration(shared);
        if (!config) {
            shared.exit_code = failed;
            return;
        }
        const auto migrated = storage::migrate(store_options(*config));
        if (!migrated) {
            shared.exit_code = refuse(migrated.error().detail);
            return;
        }
        std::printf("store at version %d (was %d)\n", migrated->to, migrated->from);
    });
}

}  // namespace antre::app
