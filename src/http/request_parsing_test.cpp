#include <gtest/gtest.h>
#include <string>

#include "foundation/random.h"
#include "http/request_parsing.h"

namespace antre::http {
namespace {

constexpr std::size_t at_once = 1'000'000;

const std::string three_requests =
    "POST /webhooks/whatsapp?a=1%202 HTTP/1.1\r\nHost: a\r\nX-Hub-Signature-256: sha256=00\r\n"
    "Content-Length: 11\r\n\r\n{\"a\":\"b\\u\"}"
    "PUT /b%2F HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    "5\r\nhello\r\nA\r\n, citizens\r\n0\r\nX-Trail: a\r\n\r\n"
    "GET /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

// Everything that the handler would see, as one text.
std::string seen(const ParsedBytes& parsed) {
    std::string text;
    for (const Request& request : parsed.requests) {
        text += std::string(name_of(request.method)) + " " + request.target + " " + request.path;
        for (std::size_t i = 0; i < request.headers.size(); ++i) {
            const Headers::Field field = request.headers.at(i);
            text += "|" + std::string(field.name) + "=" + std::string(field.value);
        }
        text += "[" + request.body + "]\n";
    }
    return text + (parsed.refusal ? "refused" : std::to_string(parsed.unread_bytes));
}

TEST(ParseRequests, sees_the_same_however_the_bytes_are_cut) {
    const std::string whole = seen(parse_requests(three_requests, {}, at_once));
    EXPECT_EQ(
        whole,
        "POST /webhooks/whatsapp?a=1%202 /webhooks/whatsapp|Host=a|X-Hub-Signature-256=sha256=00"
        "|Content-Length=11[{\"a\":\"b\\u\"}]\n"
        "PUT /b%2F /b/|Host=a|Transfer-Encoding=chunked[hello, citizens]\n"
        "GET /c /c|Host=a|Connection=close[]\n0"
    );
    for (std::size_t piece = 1; piece < three_requests.size(); ++piece) {
        EXPECT_EQ(seen(parse_requests(three_requests, {}, piece)), whole) << piece;
    }
}

// A reader that understands bytes differently when they are cut differently can be smuggled past.
TEST(ParseRequests, understands_damaged_bytes_the_same_however_they_are_cut) {
    constexpr std::string_view tricky = "\r\n\t :;,0123456789abcxGPT/%?\x00\x7f\xff";
    Random random(20261124);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = three_requests;
        for (std::uint64_t damage = 1 + random.below(4); damage > 0; --damage) {
            const std::size_t at = random.below(bytes.size());
            const char c = tricky[random.below(tricky.size())];
            switch (random.below(4)) {
            case 0: bytes[at] = c; break;
            case 1: bytes.insert(at, 1, c); break;
            case 2: bytes.erase(at, 1 + random.below(3)); break;
            default: bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(60)));
            }
        }
        const ParsedBytes whole = parse_requests(bytes, {}, at_once);
        const ParsedBytes cut = parse_requests(bytes, {}, 1 + random.below(40));
        refused += whole.refusal ? 1 : 0;
        for (const Request& request : whole.requests) {
            ASSERT_GE(request.body.capacity(), request.body.size() + padding_bytes);
        }
        // What waits unread may differ by bytes of a body already taken.
        const auto what = [](const ParsedBytes& parsed) {
            ParsedBytes plain = parsed;
            plain.unread_bytes = 0;
            return seen(plain);
        };
        ASSERT_EQ(what(whole), what(cut)) << testing::PrintToString(bytes);
    }
    EXPECT_GT(refused, 1000);
    EXPECT_LT(refused, 20'000);
}

TEST(ParseRequests, gives_every_body_room_behind_it) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{200'000}}) {
        const std::string bytes =
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
            std::string(size, 'a');
        const ParsedBytes parsed = parse_requests(bytes, {}, 5000);
        ASSERT_EQ(parsed.requests.size(), 1u);
        EXPECT_EQ(parsed.requests[0].body.size(), size);
        EXPECT_GE(parsed.requests[0].body.capacity(), size + padding_bytes);
    }
}

}  // namespace
}  // namespace antre::http
