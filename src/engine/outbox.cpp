#include "engine/outbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "notices/limits.h"
#include "notices/send_policy.h"

namespace antre::engine {

void Outbox::clear() {
    lanes_.clear();
    ready_.clear();
    sending_.clear();
    awaiting_.clear();
    size_ = 0;
}

Outbox::Lane& Outbox::lane(const LaneKey& key, Instant now) {
    const auto found = lanes_.find(key);
    if (found != lanes_.end()) return found->second;
    return lanes_.emplace(key, Lane{{}, false, {}, {}, notices::pair_bucket(now)}).first->second;
}

void Outbox::order(const LaneKey& key, Lane& lane) {
    ready_.erase({lane.ready_at, key});
    if (lane.waiting.empty() || lane.is_sending) return;
    const PendingMessage& head = lane.waiting.front();
    lane.ready_at = std::max({head.due_at, head.progress.next_try_at, lane.paused_until});
    ready_.emplace(lane.ready_at, key);
}

void Outbox::add(const PendingMessage& message) {
    const LaneKey key{message.office, message.contact};
    Lane& its_lane = lane(key, message.queued_at);
    // What may go earlier goes first: a notice for tomorrow must not hold up tonight's replies.
    const auto later = std::upper_bound(
        its_lane.waiting.begin(),
        its_lane.waiting.end(),
        message.due_at,
        [](Instant due, const PendingMessage& waiting) { return due < waiting.due_at; }
    );
    its_lane.waiting.insert(later, message);
    ++size_;
    order(key, its_lane);
}

void Outbox::heard(OfficeId office, Instant now) {
    const auto number = numbers_.find(office);
    if (number != numbers_.end()) number->second.spend(now);
}

std::optional<PendingMessage> Outbox::claim(Instant now) {
    if (now < all_paused_until_) return std::nullopt;
    while (!ready_.empty() && ready_.begin()->first <= now) {
        const LaneKey key = ready_.begin()->second;
        Lane& its_lane = lanes_.at(key);
        const auto paused = number_paused_.find(key.first);
        Instant wait_until =
            paused == number_paused_.end() ? Instant{} : std::max(paused->second, Instant{});
        auto number = numbers_.find(key.first);
        if (number == numbers_.end()) {
            number = numbers_.emplace(key.first, notices::number_bucket(per_second_, now)).first;
        }
        wait_until = std::max(wait_until, its_lane.bucket.next(now));
        if (number->second.next(now) > now) {
            // Each lane that waits for the number gets the next free moment of it, so that a long
            // backlog is ordered once and not again at every moment.
            Instant& moment = number_moment_[key.first];
            moment = std::max(moment, number->second.next(now));
            wait_until = std::max(wait_until, moment);
            moment = moment + Milliseconds{1000 / std::max(per_second_, 1u) + 1};
        }
        if (wait_until > now) {
            ready_.erase(ready_.begin());
            its_lane.ready_at = wait_until;
            ready_.emplace(wait_until, key);
            continue;
        }
        number->second.spend(now);
        its_lane.bucket.spend(now);
        ready_.erase(ready_.begin());
        its_lane.is_sending = true;
        PendingMessage message = std::move(its_lane.waiting.front());
        its_lane.waiting.erase(its_lane.waiting.begin());
        --size_;
        sending_.insert_or_assign(message.id, std::pair{now + notices::claim_lease, message});
        return message;
    }
    return std::nullopt;
}

void Outbox::mark_sending(const notices::MessageProgress& progress) {
    const auto found = sending_.find(progress.id);
    if (found != sending_.end()) found->second.second.progress = progress;
}

void Outbox::put_back(PendingMessage message) {
    const LaneKey key{message.office, message.contact};
    const bool was_sending = sending_.erase(message.id) > 0;
    Lane& its_lane = lane(key, message.queued_at);
    // Else it waited for its echo, and another message of the lane may be on its way meanwhile.
    if (was_sending) its_lane.is_sending = false;
    its_lane.waiting.insert(its_lane.waiting.begin(), std::move(message));
    ++size_;
    order(key, its_lane);
}

void Outbox::settle(const LaneKey& key) {
    const auto found = lanes_.find(key);
    if (found == lanes_.end()) return;
    found->second.is_sending = false;
    order(key, found->second);
}

void Outbox::done(MessageId message) {
    const auto found = sending_.find(message);
    if (found == sending_.end()) return;
    const PendingMessage& sent = found->second.second;
    const LaneKey key{sent.office, sent.contact};
    sending_.erase(found);
    settle(key);
}

std::optional<PendingMessage> Outbox::handed_out(MessageId message) const {
    for (const auto* fates : {&sending_, &awaiting_}) {
        const auto found = fates->find(message);
        if (found != fates->end()) return found->second.second;
    }
    return std::nullopt;
}

std::vector<PendingMessage> Outbox::without_report(Instant now) {
    std::vector<PendingMessage> late;
    for (const auto& [id, sent] : sending_) {
        if (sent.first <= now) late.push_back(sent.second);
    }
    for (const PendingMessage& message : late)
        done(message.id);
    return late;
}

void Outbox::pause_pair(OfficeId office, ContactId contact, Instant until) {
    const LaneKey key{office, contact};
    const auto found = lanes_.find(key);
    if (found == lanes_.end()) return;
    found->second.paused_until = std::max(found->second.paused_until, until);
    order(key, found->second);
}

void Outbox::pause_number(OfficeId office, Instant until) {
    Instant& paused = number_paused_[office];
    paused = std::max(paused, until);
}

void Outbox::pause_all(Instant until) {
    all_paused_until_ = std::max(all_paused_until_, until);
}

void Outbox::retry_templates(Instant now) {
    for (auto& [key, its_lane] : lanes_) {
        for (PendingMessage& message : its_lane.waiting) {
            if (!notices::is_template_shut(message.progress.error)) continue;
            message.progress.next_try_at = std::min(message.progress.next_try_at, now);
        }
        order(key, its_lane);
    }
}

void Outbox::await_echo(PendingMessage message, Instant until) {
    const MessageId id = message.id;
    done(id);
    awaiting_.insert_or_assign(id, std::pair{until, std::move(message)});
}

std::optional<PendingMessage> Outbox::stop_waiting(MessageId message) {
    const auto found = awaiting_.find(message);
    if (found == awaiting_.end()) return std::nullopt;
    PendingMessage waited = std::move(found->second.second);
    awaiting_.erase(found);
    return waited;
}

std::vector<PendingMessage> Outbox::without_echo(Instant now) {
    std::vector<PendingMessage> late;
    for (auto waiting = awaiting_.begin(); waiting != awaiting_.end();) {
        if (waiting->second.first <= now) {
            late.push_back(std::move(waiting->second.second));
            waiting = awaiting_.erase(waiting);
        } else {
            ++waiting;
        }
    }
    return late;
}

std::vector<PendingMessage> Outbox::forget(ContactId contact) {
    std::vector<PendingMessage> all;
    for (auto* fates : {&sending_, &awaiting_}) {
        std::erase_if(*fates, [&](const auto& entry) {
            const PendingMessage& message = entry.second.second;
            if (message.contact == contact) all.push_back(message);
            return message.contact == contact;
        });
    }
    for (auto& [key, its_lane] : lanes_) {
        if (key.second != contact) continue;
        size_ -= its_lane.waiting.size();
        std::move(its_lane.waiting.begin(), its_lane.waiting.end(), std::back_inserter(all));
        its_lane.waiting.clear();
        its_lane.is_sending = false;
        order(key, its_lane);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return all;
}

void Outbox::forget_idle(Instant now) {
    std::erase_if(lanes_, [&](const auto& entry) {
        const Lane& idle = entry.second;
        return idle.waiting.empty() && !idle.is_sending && idle.bucket.is_full(now) &&
               idle.paused_until <= now;
    });
}

std::optional<Instant> Outbox::next_send() const {
    if (ready_.empty()) return std::nullopt;
    return std::max(ready_.begin()->first, all_paused_until_);
}

std::optional<Instant> Outbox::next_due() const {
    std::optional<Instant> due = next_send();
    for (const auto* fates : {&sending_, &awaiting_}) {
        for (const auto& [id, waiting] : *fates) {
            if (!due || waiting.first < *due) due = waiting.first;
        }
    }
    return due;
}

}  // namespace antre::engine
