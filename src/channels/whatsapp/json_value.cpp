#include "channels/whatsapp/json_value.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "foundation/text.h"

namespace antre::channels::whatsapp {

using simdjson::dom::element;
using simdjson::dom::object;

std::string_view text_at(object object, std::string_view field) {
    std::string_view text;
    if (object[field].get(text) != 0) return {};
    return text;
}

std::optional<std::int64_t> number_at(object object, std::string_view field) {
    element value;
    if (object[field].get(value) != 0) return std::nullopt;
    std::int64_t number = 0;
    if (value.get(number) == 0) return number;
    std::string_view text;
    if (value.get(text) != 0) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Instant time_at(object object, std::string_view field) {
    constexpr std::int64_t seconds_max = 9'999'999'999;
    const std::int64_t at = number_at(object, field).value_or(0);
    return at > 0 && at <= seconds_max ? Instant{at * 1000} : Instant{};
}

std::optional<std::int32_t> millionths_at(object object, std::string_view field) {
    element value;
    if (object[field].get(value) != 0) return std::nullopt;
    double degrees = 0;
    if (value.get(degrees) != 0) {
        std::string_view text;
        if (value.get(text) != 0) return std::nullopt;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
        if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    }
    if (!std::isfinite(degrees) || std::abs(degrees) > 180) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

namespace {

std::string shortened(std::string raw) {
    if (raw.size() <= raw_part_bytes_max) return raw;
    return std::string(prefix_utf16(raw, raw_part_bytes_max / 4));
}

}  // namespace

std::string raw_of(element element) {
    return shortened(simdjson::minify(element));
}

std::string raw_of(object object) {
    return shortened(simdjson::minify(object));
}

engine::Identity identity_of(std::string_view user, std::string_view phone) {
    engine::Identity identity;
    if (phone.starts_with('+')) phone.remove_prefix(1);
    const bool is_phone = is_all_digits(phone) && phone.size() <= 20;
    if (user.empty() && !is_phone) user = phone;
    if (!user.empty() && user.size() <= user_id_bytes_max) {
        identity.user = UserKey(std::string(user));
    }
    if (is_phone) identity.phone = PhoneNumber(std::string(phone));
    return identity;
}

}  // namespace antre::channels::whatsapp
