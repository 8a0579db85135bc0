#include "channels/whatsapp/signature.h"

#include <array>
#include <cstdint>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <optional>

#include "foundation/assert.h"

namespace antre::channels::whatsapp {

namespace {

constexpr std::string_view prefix = "sha256=";
using Mac = std::array<std::uint8_t, 32>;

struct FreeContext {
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MAC_CTX, FreeContext>;

Context context_for(const Token& secret) {
    EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    ASSERT(algorithm != nullptr);
    Context context(EVP_MAC_CTX_new(algorithm));
    EVP_MAC_free(algorithm);
    std::array<char, 7> digest{"SHA256"};
    const std::array<OSSL_PARAM, 2> params{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    const std::string& key = secret.reveal();
    ASSERT(
        EVP_MAC_init(
            context.get(),
            reinterpret_cast<const unsigned char*>(key.data()),
            key.size(),
            params.data()
        ) == 1
    );
    return context;
}

// The context keeps its key: re-initialising without one costs half of starting anew.
Mac mac_of(EVP_MAC_CTX* context, std::string_view bytes) {
    Mac mac{};
    std::size_t size = 0;
    ASSERT(EVP_MAC_init(context, nullptr, 0, nullptr) == 1);
    ASSERT(
        EVP_MAC_update(
            context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()
        ) == 1
    );
    ASSERT(EVP_MAC_final(context, mac.data(), &size, mac.size()) == 1);
    return mac;
}

std::optional<std::uint8_t> digit_of(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    return std::nullopt;
}

std::optional<Mac> mac_in(std::string_view header) {
    Mac mac{};
    if (!header.starts_with(prefix) || header.size() != prefix.size() + mac.size() * 2) {
        return std::nullopt;
    }
    header.remove_prefix(prefix.size());
    for (std::size_t i = 0; i < mac.size(); ++i) {
        const auto high = digit_of(header[2 * i]);
        const auto low = digit_of(header[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        mac[i] = static_cast<std::uint8_t>(*high << 4 | *low);
    }
    return mac;
}

}  // namespace

struct SignatureCheck::Keys {
    std::vector<Context> contexts;
};

SignatureCheck::SignatureCheck(const std::vector<Token>& app_secrets)
    : keys_(std::make_unique<Keys>()) {
    for (const Token& secret : app_secrets)
        keys_->contexts.push_back(context_for(secret));
}

SignatureCheck::~SignatureCheck() = default;
SignatureCheck::SignatureCheck(SignatureCheck&&) noexcept = default;

bool SignatureCheck::verify(std::string_view header, std::string_view raw_body) {
    const auto claimed = mac_in(header);
    if (!claimed) return false;
    bool is_good = false;
    for (const Context& context : keys_->contexts) {
        const Mac ours = mac_of(context.get(), raw_body);
        const bool is_equal = CRYPTO_memcmp(ours.data(), claimed->data(), ours.size()) == 0;
        is_good = is_equal || is_good;
    }
    return is_good;
}

std::string sign(const Token& app_secret, std::string_view raw_body) {
    constexpr std::string_view hex = "0123456789abcdef";
    const Context context = context_for(app_secret);
    std::string header(prefix);
    for (const std::uint8_t byte : mac_of(context.get(), raw_body)) {
        header += hex[byte >> 4];
        header += hex[byte & 15];
    }
    return header;
}

}  // namespace antre::channels::whatsapp
