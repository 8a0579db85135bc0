#pragma once

// How a Flow's form and its endpoint talk in secret (Cloud API, "Implementing endpoints for
// Flows"): each request brings an AES key wrapped for our RSA key, and the answer is sealed with
// that same key under the inverted initial vector.
//
//   request = {"encrypted_flow_data", "encrypted_aes_key", "initial_vector"}, each Base64
//   key     = RSA-OAEP, SHA-256 for the label and for MGF1, 16 bytes
//   data    = AES-128-GCM, 16-byte vector, the last 16 bytes are the tag, nothing beside it
//   answer  = Base64 of ciphertext and tag, vector = each byte inverted

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "foundation/secret.h"

namespace antre::channels::whatsapp {

// What the answer to one request is sealed with.
struct FlowSession {
    std::array<std::uint8_t, 16> key{};
    std::array<std::uint8_t, 16> vector{};  // of the request
};

struct OpenedFlow {
    std::string text;  // JSON, as it was encrypted
    FlowSession session;
};

struct FlowKeyFault {
    std::string reason;  // ours
};

struct FlowKeyPair {
    Token private_pem;       // PKCS#8, encrypted when a passphrase was given
    std::string public_pem;  // to be registered for the number
};

// The private key of one number's Flows. May be used by several threads at once.
class FlowKey {
public:
    // PKCS#8 or PKCS#1, with the passphrase if it is encrypted; RSA of at least 2048 bits.
    static Result<FlowKey, FlowKeyFault> load(std::string_view pem, const Token& passphrase);
    ~FlowKey();
    FlowKey(FlowKey&&) noexcept;

    // Nothing for whatever was not sealed for this key: to be answered with 421.
    [[nodiscard]] std::optional<OpenedFlow> open(std::string_view request_body) const;
    [[nodiscard]] std::string public_pem() const;

private:
    struct Pair;
    explicit FlowKey(std::unique_ptr<Pair> pair);
    std::unique_ptr<Pair> pair_;
};

// The answer's body: text/plain, Base64.
std::string seal_flow_answer(const FlowSession& session, std::string_view text);

// A new RSA key of 2048 bits; an empty passphrase leaves it as it is.
Result<FlowKeyPair, FlowKeyFault> make_flow_key(const Token& passphrase);

}  // namespace antre::channels::whatsapp
