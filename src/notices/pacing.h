#pragma once

// How fast we may send: token buckets for the pair limit (one message a 6 s to one person, burst of
// 45) and the number's throughput (80/s, in and out), the rolling 24-hour budget of the portfolio
// for messages that we begin, and the 24-hour window after a person wrote.

#include <cstdint>
#include <deque>
#include <set>
#include <utility>

#include "foundation/ids.h"
#include "foundation/time.h"
#include "notices/limits.h"

namespace antre::notices {

// A bucket of tokens that fills by time. Its level is kept as waiting time, so that nothing is lost
// to rounding.
class TokenBucket {
public:
    // `capacity` tokens at most; one more every `refill`.
    TokenBucket(std::uint32_t capacity, Milliseconds refill, Instant now);

    // Takes a token; false when there is none.
    bool take(Instant now);
    // Takes a token that was used without asking (an inbound message counts too).
    void spend(Instant now);
    // When a token will be there; `now` if one is.
    [[nodiscard]] Instant next(Instant now) const;
    [[nodiscard]] bool is_full(Instant now) const;

private:
    void fill(Instant now);

    std::int64_t capacity_ms_;  // capacity in units of waiting time
    std::int64_t refill_ms_;
    std::int64_t level_ms_;
    Instant filled_at_;
};

TokenBucket pair_bucket(Instant now);
TokenBucket number_bucket(std::uint32_t per_second, Instant now);

// Whether a free message may be sent to somebody who last wrote at `heard_at`.
bool is_window_open(Instant heard_at, Instant now);

// Which notices go first when the budget is short.
enum class NoticePriority : std::uint8_t {
    closure,
    passport_ready,
    reminder,
};

// Unique contacts that got a message begun by us within 24 hours, over all numbers.
class PortfolioBudget {
public:
    explicit PortfolioBudget(std::uint32_t contacts_max)
        : contacts_max_(contacts_max) {}
    // Keeps a tenth back for closures and another for ready passports. True: counted and allowed.
    bool take(ContactId contact, NoticePriority priority, Instant now);
    void set_limit(std::uint32_t contacts_max) { contacts_max_ = contacts_max; }

private:
    void forget_before(Instant limit);

    std::uint32_t contacts_max_;
    std::deque<std::pair<Instant, ContactId>> reached_;  // oldest first
    std::set<ContactId> contacts_;
};

}  // namespace antre::notices
