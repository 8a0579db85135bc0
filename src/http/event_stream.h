#pragma once

// Server-sent events (HTML Living Standard 9.2). An EventStream is the sending end of one open
// answer; any thread may hold and use it. Its queue is bounded: a reader too slow for it is cut off
// and will come back with Last-Event-ID, so memory stays bounded and nobody waits for the slowest.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"

namespace antre::http {

class StreamQueue;

// One event as it travels; share it between the streams of a broadcast. Empty `event` or `id` are
// left out; line breaks in `data` become several data lines.
SharedText make_event(std::string_view event, std::string_view id, std::string_view data);

class EventStream {
public:
    EventStream() = default;  // closed
    explicit EventStream(std::shared_ptr<StreamQueue> queue);

    void send(std::string_view event, std::string_view id, std::string_view data);
    void send(SharedText event);  // from make_event
    // True once the reader left, was cut off, or close() was called: sending is then in vain.
    [[nodiscard]] bool closed() const;
    // Sends what waits and ends the answer.
    void close();

private:
    std::shared_ptr<StreamQueue> queue_;
};

}  // namespace antre::http
