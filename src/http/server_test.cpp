#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "http/server.h"
#include "http/test_serving.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

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

TEST(Server, closes_without_an_answer_when_the_handler_abandons_the_request) {
    std::thread later;
    Serving serving([&](Request&& request, Responder responder) {
        if (request.path == "/now") {
            responder.abandon();
            return;
        }
        later = std::thread([held = std::make_shared<Responder>(std::move(responder))] {
            held->abandon();
        });
    });
    for (const char* path : {"/now", "/later"}) {
        TestSocket socket(serving.port());
        socket.send(post(path, "x"));
        EXPECT_EQ(socket.read_answer().status, 0) << path;
    }
    later.join();
}

TEST(Server, ignores_an_answer_that_comes_after_it_has_stopped) {
    Holding holding;
    std::optional<Responder> kept;
    ServerOptions options = quick_options();
    options.deadlines.drain = {100};
    {
        Serving serving(holding.handler(), options);
        TestSocket socket(serving.port());
        socket.send(get("/"));
        kept = holding.wait();
        EXPECT_EQ(serving->figures().connections_open, 1u);
    }
    EXPECT_TRUE(kept->stream().closed());
}

TEST(Server, finishes_answers_in_flight_when_it_stops) {
    Holding holding;
    Serving serving(holding.handler());
    TestSocket idle(serving.port());
    TestSocket busy(serving.port());
    busy.send(get("/"));
    Responder responder = holding.wait();
    std::thread stopping([&] { serving->stop(); });
    EXPECT_TRUE(idle.is_closed_within(2000));
    responder.answer(text_response(200, "still here"));
    const RawAnswer answer = busy.read_answer();
    EXPECT_EQ(answer.body, "still here");
    EXPECT_TRUE(answer.has("Connection: close"));
    stopping.join();
    EXPECT_FALSE(TestSocket(serving.port()).send("GET"));
}

TEST(Server, answers_503_and_closes_when_the_handler_takes_too_long) {
    Holding holding;
    ServerOptions options = quick_options();
    options.deadlines.answer = {100};
    Serving serving(holding.handler(), options);
    TestSocket socket(serving.port());
    socket.send(get("/") + get("/second"));
    EXPECT_EQ(socket.read_answer().status, 503);
    holding.wait().answer(text_response(200, "too late"));
    EXPECT_EQ(socket.read_at_least(1), "");
}

TEST(Server, says_why_it_cannot_listen) {
    Serving first;
    ServerOptions options = quick_options();
    options.listen = "127.0.0.1:" + std::to_string(first.port());
    for (const unsigned io_threads : {1u, 2u}) {
        options.io_threads = io_threads;
        Server second(options, echo);
        const auto started = second.start();
        ASSERT_FALSE(started.has_value());
        EXPECT_EQ(started.error().detail, options.listen + ": address already in use");
    }
    options.listen = "nonsense";
    EXPECT_FALSE(Server(options, echo).start().has_value());
}

TEST(Server, refuses_a_second_server_even_where_the_first_shares_its_port_among_threads) {
    ServerOptions options = quick_options();
    options.io_threads = 2;
    Serving first(echo, options);
    options.listen = "127.0.0.1:" + std::to_string(first.port());
    EXPECT_FALSE(Server(options, echo).start().has_value());
}

TEST(Server, turns_away_connections_over_its_limit) {
    ServerOptions options = quick_options();
    options.limits.connections_max = 2;
    Serving serving(echo, options);
    TestSocket first(serving.port());
    TestSocket second(serving.port());
    first.send(get("/"));
    second.send(get("/"));
    EXPECT_EQ(first.read_answer().status, 200);
    EXPECT_EQ(second.read_answer().status, 200);
    TestSocket third(serving.port());
    EXPECT_EQ(third.read_answer().status, 503);
    EXPECT_EQ(serving->figures().connections_turned_away, 1u);
    first.close();
    while (serving->figures().connections_open > 1)
        std::this_thread::yield();
    EXPECT_EQ(ask(serving.port(), get("/")).status, 200);
}

TEST(Server, gives_one_peer_only_its_share_of_connections) {
    ServerOptions options = quick_options();
    options.limits.connections_per_peer_max = 1;
    Serving serving(echo, options);
    TestSocket first(serving.port());
    first.send(get("/"));
    EXPECT_EQ(first.read_answer().status, 200);
    EXPECT_EQ(TestSocket(serving.port()).read_answer().status, 503);
}

TEST(Server, leaves_the_body_away_for_head_but_says_its_length) {
    Serving serving;
    TestSocket socket(serving.port());
    socket.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/y"));
    EXPECT_TRUE(socket.read_answer(false).has("Content-Length: 7\r\n"));
    EXPECT_EQ(socket.read_answer().body, "GET /y");
}

TEST(Server, keeps_an_http_1_0_connection_only_when_asked) {
    Serving serving;
    TestSocket once(serving.port());
    once.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(once.read_answer().has("Connection: close"));
    EXPECT_TRUE(once.is_closed_within(2000));
    TestSocket kept(serving.port());
    for (int i = 0; i < 2; ++i) {
        kept.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        EXPECT_TRUE(kept.read_answer().has("Connection: keep-alive"));
    }
}

TEST(Server, puts_the_default_headers_on_every_answer_and_no_line_break_into_any) {
    ServerOptions options = quick_options();
    options.default_headers = {{"X-Frame", "none"}, {"X-Own", "default"}};
    Serving serving(
        [](Request&& request, Responder responder) {
            Response response = text_response(200, "");
            response.headers.add("X-Own", request.body);
            responder.answer(std::move(response));
        },
        options
    );
    const RawAnswer answer = ask(serving.port(), post("/", "a\r\nX-Bad: b"));
    EXPECT_TRUE(answer.has("X-Own: a  X-Bad: b\r\n"));
    EXPECT_TRUE(answer.has("X-Frame: none\r\n"));
    EXPECT_FALSE(answer.has("X-Own: default"));
    EXPECT_TRUE(ask(serving.port(), "nonsense\r\n\r\n").has("X-Frame: none\r\n"));
}

TEST(Server, sends_large_bodies_whole) {
    const auto large = std::make_shared<const std::string>(3'000'000, 'x');
    Serving serving([&](Request&&, Responder responder) {
        Response response;
        response.shared_body = large;
        responder.answer(std::move(response));
    });
    TestSocket socket(serving.port());
    socket.send(get("/") + get("/"));
    EXPECT_EQ(socket.read_answer().body, *large);
    EXPECT_EQ(socket.read_answer().body, *large);
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
