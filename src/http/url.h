#pragma once

// URLs as this room needs them: absolute http and https URLs for the client, percent-encoding for
// targets and queries. RFC 3986; user names in URLs, fragments and spaces are refused.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antre::http {

enum class Scheme {
    http,
    https,
};

struct Url {
    Scheme scheme = Scheme::http;
    std::string host;  // lower case; IPv6 without brackets
    std::uint16_t port = 80;
    std::string target = "/";  // path and query, still encoded

    // What the Host header says: the port only where it is not the scheme's own.
    [[nodiscard]] std::string authority() const;
};

std::optional<Url> parse_url(std::string_view text);

struct HostAndPort {
    std::string host;
    std::uint16_t port = 0;
};
// "127.0.0.1:8080", "[::1]:0", "localhost:80".
std::optional<HostAndPort> parse_host_and_port(std::string_view text);

// Nothing when a '%' is not followed by two hex digits.
std::optional<std::string> percent_decode(std::string_view text);
// Everything but the unreserved characters of RFC 3986 is encoded.
std::string percent_encode(std::string_view text);

using QueryPairs = std::vector<std::pair<std::string, std::string>>;
// "a=1&b=x+y" in order, decoded ('+' is a space); nothing when an escape is broken.
std::optional<QueryPairs> parse_query(std::string_view query);

}  // namespace antre::http
