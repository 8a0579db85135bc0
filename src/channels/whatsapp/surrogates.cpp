#include "channels/whatsapp/surrogates.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace antre::channels::whatsapp {

namespace {

constexpr std::size_t escape_bytes = 6;  // \uXXXX

// The code unit of an escape that begins at `at`; nothing when none does.
std::optional<std::uint16_t> unit_at(std::string_view json, std::size_t at) {
    const std::string_view escape = json.substr(std::min(at, json.size()), escape_bytes);
    if (escape.size() < escape_bytes || !escape.starts_with("\\u")) return std::nullopt;
    std::uint16_t unit = 0;
    const auto [end, error] = std::from_chars(&escape[2], &escape[2] + 4, unit, 16);
    if (error != std::errc{} || end != &escape[2] + 4) return std::nullopt;
    return unit;
}

constexpr bool is_first_half(std::uint16_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
constexpr bool is_second_half(std::uint16_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

bool replace_lone_surrogates(std::string& json) {
    bool was_there = false;
    for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
        const auto unit = unit_at(json, at);
        if (!unit) {
            at += 2;  // another escape: what it escapes begins none
            continue;
        }
        const auto next = unit_at(json, at + escape_bytes);
        if (is_first_half(*unit) && next && is_second_half(*next)) {
            at += 2 * escape_bytes;
            continue;
        }
        if (is_first_half(*unit) || is_second_half(*unit)) {
            json.replace(at + 2, 4, "fffd");
            was_there = true;
        }
        at += escape_bytes;
    }
    return was_there;
}

}  // namespace antre::channels::whatsapp
