#include "antre/commands.h"

namespace antre::app {

std::optional<server::Config> configuration(const Shared& shared) {
    const auto need =
        shared.is_config_named ? server::FileNeed::required : server::FileNeed::optional;
    auto config = server::load_config(shared.config_path, need);
    if (config) return *config;
    refuse(config.error().key + " " + config.error().reason);
    return std::nullopt;
}

storage::SqliteOptions store_options(const server::Config& config) {
    storage::SqliteOptions options;
    options.path = server::sqlite_path(config).value_or("");
    options.key_path = config.store.master_key_file;
    return options;
}

std::unique_ptr<storage::SqliteStore>
open_store(const server::Config& config, storage::Syncs syncs) {
    storage::SqliteOptions options = store_options(config);
    options.syncs = syncs;
    auto store = storage::SqliteStore::open(options);
    if (store) return std::move(*store);
    refuse(store.error().detail);
    return nullptr;
}

void add_whatsapp(CLI::App& app, Shared& shared) {
    auto* whatsapp = app.add_subcommand("whatsapp", "What an operator does at WhatsApp");
    whatsapp->require_subcommand(1);
    add_templates(*whatsapp, shared);
    add_flows(*whatsapp, shared);
}

}  // namespace antre::app

int main(int argc, char** argv) {
    CLI::App app{"Antre gives people a place in a public office's queue by one WhatsApp message.\n"
                 "Begin with: antre migrate; antre admin load data/demo; antre serve\n"
                 "Every key of antre.toml can be given as ANTRE_SECTION_KEY instead."};
    app.require_subcommand(1);
    antre::app::Shared shared;
    auto* config = app.add_option(
        "--config", shared.config_path, "Configuration file (default antre.toml, if it is there)"
    );
    antre::app::add_serve(app, shared);
    antre::app::add_store_commands(app, shared);
    antre::app::add_journal(app, shared);
    antre::app::add_admin(app, shared);
    antre::app::add_whatsapp(app, shared);
    antre::app::add_talk(app, shared);
    antre::app::add_understand(app, shared);
    antre::app::add_simulate(app, shared);
    app.parse_complete_callback([&] { shared.is_config_named = config->count() > 0; });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // A word that is no command is named, also where help or another word was asked for.
        const auto unknown = app.remaining(true);
        const bool is_help =
            unknown.empty() ? app.exit(error) == 0 : app.exit(CLI::ExtrasError(unknown)) == 0;
        return is_help ? 0 : 2;
    }
    return shared.exit_code;
}
