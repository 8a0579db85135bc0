#include "notices/pacing.h"

#include <algorithm>

namespace antre::notices {

namespace {

constexpr std::uint32_t pair_burst = 45;
constexpr Milliseconds pair_refill = seconds(6);

}  // namespace

TokenBucket::TokenBucket(std::uint32_t capacity, Milliseconds refill, Instant now)
    : capacity_ms_(capacity * refill.value)
    , refill_ms_(refill.value)
    , level_ms_(capacity_ms_)
    , filled_at_(now) {}

void TokenBucket::fill(Instant now) {
    // A clock that steps back fills nothing and takes nothing.
    const std::int64_t passed = std::max<std::int64_t>(0, now.ms - filled_at_.ms);
    level_ms_ = std::min(capacity_ms_, level_ms_ + passed);
    filled_at_ = now;
}

bool TokenBucket::take(Instant now) {
    fill(now);
    if (level_ms_ < refill_ms_) return false;
    level_ms_ -= refill_ms_;
    return true;
}

void TokenBucket::spend(Instant now) {
    fill(now);
    level_ms_ = std::max<std::int64_t>(0, level_ms_ - refill_ms_);
}

Instant TokenBucket::next(Instant now) const {
    const std::int64_t passed = std::max<std::int64_t>(0, now.ms - filled_at_.ms);
    const std::int64_t level = std::min(capacity_ms_, level_ms_ + passed);
    return {now.ms + std::max<std::int64_t>(0, refill_ms_ - level)};
}

bool TokenBucket::is_full(Instant now) const {
    return level_ms_ + std::max<std::int64_t>(0, now.ms - filled_at_.ms) >= capacity_ms_;
}

TokenBucket pair_bucket(Instant now) {
    return {pair_burst, pair_refill, now};
}

TokenBucket number_bucket(std::uint32_t per_second, Instant now) {
    const std::int64_t rate = std::max<std::int64_t>(per_second, 1);
    const std::int64_t refill = (1000 + rate - 1) / rate;  // rounded up: never faster than allowed
    return {per_second, {refill}, now};
}

bool is_window_open(Instant heard_at, Instant now) {
    return now < heard_at + window_length - window_margin;
}

void PortfolioBudget::forget_before(Instant limit) {
    while (!reached_.empty() && reached_.front().first <= limit) {
        contacts_.erase(reached_.front().second);
        reached_.pop_front();
    }
}

bool PortfolioBudget::take(ContactId contact, NoticePriority priority, Instant now) {
    forget_before(now - hours(24));
    if (contacts_.contains(contact)) return true;
    std::uint32_t allowed = contacts_max_;
    if (priority != NoticePriority::closure) allowed -= contacts_max_ / 10;
    if (priority == NoticePriority::reminder) allowed -= contacts_max_ / 10;
    if (contacts_.size() >= allowed) return false;
    contacts_.insert(contact);
    reached_.emplace_back(now, contact);
    return true;
}

}  // namespace antre::notices
