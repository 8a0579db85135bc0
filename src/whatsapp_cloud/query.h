#pragma once

// Percent-decoding and look-up in a query string.

#include <optional>
#include <string>
#include <string_view>

namespace antre::whatsapp_cloud {

std::string percent_decoded(std::string_view text);  // '+' becomes a space
std::string percent_encoded(std::string_view text);
std::optional<std::string> query_value(std::string_view query, std::string_view key);

}  // namespace antre::whatsapp_cloud
