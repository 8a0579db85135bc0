#pragma once

// RequestReader turns the bytes of one connection into requests: a pure state machine around
// Beast's parser, without socket or clock, so that it can be tested and fuzzed byte by byte.
// Internal to the room: it includes Beast.
//
//   head ──▶ head_done ──▶ need_more* ──▶ done ──▶ (start) ──▶ head …
//     └───────────┴────────────┴──▶ refused: answer `status` and close

#include <optional>
#include <string>
#include <string_view>

#include "http/limits.h"
#include "http/message.h"
#include "http/precompiled.h"

namespace antre::http {

// A body string with spare capacity behind it, so that JSON parsers need no copy of it.
struct PaddedBody {
    using value_type = std::string;
    class reader;
};

class PaddedBody::reader {
public:
    template <bool is_request, class Fields>
    reader(beast::http::header<is_request, Fields>&, std::string& body)
        : body_(body) {}

    void init(const boost::optional<std::uint64_t>& length, beast::error_code& error) {
        error = {};
        const std::uint64_t said = length ? *length : 0;
        body_.reserve(
            std::min<std::uint64_t>(said, body_bytes_reserved_max - padding_bytes) + padding_bytes
        );
    }

    template <class Buffers>
    std::size_t put(const Buffers& buffers, beast::error_code& error) {
        error = {};
        std::size_t total = 0;
        for (const auto piece : beast::buffers_range_ref(buffers)) {
            body_.append(static_cast<const char*>(piece.data()), piece.size());
            total += piece.size();
        }
        return total;
    }

    void finish(beast::error_code& error) {
        error = {};
        body_.reserve(body_.size() + padding_bytes);
    }

private:
    std::string& body_;
};

class RequestReader {
public:
    enum class Step {
        need_more,
        head_done,  // once a request that has a body: it is now awaited
        done,       // `take_request` may be called
        refused,
    };
    struct Progress {
        Step step = Step::need_more;
        std::size_t used = 0;  // bytes of the front that must not be shown again
        int status = 0;        // of a refusal
    };

    explicit RequestReader(const ServerLimits& limits)
        : limits_(limits) {}

    // Shows all unread bytes. What was not used must be shown again with more behind it.
    Progress advance(std::string_view unread);

    [[nodiscard]] bool has_head() const { return has_head_; }
    [[nodiscard]] bool expects_continue() const { return expects_continue_; }
    [[nodiscard]] bool keeps_alive() const { return keeps_alive_; }
    [[nodiscard]] bool is_http_1_0() const { return is_http_1_0_; }

    // REQUIRES: the last step was `done`. The reader is then ready for the next request.
    Request take_request();
    void start();

private:
    Progress read_head(std::string_view unread);
    Progress read_body(std::string_view unread);
    int keep_head(std::string_view head);  // 0, or the status to refuse with

    ServerLimits limits_;
    std::optional<beast::http::request_parser<PaddedBody>> parser_;
    Request request_;
    std::size_t scanned_ = 0;
    bool has_head_ = false;
    bool expects_continue_ = false;
    bool keeps_alive_ = true;
    bool is_http_1_0_ = false;
};

}  // namespace antre::http
