#include <atomic>
#include <chrono>
#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "http/client.h"
#include "http/test_sending.h"
#include "http/test_serving.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

std::string url_of(const TestListener& listener) {
    return "http://127.0.0.1:" + std::to_string(listener.port()) + "/";
}

// A port on which nobody listens.
std::uint16_t free_port() {
    return TestListener().port();
}

TEST(Client, gets_what_the_server_says) {
    Serving serving;
    Client client;
    EXPECT_EQ(word_of(client.send_and_wait(to(serving.url("/a?b=c")))), "200 GET /a b=c");
    EXPECT_EQ(word_of(client.send_and_wait(to(serving.url("/a"), "hello"))), "200 POST /a [hello]");
}

TEST(Client, sends_the_headers_it_is_given_but_frames_the_request_itself) {
    Serving serving([](Request&& request, Responder responder) {
        std::string said;
        for (std::size_t i = 0; i < request.headers.size(); ++i) {
            const Headers::Field field = request.headers.at(i);
            if (field.name != "Host")
                said += std::string(field.name) + "=" + std::string(field.value) + ";";
        }
        responder.answer(text_response(200, said));
    });
    Client client;
    ClientRequest request = to(serving.url("/"), "hello");
    request.headers = {{"Authorization", "Bearer x\r\nX-Bad: y"}, {"Content-Length", "900"}};
    EXPECT_EQ(
        word_of(client.send_and_wait(request)),
        "200 Authorization=Bearer x  X-Bad: y;Content-Length=5;"
    );
}

TEST(Client, uses_a_connection_again) {
    Serving serving;
    Client client;
    for (int i = 0; i < 20; ++i) {
        const std::string canary = std::to_string(i);
        ASSERT_EQ(
            word_of(client.send_and_wait(to(serving.url("/"), canary))),
            "200 POST / [" + canary + "]"
        );
    }
    EXPECT_EQ(serving->figures().connections_total, 1u);
}

TEST(Client, opens_at_most_its_maximum_of_connections_and_refuses_what_cannot_wait) {
    std::mutex mutex;
    std::vector<Responder> held;
    Serving serving([&](Request&&, Responder responder) {
        const std::lock_guard lock(mutex);
        held.push_back(std::move(responder));
    });
    ClientOptions options;
    options.limits.connections_per_origin_max = 3;
    options.limits.waiting_per_origin_max = 5;
    Client client(options);
    std::atomic<int> answered = 0;
    std::atomic<int> too_busy = 0;
    for (int i = 0; i < 10; ++i) {
        client.send(to(serving.url("/")), [&](const SendOutcome& outcome) {
            ++(word_of(outcome) == "200 " ? answered : too_busy);
        });
    }
    for (int i = 0; i < 500 && answered + too_busy < 10; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        const std::lock_guard lock(mutex);
        if (too_busy < 2) continue;
        for (Responder& responder : held)
            responder.answer(empty_response(200));
        held.clear();
    }
    EXPECT_EQ(answered, 8);
    EXPECT_EQ(too_busy, 2);
    EXPECT_EQ(serving->figures().connections_total, 3u);
}

