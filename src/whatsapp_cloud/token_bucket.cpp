#include "whatsapp_cloud/token_bucket.h"

#include <algorithm>

namespace antre::whatsapp_cloud {

bool TokenBucket::take(Instant now) {
    refill(now);
    if (level_ <= 0) return false;
    --level_;
    return true;
}

void TokenBucket::drain(Instant now) {
    refill(now);
    level_ = std::max<std::int64_t>(level_ - 1, 0);
}

bool TokenBucket::is_full(Instant now) {
    refill(now);
    return level_ >= rule_.capacity;
}

void TokenBucket::refill(Instant now) {
    // While full no credit gathers: the interval begins with the first token taken.
    if (level_ >= rule_.capacity || now < refilled_at_) {
        refilled_at_ = now;
        return;
    }
    const std::int64_t intervals = (now - refilled_at_).value / rule_.refill_interval.value;
    refilled_at_ = refilled_at_ + Milliseconds{intervals * rule_.refill_interval.value};
    level_ = std::min(rule_.capacity, level_ + intervals * rule_.tokens_per_refill);
}

}  // namespace antre::whatsapp_cloud
