#pragma once

// Meta asks once, by GET, whether a callback is ours: hub.mode, hub.verify_token, hub.challenge.

#include <optional>
#include <string>
#include <string_view>

#include "foundation/secret.h"

namespace antre::channels::whatsapp {

// The challenge to echo as text/plain, byte for byte; nothing: answer 403. The token is compared in
// constant time; there is no signature on this request.
std::optional<std::string> accept_handshake(
    const Token& verify_token,
    std::string_view mode,
    std::string_view token,
    std::string_view challenge
);

}  // namespace antre::channels::whatsapp
