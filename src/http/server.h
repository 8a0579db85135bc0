#pragma once

// Server listens, reads whole requests and hands each to one handler, which may answer at once or
// later from any thread. One io thread owns a connection from accept to close; requests of one
// connection are handled one after another, in order.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "foundation/result.h"
#include "http/event_stream.h"
#include "http/limits.h"
#include "http/message.h"

namespace antre::http {

class Mailbox;
class ServerLoops;

// The right to answer one request, once. Dropped unanswered it answers 500. Any thread.
class Responder {
public:
    Responder(std::shared_ptr<Mailbox> mailbox, std::uint64_t connection);
    Responder(Responder&& other) noexcept;
    Responder& operator=(Responder&& other) noexcept;
    ~Responder();

    // Later calls do nothing. Answers from other threads are gathered: one wake-up an io thread for
    // as many as come before it runs.
    void answer(Response response);
    // Answers 200 with an endless event stream (text/event-stream) and these extra headers.
    EventStream stream(Headers extra = {});
    // Closes the connection without an answer: what a broken network looks like to the client.
    void abandon();

private:
    std::shared_ptr<Mailbox> mailbox_;  // null once answered
    std::uint64_t connection_ = 0;
};

// Called on an io thread: it must not block. An exception it throws is answered with 500.
using Handler = std::function<void(Request&&, Responder)>;

struct TlsFiles {
    std::string certificate_chain;  // PEM
    std::string private_key;        // PEM
};

struct ServerOptions {
    std::string listen = "127.0.0.1:8080";  // port 0: any free one
    unsigned io_threads = 1;
    ServerLimits limits;
    ServerDeadlines deadlines;
    Headers default_headers;  // on every answer that does not set them, errors of our own too
    std::optional<TlsFiles> tls;
};

struct ListenFailure {
    std::string detail;
};

struct ServerFigures {
    std::uint64_t connections_open = 0;
    std::uint64_t connections_total = 0;
    std::uint64_t connections_turned_away = 0;  // over a limit
    std::uint64_t requests_total = 0;
    std::uint64_t requests_refused = 0;  // malformed, too large, too slow
};

class Server {
public:
    Server(ServerOptions options, Handler handler);
    ~Server();  // stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Gives the bound port. Call once.
    Result<std::uint16_t, ListenFailure> start();
    // Stops accepting, lets answers in flight finish until the drain deadline, closes the rest and
    // joins the io threads. Not from a handler.
    void stop();
    [[nodiscard]] ServerFigures figures() const;

private:
    std::unique_ptr<ServerLoops> loops_;
};

}  // namespace antre::http
