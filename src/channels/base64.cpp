#include "channels/base64.h"

#include <algorithm>
#include <openssl/evp.h>

namespace antre::channels {

namespace {

constexpr std::size_t group_chars = 4;
constexpr std::size_t group_bytes = 3;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string to_base64(std::string_view bytes) {
    // OpenSSL ends the text with a NUL.
    std::string text((bytes.size() + group_bytes - 1) / group_bytes * group_chars + 1, '\0');
    const int size = EVP_EncodeBlock(
        reinterpret_cast<unsigned char*>(text.data()),
        bytes_of(bytes),
        static_cast<int>(bytes.size())
    );
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.empty() || text.size() % group_chars != 0) return std::nullopt;
    std::string bytes(text.size() / group_chars * group_bytes, '\0');
    const int size = EVP_DecodeBlock(
        reinterpret_cast<unsigned char*>(bytes.data()),
        bytes_of(text),
        static_cast<int>(text.size())
    );
    if (size < 0) return std::nullopt;
    // The padding counts as bytes there.
    const auto padding = static_cast<std::size_t>(text.ends_with("==") ? 2 : text.ends_with("="));
    bytes.resize(static_cast<std::size_t>(size) - padding);
    // OpenSSL forgives white space and loose bits; one value has one text here.
    if (to_base64(bytes) != text) return std::nullopt;
    return bytes;
}

std::string to_base64url(std::string_view bytes) {
    std::string text = to_base64(bytes);
    text.erase(text.find_last_not_of('=') + 1);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.find_first_of("+/=") != std::string_view::npos) return std::nullopt;
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '-', '+');
    std::replace(plain.begin(), plain.end(), '_', '/');
    while (plain.size() % group_chars != 0)
        plain += '=';
    return from_base64(plain);
}

}  // namespace antre::channels
