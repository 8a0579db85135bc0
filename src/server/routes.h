#pragma once

// Which path leads where. A route reads, asks the engine, and renders; it decides nothing.

#include <cstdint>
#include <functional>

#include "http/server.h"
#include "server/api_route.h"
#include "server/config.h"
#include "server/directory.h"
#include "server/dispatcher.h"
#include "server/figures.h"
#include "server/flow_route.h"
#include "server/office_forms.h"
#include "server/webhook_route.h"
#include "server/worker.h"

namespace antre::server {

class Routes {
public:
    Routes(
        const Config& config,
        const Directory& directory,
        Worker& worker,
        Dispatcher& dispatcher,
        Figures& figures,
        const OfficeForms& forms,
        const conversation::Wording& wording
    );

    void handle(http::Request&& request, http::Responder responder);
    // Told once, before the first request: how many connections are open.
    void set_connections(std::function<std::uint64_t()> connections_open);

private:
    http::Response metrics();

    const Directory& directory_;
    Worker& worker_;
    Dispatcher& dispatcher_;
    Figures& figures_;
    WebhookRoute webhook_;
    ApiRoute api_;
    FlowRoute flow_;
    std::function<std::uint64_t()> connections_open_;
};

}  // namespace antre::server
