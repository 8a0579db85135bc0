#include "storage/sqlite/sealing.h"

#include <cstring>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include "foundation/assert.h"

namespace antre::storage {

namespace {

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

unsigned char* writable(std::string& bytes, std::size_t at) {
    return reinterpret_cast<unsigned char*>(bytes.data()) + at;
}
const unsigned char* readable(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

const EVP_CIPHER* aes_256_gcm() {
    static EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    ASSERT(cipher != nullptr);
    return cipher;
}

std::array<unsigned char, 17> bytes_of(const SealedFor& owner) {
    std::array<unsigned char, 17> bytes{};
    bytes[0] = static_cast<unsigned char>(owner.kind);
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[1 + i] = static_cast<unsigned char>(owner.id >> (8 * i));
        bytes[9 + i] = static_cast<unsigned char>(owner.other >> (8 * i));
    }
    return bytes;
}

}  // namespace

Randomness system_randomness() {
    return [](std::span<std::uint8_t> bytes) {
        // Without unpredictable bytes no key may be made.
        ASSERT(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
    };
}

SecretKey::~SecretKey() {
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

Sealing::Sealing(Randomness randomness)
    : randomness_(std::move(randomness))
    , sealer_(EVP_CIPHER_CTX_new())
    , opener_(EVP_CIPHER_CTX_new()) {
    ASSERT(sealer_ != nullptr && opener_ != nullptr);
}

void Sealing::draw(std::span<std::uint8_t> bytes) {
    if (pool_.size() - used_ < bytes.size()) {
        randomness_(pool_);
        used_ = 0;
    }
    std::memcpy(bytes.data(), pool_.data() + used_, bytes.size());
    OPENSSL_cleanse(pool_.data() + used_, bytes.size());
    used_ += bytes.size();
}

SecretKey Sealing::new_key() {
    SecretKey key;
    draw(key.bytes);
    return key;
}

std::string Sealing::seal(const SecretKey& key, const SealedFor& owner, std::string_view plain) {
    std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    draw({writable(sealed, 0), nonce_bytes});
    EVP_CIPHER_CTX* cipher = sealer_.get();
    const auto bound_to = bytes_of(owner);
    int written = 0;
    int ended = 0;
    const bool is_set_up = sealed_with_ && sealed_with_->bytes == key.bytes;
    ASSERT(
        EVP_EncryptInit_ex2(
            cipher,
            is_set_up ? nullptr : aes_256_gcm(),
            is_set_up ? nullptr : key.bytes.data(),
            writable(sealed, 0),
            nullptr
        ) == 1
    );
    if (!is_set_up) sealed_with_ = key;
    ASSERT(
        EVP_EncryptUpdate(
            cipher, nullptr, &written, bound_to.data(), static_cast<int>(bound_to.size())
        ) == 1
    );
    ASSERT(
        EVP_EncryptUpdate(
            cipher,
            writable(sealed, nonce_bytes),
            &written,
            readable(plain),
            static_cast<int>(plain.size())
        ) == 1
    );
    const std::size_t end = nonce_bytes + plain.size();
    ASSERT(EVP_EncryptFinal_ex(cipher, writable(sealed, end), &ended) == 1);
    ASSERT(
        EVP_CIPHER_CTX_ctrl(
            cipher, EVP_CTRL_GCM_GET_TAG, static_cast<int>(tag_bytes), writable(sealed, end)
        ) == 1
    );
    return sealed;
}

std::optional<std::string>
Sealing::open(const SecretKey& key, const SealedFor& owner, std::string_view sealed) {
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const std::string_view text =
        sealed.substr(nonce_bytes, sealed.size() - nonce_bytes - tag_bytes);
    std::string tag(sealed.substr(sealed.size() - tag_bytes));
    std::string plain(text.size() + tag_bytes, '\0');  // never an empty buffer
    EVP_CIPHER_CTX* cipher = opener_.get();
    const auto bound_to = bytes_of(owner);
    int written = 0;
    int ended = 0;
    const bool is_open =
        EVP_DecryptInit_ex2(cipher, aes_256_gcm(), key.bytes.data(), readable(sealed), nullptr) ==
            1 &&
        EVP_DecryptUpdate(
            cipher, nullptr, &written, bound_to.data(), static_cast<int>(bound_to.size())
        ) == 1 &&
        EVP_DecryptUpdate(
            cipher, writable(plain, 0), &written, readable(text), static_cast<int>(text.size())
        ) == 1 &&
        EVP_CIPHER_CTX_ctrl(
            cipher, EVP_CTRL_GCM_SET_TAG, static_cast<int>(tag_bytes), writable(tag, 0)
        ) == 1 &&
        EVP_DecryptFinal_ex(cipher, writable(plain, text.size()), &ended) == 1;
    if (!is_open) return std::nullopt;
    plain.resize(text.size());
    return plain;
}

Mac::Mac(const SecretKey& key) {
    EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    ASSERT(algorithm != nullptr);
    context_.reset(EVP_MAC_CTX_new(algorithm));
    EVP_MAC_free(algorithm);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_end()};
    ASSERT(context_ != nullptr);
    ASSERT(EVP_MAC_init(context_.get(), key.bytes.data(), key.bytes.size(), parameters) == 1);
}

std::array<std::uint8_t, 32> Mac::over(std::string_view label, std::string_view value) {
    std::array<std::uint8_t, 32> out{};
    std::size_t written = 0;
    const unsigned char between = 0;
    ASSERT(EVP_MAC_init(context_.get(), nullptr, 0, nullptr) == 1);  // the same key again
    ASSERT(EVP_MAC_update(context_.get(), readable(label), label.size()) == 1);
    ASSERT(EVP_MAC_update(context_.get(), &between, 1) == 1);
    ASSERT(EVP_MAC_update(context_.get(), readable(value), value.size()) == 1);
    ASSERT(EVP_MAC_final(context_.get(), out.data(), &written, out.size()) == 1);
    return out;
}

BlindHash Mac::blind(std::string_view label, std::string_view value) {
    const auto whole = over(label, value);
    BlindHash out{};
    std::memcpy(out.data(), whole.data(), out.size());
    return out;
}

SecretKey derived_key(const SecretKey& master, std::string_view purpose) {
    SecretKey key;
    key.bytes = Mac(master).over("antre", purpose);
    return key;
}

}  // namespace antre::storage
