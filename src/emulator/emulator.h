#pragma once

// Emulator puts HTTP, a clock and a web page around the pure model (whatsapp_cloud). One lock
// guards the model; server threads, the client's thread and the timer thread take it for
// microseconds.
//
//   Graph API ──▶ graph_door ──┐                     ┌──▶ postings ──▶ http::Client ──▶ callback
//   control API ─▶ control_door ┼──▶ [lock] Cloud ───┤
//   timer ─────────────────────┘                     └──▶ events ──▶ EventHub ──▶ pages

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "emulator/clock.h"
#include "emulator/emulator_options.h"
#include "emulator/event_hub.h"
#include "foundation/result.h"
#include "http/client.h"
#include "http/server.h"
#include "http/static_files.h"
#include "whatsapp_cloud/cloud.h"

namespace antre::emulator {

class Emulator {
public:
    explicit Emulator(EmulatorOptions options);
    ~Emulator();  // stops
    Emulator(const Emulator&) = delete;
    Emulator& operator=(const Emulator&) = delete;

    // Gives the bound port, or one sentence why not.
    Result<std::uint16_t, std::string> start();
    void stop();

private:
    friend class ControlDoor;
    using Steady = std::chrono::steady_clock;

    // An answer that is given later, or a connection that is broken later.
    struct Waiting {
        Steady::time_point due;
        http::Responder responder;
        std::optional<http::Response> response;  // none: the connection is closed
    };
    struct Advance {
        Instant target;
        Milliseconds settle;
        http::Responder responder;
    };

    void route(http::Request&& request, http::Responder responder);
    void graph(http::Request&& request, http::Responder responder);
    void answer_graph(whatsapp_cloud::Answer answer, http::Responder responder);

    // All below: the lock is held.
    void pump();  // sends what is due, tells what happened, wakes the timer
    void post(const whatsapp_cloud::Delivery& delivery);
    void posted(whatsapp_cloud::DeliveryId id, const http::SendOutcome& outcome);
    void publish_events();
    void publish_clock();
    [[nodiscard]] whatsapp_cloud::json::object clock_json() const;
    void start_advance(Instant target, Milliseconds settle, http::Responder responder);
    void step_advance();
    [[nodiscard]] std::optional<Steady::time_point> next_wake() const;
    void release_waiting();

    void run_timer();

    EmulatorOptions options_;
    std::mutex mutex_;
    std::condition_variable changed_;
    whatsapp_cloud::Cloud cloud_;
    Clock clock_;
    EventHub hub_;
    http::StaticFiles pages_;
    std::map<whatsapp_cloud::DeliveryId, http::Responder> handshakes_;
    std::vector<Waiting> waiting_;
    std::deque<Advance> advances_;
    std::size_t posts_under_way_ = 0;
    Steady::time_point last_activity_ = Steady::now();
    bool is_stopping_ = false;
    bool is_woken_ = false;

    http::Client client_;
    std::optional<http::Server> server_;
    std::thread timer_;
};

}  // namespace antre::emulator
