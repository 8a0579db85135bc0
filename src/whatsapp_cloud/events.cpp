#include "whatsapp_cloud/events.h"

#include <iterator>

namespace antre::whatsapp_cloud {

std::string_view name_of(EventKind kind) {
    switch (kind) {
    case EventKind::message: return "message";
    case EventKind::status: return "status";
    case EventKind::typing: return "typing";
    case EventKind::phone: return "phone";
    case EventKind::delivery: return "delivery";
    case EventKind::call: return "call";
    case EventKind::chaos: return "chaos";
    }
    return {};
}

bool Events::records(EventKind kind) const {
    switch (recording_) {
    case Recording::everything: return true;
    case Recording::nothing: return false;
    case Recording::phones: break;
    }
    return kind != EventKind::delivery && kind != EventKind::call;
}

void Events::add(EventKind kind, Instant at, json::object data) {
    waiting_.push_back({++last_number_, at, kind, std::move(data)});
    if (waiting_.size() > events_kept) waiting_.pop_front();
}

std::vector<Event> Events::take() {
    std::vector<Event> taken(
        std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.end())
    );
    waiting_.clear();
    return taken;
}

}  // namespace antre::whatsapp_cloud
