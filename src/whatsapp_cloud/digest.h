#pragma once

// Hashes and encodings of the wire: SHA-256, HMAC-SHA-256, hex and base64, all by OpenSSL.

#include <optional>
#include <string>
#include <string_view>

namespace antre::whatsapp_cloud {

std::string sha256(std::string_view bytes);  // 32 raw bytes
std::string hmac_sha256(std::string_view key, std::string_view bytes);
std::string hex(std::string_view bytes);  // lowercase
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

// The value of X-Hub-Signature-256 for exactly these body bytes.
std::string webhook_signature(std::string_view app_secret, std::string_view body);
// Does `header` sign `body`? Takes hex in either case and compares in constant time.
bool is_signed(std::string_view app_secret, std::string_view body, std::string_view header);

}  // namespace antre::whatsapp_cloud
