#include "server/routes.h"

#include <utility>

namespace antre::server {

Routes::Routes(
    const Config& config,
    const Directory& directory,
    Worker& worker,
    Dispatcher& dispatcher,
    Figures& figures,
    const OfficeForms& forms,
    const conversation::Wording& wording
)
    : directory_(directory)
    , worker_(worker)
    , dispatcher_(dispatcher)
    , figures_(figures)
    , webhook_(config.whatsapp, directory, worker, dispatcher, figures, forms)
    , api_(directory, worker, figures)
    , flow_(config.whatsapp, directory, forms, worker, wording, figures)
    , connections_open_([] { return std::uint64_t{0}; }) {}

void Routes::set_connections(std::function<std::uint64_t()> connections_open) {
    connections_open_ = std::move(connections_open);
}

void Routes::handle(http::Request&& request, http::Responder responder) {
    const std::string& path = request.path;
    if (path == "/webhooks/whatsapp") {
        return webhook_.handle(std::move(request), std::move(responder));
    }
    if (path.starts_with("/whatsapp/flows/")) {
        return flow_.handle(std::move(request), std::move(responder));
    }
    if (path.starts_with("/api/")) return api_.handle(std::move(request), std::move(responder));
    // The doors open only after the store was read, so whoever is answered at all is ready.
    if (path == "/healthz" || path == "/readyz") {
        return responder.answer(http::text_response(200, "ok\n"));
    }
    if (path == "/metrics") return responder.answer(metrics());
    responder.answer(problem(404, "not_found", "There is nothing at this address."));
}

http::Response Routes::metrics() {
    const WorkerFigures worker = worker_.figures();
    Figures::Gauges gauges;
    gauges.commands = worker.commands;
    gauges.batches = worker.batches;
    gauges.commands_waiting = worker.waiting;
    gauges.messages_waiting = worker.messages_waiting;
    gauges.store_failures = worker.store_failures;
    gauges.connections_open = connections_open_();
    gauges.offices = directory_.all().size();
    gauges.templates_shut = dispatcher_.templates_shut();
    http::Response response;
    response.headers.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.body = figures_.text(gauges);
    return response;
}

}  // namespace antre::server
