#pragma once

// Sends events to every open page, and to a page that comes back what it missed. Not thread-safe:
// it lives under the emulator's lock.

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "http/event_stream.h"
#include "whatsapp_cloud/json.h"

namespace antre::emulator {

class EventHub {
public:
    void publish(std::string_view name, whatsapp_cloud::json::object data);
    // A stream that begins after the event of this number (0: only what is new).
    void join(http::EventStream stream, std::uint64_t last_seen);

private:
    struct Past {
        std::uint64_t number = 0;
        std::string name;
        whatsapp_cloud::json::object data;
    };

    static http::SharedText text_of(const Past& event);

    std::uint64_t last_number_ = 0;
    std::deque<Past> past_;
    std::vector<http::EventStream> streams_;
};

}  // namespace antre::emulator
