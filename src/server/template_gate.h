#pragma once

// Which templates WhatsApp does not take now. A template is shut by a webhook (paused, rejected,
// disabled, …) or by the refusal of a send, and opened by a webhook or by a send that was taken.
// While it is shut the messages that need it stay owed: one is let through every so often, in case
// the news of its approval was lost. Kept in memory: after a start the first refusal tells again.

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/time.h"

namespace antre::server {

struct TemplateKey {
    std::string account;  // of the business; each has its own templates
    std::string name;
    std::string language;
    friend auto operator<=>(const TemplateKey&, const TemplateKey&) = default;
};

enum class GateMove {
    none,
    shut,
    opened,
};

// Any thread.
class TemplateGate {
public:
    // What a message_template_status_update does; `event` is WhatsApp's word, said at `said_at` by
    // its clock. Webhooks come in any order: what is older than what was heard does nothing.
    GateMove hear(const TemplateKey& key, std::string_view event, Instant said_at, Instant now);
    // What the answer to a send does; 0 for one that was taken.
    GateMove answered(const TemplateKey& key, std::int32_t error, Instant now);
    // How long to wait; nothing when it may be sent. Whoever gets nothing from a shut gate is the
    // one that tries.
    std::optional<Milliseconds> wait_for(const TemplateKey& key, Instant now);
    [[nodiscard]] std::size_t shut_count() const;

private:
    bool is_news(const TemplateKey& key, Instant said_at);
    GateMove shut(const TemplateKey& key, Instant now);
    GateMove open(const TemplateKey& key);

    mutable std::mutex mutex_;
    std::map<TemplateKey, Instant> next_try_;  // of the templates that are shut
    std::map<TemplateKey, Instant> heard_;     // when the latest news of each was said
};

}  // namespace antre::server
