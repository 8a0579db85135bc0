#pragma once

// The commands of `antre`. Each adds itself to the argument parser and runs when it was chosen.
// Exit codes: 0 done, 1 refused or failed with one clear line on stderr, 2 usage.

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "server/config.h"
#include "storage/sqlite/sqlite_store.h"

namespace antre::app {

inline constexpr int done = 0;
inline constexpr int failed = 1;

// What all commands share.
struct Shared {
    std::string config_path = "antre.toml";
    bool is_config_named = false;  // then the file must be there
    int exit_code = done;
};

void add_serve(CLI::App& app, Shared& shared);
void add_store_commands(CLI::App& app, Shared& shared);  // migrate, doctor, backup, restore
void add_journal(CLI::App& app, Shared& shared);
void add_admin(CLI::App& app, Shared& shared);
void add_whatsapp(CLI::App& app, Shared& shared);        // what an operator does there
void add_flows(CLI::App& whatsapp, Shared& shared);      // the form inside WhatsApp
void add_templates(CLI::App& whatsapp, Shared& shared);  // what WhatsApp must approve
void add_talk(CLI::App& app, Shared& shared);
void add_understand(CLI::App& app, Shared& shared);
void add_simulate(CLI::App& app, Shared& shared);

// One clear line on stderr.
int refuse(std::string_view line);

// The configuration, or a line on stderr and nothing.
std::optional<server::Config> configuration(const Shared& shared);
storage::SqliteOptions store_options(const server::Config& config);
// The store, opened; or a line on stderr and nullptr.
std::unique_ptr<storage::SqliteStore>
open_store(const server::Config& config, storage::Syncs syncs = storage::Syncs::waited_for);

}  // namespace antre::app
