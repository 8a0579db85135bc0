#include "channels/whatsapp/handshake.h"

#include <openssl/crypto.h>

#include "channels/limits.h"

namespace antre::channels::whatsapp {

std::optional<std::string> accept_handshake(
    const Token& verify_token,
    std::string_view mode,
    std::string_view token,
    std::string_view challenge
) {
    const std::string& ours = verify_token.reveal();
    if (mode != "subscribe" || ours.empty() || token.size() != ours.size()) return std::nullopt;
    if (CRYPTO_memcmp(token.data(), ours.data(), ours.size()) != 0) return std::nullopt;
    if (challenge.empty() || challenge.size() > challenge_bytes_max) return std::nullopt;
    return std::string(challenge);
}

}  // namespace antre::channels::whatsapp
