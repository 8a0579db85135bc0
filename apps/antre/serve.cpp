#include "server/serve.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <string>

#include "antre/commands.h"
#include "antre/staff_acts.h"
#include "channels/wording_file.h"
#include "language/tables.h"
#include "server/admin_door.h"
#include "server/clock.h"
#include "storage/sqlite/backup.h"

namespace antre::app {

namespace {

void begin_logging(const server::Config& config) {
    spdlog::set_default_logger(spdlog::stderr_logger_mt("antre"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
    spdlog::set_level(spdlog::level::from_str(config.log.level));
}

// On SIGUSR1: a copy beside the database, named for the moment.
void back_up_now(const server::Config& config) {
    const storage::SqliteOptions options = store_options(config);
    const auto made = storage::back_up(
        options, options.path + "." + std::to_string(server::now().ms / 1000) + ".backup"
    );
    if (made) {
        spdlog::info(
            "event=backup path={} bytes={} sha256={}", made->path, made->bytes, made->sha256
        );
    } else {
        spdlog::error("event=backup_failed reason=\"{}\"", made.error().detail);
    }
}

int serve(const Shared& shared) {
    const auto config = configuration(shared);
    if (!config) return failed;
    if (config->whatsapp.app_secrets.empty()) {
        return refuse("whatsapp.app_secret is not set: without it no webhook can be believed");
    }
    server::block_signals();
    begin_logging(*config);
    // Who wants a transaction a command wants each of them waited for.
    auto store = open_store(
        *config, config->engine.batch_max > 1 ? storage::Syncs::beside : storage::Syncs::waited_for
    );
    if (!store) return failed;
    const language::Tables tables = language::built_in_tables();
    const conversation::Wording wording = channels::built_in_wording();
    const engine::Speech speech{tables, wording};
    const auto rest = [&store] {
        // One small step. When it fails the next commit will tell.
        if (!store->rest()) spdlog::warn("event=rest_failed");
        return false;
    };
    const auto when_durable = [&store](server::Durable told) {
        store->when_durable(std::move(told));
    };
    auto server = server::RunningServer::start(*config, *store, speech, {rest, when_durable});
    if (!server) return refuse(server.error().reason);
    spdlog::info("event=ready listen={} port={}", config->server.listen, (*server)->port());
    // Officers at the command line are not worth less than none: without their door we serve on.
    auto door = server::AdminDoor::open(
        server::admin_socket(store_options(*config).path),
        [&server](const std::string& line) { return answer_to_act(line, **server); }
    );
    if (!door) spdlog::warn("event=admin_door_closed reason=\"{}\"", door.error());
    server::wait_for_end([&config] { back_up_now(*config); });
    spdlog::info("event=stopping");
    if (door) door->reset();
    (*server)->stop();
    spdlog::info("event=stopped");
    return done;
}

}  // namespace

void add_serve(CLI::App& app, Shared& shared) {
    auto* command = app.add_subcommand(
        "serve", "Serves in the foreground until SIGTERM or Ctrl-C; ready when /readyz answers 200"
    );
    command->callback([&shared] { shared.exit_code = serve(shared); });
}

}  // namespace antre::app
