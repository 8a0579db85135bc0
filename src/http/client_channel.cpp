#include "http/client_channel.h"

#include <cerrno>
#include <sys/socket.h>

#include "http/response_writer.h"

namespace antre::http {
namespace {

using AnswerParser = beast::http::response_parser<beast::http::string_body>;

SendOutcome failure(SendFailure::Kind kind, std::string detail) {
    return fail(SendFailure{kind, std::move(detail)});
}

bool is_clients_own(std::string_view name) {
    return equals_ignoring_case(name, "Host") || equals_ignoring_case(name, "Content-Length") ||
           equals_ignoring_case(name, "Connection") ||
           equals_ignoring_case(name, "Transfer-Encoding");
}

std::string bytes_of(const ClientRequest& request, const Url& url) {
    std::string out;
    out.reserve(request.body.size() + 512);
    out += name_of(request.method);
    out += ' ';
    out += url.target;
    out += " HTTP/1.1\r\nHost: ";
    out += url.authority();
    out += "\r\n";
    for (std::size_t i = 0; i < request.headers.size(); ++i) {
        const Headers::Field field = request.headers.at(i);
        if (!is_clients_own(field.name)) append_header(out, field.name, field.value);
    }
    const bool has_body = !request.body.empty() || request.method == Method::post ||
                          request.method == Method::put || request.method == Method::patch;
    if (has_body) append_header(out, "Content-Length", std::to_string(request.body.size()));
    out += "\r\n";
    out += request.body;
    return out;
}

Response response_of(AnswerParser& parser) {
    auto& message = parser.get();
    Response response;
    response.status = static_cast<int>(message.result_int());
    for (const auto& field : message) {
        const auto name = field.name_string();
        const auto value = field.value();
        response.headers.add({name.data(), name.size()}, {value.data(), value.size()});
    }
    response.body = std::move(message.body());
    return response;
}

void prepare(std::optional<AnswerParser>& parser, Method method, const ClientLimits& limits) {
    parser.emplace();
    parser->eager(true);
    parser->header_limit(static_cast<std::uint32_t>(limits.response_head_bytes_max));
    parser->body_limit(limits.response_bytes_max);
    if (method == Method::head) parser->skip(true);
}

}  // namespace

ClientChannel::ClientChannel(asio::io_context& context, asio::ssl::context& tls, const Url& origin)
    : origin_(origin)
    , resolver_(context)
    , socket_(context) {
    if (origin.scheme == Scheme::https) tls_.emplace(socket_, tls);
}

Task<std::optional<std::string>> ClientChannel::connect() {
    auto [unresolved, endpoints] =
        co_await resolver_.async_resolve(origin_.host, std::to_string(origin_.port), as_task);
    if (unresolved) co_return "name not resolved: " + unresolved.message();
    if (is_aborted_) co_return "stopped while resolving";
    auto [unconnected, endpoint] = co_await asio::async_connect(socket_, endpoints, as_task);
    if (unconnected) co_return "not connected: " + unconnected.message();
    if (is_aborted_) co_return "stopped while connecting";
    beast::error_code ignored;
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (!tls_) co_return std::nullopt;

    beast::error_code not_address;
    asio::ip::make_address(origin_.host, not_address);
    // The name the server chooses its certificate by; an address is not a name (RFC 6066, 3).
    if (not_address) SSL_set_tlsext_host_name(tls_->native_handle(), origin_.host.c_str());
    tls_->set_verify_mode(asio::ssl::verify_peer);
    tls_->set_verify_callback(asio::ssl::host_name_verification(origin_.host));
    auto [untrusted] = co_await tls_->async_handshake(asio::ssl::stream_base::client, as_task);
    if (untrusted) co_return "TLS refused: " + untrusted.message();
    if (is_aborted_) co_return "stopped while securing";
    co_return std::nullopt;
}

Task<ClientChannel::Transfer> ClientChannel::read_some() {
    const auto room = buffer_.prepare(read_body_bytes);
    if (tls_) co_return co_await tls_->async_read_some(room, as_task);
    co_return co_await socket_.async_read_some(room, as_task);
}

Task<ClientChannel::Transfer> ClientChannel::write_some(std::string_view bytes) {
    const asio::const_buffer piece(bytes.data(), bytes.size());
    if (tls_) co_return co_await tls_->async_write_some(piece, as_task);
    co_return co_await socket_.async_write_some(piece, as_task);
}

Task<Exchange>
ClientChannel::exchange(const ClientRequest& request, const Url& url, const ClientLimits& limits) {
    const std::string bytes = bytes_of(request, url);
    std::size_t written = 0;
    bool is_whole = true;
    while (written < bytes.size()) {
        const Transfer transfer = co_await write_some(std::string_view(bytes).substr(written));
        const auto& [error, count] = transfer;
        written += count;
        if (!error) continue;
        if (written == 0) {
            const auto kind = SendFailure::Kind::not_sent;
            co_return Exchange{failure(kind, "not written: " + error.message()), 0, false};
        }
        // The other side may have answered and closed before it read everything.
        is_whole = false;
        break;
    }
    Exchange exchange = co_await read_answer(request.method, limits);
    exchange.bytes_written = written;
    exchange.is_reusable = exchange.is_reusable && is_whole;
    has_served_ = true;
    co_return exchange;
}

Task<Exchange> ClientChannel::read_answer(Method method, const ClientLimits& limits) {
    constexpr auto unknown = SendFailure::Kind::unknown;
    std::optional<AnswerParser> parser;
    prepare(parser, method, limits);
    int interim_answers = 0;
    for (;;) {
        if (buffer_.size() > 0) {
            beast::error_code error;
            buffer_.consume(parser->put(buffer_.data(), error));
            if (error && error != beast::http::error::need_more) {
                co_return Exchange{failure(unknown, "bad answer: " + error.message()), 0, false};
            }
            if (parser->is_done() && parser->get().result_int() >= 200) break;
            if (parser->is_done()) {
                if (++interim_answers > interim_answers_max) {
                    co_return Exchange{failure(unknown, "too many interim answers"), 0, false};
                }
                prepare(parser, method, limits);
                continue;
            }
        }
        const Transfer transfer = co_await read_some();
        const auto& [error, count] = transfer;
        buffer_.commit(count);
        if (!error) continue;
        if (error != asio::error::eof || !parser->got_some()) {
            co_return Exchange{failure(unknown, "no whole answer: " + error.message()), 0, false};
        }
        beast::error_code cut_short;
        parser->put_eof(cut_short);
        if (cut_short) co_return Exchange{failure(unknown, "answer cut short"), 0, false};
        break;
    }
    const bool is_reusable = parser->keep_alive() && buffer_.size() == 0;
    co_return Exchange{response_of(*parser), 0, is_reusable};
}

void ClientChannel::abort() {
    is_aborted_ = true;
    resolver_.cancel();
    beast::error_code ignored;
    socket_.close(ignored);
}

bool ClientChannel::is_alive() {
    if (!socket_.is_open()) return false;
    char byte = 0;
    const auto count = ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

}  // namespace antre::http
