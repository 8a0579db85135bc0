#pragma once

// What observers (the chat page, a simulation) see happen, in order.

#include <cstdint>
#include <deque>
#include <vector>

#include "foundation/time.h"
#include "whatsapp_cloud/json.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/options.h"

namespace antre::whatsapp_cloud {

enum class EventKind {
    message,
    status,
    typing,
    phone,
    delivery,
    call,
    chaos,
};

std::string_view name_of(EventKind kind);

struct Event {
    std::uint64_t number = 0;  // 1, 2, 3, …
    Instant at;
    EventKind kind = EventKind::message;
    json::object data;
};

class Events {
public:
    explicit Events(Recording recording)
        : recording_(recording) {}

    [[nodiscard]] bool records(EventKind kind) const;
    // REQUIRES: records(kind), asked first so that unwanted data is not even built.
    void add(EventKind kind, Instant at, json::object data);
    // Everything since the last take; the oldest are dropped if nobody takes them.
    std::vector<Event> take();

private:
    Recording recording_;
    std::uint64_t last_number_ = 0;
    std::deque<Event> waiting_;
};

}  // namespace antre::whatsapp_cloud
