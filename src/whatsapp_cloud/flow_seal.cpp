#include "whatsapp_cloud/flow_seal.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "foundation/text.h"
#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr int key_bits_min = 2048;
constexpr std::size_t tag_bytes = 16;
constexpr int vector_bytes = 16;

template <auto free>
struct Free {
    template <class T>
    void operator()(T* what) const {
        free(what);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

Key key_in(std::string_view pem) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return Key(PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr));
}

std::string as_bytes(const std::array<std::uint8_t, 16>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<std::string> wrapped(EVP_PKEY* key, std::string_view bytes) {
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    std::string out(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
    std::size_t size = out.size();
    const bool is_good =
        context && EVP_PKEY_encrypt_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
        EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1 &&
        EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1 &&
        EVP_PKEY_encrypt(context.get(), bytes_of(out), &size, bytes_of(bytes), bytes.size()) == 1;
    if (!is_good) return std::nullopt;
    out.resize(size);
    return out;
}

std::string encrypted(const FlowSecret& secret, std::string_view text) {
    const Cipher cipher(EVP_CIPHER_CTX_new());
    std::string out(text.size() + tag_bytes, '\0');
    int size = 0;
    int rest = 0;
    EVP_EncryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, nullptr, nullptr);
    EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_IVLEN, vector_bytes, nullptr);
    EVP_EncryptInit_ex(cipher.get(), nullptr, nullptr, secret.key.data(), secret.vector.data());
    EVP_EncryptUpdate(
        cipher.get(), bytes_of(out), &size, bytes_of(text), static_cast<int>(text.size())
    );
    EVP_EncryptFinal_ex(cipher.get(), bytes_of(out) + size, &rest);
    EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, tag_bytes, out.data() + text.size());
    return out;
}

}  // namespace

bool is_flow_key(std::string_view public_pem) {
    const Key key = key_in(public_pem);
    return key && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA &&
           EVP_PKEY_get_bits(key.get()) >= key_bits_min;
}

std::optional<SealedFlow>
seal_flow(std::string_view public_pem, std::string_view text, Random& ids) {
    const Key key = key_in(public_pem);
    if (!key) return std::nullopt;
    SealedFlow sealed;
    for (std::uint8_t& byte : sealed.secret.key)
        byte = static_cast<std::uint8_t>(ids.below(256));
    for (std::uint8_t& byte : sealed.secret.vector)
        byte = static_cast<std::uint8_t>(ids.below(256));
    const auto aes_key = wrapped(key.get(), as_bytes(sealed.secret.key));
    if (!aes_key) return std::nullopt;
    sealed.body = json::serialize(json::object{
        {"encrypted_flow_data", base64(encrypted(sealed.secret, text))},
        {"encrypted_aes_key", base64(*aes_key)},
        {"initial_vector", base64(as_bytes(sealed.secret.vector))}});
    return sealed;
}

std::optional<std::string> open_flow_answer(const FlowSecret& secret, std::string_view body) {
    const auto bytes = from_base64(trim(body));
    if (!bytes || bytes->size() < tag_bytes) return std::nullopt;
    const std::string_view data = std::string_view(*bytes).substr(0, bytes->size() - tag_bytes);
    std::string tag(bytes->substr(data.size()));
    std::array<std::uint8_t, 16> vector{};
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] = static_cast<std::uint8_t>(~secret.vector[i]);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    std::string text(data.size() + tag_bytes, '\0');
    int size = 0;
    int rest = 0;
    const bool is_good =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, nullptr, nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_IVLEN, vector_bytes, nullptr) == 1 &&
        EVP_DecryptInit_ex(cipher.get(), nullptr, nullptr, secret.key.data(), vector.data()) == 1 &&
        EVP_DecryptUpdate(
            cipher.get(), bytes_of(text), &size, bytes_of(data), static_cast<int>(data.size())
        ) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, tag_bytes, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytes_of(text) + size, &rest) == 1;
    if (!is_good) return std::nullopt;
    text.resize(static_cast<std::size_t>(size + rest));
    return text;
}

}  // namespace antre::whatsapp_cloud
