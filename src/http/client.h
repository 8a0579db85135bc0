#pragma once

// Client sends requests on an io thread of its own, over connections it keeps. What matters most is
// what it says of a failure: whether the other side can have acted on the request. It never follows
// redirects, never sends a request twice once a byte of it was written, and always verifies TLS
// certificates and host names.

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "foundation/result.h"
#include "foundation/time.h"
#include "http/limits.h"
#include "http/message.h"

namespace antre::http {

struct ClientRequest {
    Method method = Method::get;
    std::string url;  // absolute, http or https
    Headers headers;  // Host, Content-Length and Connection are the client's own
    std::string body;
    Milliseconds deadline = seconds(30);  // from `send` to the answer's last byte
};

struct SendFailure {
    enum class Kind {
        not_sent,  // no byte of the request was written: refused, DNS, TLS, deadline before that
        unknown,   // bytes were written and no whole answer came: it may have been acted on
        too_busy,  // the origin's queue is full; nothing was written
    };
    Kind kind = Kind::not_sent;
    std::string detail;  // for the log: no URL, header or body is in it
};

using SendOutcome = Result<Response, SendFailure>;
// Called once, on the client's thread or, after `stop`, on the caller's. It must not block or
// throw.
using SendCallback = std::function<void(SendOutcome)>;

struct ClientOptions {
    ClientLimits limits;
    std::optional<std::string> ca_file;  // PEM; without it the system's authorities are trusted
};

class ClientLoop;

class Client {
public:
    explicit Client(ClientOptions options = {});
    ~Client();  // stops
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // Any thread.
    void send(ClientRequest request, SendCallback callback);
    // For command-line use. Not from a callback.
    SendOutcome send_and_wait(ClientRequest request);
    // Fails what is under way (as `not_sent` or `unknown`) and joins. Not from a callback.
    void stop();

private:
    std::unique_ptr<ClientLoop> loop_;
};

}  // namespace antre::http
