#pragma once

// A token bucket counts how many messages may still go: full at the start, one token comes back in
// each interval. It serves the pair limit (45, one per 6 s) and the throughput of a number.

#include <cstdint>

#include "foundation/time.h"

namespace antre::whatsapp_cloud {

struct BucketRule {
    std::int64_t capacity = 1;        // tokens
    Milliseconds refill_interval{1};  // one token each; finer rates use `tokens_per_refill`
    std::int64_t tokens_per_refill = 1;
};

class TokenBucket {
public:
    explicit TokenBucket(const BucketRule& rule)
        : rule_(rule)
        , level_(rule.capacity) {}

    // Takes one token if there is one.
    bool take(Instant now);
    // Takes one token, or leaves the bucket empty: for traffic that cannot be refused.
    void drain(Instant now);
    [[nodiscard]] bool is_full(Instant now);

private:
    void refill(Instant now);

    BucketRule rule_;
    std::int64_t level_;
    Instant refilled_at_{};
};

}  // namespace antre::whatsapp_cloud
