#include "http/server.h"

#include <thread>

#include "foundation/assert.h"
#include "foundation/text.h"
#include "http/response_writer.h"
#include "http/server_loop.h"

namespace antre::http {

Responder::Responder(std::shared_ptr<Mailbox> mailbox, std::uint64_t connection)
    : mailbox_(std::move(mailbox))
    , connection_(connection) {}

Responder::Responder(Responder&& other) noexcept
    : mailbox_(std::move(other.mailbox_))
    , connection_(other.connection_) {}

Responder& Responder::operator=(Responder&& other) noexcept {
    if (this != &other) {
        if (mailbox_) answer(problem_of(500));
        mailbox_ = std::move(other.mailbox_);
        connection_ = other.connection_;
    }
    return *this;
}

Responder::~Responder() {
    if (mailbox_) answer(problem_of(500));
}

void Responder::answer(Response response) {
    if (!mailbox_) return;
    const auto mailbox = std::move(mailbox_);
    mailbox->put({connection_, std::move(response)});
}

void Responder::abandon() {
    if (!mailbox_) return;
    const auto mailbox = std::move(mailbox_);
    mailbox->put({connection_, Abandonment{}});
}

EventStream Responder::stream(Headers extra) {
    if (!mailbox_) return {};
    const auto mailbox = std::move(mailbox_);
    auto queue = std::make_shared<StreamQueue>(mailbox, connection_);
    mailbox->put({connection_, StreamStart{queue, std::move(extra)}});
    return EventStream(std::move(queue));
}

class ServerLoops {
public:
    ServerLoops(ServerOptions options, Handler handler)
        : options_(std::move(options))
        , handler_(std::move(handler)) {
        if (options_.io_threads == 0) options_.io_threads = 1;
    }
    ~ServerLoops() { stop(); }

    // Throws boost::system::system_error.
    std::uint16_t start(const HostAndPort& where) {
        if (options_.tls) tls_ = make_tls(*options_.tls);
        const auto address =
            asio::ip::make_address(where.host == "localhost" ? "127.0.0.1" : where.host);
        asio::ip::tcp::endpoint endpoint(address, where.port);
        if (options_.io_threads > 1 && where.port != 0) refuse_port_in_use(endpoint);
        for (unsigned i = 0; i < options_.io_threads; ++i) {
            loops_.push_back(std::make_unique<ServerLoop>(
                options_, handler_, admission_, tls_ ? &*tls_ : nullptr
            ));
            endpoint.port(loops_.back()->listen(endpoint));
        }
        for (const auto& loop : loops_)
            threads_.emplace_back([&loop = *loop] { loop.run(); });
        return endpoint.port();
    }

    void stop() {
        if (threads_.empty()) return;
        for (const auto& loop : loops_)
            loop->stop();
        for (std::thread& thread : threads_)
            thread.join();
        threads_.clear();
    }

    [[nodiscard]] ServerFigures figures() const { return admission_.figures(); }
    [[nodiscard]] const ServerOptions& options() const { return options_; }

private:
    static asio::ssl::context make_tls(const TlsFiles& files) {
        asio::ssl::context tls(asio::ssl::context::tls_server);
        tls.set_options(
            asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
            asio::ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION
        );
        tls.use_certificate_chain_file(files.certificate_chain);
        tls.use_private_key_file(files.private_key, asio::ssl::context::pem);
        return tls;
    }

    // Sockets that share a port (one a thread) would also share it with a second server of the same
    // user, without a word. So the port is first asked for without sharing.
    static void refuse_port_in_use(const asio::ip::tcp::endpoint& endpoint) {
        asio::io_context context;
        Acceptor probe(context);
        probe.open(endpoint.protocol());
        probe.set_option(asio::socket_base::reuse_address(true));
        probe.bind(endpoint);
        probe.listen(1);
    }

    ServerOptions options_;
    Handler handler_;
    Admission admission_{options_.limits};
    std::optional<asio::ssl::context> tls_;
    std::vector<std::unique_ptr<ServerLoop>> loops_;
    std::vector<std::thread> threads_;
};

Server::Server(ServerOptions options, Handler handler)
    : loops_(std::make_unique<ServerLoops>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

Result<std::uint16_t, ListenFailure> Server::start() {
    const std::string& listen = loops_->options().listen;
    const auto where = parse_host_and_port(listen);
    if (!where) return fail(ListenFailure{"not an address and port: " + listen});
    try {
        return loops_->start(*where);
    } catch (const boost::system::system_error& error) {
        return fail(ListenFailure{listen + ": " + to_lower_ascii(error.code().message())});
    } catch (const std::exception& error) {
        return fail(ListenFailure{listen + ": " + error.what()});
    }
}

void Server::stop() {
    loops_->stop();
}

ServerFigures Server::figures() const {
    return loops_->figures();
}

}  // namespace antre::http
