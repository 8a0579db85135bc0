#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>

#include "antre/commands.h"
#include "storage/sqlite/backup.h"
#include "storage/sqlite/doctor.h"
#include "storage/sqlite/migration.h"

namespace antre::app {

namespace {

int migrate(const Shared& shared) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto migrated = storage::migrate(store_options(*config));
    if (!migrated) return refuse(migrated.error().detail);
    std::printf("store at version %d (was %d)\n", migrated->to, migrated->from);
    return done;
}

// Settings that work on a developer's machine but not for an office.
std::vector<storage::Finding> settings_findings(const server::Config& config) {
    std::vector<storage::Finding> findings;
    const auto add = [&](std::string check, bool is_ok, std::string cure) {
        findings.push_back({std::move(check), is_ok, is_ok ? "set" : "not set", std::move(cure)});
    };
    add("app_secret",
        !config.whatsapp.app_secrets.empty(),
        "set whatsapp.app_secret (or app_secret_file) to the app secret of the Meta app");
    add("verify_token",
        !config.whatsapp.verify_token.empty(),
        "set whatsapp.verify_token to what the Meta dashboard was told");
    add("access_token",
        !config.whatsapp.access_token.empty() || !config.whatsapp.access_tokens.empty(),
        "set whatsapp.access_token, or one a number in [whatsapp.access_tokens]");
    const bool is_loopback = config.whatsapp.graph_url.starts_with("http://127.0.0.1") ||
                             config.whatsapp.graph_url.starts_with("http://localhost");
    const bool is_https = config.whatsapp.graph_url.starts_with("https://");
    findings.push_back(
        {"graph_url",
         is_https || is_loopback,
         config.whatsapp.graph_url,
         is_https || is_loopback ? "" : "use https: tokens must not travel in the clear"}
    );
    for (const Token& secret : config.whatsapp.app_secrets) {
        const bool is_long = secret.reveal().size() >= 16;
        findings.push_back(
            {"app_secret_strength",
             is_long,
             is_long ? "long enough" : "shorter than 16 characters",
             is_long ? "" : "use the app secret of the Meta app; short ones can be guessed"}
        );
    }
    return findings;
}

int doctor(const Shared& shared, bool as_json) {
    const auto config = configuration(shared);
    if (!config) return failed;
    std::vector<storage::Finding> findings = settings_findings(*config);
    for (storage::Finding& finding : storage::doctor_findings(store_options(*config))) {
        findings.push_back(std::move(finding));
    }
    boost::json::array list;
    bool is_well = true;
    for (const storage::Finding& finding : findings) {
        is_well = is_well && finding.is_ok;
        if (as_json) {
            list.push_back(
                {{"check", finding.check},
                 {"ok", finding.is_ok},
                 {"detail", finding.detail},
                 {"cure", finding.cure}}
            );
            continue;
        }
        std::printf(
            "%-4s %-22s %s\n",
            finding.is_ok ? "ok" : "BAD",
            finding.check.c_str(),
            finding.detail.c_str()
        );
        if (!finding.is_ok) std::printf("     -> %s\n", finding.cure.c_str());
    }
    if (as_json) std::printf("%s\n", boost::json::serialize(list).c_str());
    return is_well ? done : failed;
}

int back_up(const Shared& shared, const std::string& path) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto store = open_store(*config);
    if (!store) return refuse("a serving process makes its own backup: kill -USR1 its pid");
    const auto made = storage::back_up(store_options(*config), path);
    if (!made) return refuse(made.error().detail);
    std::printf(
        "%s: %llu bytes, sha256 %s\nThe master key (%s) is not in it: keep it elsewhere.\n",
        made->path.c_str(),
        static_cast<unsigned long long>(made->bytes),
        made->sha256.c_str(),
        store_options(*config).key_file().c_str()
    );
    return done;
}

int restore(const Shared& shared, const std::string& backup) {
    const auto config = configuration(shared);
    if (!config) return failed;
    const auto restored = storage::restore(backup, store_options(*config));
    if (!restored) return refuse(restored.error().detail);
    std::printf(
        "restored (epoch %llu); %llu unsent messages are held back\n",
        static_cast<unsigned long long>(restored->epoch),
        static_cast<unsigned long long>(restored->held_back)
    );
    if (!restored->has_key_file) {
        std::printf(
            "Put the master key at %s before serving.\n", store_options(*config).key_file().c_str()
        );
    }
    return done;
}

}  // namespace

void add_store_commands(CLI::App& app, Shared& shared) {
    app.add_subcommand("migrate", "Creates the store, or brings it to this program's version")
        ->callback([&shared] { shared.exit_code = migrate(shared); });

    auto* doctor_command =
        app.add_subcommand("doctor", "Checks what can be checked and says how to mend it");
    auto as_json = std::make_shared<bool>(false);
    doctor_command->add_flag("--json", *as_json, "As JSON, for programs");
    doctor_command->callback([&shared, as_json] { shared.exit_code = doctor(shared, *as_json); });

    auto* backup_command = app.add_subcommand("backup", "Copies the store, with its checksum");
    auto to = std::make_shared<std::string>();
    backup_command->add_option("path", *to, "The new file")->required();
    backup_command->callback([&shared, to] { shared.exit_code = back_up(shared, *to); });

    auto* restore_command =
        app.add_subcommand("restore", "Makes the store from a backup; never over an existing one");
    auto from = std::make_shared<std::string>();
    restore_command->add_option("path", *from, "The backup")->required();
    restore_command->callback([&shared, from] { shared.exit_code = restore(shared, *from); });
}

}  // namespace antre::app
