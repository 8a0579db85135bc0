#include <atomic>
#include <gtest/gtest.h>
#include <optional>
#include <string>

#include "http/client.h"
#include "http/test_certificates.h"
#include "http/test_sending.h"
#include "http/test_serving.h"
#include "http/test_socket.h"

namespace antre::http {
namespace {

// A TLS server with the given certificate, and what a client that trusts `ca_file` gets from it.
std::string word_over_tls(const TlsFiles& files, std::optional<std::string> ca_file) {
    ServerOptions options = quick_options();
    options.tls = files;
    std::atomic<int> handled = 0;
    Serving serving(
        [&](Request&& request, Responder responder) {
            ++handled;
            echo(std::move(request), std::move(responder));
        },
        options
    );
    ClientOptions client_options;
    client_options.ca_file = std::move(ca_file);
    Client client(client_options);
    const std::string url = "https://localhost:" + std::to_string(serving.port()) + "/s";
    std::string word = word_of(client.send_and_wait(to(url, "hello")));
    if (word == "not_sent") {
        EXPECT_EQ(handled, 0);
    }
    // Once more, over the kept connection where there is one.
    EXPECT_EQ(word_of(client.send_and_wait(to(url, "hello"))), word);
    if (word != "not_sent") {
        EXPECT_EQ(serving->figures().connections_total, 1u);
    }
    return word;
}

TEST(Client, speaks_tls_only_with_whom_the_certificate_names) {
    TestAuthority authority;
    TestAuthority stranger;
    const std::string ca = authority.ca_file();
    EXPECT_EQ(word_over_tls(authority.issue({}), ca), "200 POST /s [hello]");
    EXPECT_EQ(word_over_tls(authority.issue({.host = "elsewhere.example"}), ca), "not_sent");
    EXPECT_EQ(
        word_over_tls(authority.issue({.valid_from_hours = -48, .valid_to_hours = -1}), ca),
        "not_sent"
    );
    EXPECT_EQ(word_over_tls(authority.issue({.valid_from_hours = 1}), ca), "not_sent");
    EXPECT_EQ(word_over_tls(authority.issue_self_signed({}), ca), "not_sent");
    EXPECT_EQ(word_over_tls(stranger.issue({}), ca), "not_sent");
    EXPECT_EQ(word_over_tls(authority.issue({}), std::nullopt), "not_sent");  // the system's
    EXPECT_EQ(word_over_tls(authority.issue({}), "/no/such/file.pem"), "not_sent");
}

TEST(Client, is_refused_tls_by_a_server_that_speaks_none) {
    Serving serving;
    TestAuthority authority;
    ClientOptions options;
    options.ca_file = authority.ca_file();
    Client client(options);
    const std::string url = "https://localhost:" + std::to_string(serving.port()) + "/";
    EXPECT_EQ(word_of(client.send_and_wait(to(url, "x"))), "not_sent");
}

TEST(ServerTls, serves_large_answers_and_event_streams_and_cuts_slow_greetings) {
    TestAuthority authority;
    ServerOptions options = quick_options();
    options.tls = authority.issue({});
    options.deadlines.head = {500};
    Serving serving(
        [](Request&& request, Responder responder) {
            if (request.path == "/large") {
                responder.answer(text_response(200, std::string(2'000'000, 'x')));
                return;
            }
            EventStream stream = responder.stream();
            stream.send("a", "1", "b");
            stream.close();
        },
        options
    );
    ClientOptions client_options;
    client_options.ca_file = authority.ca_file();
    Client client(client_options);
    const std::string url = "https://localhost:" + std::to_string(serving.port());
    const SendOutcome large = client.send_and_wait(to(url + "/large"));
    ASSERT_TRUE(large.has_value());
    EXPECT_EQ(large->body.size(), 2'000'000u);
    EXPECT_EQ(
        word_of(client.send_and_wait(to(url + "/events"))), "200 event: a\nid: 1\ndata: b\n\n"
    );
    TestSocket mute(serving.port());
    EXPECT_TRUE(mute.is_closed_within(3000));
    options.tls = TlsFiles{"/no/such.pem", "/no/such.key"};
    EXPECT_FALSE(Server(options, echo).start().has_value());
}

}  // namespace
}  // namespace antre::http