TEST(Client, mixes_up_no_answers_under_load) {
    Serving serving;
    Client client;
    std::atomic<int> right = 0;
    std::atomic<int> done = 0;
    for (int i = 0; i < 1000; ++i) {
        client.send(to(serving.url("/"), std::to_string(i)), [&, i](const SendOutcome& outcome) {
            if (word_of(outcome) == "200 POST / [" + std::to_string(i) + "]") ++right;
            ++done;
        });
    }
    for (int i = 0; i < 1000 && done < 1000; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(right, 1000);
    EXPECT_LE(serving->figures().connections_total, 8u);
}

TEST(Client, says_not_sent_when_nothing_can_have_happened) {
    Client client;
    const std::string port = std::to_string(free_port());
    for (const std::string& url : {
             "http://127.0.0.1:" + port + "/",  // refused
             std::string("http://no-such-name.invalid/"),
             std::string("ftp://127.0.0.1/"),
             std::string("http://user@127.0.0.1/"),
             std::string("not a url"),
         }) {
        EXPECT_EQ(word_of(client.send_and_wait(to(url, "x"))), "not_sent") << url;
    }
}

// What the other side does once it has the request, and what we may conclude.
struct BadAnswer {
    const char* what;
    std::string bytes;
    const char* word;
};

TEST(Client, takes_only_a_whole_well_formed_answer_for_an_answer) {
    const std::vector<BadAnswer> table = {
        {"nothing", "", "unknown"},
        {"half a status line", "HTTP/1.1 20", "unknown"},
        {"a head without end", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n", "unknown"},
        {"half a body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel", "unknown"},
        {"half a chunk",
         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
         "unknown"},
        {"no last chunk",
         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
         "unknown"},
        {"garbage", "\x15\x03\x01 nonsense\r\n\r\n", "unknown"},
        {"another protocol", "SSH-2.0-OpenSSH\r\n\r\n", "unknown"},
        {"a bad length", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "unknown"},
        {"a body over the limit",
         "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + std::string(2000, 'x'),
         "unknown"},
        {"an endless head", "HTTP/1.1 200 OK\r\nX: " + std::string(70'000, 'x'), "unknown"},
        {"only an interim answer", "HTTP/1.1 100 Continue\r\n\r\n", "unknown"},
        {"an interim answer first",
         "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
         "200 ok"},
        {"a body until the end", "HTTP/1.1 200 OK\r\n\r\nok", "200 ok"},
        {"chunks",
         "HTTP/1.1 201 Made\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
         "201 ok"},
        {"a redirect, which is not followed",
         "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
         "302 "},
        {"a 502 of a proxy", "HTTP/1.1 502 Bad\r\nContent-Length: 6\r\n\r\n<html>", "502 <html>"},
    };
    ClientOptions options;
    options.limits.response_bytes_max = 1000;
    Client client(options);
    for (const BadAnswer& bad : table) {
        TestListener listener;
        std::thread other([&] {
            TestSocket socket = listener.accept();
            socket.read_until("\r\n\r\nhello");
            socket.send(bad.bytes);
            socket.finish_sending();
            socket.is_closed_within(50);
        });
        EXPECT_EQ(word_of(client.send_and_wait(to(url_of(listener), "hello"))), bad.word)
            << bad.what;
        other.join();
    }
}

TEST(Client, says_unknown_when_the_connection_breaks_after_the_request) {
    Client client;
    TestListener listener;
    std::thread other([&] {
        TestSocket socket = listener.accept();
        socket.read_until("\r\n\r\nhello");
        socket.close_with_reset();
    });
    EXPECT_EQ(word_of(client.send_and_wait(to(url_of(listener), "hello"))), "unknown");
    other.join();
}

TEST(Client, says_unknown_when_the_deadline_passes_after_the_request) {
    Client client;
    TestListener listener;
    ClientRequest request = to(url_of(listener), "hello");
    request.deadline = {100};
    const SendOutcome outcome = client.send_and_wait(request);
    EXPECT_EQ(word_of(outcome), "unknown");
    EXPECT_TRUE(outcome.error().detail.starts_with("deadline passed")) << outcome.error().detail;
}

TEST(Client, says_not_sent_when_the_deadline_passes_in_the_queue_or_before_tls_is_ready) {
    ClientOptions options;
    options.limits.connections_per_origin_max = 1;
    Client client(options);
    TestListener silent;
    ClientRequest first = to(url_of(silent), "hello");
    first.deadline = {300};
    std::promise<std::string> first_word;
    client.send(first, [&](const SendOutcome& outcome) { first_word.set_value(word_of(outcome)); });
    ClientRequest second = first;
    second.deadline = {100};
    EXPECT_EQ(word_of(client.send_and_wait(second)), "not_sent");
    EXPECT_EQ(first_word.get_future().get(), "unknown");

    // Stopped at once afterwards, again and again: what is still connecting must end well.
    TestListener mute;
    ClientRequest secure = to("https://127.0.0.1:" + std::to_string(mute.port()) + "/", "hello");
    secure.deadline = {100};
    for (int i = 0; i < 20; ++i) {
        secure.deadline = {5};
        EXPECT_EQ(word_of(Client().send_and_wait(secure)), "not_sent");
    }
}

TEST(Client, does_not_send_twice_over_a_kept_connection_that_closes_on_the_request) {
    Client client;
    TestListener listener;
    std::atomic<int> requests = 0;
    std::thread other([&] {
        TestSocket socket = listener.accept();
        socket.read_until("\r\n\r\nhello");
        ++requests;
        socket.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        socket.read_until("\r\n\r\nagain");
        ++requests;
    });
    EXPECT_EQ(word_of(client.send_and_wait(to(url_of(listener), "hello"))), "200 ");
    EXPECT_EQ(word_of(client.send_and_wait(to(url_of(listener), "again"))), "unknown");
    other.join();
    EXPECT_EQ(requests, 2);
}

TEST(Client, takes_a_fresh_connection_where_the_kept_one_was_closed_meanwhile) {
    ServerOptions options = quick_options();
    options.deadlines.idle = {50};
    Serving serving(echo, options);
    Client client;
    EXPECT_EQ(word_of(client.send_and_wait(to(serving.url("/"), "a"))), "200 POST / [a]");
    while (serving->figures().connections_open > 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(word_of(client.send_and_wait(to(serving.url("/"), "b"))), "200 POST / [b]");
    EXPECT_EQ(serving->figures().connections_total, 2u);
}

TEST(Client, drops_a_kept_connection_on_which_the_server_spoke_out_of_turn) {
    Client client;
    TestListener listener;
    std::thread other([&] {
        TestSocket first = listener.accept();
        first.read_until("\r\n\r\nhello");
        first.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        first.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstale");
        TestSocket second = listener.accept();
        second.read_until("\r\n\r\nagain");
        second.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfresh");
    });
    EXPECT_EQ(word_of(client.send_and_wait(to(url_of(listener), "hello"))), "200 ");
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    EXPECT_EQ(word_of(client.send_and_wait(to(url_of(listener), "again"))), "200 fresh");
    other.join();
}

TEST(Client, lets_go_of_idle_connections) {
    Serving serving;
    ClientOptions options;
    options.limits.idle = {50};
    Client client(options);
    EXPECT_EQ(word_of(client.send_and_wait(to(serving.url("/")))), "200 GET /");
    for (int i = 0; i < 400 && serving->figures().connections_open > 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(serving->figures().connections_open, 0u);
}

TEST(Client, answers_everything_when_it_stops) {
    TestListener listener;
    ClientOptions options;
    options.limits.connections_per_origin_max = 1;
    Client client(options);
    std::mutex mutex;
    std::multiset<std::string> words;
    const auto keep = [&](const SendOutcome& outcome) {
        const std::lock_guard lock(mutex);
        words.insert(word_of(outcome));
    };
    for (int i = 0; i < 3; ++i)
        client.send(to(url_of(listener), "hello"), keep);
    TestSocket socket = listener.accept();
    socket.read_until("\r\n\r\nhello");
    client.stop();
    client.send(to(url_of(listener), "late"), keep);
    EXPECT_EQ(words, (std::multiset<std::string>{"not_sent", "not_sent", "not_sent", "unknown"}));
}

}  // namespace
}  // namespace antre::http
