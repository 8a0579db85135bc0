#include "http/server_loop.h"

#include <ctime>
#include <sys/socket.h>

#include "http/response_writer.h"

namespace antre::http {
namespace {

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

}  // namespace

bool Admission::enter(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    const auto found = per_peer_.find(peer);
    const std::size_t of_peer = found == per_peer_.end() ? 0 : found->second;
    if (figures_.connections_open >= limits_.connections_max ||
        of_peer >= limits_.connections_per_peer_max) {
        ++figures_.connections_turned_away;
        return false;
    }
    ++per_peer_[peer];
    ++figures_.connections_open;
    ++figures_.connections_total;
    return true;
}

void Admission::leave(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    const auto found = per_peer_.find(peer);
    --figures_.connections_open;
    if (--found->second == 0) per_peer_.erase(found);
}

ServerFigures Admission::figures() const {
    const std::lock_guard lock(mutex_);
    ServerFigures figures = figures_;
    figures.requests_total = requests.load();
    figures.requests_refused = refused.load();
    return figures;
}

ServerLoop::ServerLoop(
    const ServerOptions& options,
    const Handler& handler,
    Admission& admission,
    asio::ssl::context* tls
)
    : options_(options)
    , handler_(handler)
    , admission_(admission)
    , tls_(tls)
    , date_(http_date(std::time(nullptr))) {}

std::uint16_t ServerLoop::listen(const asio::ip::tcp::endpoint& endpoint) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    if (options_.io_threads > 1) acceptor_.set_option(ReusePort(true));
    acceptor_.bind(endpoint);
    acceptor_.listen(asio::socket_base::max_listen_connections);
    mailbox_->open([this] { asio::post(context_, [this] { read_mail(); }); });
    return acceptor_.local_endpoint().port();
}

void ServerLoop::run() {
    asio::co_spawn(context_, accept_all(), asio::detached);
    asio::co_spawn(context_, sweep(), asio::detached);
    context_.run();
    mailbox_->close();
}

void ServerLoop::stop() {
    asio::post(context_, [this] {
        is_stopping_ = true;
        drain_until_ = now() + std::chrono::milliseconds(options_.deadlines.drain.value);
        beast::error_code ignored;
        acceptor_.close(ignored);
        const auto connections = connections_;  // a copy: closing one removes it
        for (const auto& [id, connection] : connections)
            connection->begin_stopping();
        end_if_done();
    });
}

void ServerLoop::enter(ConnectionBase& connection, std::shared_ptr<ConnectionBase> owner) {
    connection.id_ = next_id_++;
    connection.is_stopping_ = is_stopping_;
    connections_.emplace(connection.id_, std::move(owner));
}

void ServerLoop::leave(ConnectionBase& connection) {
    connections_.erase(connection.id_);
    end_if_done();
}

void ServerLoop::end_if_done() {
    if (is_stopping_ && connections_.empty()) sweep_timer_.cancel();
}

void ServerLoop::handle(ConnectionBase& connection, Request request) {
    ++admission_.requests;
    Mailbox::Desk desk(*mailbox_, connection.id_);
    try {
        handler_(std::move(request), Responder(mailbox_, connection.id_));
    } catch (...) {
        // The responder went down with the handler and has answered 500.
    }
    if (desk.body) connection.deliver(std::move(*desk.body));
}

void ServerLoop::read_mail() {
    mailbox_->take_all(letters_);
    for (Letter& letter : letters_) {
        const auto found = connections_.find(letter.connection);
        if (found == connections_.end()) {
            Mailbox::drop(letter.body);
            continue;
        }
        const auto connection = found->second;
        connection->deliver(std::move(letter.body));
    }
}

Task<void> ServerLoop::accept_all() {
    for (;;) {
        auto [error, socket] = co_await acceptor_.async_accept(as_task);
        if (is_stopping_) co_return;
        if (error) {
            // Out of descriptors: what is open goes on, the rest waits in the kernel's queue.
            Timer pause(context_, std::chrono::milliseconds(accept_pause.value));
            co_await pause.async_wait(as_task);
            continue;
        }
        admit(std::move(socket));
    }
}

void ServerLoop::admit(Socket socket) {
    beast::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return;
    std::string peer = endpoint.address().to_string();
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (!admission_.enter(peer)) {
        if (tls_) return;
        const Response busy = problem_of(503);
        std::string bytes;
        append_head(
            bytes,
            busy,
            {AfterAnswer::close, Length::counted, false, date_, &options_.default_headers}
        );
        bytes += busy.body;
        socket.non_blocking(true, error);
        socket.write_some(asio::buffer(bytes), error);
        return;
    }
    if (tls_) {
        serve_tls(*this, std::move(socket), std::move(peer), *tls_);
    } else {
        serve_plain(*this, std::move(socket), std::move(peer));
    }
}

Task<void> ServerLoop::sweep() {
    const auto interval = std::chrono::milliseconds(options_.deadlines.sweep.value);
    for (;;) {
        sweep_timer_.expires_after(interval);
        co_await sweep_timer_.async_wait(as_task);
        date_ = http_date(std::time(nullptr));
        if (is_stopping_ && connections_.empty()) co_return;
        const SteadyTime at = now();
        const auto connections = connections_;  // a copy: closing one removes it
        for (const auto& [id, connection] : connections) {
            if (at >= drain_until_) {
                connection->abort();
            } else {
                connection->look_at_deadline(at);
            }
        }
    }
}

}  // namespace antre::http
