#include "foundation/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace antre {

namespace {

// Length of the well-formed sequence at `at`, 0 if none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : std::uint8_t{0};
    };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const std::uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
        const std::uint8_t high = lead == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && tail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const std::uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

// Most text is ASCII, and is looked at by so many bytes at once.
constexpr std::size_t ascii_block_bytes = 8;
bool is_ascii_block(std::string_view text, std::size_t at) {
    if (text.size() - at < ascii_block_bytes) return false;
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + at, sizeof block);
    return (block & 0x8080'8080'8080'8080u) == 0;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length =
            is_ascii_block(text, at) ? ascii_block_bytes : sequence_length(text, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
    }));
}

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii_block(text, at)) {
            units += ascii_block_bytes;
            at += ascii_block_bytes;
            continue;
        }
        const std::size_t end = std::min(text.size(), at + ascii_block_bytes);
        for (; at < end; ++at) {
            const auto byte = static_cast<std::uint8_t>(text[at]);
            if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
        }
    }
    return units;
}

std::string_view prefix_utf16(std::string_view text, std::size_t units_max) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(1, sequence_length(text, at));
        units += length == 4 ? 2 : 1;
        if (units > units_max) return text.substr(0, at);
        at += length;
    }
    return text;
}

std::string shorten(std::string_view text, std::size_t units_max) {
    if (utf16_units(text) <= units_max) return std::string(text);
    return std::string(prefix_utf16(text, units_max - 1)) + "…";
}

std::string to_lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

bool is_all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace antre
