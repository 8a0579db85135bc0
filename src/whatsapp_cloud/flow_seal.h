#pragma once

// The phone's side of a Flow's secrecy: a request sealed for a number's public key, and its answer
// opened. Wrapping a key takes OpenSSL's own chance, so that these bytes differ from run to run.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/random.h"

namespace antre::whatsapp_cloud {

struct FlowSecret {
    std::array<std::uint8_t, 16> key{};
    std::array<std::uint8_t, 16> vector{};
};

struct SealedFlow {
    std::string body;  // JSON of the request
    FlowSecret secret;
};

// Whether it is an RSA public key of 2048 bits or more, in PEM.
bool is_flow_key(std::string_view public_pem);
// Nothing when the key is none.
std::optional<SealedFlow>
seal_flow(std::string_view public_pem, std::string_view text, Random& ids);
// Nothing for what was not sealed under this secret.
std::optional<std::string> open_flow_answer(const FlowSecret& secret, std::string_view body);

}  // namespace antre::whatsapp_cloud
