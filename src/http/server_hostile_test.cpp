// What careless and hostile peers send, and what they get. Each must also leave the server well:
// the next honest request is answered.

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

#include "http/test_serving.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

struct BadRequest {
    const char* what;
    std::string bytes;
    int status;
};

std::string with_field(const std::string& field) {
    return "POST / HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n";
}

std::string chunked(const std::string& chunks) {
    return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

const std::string nul(1, '\0');

std::vector<BadRequest> bad_framing() {
    return {
        {"length and encoding", with_field("Content-Length: 5\r\nTransfer-Encoding: chunked"), 400},
        {"encoding and length", with_field("Transfer-Encoding: chunked\r\nContent-Length: 5"), 400},
        {"two lengths", with_field("Content-Length: 5\r\nContent-Length: 6"), 400},
        {"the same length twice", with_field("Content-Length: 5\r\nContent-Length: 5"), 400},
        {"a list of lengths", with_field("Content-Length: 5, 5"), 400},
        {"a signed length", with_field("Content-Length: +5"), 400},
        {"a negative length", with_field("Content-Length: -5"), 400},
        {"a hex length", with_field("Content-Length: 0x5"), 400},
        {"a length with a fraction", with_field("Content-Length: 5.0"), 400},
        {"an empty length", with_field("Content-Length: "), 400},
        {"a length with a space inside", with_field("Content-Length: 5 5"), 400},
        {"a length of 20 digits", with_field("Content-Length: 18446744073709551621"), 413},
        {"an unknown encoding", with_field("Transfer-Encoding: xchunked"), 400},
        {"gzip encoding", with_field("Transfer-Encoding: gzip, chunked"), 400},
        {"chunked twice", with_field("Transfer-Encoding: chunked, chunked"), 400},
        {"two encodings",
         with_field("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"),
         400},
        {"identity encoding", with_field("Transfer-Encoding: identity"), 400},
        {"a vertical tab in the encoding",
         with_field("Transfer-Encoding: \x0B"
                    "chunked"),
         400},
        {"chunked for 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"a chunk size that is no number", chunked("zz\r\nhello\r\n0\r\n\r\n"), 400},
        {"a signed chunk size", chunked("+5\r\nhello\r\n0\r\n\r\n"), 400},
        {"a 0x chunk size", chunked("0x5\r\nhello\r\n0\r\n\r\n"), 400},
        {"a chunk longer than its size", chunked("3\r\nhello\r\n0\r\n\r\n"), 400},
        {"a chunk size of 17 digits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"), 400},
        {"a huge chunk", chunked("7fffffffffffffff\r\nhello"), 413},
        {"a chunk extension", chunked("5;name=value\r\nhello\r\n0\r\n\r\n"), 400},
        {"a bare LF after a chunk size", chunked("5\nhello\r\n0\r\n\r\n"), 400},
        {"a space before a chunk size", chunked(" 5\r\nhello\r\n0\r\n\r\n"), 400},
        {"an empty chunk size", chunked("\r\nhello\r\n0\r\n\r\n"), 400},
    };
}

std::vector<BadRequest> bad_fields() {
    return {
        {"a space before the colon", with_field("X-A : b"), 400},
        {"a tab before the colon", with_field("X-A\t: b"), 400},
        {"a folded field", with_field("X-A: b\r\n c"), 400},
        {"a folded first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"a bare LF after a field", "GET / HTTP/1.1\r\nHost: a\nX-A: b\r\n\r\n", 400},
        {"only bare LFs", "GET / HTTP/1.1\nHost: a\n\n", 400},
        {"a bare CR in a value", with_field("X-A: b\rc"), 400},
        {"a bare CR at the end of a value", with_field("X-A: b\r"), 400},
        {"a NUL in a value", with_field("X-A: b" + nul + "c"), 400},
        {"a NUL in a name", with_field("X" + nul + "A: b"), 400},
        {"a control character in a value", with_field("X-A: \x01"), 400},
        {"a field without colon", with_field("X-A"), 400},
        {"a field without name", with_field(": b"), 400},
        {"a name with a slash", with_field("X/A: b"), 400},
        {"a name beyond ASCII", with_field("X-\xC3\xA9: b"), 400},
        {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"a host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400},
        {"another content encoding", with_field("Content-Encoding: gzip"), 415},
        {"another expectation", with_field("Expect: 200-ok"), 417},
    };
}

std::vector<BadRequest> bad_request_lines() {
    return {
        {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"no version", "GET /\r\nHost: a\r\n\r\n", 400},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a tab for a space", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a space at the end", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400},
        {"HTTP/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505},
        {"a lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n", 400},
        {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"an absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        {"an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        {"a method in lower case", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        {"a method with a bracket", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a fragment", "GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a target beyond ASCII", "GET /\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a broken escape", "GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a broken escape in the query", "GET /?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a TLS greeting", "\x16\x03\x01\x02" + nul + "\x01\r\n\r\n", 400},
        {"a long target", "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {"a long field", with_field("X-A: " + std::string(17'000, 'a')), 431},
        {"a head that never ends", std::string(20'000, 'a'), 431},
        {"10 MB of head", "GET / HTTP/1.1\r\nX-A: " + std::string(10'000'000, 'a'), 431},
    };
}

void check_refused(const std::vector<BadRequest>& table) {
    Serving serving([](Request&& request, Responder responder) {
        ADD_FAILURE() << "the handler saw " << request.target;
        responder.answer(empty_response(200));
    });
    for (const BadRequest& bad : table) {
        TestSocket socket(serving.port());
        // What follows must not be understood as a second request.
        std::thread sender([&] { socket.send(bad.bytes + get("/smuggled")); });
        EXPECT_EQ(socket.read_answer().status, bad.status) << bad.what;
        EXPECT_EQ(socket.read_at_least(1), "") << bad.what;
        sender.join();
    }
    EXPECT_EQ(serving->figures().requests_refused, table.size());
}

TEST(HostileRequest, with_ambiguous_framing_is_refused_and_closed) {
    check_refused(bad_framing());
}

TEST(HostileRequest, with_malformed_fields_is_refused_and_closed) {
    check_refused(bad_fields());
}

TEST(HostileRequest, with_a_malformed_first_line_is_refused_and_closed) {
    check_refused(bad_request_lines());
}

TEST(HostileRequest, with_200_fields_is_refused) {
    Serving serving;
    std::string fields = "X-0: a";
    for (int i = 1; i < 200; ++i)
        fields += "\r\nX-" + std::to_string(i) + ": a";
    EXPECT_EQ(ask(serving.port(), with_field(fields)).status, 431);
}

TEST(HostileRequest, over_the_body_limit_is_refused_before_its_body_comes) {
    ServerOptions options = quick_options();
    options.limits.body_bytes_max = 1000;
    Serving serving(echo, options);
    EXPECT_EQ(ask(serving.port(), with_field("Content-Length: 1001")).status, 413);
    EXPECT_EQ(ask(serving.port(), post("/", std::string(1000, 'a'))).status, 200);
    const std::string chunk = "1f4\r\n" + std::string(500, 'a') + "\r\n";
    EXPECT_EQ(ask(serving.port(), chunked(chunk + chunk + "0\r\n\r\n")).status, 200);
    EXPECT_EQ(ask(serving.port(), chunked(chunk + chunk + "1\r\na\r\n0\r\n\r\n")).status, 413);
}

TEST(HostileRequest, of_four_megabytes_passes_and_one_byte_more_does_not) {
    Serving serving([](Request&& request, Responder responder) {
        EXPECT_GE(request.body.capacity(), request.body.size() + padding_bytes);
        responder.answer(text_response(200, std::to_string(request.body.size())));
    });
    const std::string body(4 * 1024 * 1024, 'a');
    EXPECT_EQ(ask(serving.port(), post("/", body)).body, "4194304");
    EXPECT_EQ(ask(serving.port(), post("/", body + "a")).status, 413);
    EXPECT_EQ(ask(serving.port(), post("/", "small")).body, "5");
}

TEST(HostileRequest, cannot_put_trailers_among_its_headers) {
    Serving serving([](Request&& request, Responder responder) {
        responder.answer(text_response(200, request.headers.has("X-Trail") ? "seen" : "unseen"));
    });
    const RawAnswer answer = ask(serving.port(), chunked("5\r\nhello\r\n0\r\nX-Trail: a\r\n\r\n"));
    EXPECT_EQ(answer.body, "unseen");
}

TEST(HostileRequest, that_pauses_in_its_head_or_body_is_cut_with_408) {
    Serving serving(echo, impatient_options());
    const std::string whole = post("/", "hello");
    for (const std::size_t sent : {std::size_t{1}, std::size_t{20}, whole.size() - 1}) {
        TestSocket socket(serving.port());
        socket.send(whole.substr(0, sent));
        EXPECT_EQ(socket.read_answer().status, 408) << sent;
        EXPECT_TRUE(socket.is_closed_within(1000)) << sent;
    }
}

TEST(HostileRequest, that_drips_a_byte_at_a_time_is_cut_all_the_same) {
    Serving serving(echo, impatient_options());
    TestSocket socket(serving.port());
    const auto begin = std::chrono::steady_clock::now();
    while (socket.send("a")) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        if (std::chrono::steady_clock::now() - begin > std::chrono::seconds(8)) break;
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(HostileRequest, idle_connection_is_closed_without_a_word) {
    Serving serving(echo, impatient_options());
    TestSocket fresh(serving.port());
    EXPECT_EQ(fresh.read_at_least(1), "");
    TestSocket used(serving.port());
    used.send(get("/"));
    EXPECT_EQ(used.read_answer().status, 200);
    EXPECT_EQ(used.read_at_least(1), "");
}

TEST(HostileRequest, that_ends_mid_body_has_no_effect) {
    std::atomic<int> handled = 0;
    Serving serving([&](Request&&, Responder responder) {
        ++handled;
        responder.answer(empty_response(200));
    });
    const std::string whole = post("/", "hello");
    for (std::size_t sent = 0; sent < whole.size(); ++sent) {
        TestSocket closing(serving.port());
        closing.send(whole.substr(0, sent));
        if (sent % 2 == 0) closing.close_with_reset();
    }
    while (serving->figures().connections_open > 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(handled, 0);
}

TEST(HostileRequest, half_closed_connection_still_gets_its_answer) {
    Serving serving;
    TestSocket socket(serving.port());
    socket.send(post("/", "hello"));
    socket.finish_sending();
    EXPECT_EQ(socket.read_answer().body, "POST / [hello]");
}

TEST(HostileRequest, that_expects_to_continue_is_told_to_go_on_or_why_not) {
    ServerOptions options = quick_options();
    options.limits.body_bytes_max = 10;
    Serving serving(echo, options);
    TestSocket socket(serving.port());
    socket.send(with_field("Content-Length: 5\r\nExpect: 100-continue"));
    EXPECT_EQ(socket.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    socket.send("hello");
    EXPECT_EQ(socket.read_answer().body, "POST / [hello]");
    EXPECT_EQ(
        ask(serving.port(), with_field("Content-Length: 11\r\nExpect: 100-continue")).status, 413
    );
}

TEST(HostileRequest, storm_of_resets_leaves_the_server_well) {
    Serving serving;
    for (int i = 0; i < 300; ++i) {
        TestSocket socket(serving.port());
        socket.send(get("/"));
        socket.close_with_reset();
    }
    EXPECT_EQ(ask(serving.port(), get("/well")).body, "GET /well");
}

TEST(HostileRequest, peer_that_does_not_read_its_answer_is_cut) {
    ServerOptions options = quick_options();
    options.deadlines.write = {200};
    const auto large = std::make_shared<const std::string>(30'000'000, 'x');
    Serving serving(
        [&](Request&&, Responder responder) {
            Response response;
            response.shared_body = large;
            responder.answer(std::move(response));
        },
        options
    );
    TestSocket socket(serving.port());
    socket.send(get("/"));
    while (serving->figures().requests_total == 0)
        std::this_thread::yield();
    const auto begin = std::chrono::steady_clock::now();
    while (serving->figures().connections_open > 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        ASSERT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
    }
}

}  // namespace
}  // namespace antre::http
