#pragma once

// Mac makes WhatsApp's X-Hub-Signature-256 for the load generator and checks it for the floor: one
// OpenSSL context that keeps its key. One thread uses it.

#include <array>
#include <cstdlib>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <string>
#include <string_view>

namespace antre::bench {

inline constexpr std::string_view app_secret = "bench-app-secret-0123456789";

class Mac {
public:
    Mac()
        : algorithm_(EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free)
        , context_(EVP_MAC_CTX_new(algorithm_.get()), &EVP_MAC_CTX_free) {
        std::array<char, 7> digest{"SHA256"};
        const std::array<OSSL_PARAM, 2> params{
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
            OSSL_PARAM_construct_end()};
        const auto* key = reinterpret_cast<const unsigned char*>(app_secret.data());
        if (EVP_MAC_init(context_.get(), key, app_secret.size(), params.data()) != 1) std::abort();
    }

    // "sha256=" and 64 lower-case digits.
    std::string header_of(std::string_view bytes) {
        std::array<unsigned char, 32> digest{};
        std::size_t size = 0;
        const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
        if (EVP_MAC_init(context_.get(), nullptr, 0, nullptr) != 1 ||
            EVP_MAC_update(context_.get(), data, bytes.size()) != 1 ||
            EVP_MAC_final(context_.get(), digest.data(), &size, digest.size()) != 1) {
            std::abort();
        }
        std::string header = "sha256=";
        for (const unsigned char byte : digest) {
            header += "0123456789abcdef"[byte >> 4];
            header += "0123456789abcdef"[byte & 15];
        }
        return header;
    }

    bool is_right(std::string_view header, std::string_view bytes) {
        const std::string right = header_of(bytes);
        return header.size() == right.size() &&
               CRYPTO_memcmp(header.data(), right.data(), right.size()) == 0;
    }

private:
    std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> algorithm_;
    std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context_;
};

}  // namespace antre::bench
