#pragma once

// A ServerLoop is one io thread: its context, its acceptor and the connections it owns. Everything
// here runs on that thread but `stop` and the mailbox. Internal to the room.

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/mailbox.h"
#include "http/precompiled.h"
#include "http/server.h"

namespace antre::http {

using SteadyTime = std::chrono::steady_clock::time_point;

// What the io threads of one server share.
class Admission {
public:
    explicit Admission(const ServerLimits& limits)
        : limits_(limits) {}

    // True if one more connection of this peer may be served; then `leave` must follow.
    bool enter(const std::string& peer);
    void leave(const std::string& peer);

    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> refused{0};
    [[nodiscard]] ServerFigures figures() const;

private:
    const ServerLimits& limits_;
    mutable std::mutex mutex_;
    std::map<std::string, std::size_t, std::less<>> per_peer_;
    ServerFigures figures_;
};

// What a connection waits for; decides what its deadline means.
enum class Phase {
    handshaking,
    idle,
    reading,  // a request has begun
    answering,
    writing,
    streaming,
    lingering,
};

// The part of a connection that does not depend on TLS: what the loop and the mailbox touch.
class ConnectionBase {
public:
    virtual ~ConnectionBase() = default;
    // Ends what the socket is waiting for; the coroutine goes on and sees why.
    virtual void cancel_io() = 0;
    // Cuts the connection without a word.
    virtual void close_io() = 0;

    void deliver(LetterBody body);
    void look_at_deadline(SteadyTime now);
    void begin_stopping();
    void abort();

protected:
    friend class ServerLoop;

    // Suspends the coroutine until `wake`. At most one waits.
    template <class CompletionToken>
    auto wait_for_wake(CompletionToken&& token) {
        return asio::async_initiate<CompletionToken, void()>(
            [this](auto handler) {
                using WaiterType = WaiterOf<std::decay_t<decltype(handler)>>;
                waiter_ = std::make_unique<WaiterType>(std::move(handler));
            },
            token
        );
    }
    void wake();

    std::uint64_t id_ = 0;
    Phase phase_ = Phase::idle;
    SteadyTime deadline_ = SteadyTime::max();
    SteadyTime last_write_{};
    Milliseconds heartbeat_;
    std::optional<Response> answer_;
    std::optional<StreamStart> stream_start_;
    std::shared_ptr<StreamQueue> stream_;
    bool is_late_ = false;  // the deadline of this phase has passed
    bool is_stopping_ = false;
    bool is_aborted_ = false;

private:
    class Waiter {
    public:
        virtual ~Waiter() = default;
        virtual void go_on() = 0;
    };
    template <class CompletionHandler>
    class WaiterOf : public Waiter {
    public:
        explicit WaiterOf(CompletionHandler handler)
            : handler_(std::move(handler)) {}
        void go_on() override {
            auto handler = std::move(handler_);
            handler();
        }

    private:
        CompletionHandler handler_;
    };
    std::unique_ptr<Waiter> waiter_;
};

class ServerLoop {
public:
    ServerLoop(
        const ServerOptions& options,
        const Handler& handler,
        Admission& admission,
        asio::ssl::context* tls
    );

    // Throws boost::system::system_error.
    std::uint16_t listen(const asio::ip::tcp::endpoint& endpoint);
    void run();   // until stopped and every connection is closed
    void stop();  // any thread

    // For connections, on this thread.
    void enter(ConnectionBase& connection, std::shared_ptr<ConnectionBase> owner);
    void leave(ConnectionBase& connection);
    void handle(ConnectionBase& connection, Request request);
    [[nodiscard]] SteadyTime now() const { return std::chrono::steady_clock::now(); }
    [[nodiscard]] const std::string& date() const { return date_; }
    [[nodiscard]] const ServerOptions& options() const { return options_; }
    Admission& admission() { return admission_; }

private:
    Task<void> accept_all();
    Task<void> sweep();
    void admit(Socket socket);
    void read_mail();
    void end_if_done();

    const ServerOptions& options_;
    const Handler& handler_;
    Admission& admission_;
    asio::ssl::context* tls_;
    asio::io_context context_{1};
    Acceptor acceptor_{context_};
    Timer sweep_timer_{context_};
    std::shared_ptr<Mailbox> mailbox_ = std::make_shared<Mailbox>();
    std::unordered_map<std::uint64_t, std::shared_ptr<ConnectionBase>> connections_;
    std::vector<Letter> letters_;
    std::string date_;
    std::uint64_t next_id_ = 1;
    SteadyTime drain_until_ = SteadyTime::max();
    bool is_stopping_ = false;
};

// Starts serving an accepted socket (connection.cpp). Returns the connection, not yet entered.
void serve_plain(ServerLoop& loop, Socket socket, std::string peer);
void serve_tls(ServerLoop& loop, Socket socket, std::string peer, asio::ssl::context& tls);

}  // namespace antre::http
