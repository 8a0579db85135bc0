#include "channels/whatsapp/flow_seal.h"

#include <boost/json.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <utility>

#include "channels/base64.h"
#include "foundation/assert.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

constexpr int key_bits = 2048;
constexpr std::size_t tag_bytes = 16;
constexpr std::size_t vector_bytes = 16;
constexpr std::size_t aes_key_bytes = 16;

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

// Called for encrypted keys only; a key that wants a passphrase which we do not have is refused
// instead of asked for at the terminal.
int give_passphrase(char* buffer, int size, int, void* passphrase) {
    const std::string& secret = static_cast<const Token*>(passphrase)->reveal();
    if (secret.empty() || secret.size() > static_cast<std::size_t>(size)) return -1;
    secret.copy(buffer, secret.size());
    return static_cast<int>(secret.size());
}

std::string text_in(BIO* memory) {
    char* start = nullptr;
    const long size = BIO_get_mem_data(memory, &start);
    return size > 0 ? std::string(start, static_cast<std::size_t>(size)) : std::string();
}

std::string public_text(EVP_PKEY* key) {
    const Memory memory(BIO_new(BIO_s_mem()));
    ASSERT(PEM_write_bio_PUBKEY(memory.get(), key) == 1);
    return text_in(memory.get());
}

std::optional<std::string> bytes_in(const json::object& body, std::string_view field) {
    const json::value* value = body.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    if (text == nullptr) return std::nullopt;
    return from_base64({text->data(), text->size()});
}

std::optional<std::array<std::uint8_t, aes_key_bytes>>
unwrap(EVP_PKEY* key, std::string_view wrapped) {
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    std::string plain(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
    std::size_t size = plain.size();
    const bool is_good =
        context && EVP_PKEY_decrypt_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
        EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1 &&
        EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1 &&
        EVP_PKEY_decrypt(
            context.get(), bytes_of(plain), &size, bytes_of(wrapped), wrapped.size()
        ) == 1 &&
        size == aes_key_bytes;
    if (!is_good) return std::nullopt;
    std::array<std::uint8_t, aes_key_bytes> unwrapped{};
    std::copy_n(bytes_of(plain), unwrapped.size(), unwrapped.begin());
    return unwrapped;
}

std::optional<std::string> decrypt(const FlowSession& session, std::string_view sealed) {
    if (sealed.size() < tag_bytes) return std::nullopt;
    const std::string_view data = sealed.substr(0, sealed.size() - tag_bytes);
    std::string tag(sealed.substr(data.size()));
    const Cipher cipher(EVP_CIPHER_CTX_new());
    std::string text(data.size() + tag_bytes, '\0');
    int size = 0;
    int rest = 0;
    // OpenSSL takes 12 bytes for the vector unless it is told.
    const bool is_good =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, nullptr, nullptr) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_IVLEN, vector_bytes, nullptr) == 1 &&
        EVP_DecryptInit_ex(
            cipher.get(), nullptr, nullptr, session.key.data(), session.vector.data()
        ) == 1 &&
        EVP_DecryptUpdate(
            cipher.get(), bytes_of(text), &size, bytes_of(data), static_cast<int>(data.size())
        ) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, tag_bytes, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), bytes_of(text) + size, &rest) == 1;
    if (!is_good) return std::nullopt;
    text.resize(static_cast<std::size_t>(size + rest));
    return text;
}

}  // namespace

struct FlowKey::Pair {
    Key key;
};

FlowKey::FlowKey(std::unique_ptr<Pair> pair)
    : pair_(std::move(pair)) {}
FlowKey::~FlowKey() = default;
FlowKey::FlowKey(FlowKey&&) noexcept = default;

Result<FlowKey, FlowKeyFault> FlowKey::load(std::string_view pem, const Token& passphrase) {
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Token secret = passphrase;
    Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, give_passphrase, &secret));
    if (!key) return fail(FlowKeyFault{"is no private key in PEM, or the passphrase is another"});
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA ||
        EVP_PKEY_get_bits(key.get()) < key_bits) {
        return fail(FlowKeyFault{"must be an RSA key of 2048 bits or more"});
    }
    return FlowKey(std::make_unique<Pair>(Pair{std::move(key)}));
}

std::optional<OpenedFlow> FlowKey::open(std::string_view request_body) const {
    json::error_code error;
    const json::value root = json::parse(request_body, error);
    const json::object* body = !error ? root.if_object() : nullptr;
    if (body == nullptr) return std::nullopt;
    const auto data = bytes_in(*body, "encrypted_flow_data");
    const auto wrapped = bytes_in(*body, "encrypted_aes_key");
    const auto vector = bytes_in(*body, "initial_vector");
    if (!data || !wrapped || !vector || vector->size() != vector_bytes) return std::nullopt;
    const auto aes_key = unwrap(pair_->key.get(), *wrapped);
    if (!aes_key) return std::nullopt;
    OpenedFlow opened;
    opened.session.key = *aes_key;
    std::copy(vector->begin(), vector->end(), opened.session.vector.begin());
    auto text = decrypt(opened.session, *data);
    if (!text) return std::nullopt;
    opened.text = std::move(*text);
    return opened;
}

std::string FlowKey::public_pem() const {
    return public_text(pair_->key.get());
}

std::string seal_flow_answer(const FlowSession& session, std::string_view text) {
    std::array<std::uint8_t, vector_bytes> vector{};
    for (std::size_t i = 0; i < vector.size(); ++i)
        vector[i] = static_cast<std::uint8_t>(~session.vector[i]);
    const Cipher cipher(EVP_CIPHER_CTX_new());
    std::string sealed(text.size() + tag_bytes, '\0');
    int size = 0;
    int rest = 0;
    ASSERT(EVP_EncryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, nullptr, nullptr) == 1);
    ASSERT(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_IVLEN, vector_bytes, nullptr) == 1);
    ASSERT(
        EVP_EncryptInit_ex(cipher.get(), nullptr, nullptr, session.key.data(), vector.data()) == 1
    );
    ASSERT(
        EVP_EncryptUpdate(
            cipher.get(), bytes_of(sealed), &size, bytes_of(text), static_cast<int>(text.size())
        ) == 1
    );
    ASSERT(EVP_EncryptFinal_ex(cipher.get(), bytes_of(sealed) + size, &rest) == 1);
    ASSERT(static_cast<std::size_t>(size + rest) == text.size());
    ASSERT(
        EVP_CIPHER_CTX_ctrl(
            cipher.get(), EVP_CTRL_AEAD_GET_TAG, tag_bytes, sealed.data() + text.size()
        ) == 1
    );
    return to_base64(sealed);
}

Result<FlowKeyPair, FlowKeyFault> make_flow_key(const Token& passphrase) {
    const Key key(EVP_RSA_gen(key_bits));
    if (!key) return fail(FlowKeyFault{"no key could be made"});
    const Memory memory(BIO_new(BIO_s_mem()));
    const std::string& secret = passphrase.reveal();
    const int is_written = PEM_write_bio_PKCS8PrivateKey(
        memory.get(),
        key.get(),
        secret.empty() ? nullptr : EVP_aes_256_cbc(),
        secret.empty() ? nullptr : secret.data(),
        static_cast<int>(secret.size()),
        nullptr,
        nullptr
    );
    if (is_written != 1) return fail(FlowKeyFault{"the key could not be written"});
    return FlowKeyPair{Token(text_in(memory.get())), public_text(key.get())};
}

}  // namespace antre::channels::whatsapp
