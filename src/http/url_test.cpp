#include <gtest/gtest.h>

#include "http/url.h"

namespace antre::http {
namespace {

std::string parts_of(std::string_view text) {
    const auto url = parse_url(text);
    if (!url) return "none";
    const std::string scheme = url->scheme == Scheme::https ? "https" : "http";
    return scheme + " " + url->host + " " + std::to_string(url->port) + " " + url->target + " " +
           url->authority();
}

TEST(ParseUrl, takes_absolute_http_and_https_urls) {
    const std::vector<std::pair<const char*, const char*>> table = {
        {"http://a", "http a 80 / a"},
        {"https://A.Example/x?y=z", "https a.example 443 /x?y=z a.example"},
        {"HTTP://a:8080?q", "http a 8080 /?q a:8080"},
        {"https://a:443/", "https a 443 / a"},
        {"http://[::1]:81/%20", "http ::1 81 /%20 [::1]:81"},
        {"http://127.0.0.1:65535/", "http 127.0.0.1 65535 / 127.0.0.1:65535"},
    };
    for (const auto& [text, parts] : table)
        EXPECT_EQ(parts_of(text), parts) << text;
}

TEST(ParseUrl, refuses_all_else) {
    for (const char* text : {
             "",
             "a",
             "/x",
             "//a/x",
             "ftp://a",
             "http:/a",
             "http://",
             "http:///x",
             "http://:80/",
             "http://a:0/",
             "http://a:65536/",
             "http://a:x/",
             "http://a:/",
             "http://u@a/",
             "http://u:p@a/",
             "http://a b/",
             "http://a/b c",
             "http://a/#f",
             "http://a#f",
             "http://a\\b/",
             "http://[::1/",
             "http://[x]/",
             "http://a/\r\nX: y",
             "http://a/\x7f",
             "http://\xC3\xA9/",
         }) {
        EXPECT_EQ(parts_of(text), "none") << text;
    }
}

TEST(ParseHostAndPort, takes_what_a_server_listens_on) {
    EXPECT_EQ(parse_host_and_port("127.0.0.1:0")->port, 0);
    EXPECT_EQ(parse_host_and_port("[::1]:8080")->host, "::1");
    for (const char* text :
         {"", "8080", ":8080", "a", "a:", "a:-1", "a:99999", "[::1]", "[::1]8"}) {
        EXPECT_FALSE(parse_host_and_port(text).has_value()) << text;
    }
}

TEST(PercentEncoding, brings_every_byte_there_and_back) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    EXPECT_EQ(percent_decode(percent_encode(all)), all);
    EXPECT_EQ(percent_encode("a b/\xC3\xA9~"), "a%20b%2F%C3%A9~");
    EXPECT_EQ(percent_decode("a+b%2f%2F"), "a+b//");
    for (const char* text : {"%", "%4", "a%", "%zz", "%4g", "%%20"}) {
        EXPECT_FALSE(percent_decode(text).has_value()) << text;
    }
}

TEST(ParseQuery, keeps_order_and_repeats) {
    const QueryPairs pairs = {{"a", "1"}, {"a", "x y"}, {"b", ""}, {"c", ""}, {"", "d=e"}};
    EXPECT_EQ(parse_query("a=1&a=x+y&&b&c=&=d%3De"), pairs);
    EXPECT_EQ(parse_query(""), QueryPairs{});
    EXPECT_FALSE(parse_query("a=%").has_value());
}

}  // namespace
}  // namespace antre::http
