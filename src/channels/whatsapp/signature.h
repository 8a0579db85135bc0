#pragma once

// Meta signs every webhook: X-Hub-Signature-256 = "sha256=" + lower-case hex of HMAC-SHA256 over
// the raw body with the app secret. Checked on the bytes as they came, before anything is parsed.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/secret.h"

namespace antre::channels::whatsapp {

// Not for several threads at once: one a thread.
class SignatureCheck {
public:
    // One secret, or two while the app secret is being changed.
    explicit SignatureCheck(const std::vector<Token>& app_secrets);
    ~SignatureCheck();
    SignatureCheck(SignatureCheck&&) noexcept;

    // Constant time in the secret and the body's signature.
    [[nodiscard]] bool verify(std::string_view header, std::string_view raw_body);

private:
    struct Keys;
    std::unique_ptr<Keys> keys_;
};

// The header's value for a body, as Meta would send it.
std::string sign(const Token& app_secret, std::string_view raw_body);

}  // namespace antre::channels::whatsapp
