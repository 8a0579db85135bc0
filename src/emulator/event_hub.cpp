#include "emulator/event_hub.h"

#include <algorithm>

#include "emulator/limits.h"

namespace antre::emulator {

void EventHub::publish(std::string_view name, whatsapp_cloud::json::object data) {
    past_.push_back({++last_number_, std::string(name), std::move(data)});
    if (past_.size() > events_replayed_max) past_.pop_front();
    std::erase_if(streams_, [](const http::EventStream& stream) { return stream.closed(); });
    if (streams_.empty()) return;
    const http::SharedText text = text_of(past_.back());
    for (http::EventStream& stream : streams_)
        stream.send(text);
}

void EventHub::join(http::EventStream stream, std::uint64_t last_seen) {
    if (last_seen > 0) {
        for (const Past& event : past_) {
            if (event.number > last_seen) stream.send(text_of(event));
        }
    }
    streams_.push_back(std::move(stream));
}

http::SharedText EventHub::text_of(const Past& event) {
    return http::make_event(
        event.name, std::to_string(event.number), whatsapp_cloud::json::serialize(event.data)
    );
}

}  // namespace antre::emulator
