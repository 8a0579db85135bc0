#include "http/url.h"

#include <algorithm>
#include <charconv>

#include "foundation/text.h"

namespace antre::http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Plus {
    is_plus,
    is_space,
};

std::optional<std::string> decode(std::string_view text, Plus plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            out += ' ';
            continue;
        }
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_value(text[i + 1]);
        const int low = hex_value(text[i + 2]);
        if (high < 0 || low < 0) return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
    std::uint16_t port = 0;
    if (!is_all_digits(text)) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return port;
}

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

bool is_ip6_character(char c) {
    return hex_value(c) >= 0 || c == ':' || c == '.';
}

// Splits "host:port"; a missing port gives `port_if_none`.
std::optional<HostAndPort>
split_authority(std::string_view text, std::optional<std::uint16_t> port_if_none) {
    HostAndPort found;
    std::string_view rest;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos) return std::nullopt;
        found.host = to_lower_ascii(text.substr(1, close - 1));
        if (!std::ranges::all_of(found.host, is_ip6_character)) return std::nullopt;
        rest = text.substr(close + 1);
    } else {
        const auto colon = text.find(':');
        found.host = to_lower_ascii(text.substr(0, colon));
        if (!std::ranges::all_of(found.host, is_host_character)) return std::nullopt;
        rest = colon == std::string_view::npos ? std::string_view{} : text.substr(colon);
    }
    if (found.host.empty()) return std::nullopt;
    if (rest.empty() && port_if_none) {
        found.port = *port_if_none;
        return found;
    }
    if (!rest.starts_with(':')) return std::nullopt;
    const auto port = parse_port(rest.substr(1));
    if (!port) return std::nullopt;
    found.port = *port;
    return found;
}

bool is_target_character(char c) {
    return c > 0x20 && c < 0x7f && c != '#' && c != '"' && c != '<' && c != '>' && c != '\\';
}

std::uint16_t usual_port(Scheme scheme) {
    return scheme == Scheme::https ? 443 : 80;
}

}  // namespace

std::string Url::authority() const {
    std::string text = host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != usual_port(scheme)) text += ":" + std::to_string(port);
    return text;
}

std::optional<Url> parse_url(std::string_view text) {
    Url url;
    const auto colon = text.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string scheme = to_lower_ascii(text.substr(0, colon));
    if (scheme != "http" && scheme != "https") return std::nullopt;
    url.scheme = scheme == "https" ? Scheme::https : Scheme::http;
    text.remove_prefix(colon + 3);

    const auto end = std::min(text.find_first_of("/?#"), text.size());
    auto authority = split_authority(text.substr(0, end), usual_port(url.scheme));
    if (!authority || authority->port == 0) return std::nullopt;
    url.host = std::move(authority->host);
    url.port = authority->port;

    const std::string_view target = text.substr(end);
    if (!std::ranges::all_of(target, is_target_character)) return std::nullopt;
    if (target.starts_with('/')) url.target = target;
    if (target.starts_with('?')) url.target = "/" + std::string(target);
    return url;
}

std::optional<HostAndPort> parse_host_and_port(std::string_view text) {
    return split_authority(text, std::nullopt);
}

std::optional<std::string> percent_decode(std::string_view text) {
    return decode(text, Plus::is_plus);
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const bool is_unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                   (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                                   c == '~';
        if (is_unreserved) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::optional<QueryPairs> parse_query(std::string_view query) {
    QueryPairs pairs;
    for (const std::string_view part : split(query, '&')) {
        if (part.empty()) continue;
        const auto equals = part.find('=');
        auto name = decode(part.substr(0, equals), Plus::is_space);
        auto value = equals == std::string_view::npos
                         ? std::optional<std::string>{""}
                         : decode(part.substr(equals + 1), Plus::is_space);
        if (!name || !value) return std::nullopt;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

}  // namespace antre::http
