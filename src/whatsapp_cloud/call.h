#pragma once

// A Graph request and its answer, free of sockets. The caller carries both over whatever wire it
// has.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/time.h"

namespace antre::whatsapp_cloud {

using Header = std::pair<std::string, std::string>;

struct Call {
    std::string method;           // "GET", "POST", "DELETE"
    std::string path;             // "/v26.0/301000000000001/messages", percent-encoded as received
    std::string query;            // without '?'
    std::vector<Header> headers;  // names in any case
    std::string content_type;
    std::string body;
};

// What the wire should do with an answer. Chaos makes the last two.
enum class Fate {
    answer,
    never_answer,  // accepted, and the client waits until its own timeout
    reset,         // the connection breaks; the call may or may not have been accepted
};

using DeliveryId = std::uint64_t;

struct Answer {
    int status = 200;
    std::string content_type = "application/json; charset=UTF-8";
    std::vector<Header> headers;
    std::string body;
    Fate fate = Fate::answer;
    Milliseconds hold{};  // let this time pass before the client sees the answer
    // Set when the answer depends on a handshake: ignore the rest, it comes from
    // Cloud::delivered() of this delivery.
    std::optional<DeliveryId> awaits;
};

}  // namespace antre::whatsapp_cloud
