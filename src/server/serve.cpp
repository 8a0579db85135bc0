#include "server/serve.h"

#include <csignal>
#include <cstdlib>
#include <spdlog/spdlog.h>
#include <utility>

#include "http/static_files.h"
#include "server/clock.h"

namespace antre::server {

namespace {

http::ServerOptions http_options(const Config& config) {
    http::ServerOptions options;
    options.listen = config.server.listen;
    options.io_threads = config.server.io_threads;
    options.default_headers = http::security_headers();
    if (!config.server.tls_certificate_file.empty()) {
        options.tls =
            http::TlsFiles{config.server.tls_certificate_file, config.server.tls_key_file};
    }
    return options;
}

engine::EngineOptions engine_options(const Config& config) {
    engine::EngineOptions options{config.whatsapp.number_per_second};
    for (const auto& [slug, flow] : config.whatsapp.flows) {
        if (flow.is_enabled) options.forms.insert(slug);
    }
    return options;
}

// A store that cannot say what it kept must be read again from the disk by a new process: a second
// fsync after a failed one may lie.
[[noreturn]] void end_at_once(const std::string& why) {
    spdlog::critical("event=store_untrusted reason=\"{}\" act=exit", why);
    spdlog::shutdown();
    std::_Exit(1);
}

}  // namespace

RunningServer::RunningServer(
    const Config& config, engine::Store& store, const engine::Speech& speech, StoreHooks hooks
)
    : config_(config)
    , speech_(speech)
    , engine_(store, speech, engine_options(config))
    , hooks_(std::move(hooks)) {}

Result<std::unique_ptr<RunningServer>, StartFailure> RunningServer::start(
    const Config& config, engine::Store& store, const engine::Speech& speech, StoreHooks hooks
) {
    std::unique_ptr<RunningServer> server(new RunningServer(config, store, speech, std::move(hooks))
    );
    const auto loaded = server->engine_.load(now());
    if (!loaded) return fail(StartFailure{"the store cannot be read: " + loaded.error().detail});
    server->directory_ = std::make_unique<Directory>(server->engine_);
    auto forms = OfficeForms::load(config.whatsapp, *server->directory_);
    if (!forms) return fail(StartFailure{forms.error()});
    server->forms_ = std::make_unique<OfficeForms>(std::move(*forms));
    server->dispatcher_ =
        std::make_unique<Dispatcher>(config.whatsapp, server->figures_, *server->forms_);
    Dispatcher& dispatcher = *server->dispatcher_;
    server->worker_ = std::make_unique<Worker>(
        server->engine_,
        WorkerLimits{config.engine.queue_max, config.engine.batch_max},
        Worker::Hooks{
            server->hooks_.rest,
            server->hooks_.when_durable,
            end_at_once,
            [&dispatcher] { dispatcher.wake(); }}
    );
    server->worker_->start();
    dispatcher.start(*server->worker_);
    server->routes_ = std::make_unique<Routes>(
        config,
        *server->directory_,
        *server->worker_,
        dispatcher,
        server->figures_,
        *server->forms_,
        server->speech_.wording
    );
    Routes& routes = *server->routes_;
    server->http_ = std::make_unique<http::Server>(
        http_options(config),
        [&routes](http::Request&& request, http::Responder responder) {
            routes.handle(std::move(request), std::move(responder));
        }
    );
    const auto port = server->http_->start();
    if (!port) return fail(StartFailure{"cannot listen on " + port.error().detail});
    server->port_ = *port;
    routes.set_connections([http = server->http_.get()] { return http->figures().connections_open; }
    );
    return server;
}

RunningServer::~RunningServer() {
    stop();
}

void RunningServer::stop() {
    if (http_) http_->stop();
    if (dispatcher_) dispatcher_->stop();
    if (worker_) worker_->stop();
}

namespace {

sigset_t handled_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1})
        sigaddset(&signals, signal);
    return signals;
}

}  // namespace

void block_signals() {
    const sigset_t signals = handled_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void wait_for_end(const std::function<void()>& on_request) {
    const sigset_t signals = handled_signals();
    for (;;) {
        int signal = 0;
        sigwait(&signals, &signal);
        if (signal != SIGUSR1) return;
        on_request();
    }
}

}  // namespace antre::server
