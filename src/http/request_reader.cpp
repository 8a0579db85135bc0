#include "http/request_reader.h"

#include <algorithm>

#include "foundation/assert.h"
#include "http/request_parsing.h"
#include "http/strict_head.h"

namespace antre::http {
namespace {

using Step = RequestReader::Step;

RequestReader::Progress refused(int status) {
    return {Step::refused, 0, status};
}

// Chunk extensions are refused: nobody sends them but to make two readers disagree.
struct RefuseExtension {
    void operator()(std::uint64_t, beast::string_view extension, beast::error_code& error) {
        if (!extension.empty()) error = beast::http::error::bad_chunk_extension;
    }
};

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

void RequestReader::start() {
    parser_.reset();
    request_ = {};
    scanned_ = 0;
    has_head_ = false;
    expects_continue_ = false;
    keeps_alive_ = true;
}

RequestReader::Progress RequestReader::advance(std::string_view unread) {
    return has_head_ ? read_body(unread) : read_head(unread);
}

RequestReader::Progress RequestReader::read_head(std::string_view unread) {
    // Looks at each byte once: a bare LF is refused as soon as it is seen, so that a head without
    // any CRLF cannot wait for its deadline.
    std::size_t end = std::string_view::npos;
    for (std::size_t at = unread.find('\n', scanned_); at != std::string_view::npos;
         at = unread.find('\n', at + 1)) {
        if (at == 0 || unread[at - 1] != '\r') return refused(400);
        if (at >= 3 && unread[at - 2] == '\n') {
            end = at + 1;
            break;
        }
    }
    scanned_ = unread.size();
    if (end == std::string_view::npos && unread.size() < limits_.head_bytes_max) return {};
    if (end == std::string_view::npos || end > limits_.head_bytes_max) return refused(431);

    const std::string_view head = unread.substr(0, end);
    if (const auto refusal = refusal_of_head(head)) return refused(*refusal);
    if (const int status = keep_head(head)) return refused(status);
    has_head_ = true;
    return {parser_->is_done() ? Step::done : Step::head_done, end, 0};
}

int RequestReader::keep_head(std::string_view head) {
    // The parser keeps a reference to its callback.
    static RefuseExtension refuse_extension;
    parser_.emplace();
    parser_->on_chunk_header(refuse_extension);
    parser_->eager(true);
    parser_->body_limit(limits_.body_bytes_max);
    parser_->header_limit(static_cast<std::uint32_t>(limits_.head_bytes_max + 1));
    beast::error_code error;
    const std::size_t used = parser_->put(asio::const_buffer(head.data(), head.size()), error);
    if (error == beast::http::error::body_limit) return 413;
    if ((error && error != beast::http::error::need_more) || used != head.size()) return 400;

    const auto& message = parser_->get();
    const auto method = method_named(view(message.method_string()));
    ASSERT(method.has_value());  // the gate lets no other through
    request_.method = *method;
    request_.target = view(message.target());
    const std::string_view target = request_.target;
    const auto mark = target.find('?');
    auto path = percent_decode(target.substr(0, mark));
    if (!path) return 400;
    request_.path = std::move(*path);
    if (mark != std::string_view::npos) {
        auto query = parse_query(target.substr(mark + 1));
        if (!query) return 400;
        request_.query = std::move(*query);
    }
    for (const auto& field : message) {
        request_.headers.add(view(field.name_string()), view(field.value()));
    }
    keeps_alive_ = parser_->keep_alive();
    is_http_1_0_ = message.version() < 11;
    const auto expect = request_.headers.find("Expect");
    expects_continue_ = expect.has_value() && !parser_->is_done() && message.version() >= 11;
    return 0;
}

RequestReader::Progress RequestReader::read_body(std::string_view unread) {
    if (unread.empty()) return {};
    beast::error_code error;
    const std::size_t used = parser_->put(asio::const_buffer(unread.data(), unread.size()), error);
    if (error == beast::http::error::body_limit) return refused(413);
    if (error && error != beast::http::error::need_more) return refused(400);
    if (parser_->is_done()) return {Step::done, used, 0};
    // A chunk's size line or the trailer that does not end.
    if (unread.size() - used > limits_.head_bytes_max && used == 0) return refused(400);
    return {Step::need_more, used, 0};
}

Request RequestReader::take_request() {
    ASSERT(parser_ && parser_->is_done());
    // Trailer fields, which Beast adds to the headers, are left behind with the parser.
    request_.body = std::move(parser_->get().body());
    if (request_.body.capacity() < request_.body.size() + padding_bytes) {
        request_.body.reserve(request_.body.size() + padding_bytes);
    }
    Request taken = std::move(request_);
    start();
    return taken;
}

ParsedBytes
parse_requests(std::string_view bytes, const ServerLimits& limits, std::size_t piece_bytes) {
    ASSERT(piece_bytes > 0);
    ParsedBytes parsed;
    RequestReader reader(limits);
    std::size_t used = 0;
    std::size_t shown = 0;
    for (;;) {
        if (shown > used) {
            const auto progress = reader.advance(bytes.substr(used, shown - used));
            used += progress.used;
            switch (progress.step) {
            case Step::done: parsed.requests.push_back(reader.take_request()); continue;
            case Step::head_done: continue;
            case Step::refused: parsed.refusal = progress.status; return parsed;
            case Step::need_more: break;
            }
        }
        if (shown == bytes.size()) break;
        shown = std::min(bytes.size(), shown + piece_bytes);
    }
    parsed.unread_bytes = bytes.size() - used;
    return parsed;
}

}  // namespace antre::http
