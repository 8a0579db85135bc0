#pragma once

// The calls that bring a form to WhatsApp (Cloud API, Flows): the number's public key, then a
// draft, its definition, and publishing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channels/whatsapp/send.h"

namespace antre::channels::whatsapp {

// For POST /{number}/whatsapp_business_encryption.
Upload render_flow_key(std::string_view public_pem);
// For POST /{account}/flows: a draft for booking, with its endpoint.
std::string render_flow_draft(std::string_view name, std::string_view endpoint);
// For POST /{flow}.
std::string render_flow_endpoint(std::string_view endpoint);
// For POST /{flow}/assets.
Upload render_flow_asset(std::string_view definition);

struct FlowAnswer {
    std::string id;      // of a draft that was made
    std::string status;  // of a Flow that was asked for
    std::string key;     // the public key that is registered
    std::string fault;   // empty when it was done
};
FlowAnswer parse_flow_answer(int http_status, std::string_view body);

// The query of GET /{account}/flows; `after` is the cursor of the page before.
std::string flow_page_query(std::string_view after);
struct RegisteredFlow {
    std::string id;
    std::string name;
    std::string status;  // "DRAFT", "PUBLISHED", …
    std::string endpoint;
};
struct FlowPage {
    std::vector<RegisteredFlow> flows;
    std::string after;  // the next page's cursor; empty when there is none
    std::string fault;  // empty when it was told
};
FlowPage parse_flow_page(int http_status, std::string_view body);
// Where the definition lies, out of the answer to GET /{flow}/assets; empty without one.
std::string parse_flow_asset(std::string_view body);
// Whether both say the same, in whatever order and spacing.
bool is_same_definition(std::string_view one, std::string_view other);

// What stands of one form. A published form cannot be changed, so a new definition is a new Flow
// of the same name with a number behind it: "…_id", "…_id_2", "…_id_3".
struct FlowLine {
    std::optional<RegisteredFlow> latest;  // not deprecated
    std::string next_name;                 // for the one to be made
};
FlowLine flow_line(std::string_view name, const std::vector<RegisteredFlow>& flows);

}  // namespace antre::channels::whatsapp
