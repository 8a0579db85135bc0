#pragma once

// A pass is what a form's flow_token says: who opened which form of which office, in which language
// and until when. It is written out and signed with the app secret, so that nothing about it is
// kept and nobody can make one up.
//
//   flow_token = "f1." Base64url( office:4 contact:8 message:8 minute:4 language:1 mac:20 )
//
// Numbers are big-endian; the mac is HMAC-SHA256 over all before it, cut to 160 bits.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command.h"
#include "foundation/ids.h"
#include "foundation/language.h"
#include "foundation/secret.h"
#include "foundation/time.h"

namespace antre::channels::whatsapp {

struct FlowPass {
    OfficeId office;
    ContactId contact;
    MessageId message;   // that carried the form: each form books once
    Instant expires_at;  // whole minutes are kept
    Language language = Language::id;
    friend bool operator==(const FlowPass&, const FlowPass&) = default;
};

// Under this key the form's booking is obeyed once.
engine::CommandKey key_of_form(const FlowPass& pass);

class FlowPasses {
public:
    // The first secret signs; all of them are good while the app secret is being changed.
    explicit FlowPasses(std::vector<Token> app_secrets);

    [[nodiscard]] std::string token_of(const FlowPass& pass) const;
    // Nothing for what we did not write.
    [[nodiscard]] std::optional<FlowPass> read(std::string_view token) const;
    // Whether a `flow_token_signature` (JWT, HS256 with the app secret) is of this token.
    [[nodiscard]] bool is_signed(std::string_view token, std::string_view signature) const;

private:
    std::vector<Token> app_secrets_;
};

}  // namespace antre::channels::whatsapp
