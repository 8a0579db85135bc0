#pragma once

// Bytes as text: Base64 (RFC 4648), read strictly, and its variant for addresses without padding.

#include <optional>
#include <string>
#include <string_view>

namespace antre::channels {

std::string to_base64(std::string_view bytes);
// Nothing for text that `to_base64` would not have written.
std::optional<std::string> from_base64(std::string_view text);

std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace antre::channels
