#pragma once

// What we begin to say is remembered in the talk as it is queued, so that it can be answered by
// typing.

#include "engine/desk.h"

namespace antre::engine {

struct Announcement {
    notices::MessageKind kind = notices::MessageKind::notice;
    std::optional<notices::About> about;
    notices::Note note;
    Instant due_at;
    Instant moot_at;
};
void announce(Desk& desk, ContactState& contact, Announcement announcement);

}  // namespace antre::engine
