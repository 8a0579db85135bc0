#pragma once

// What will happen later, in order of time and then of planning.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "foundation/time.h"
#include "whatsapp_cloud/chats.h"

namespace antre::whatsapp_cloud {

// An outbound message climbs to `to`.
struct Climb {
    std::string wamid;
    Status to = Status::sent;
};
// A message to somebody who is not on WhatsApp fails.
struct LoseMessage {
    std::string wamid;
    std::string number_id;
    std::string recipient;
    std::string opaque;
    bool is_user_id = false;
};
// A message's time to live is over.
struct Expire {
    std::string wamid;
};
struct ReviewTemplate {
    std::uint64_t template_id = 0;
};
// A pause ends, unless another has begun since.
struct EndPause {
    std::uint64_t template_id = 0;
    int pauses = 0;
};

using Task = std::variant<Climb, LoseMessage, Expire, ReviewTemplate, EndPause>;

class Timeline {
public:
    void plan(Instant at, Task task) { tasks_.emplace(Key{at, ++last_}, std::move(task)); }
    [[nodiscard]] std::optional<Instant> next() const {
        if (tasks_.empty()) return std::nullopt;
        return tasks_.begin()->first.first;
    }
    // REQUIRES: next() has a value.
    std::pair<Instant, Task> take() {
        auto first = tasks_.begin();
        std::pair<Instant, Task> taken{first->first.first, std::move(first->second)};
        tasks_.erase(first);
        return taken;
    }
    void clear() { tasks_.clear(); }

private:
    using Key = std::pair<Instant, std::uint64_t>;
    std::map<Key, Task> tasks_;
    std::uint64_t last_ = 0;
};

}  // namespace antre::whatsapp_cloud
