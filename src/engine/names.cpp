#include "engine/command.h"
#include "engine/commit.h"

namespace antre::engine {

std::string_view name_of(ActorKind kind) {
    switch (kind) {
    case ActorKind::contact: return "contact";
    case ActorKind::api: return "api";
    case ActorKind::console: return "console";
    case ActorKind::system: return "system";
    }
    return "system";
}

std::string_view name_of(EventKind kind) {
    switch (kind) {
    case EventKind::held: return "held";
    case EventKind::released: return "released";
    case EventKind::expired: return "expired";
    case EventKind::booked: return "booked";
    case EventKind::moved: return "moved";
    case EventKind::cancelled: return "cancelled";
    case EventKind::office_set: return "office_set";
    case EventKind::contact_linked: return "contact_linked";
    case EventKind::opted_out: return "opted_out";
    case EventKind::opted_in: return "opted_in";
    case EventKind::message_failed: return "message_failed";
    case EventKind::message_dropped: return "message_dropped";
    }
    return "booked";
}

}  // namespace antre::engine
