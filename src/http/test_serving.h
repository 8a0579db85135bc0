#pragma once

// A server on a free port of 127.0.0.1, and what is sent to it.

#include <future>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <utility>

#include "http/server.h"

namespace antre::http {

// Deadlines are looked at often but are long enough for a busy machine.
inline ServerOptions quick_options() {
    ServerOptions options;
    options.listen = "127.0.0.1:0";
    options.deadlines.linger = seconds(2);
    options.deadlines.drain = seconds(3);
    options.deadlines.sweep = {20};
    return options;
}

// For tests of the deadlines themselves.
inline ServerOptions impatient_options() {
    ServerOptions options = quick_options();
    options.deadlines.head = {200};
    options.deadlines.body = {250};
    options.deadlines.idle = {300};
    options.deadlines.linger = {200};
    return options;
}

// Answers with what it understood: "POST /path name=value [body]".
inline void echo(Request&& request, Responder responder) {
    std::string said(name_of(request.method));
    said += " " + request.path;
    for (const auto& [name, value] : request.query)
        said += " " + name + "=" + value;
    if (!request.body.empty()) said += " [" + request.body + "]";
    responder.answer(text_response(200, said));
}

// A handler that answers nothing: the test takes the responder of the one request and does it.
class Holding {
public:
    Handler handler() {
        return [this](Request&&, Responder responder) { held_.set_value(std::move(responder)); };
    }
    Responder wait() { return held_.get_future().get(); }

private:
    std::promise<Responder> held_;
};

class Serving {
public:
    explicit Serving(Handler handler = echo, ServerOptions options = quick_options())
        : server_(std::move(options), std::move(handler)) {
        const auto started = server_.start();
        EXPECT_TRUE(started.has_value()) << (started ? "" : started.error().detail);
        port_ = started.value_or(std::uint16_t{0});
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::string url(std::string_view target) const {
        return "http://127.0.0.1:" + std::to_string(port_) + std::string(target);
    }
    Server* operator->() { return &server_; }

private:
    Server server_;
    std::uint16_t port_ = 0;
};

inline std::string post(std::string_view target, std::string_view body) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: antre\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

inline std::string get(std::string_view target) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: antre\r\n\r\n";
}

}  // namespace antre::http
