#pragma once

// Sealing keeps personal data unreadable without its key: AES-256-GCM for what is kept, HMAC-SHA256
// for finding a value without keeping it. Only OpenSSL's own algorithms; contexts are reused.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <openssl/evp.h>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace antre::storage {

// Fills the span with unpredictable bytes. Simulation hands in a seeded one.
using Randomness = std::function<void(std::span<std::uint8_t>)>;
// The operating system's generator through OpenSSL.
Randomness system_randomness();

struct SecretKey {
    std::array<std::uint8_t, 32> bytes{};
    SecretKey() = default;
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();  // leaves no copy behind
};

using BlindHash = std::array<std::uint8_t, 16>;

// What a sealed value belongs to: it opens nowhere else.
struct SealedFor {
    char kind = ' ';  // which column
    std::uint64_t id = 0;
    std::uint64_t other = 0;
};

class Sealing {
public:
    explicit Sealing(Randomness randomness);

    [[nodiscard]] SecretKey new_key();
    // Nonce (12 bytes), cipher text, tag (16 bytes).
    [[nodiscard]] std::string
    seal(const SecretKey& key, const SealedFor& owner, std::string_view plain);
    // Nothing when the bytes were not sealed with this key for this owner.
    [[nodiscard]] std::optional<std::string>
    open(const SecretKey& key, const SealedFor& owner, std::string_view sealed);

private:
    struct FreeCipher {
        void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
    };
    void draw(std::span<std::uint8_t> bytes);

    Randomness randomness_;
    std::array<std::uint8_t, 4096> pool_{};  // drawn ahead: a call to the generator is dear
    std::size_t used_ = sizeof(pool_);
    std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> sealer_;
    std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> opener_;
    std::optional<SecretKey> sealed_with_;  // the sealer is set up for it: what one commit keeps of
                                            // a contact is sealed with one key
};

// HMAC-SHA256 under one key.
class Mac {
public:
    explicit Mac(const SecretKey& key);
    [[nodiscard]] std::array<std::uint8_t, 32> over(std::string_view label, std::string_view value);
    // The first 16 bytes, for looking up.
    [[nodiscard]] BlindHash blind(std::string_view label, std::string_view value);

private:
    struct FreeMac {
        void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
    };
    std::unique_ptr<EVP_MAC_CTX, FreeMac> context_;
};

// A key of its own for each purpose, derived from the master key.
SecretKey derived_key(const SecretKey& master, std::string_view purpose);

}  // namespace antre::storage
