#pragma once

// The calls that bring a form to WhatsApp (Cloud API, Flows): the number's public key, then a
// draft, its definition, and publishing.

#include <string>
#include <string_view>

#include "channels/whatsapp/send.h"

namespace antre::channels::whatsapp {

// For POST /{number}/whatsapp_business_encryption.
Upload render_flow_key(std::string_view public_pem);
// For POST /{account}/flows: a draft for booking, with its endpoint.
std::string render_flow_draft(std::string_view name, std::string_view endpoint);
// For POST /{flow}/assets.
Upload render_flow_asset(std::string_view definition);

struct FlowAnswer {
    std::string id;      // of a draft that was made
    std::string status;  // of a Flow that was asked for
    std::string key;     // the public key that is registered
    std::string fault;   // empty when it was done
};
FlowAnswer parse_flow_answer(int http_status, std::string_view body);

}  // namespace antre::channels::whatsapp
