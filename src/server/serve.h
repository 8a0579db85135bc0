#pragma once

// The running server: one engine thread, io threads, and the dispatcher, put together and taken
// apart in the right order.

#include <functional>
#include <memory>
#include <string>

#include "engine/store.h"
#include "foundation/result.h"
#include "http/server.h"
#include "server/config.h"
#include "server/directory.h"
#include "server/dispatcher.h"
#include "server/figures.h"
#include "server/office_forms.h"
#include "server/routes.h"
#include "server/worker.h"

namespace antre::server {

// What the shell around the store must do for it.
struct StoreHooks {
    // Called when nothing waits; true asks to be called again.
    std::function<bool()> rest = {};
    WhenDurable when_durable = {};  // of a store that syncs beside
};

struct StartFailure {
    std::string reason;
};

class RunningServer {
public:
    // Loads the engine from the store, then opens the doors. The references outlive it.
    static Result<std::unique_ptr<RunningServer>, StartFailure> start(
        const Config& config, engine::Store& store, const engine::Speech& speech, StoreHooks hooks
    );
    ~RunningServer();  // stops

    // Lets requests in flight finish, reports sends under way, commits what waits.
    void stop();
    [[nodiscard]] std::uint16_t port() const { return port_; }

    // For the local door: asks the engine and waits for the answer. Any thread but the worker's.
    Outcome ask(engine::Command command) { return worker_->ask(std::move(command)); }
    [[nodiscard]] const Directory& directory() const { return *directory_; }

private:
    RunningServer(
        const Config& config, engine::Store& store, const engine::Speech& speech, StoreHooks hooks
    );

    const Config& config_;
    Figures figures_;
    const engine::Speech& speech_;
    engine::Engine engine_;
    std::unique_ptr<Directory> directory_;
    std::unique_ptr<OfficeForms> forms_;
    std::unique_ptr<Dispatcher> dispatcher_;
    std::unique_ptr<Worker> worker_;
    std::unique_ptr<Routes> routes_;
    std::unique_ptr<http::Server> http_;
    StoreHooks hooks_;
    std::uint16_t port_ = 0;
};

// Blocks until SIGTERM or SIGINT. SIGUSR1 calls `on_request` and goes on waiting.
// REQUIRES: the three are blocked in every thread (block_signals, before any thread begins).
void wait_for_end(const std::function<void()>& on_request);
void block_signals();

}  // namespace antre::server
