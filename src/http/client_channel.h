#pragma once

// ClientChannel is one connection to one origin, plain or TLS, and one exchange at a time over it.
// Internal to the room; everything runs on the client's thread.

#include <optional>
#include <string>
#include <tuple>

#include "http/client.h"
#include "http/precompiled.h"

namespace antre::http {

// What came of one exchange.
struct Exchange {
    SendOutcome outcome;
    std::size_t bytes_written = 0;
    bool is_reusable = false;
};

class ClientChannel {
public:
    ClientChannel(asio::io_context& context, asio::ssl::context& tls, const Url& origin);

    // Resolves, connects and, for https, proves the other side's name. Nothing on success.
    Task<std::optional<std::string>> connect();
    // REQUIRES: connected, and no other exchange under way.
    Task<Exchange>
    exchange(const ClientRequest& request, const Url& url, const ClientLimits& limits);

    // Ends whatever is under way; the channel is of no more use.
    void abort();
    // False if the other side closed or spoke out of turn while the channel was idle.
    [[nodiscard]] bool is_alive();
    [[nodiscard]] bool has_served() const { return has_served_; }

private:
    using Transfer = std::tuple<beast::error_code, std::size_t>;
    Task<Transfer> read_some();
    Task<Transfer> write_some(std::string_view bytes);
    Task<Exchange> read_answer(Method method, const ClientLimits& limits);

    Url origin_;
    Resolver resolver_;
    Socket socket_;
    std::optional<asio::ssl::stream<Socket&>> tls_;
    beast::flat_buffer buffer_;
    bool has_served_ = false;
    bool is_aborted_ = false;
};

}  // namespace antre::http
