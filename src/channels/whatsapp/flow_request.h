#pragma once

// What a form says to its endpoint, once opened: one step of the form, a health check, or that the
// last answer was not understood. The form's own fields stay text here; flow_form.h reads them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace antre::channels::whatsapp {

enum class FlowAction : std::uint8_t {
    ping,             // the platform asks whether we are there
    open,             // INIT
    back,             // BACK, to a screen that refreshes
    exchange,         // data_exchange
    notify_of_error,  // the phone could not use our last answer
};

struct FlowRequest {
    FlowAction action = FlowAction::ping;
    std::string screen;
    std::string token;
    std::optional<std::string> token_signature;
    std::map<std::string, std::string, std::less<>> fields;  // of `data`; whole numbers as text
    std::string error;                                       // of a notification, for the log
};

// Nothing for text that is no such request.
std::optional<FlowRequest> parse_flow_request(std::string_view text);

// {"data":{"status":"active"}}
std::string flow_pong();
// {"data":{"acknowledged":true}}
std::string flow_acknowledgement();
// {"screen":"SUCCESS", …}: the form closes, and the chat is told `params`.
std::string
flow_success(std::string_view token, const std::map<std::string, std::string, std::less<>>& params);
// {"error_msg": …}: the body of 427, which closes the form for good.
std::string flow_refusal(std::string_view sentence);

}  // namespace antre::channels::whatsapp
