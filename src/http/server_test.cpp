#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>
#include <vector>

#include "http/server.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

ServerOptions quick_options() {
    ServerOptions options;
    options.listen = "127.0.0.1:0";
    options.deadlines.head = {200};
    options.deadlines.body = {250};
    options.deadlines.idle = {400};
    options.deadlines.answer = {2000};
    options.deadlines.write = {2000};
    options.deadlines.linger = {200};
    options.deadlines.drain = {500};
    options.deadlines.sweep = {20};
    return options;
}

// Answers with what it understood: "POST /path?query [body]".
void echo(Request&& request, Responder responder) {
    std::string said(name_of(request.method));
    said += " " + request.path;
    for (const auto& [name, value] : request.query)
        said += " " + name + "=" + value;
    if (!request.body.empty()) said += " [" + request.body + "]";
    responder.answer(text_response(200, said));
}

class Serving {
public:
    explicit Serving(Handler handler = echo, ServerOptions options = quick_options())
        : server_(std::move(options), std::move(handler)) {
        const auto started = server_.start();
        EXPECT_TRUE(started.has_value()) << (started ? "" : started.error().detail);
        port_ = started.value_or(std::uint16_t{0});
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    Server* operator->() { return &server_; }

private:
    Server server_;
    std::uint16_t port_ = 0;
};

std::string post(std::string_view target, std::string_view body) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: antre\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

std::string get(std::string_view target) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: antre\r\n\r\n";
}

TEST(Server, answers_what_the_handler_says) {
    Serving serving;
    const RawAnswer answer = ask(serving.port(), get("/a%20b?city=Kediri&name=Siti+Aminah"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a b city=Kediri name=Siti Aminah");
    EXPECT_TRUE(answer.has("\r\nDate: "));
    EXPECT_TRUE(answer.has("Content-Type: text/plain"));
}

TEST(Server, serves_many_requests_on_one_connection) {
    Serving serving;
    TestSocket socket(serving.port());
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(socket.send(post("/n", std::to_string(i))));
        ASSERT_EQ(socket.read_answer().body, "POST /n [" + std::to_string(i) + "]");
    }
    EXPECT_EQ(serving->figures().connections_total, 1u);
    EXPECT_EQ(serving->figures().requests_total, 50u);
}

TEST(Server, keeps_the_order_of_a_thousand_requests_sent_at_once) {
    Serving serving;
    TestSocket socket(serving.port());
    std::string all;
    for (int i = 0; i < 1000; ++i)
        all += post("/p", std::to_string(i));
    std::thread sender([&] { socket.send(all); });
    for (int i = 0; i < 1000; ++i) {
        ASSERT_EQ(socket.read_answer().body, "POST /p [" + std::to_string(i) + "]");
    }
    sender.join();
}

TEST(Server, understands_a_request_that_comes_byte_by_byte) {
    Serving serving;
    TestSocket socket(serving.port());
    for (const char c : post("/slow", "emoji \xF0\x9F\x98\x80"))
        socket.send({&c, 1});
    EXPECT_EQ(socket.read_answer().body, "POST /slow [emoji \xF0\x9F\x98\x80]");
}

TEST(Server, takes_answers_from_other_threads) {
    std::mutex mutex;
    std::vector<std::pair<Request, Responder>> waiting;
    std::atomic<bool> is_done = false;
    std::thread engine([&] {
        while (!is_done) {
            std::vector<std::pair<Request, Responder>> batch;
            {
                const std::lock_guard lock(mutex);
                batch.swap(waiting);
            }
            for (auto& [request, responder] : batch) {
                responder.answer(text_response(200, request.body));
            }
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    });
    {
        ServerOptions options = quick_options();
        options.io_threads = 2;
        Serving serving(
            [&](Request&& request, Responder responder) {
                const std::lock_guard lock(mutex);
                waiting.emplace_back(std::move(request), std::move(responder));
            },
            options
        );
        std::vector<std::thread> clients;
        std::atomic<int> right = 0;
        for (int client = 0; client < 64; ++client) {
            clients.emplace_back([&, client] {
                TestSocket socket(serving.port());
                for (int i = 0; i < 50; ++i) {
                    const std::string canary = std::to_string(client) + "/" + std::to_string(i);
                    socket.send(post("/c", canary));
                    if (socket.read_answer().body == canary) ++right;
                }
            });
        }
        for (std::thread& client : clients)
            client.join();
        EXPECT_EQ(right, 64 * 50);
    }
    is_done = true;
    engine.join();
}

TEST(Server, answers_500_for_a_dropped_responder) {
    Serving serving([](Request&&, Responder) {});
    const RawAnswer answer = ask(serving.port(), get("/"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_TRUE(answer.has("application/problem+json"));
}

TEST(Server, answers_500_for_a_handler_that_throws) {
    Serving serving([](Request&&, Responder) { throw std::runtime_error("broken"); });
    EXPECT_EQ(ask(serving.port(), get("/")).status, 500);
}

}  // namespace
}  // namespace antre::http
