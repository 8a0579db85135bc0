#include "server/template_gate.h"

#include <algorithm>
#include <array>

#include "notices/send_policy.h"
#include "server/limits.h"

namespace antre::server {

namespace {

constexpr std::array<std::string_view, 8> shutting{
    "PAUSED",
    "DISABLED",
    "REJECTED",
    "DELETED",
    "PENDING_DELETION",
    "LOCKED",
    "ARCHIVED",
    "LIMIT_EXCEEDED",
};
constexpr std::array<std::string_view, 3> opening{"APPROVED", "REINSTATED", "UNARCHIVED"};

template <class List>
bool is_among(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

GateMove
TemplateGate::hear(const TemplateKey& key, std::string_view event, Instant said_at, Instant now) {
    const bool is_shutting = is_among(shutting, event);
    if (!is_shutting && !is_among(opening, event)) return GateMove::none;
    // Without a time, or with one that is still to come, it counts from its arrival.
    const Instant counted = said_at == Instant{} ? now : std::min(said_at, now);
    if (!is_news(key, counted)) return GateMove::none;
    return is_shutting ? shut(key, now) : open(key);
}

GateMove TemplateGate::answered(const TemplateKey& key, std::int32_t error, Instant now) {
    if (error == 0) return open(key);
    return notices::is_template_shut(error) ? shut(key, now) : GateMove::none;
}

std::optional<Milliseconds> TemplateGate::wait_for(const TemplateKey& key, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = next_try_.find(key);
    if (found == next_try_.end()) return std::nullopt;
    if (now < found->second) return found->second - now;
    found->second = now + template_try_every;
    return std::nullopt;
}

std::size_t TemplateGate::shut_count() const {
    const std::lock_guard lock(mutex_);
    return next_try_.size();
}

bool TemplateGate::is_news(const TemplateKey& key, Instant said_at) {
    const std::lock_guard lock(mutex_);
    Instant& latest = heard_[key];
    if (said_at < latest) return false;
    latest = said_at;
    return true;
}

GateMove TemplateGate::shut(const TemplateKey& key, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto [at, is_new] = next_try_.insert_or_assign(key, now + template_try_every);
    return is_new ? GateMove::shut : GateMove::none;
}

GateMove TemplateGate::open(const TemplateKey& key) {
    const std::lock_guard lock(mutex_);
    return next_try_.erase(key) == 1 ? GateMove::opened : GateMove::none;
}

}  // namespace antre::server
