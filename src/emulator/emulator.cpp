#include "emulator/emulator.h"

#include <algorithm>

#include "emulator/control_door.h"
#include "emulator/limits.h"

namespace antre::emulator {

namespace {

namespace json = whatsapp_cloud::json;

http::ClientOptions client_options() {
    http::ClientOptions options;
    options.limits.connections_per_origin_max = callback_connections_max;
    return options;
}

// How a client on this machine reaches us.
std::string own_url(const std::string& listen, std::uint16_t port) {
    std::string host = listen.substr(0, listen.rfind(':'));
    if (host == "0.0.0.0" || host == "[::]") host = "127.0.0.1";
    return "http://" + host + ":" + std::to_string(port);
}

constexpr std::string_view page_policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view no_page = "antre-whatsapp-emulator is running.\n\n"
                                     "Graph API:   /v26.0/{phone_number_id}/messages and so on\n"
                                     "Control API: /_emulator/state\n"
                                     "Chat page:   start with --web FOLDER to serve it here\n";

}  // namespace

Emulator::Emulator(EmulatorOptions options)
    : options_(std::move(options))
    , cloud_(options_.cloud)
    , clock_(
          options_.manual_start ? ClockMode::manual : ClockMode::real,
          options_.manual_start.value_or(world_time())
      )
    , client_(client_options()) {}

Emulator::~Emulator() {
    stop();
}

Result<std::uint16_t, std::string> Emulator::start() {
    if (!options_.web_folder.empty()) {
        auto pages = http::StaticFiles::load(options_.web_folder);
        if (!pages) return fail("cannot read the folder of --web: " + pages.error().detail);
        pages_ = std::move(*pages);
    }
    if (auto set = cloud_.change_chaos(options_.chaos, clock_.now()); !set) {
        return fail("cannot use the switches of --chaos: " + set.error());
    }
    http::ServerOptions serving;
    serving.listen = options_.listen;
    serving.io_threads = io_threads;
    serving.limits.body_bytes_max = request_bytes_max;
    serving.deadlines.answer = answer_deadline;
    serving.deadlines.body = seconds(120);
    server_.emplace(serving, [this](http::Request&& request, http::Responder responder) {
        route(std::move(request), std::move(responder));
    });
    const auto port = server_->start();
    if (!port) return fail("cannot listen on " + port.error().detail);
    if (options_.cloud.public_url.empty()) {
        const std::lock_guard lock(mutex_);
        cloud_.set_public_url(own_url(options_.listen, *port));
    }
    timer_ = std::thread([this] { run_timer(); });
    return *port;
}

void Emulator::stop() {
    {
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return;
        is_stopping_ = true;
        changed_.notify_all();
    }
    if (timer_.joinable()) timer_.join();
    {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
        handshakes_.clear();
        advances_.clear();
    }
    if (server_) server_->stop();
    client_.stop();
}

void Emulator::route(http::Request&& request, http::Responder responder) {
    constexpr std::string_view control_prefix = "/_emulator";
    if (request.path.substr(0, control_prefix.size()) == control_prefix) {
        ControlDoor(*this).serve(std::move(request), std::move(responder));
        return;
    }
    const bool is_read =
        request.method == http::Method::get || request.method == http::Method::head;
    const bool is_graph = request.headers.has("authorization") ||
                          request.path.substr(0, 2) == "/v" || !is_read ||
                          request.path.substr(0, 19) == "/whatsapp_business/";
    if (is_graph) {
        graph(std::move(request), std::move(responder));
        return;
    }
    auto page = pages_.find(request.path, request.headers, http::Fallback::index_page);
    if (!page) {
        responder.answer(http::text_response(200, std::string(no_page)));
        return;
    }
    page->headers.set("Content-Security-Policy", page_policy);
    responder.answer(std::move(*page));
}

void Emulator::graph(http::Request&& request, http::Responder responder) {
    whatsapp_cloud::Call call;
    call.method = http::name_of(request.method);
    const std::size_t question = request.target.find('?');
    call.path = request.target.substr(0, question);
    if (question != std::string::npos) call.query = request.target.substr(question + 1);
    for (std::size_t i = 0; i < request.headers.size(); ++i) {
        const http::Headers::Field field = request.headers.at(i);
        call.headers.emplace_back(field.name, field.value);
    }
    call.content_type = request.headers.find("content-type").value_or("");
    call.body = std::move(request.body);

    const std::lock_guard lock(mutex_);
    last_activity_ = Steady::now();
    whatsapp_cloud::Answer answer = cloud_.handle(call, clock_.now());
    if (answer.awaits) {
        handshakes_.emplace(*answer.awaits, std::move(responder));
    } else {
        answer_graph(std::move(answer), std::move(responder));
    }
    pump();
}

void Emulator::answer_graph(whatsapp_cloud::Answer answer, http::Responder responder) {
    const auto in = [](Milliseconds wait) {
        return Steady::now() + std::chrono::milliseconds(wait.value);
    };
    switch (answer.fate) {
    case whatsapp_cloud::Fate::reset: responder.abandon(); return;
    case whatsapp_cloud::Fate::never_answer:
        waiting_.push_back({in(silence), std::move(responder), std::nullopt});
        return;
    case whatsapp_cloud::Fate::answer: break;
    }
    http::Response response;
    response.status = answer.status;
    response.headers.add("Content-Type", answer.content_type);
    for (const whatsapp_cloud::Header& header : answer.headers) {
        response.headers.add(header.first, header.second);
    }
    response.body = std::move(answer.body);
    if (answer.hold.value > 0) {
        waiting_.push_back({in(answer.hold), std::move(responder), std::move(response)});
        return;
    }
    responder.answer(std::move(response));
}

void Emulator::pump() {
    if (is_stopping_) return;
    for (const whatsapp_cloud::Delivery& delivery : cloud_.due(clock_.now()))
        post(delivery);
    publish_events();
    is_woken_ = true;
    changed_.notify_one();
}

void Emulator::post(const whatsapp_cloud::Delivery& delivery) {
    http::ClientRequest request;
    request.method = delivery.method == "GET" ? http::Method::get : http::Method::post;
    request.url = delivery.url;
    for (const whatsapp_cloud::Header& header : delivery.headers) {
        request.headers.add(header.first, header.second);
    }
    request.body = delivery.body;
    request.deadline = webhook_deadline;
    ++posts_under_way_;
    client_.send(std::move(request), [this, id = delivery.id](const http::SendOutcome& outcome) {
        const std::lock_guard lock(mutex_);
        posted(id, outcome);
    });
}

void Emulator::posted(whatsapp_cloud::DeliveryId id, const http::SendOutcome& outcome) {
    --posts_under_way_;
    last_activity_ = Steady::now();
    whatsapp_cloud::Outcome told;
    if (outcome) {
        told.status = outcome->status;
        told.body = outcome->bytes();
    } else {
        told.error = outcome.error().detail;
    }
    auto answer = cloud_.delivered(id, told, clock_.now());
    const auto handshake = handshakes_.find(id);
    if (answer && handshake != handshakes_.end()) {
        http::Responder responder = std::move(handshake->second);
        handshakes_.erase(handshake);
        if (answer->awaits) {
            handshakes_.emplace(*answer->awaits, std::move(responder));
        } else {
            answer_graph(std::move(*answer), std::move(responder));
        }
    }
    pump();
}

void Emulator::publish_events() {
    for (whatsapp_cloud::Event& event : cloud_.take_events()) {
        hub_.publish(whatsapp_cloud::name_of(event.kind), std::move(event.data));
    }
}

json::object Emulator::clock_json() const {
    return {
        {"now", iso_instant(clock_.now())},
        {"mode", clock_.mode() == ClockMode::real ? "real" : "manual"},
        {"speed", clock_.speed()},
    };
}

void Emulator::publish_clock() {
    hub_.publish("clock", clock_json());
}

}  // namespace antre::emulator
