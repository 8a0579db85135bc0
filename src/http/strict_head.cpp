#include "http/strict_head.h"

#include <algorithm>

#include "foundation/text.h"
#include "http/headers.h"
#include "http/limits.h"
#include "http/message.h"

namespace antre::http {
namespace {

constexpr std::size_t content_length_digits_max = 15;

bool is_token_character(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_token_character);
}

bool is_value_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

bool is_visible(char c) {
    return c > 0x20 && c < 0x7f;
}

enum class Version {
    one_zero,
    one_one,
};

struct RequestLine {
    std::optional<int> refusal;
    Version version = Version::one_one;
};

RequestLine refused(int status) {
    return {status, Version::one_one};
}

RequestLine check_request_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return refused(400);
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);

    if (!is_token(method)) return refused(400);
    if (version.size() != 8 || !version.starts_with("HTTP/")) return refused(400);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return refused(505);
    if (!method_named(method)) return refused(405);
    if (target.size() > target_bytes_max) return refused(414);
    if (!target.starts_with('/') || !std::ranges::all_of(target, is_visible)) return refused(400);
    if (target.find('#') != std::string_view::npos) return refused(400);
    return {std::nullopt, version == "HTTP/1.1" ? Version::one_one : Version::one_zero};
}

// What the fields that decide about framing have said so far.
struct Framing {
    int hosts = 0;
    int lengths = 0;
    int encodings = 0;
    std::size_t fields = 0;
};

std::optional<int> check_field(std::string_view line, Framing& framing) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return 400;
    const std::string_view name = line.substr(0, colon);
    const std::string_view raw = line.substr(colon + 1);
    if (!is_token(name) || !std::ranges::all_of(raw, is_value_character)) return 400;
    const std::string_view value = trim(raw);
    if (++framing.fields > header_fields_max) return 431;

    if (equals_ignoring_case(name, "Host")) {
        ++framing.hosts;
        const bool is_bare = std::ranges::all_of(value, is_visible) &&
                             value.find_first_of("/@?#,\\") == std::string_view::npos;
        if (!is_bare) return 400;
    } else if (equals_ignoring_case(name, "Content-Length")) {
        ++framing.lengths;
        if (!is_all_digits(value)) return 400;
        if (value.size() > content_length_digits_max) return 413;
    } else if (equals_ignoring_case(name, "Transfer-Encoding")) {
        ++framing.encodings;
        if (!equals_ignoring_case(value, "chunked")) return 400;
    } else if (equals_ignoring_case(name, "Content-Encoding")) {
        if (!equals_ignoring_case(value, "identity")) return 415;
    } else if (equals_ignoring_case(name, "Expect")) {
        if (!equals_ignoring_case(value, "100-continue")) return 417;
    }
    return std::nullopt;
}

}  // namespace

std::optional<int> refusal_of_head(std::string_view head) {
    Framing framing;
    std::optional<Version> version;
    std::optional<int> softer;  // 415 and 417 give way to a 400 found later
    while (head != "\r\n") {
        const auto end = head.find("\r\n");
        if (end == std::string_view::npos) return 400;
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (!version) {
            const RequestLine checked = check_request_line(line);
            if (checked.refusal) return checked.refusal;
            version = checked.version;
            continue;
        }
        const auto refusal = check_field(line, framing);
        if (refusal == 415 || refusal == 417) {
            softer = refusal;
        } else if (refusal) {
            return refusal;
        }
    }
    if (!version) return 400;
    if (framing.hosts > 1 || framing.lengths > 1 || framing.encodings > 1) return 400;
    if (framing.lengths + framing.encodings > 1) return 400;
    if (*version == Version::one_one && framing.hosts == 0) return 400;
    if (*version == Version::one_zero && framing.encodings > 0) return 400;
    return softer;
}

}  // namespace antre::http
