#include "whatsapp_cloud/deliveries.h"

#include <algorithm>
#include <iterator>

#include "foundation/assert.h"
#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

// Meta says: at once, then with decreasing frequency. The distances are ours.
constexpr Milliseconds retry_delays[] = {
    seconds(1),
    seconds(5),
    seconds(15),
    minutes(1),
    minutes(5),
    minutes(15),
    hours(1),
    hours(3),
    hours(6),
    hours(12),
    hours(24),
};

std::string_view name_of(DeliveryState state) {
    switch (state) {
    case DeliveryState::pending:
    case DeliveryState::sending: return "pending";
    case DeliveryState::delivered: return "delivered";
    case DeliveryState::dropped: return "dropped";
    }
    return {};
}

}  // namespace

Milliseconds retry_delay(std::size_t made) {
    const std::size_t last = std::size(retry_delays) - 1;
    return retry_delays[std::min(made == 0 ? 0 : made - 1, last)];
}

std::vector<Update> Deliveries::take_ready(Instant now, std::size_t most) {
    std::vector<Update> taken;
    for (auto it = updates_.begin(); it != updates_.end() && it->first.first <= now;) {
        if (taken.size() >= most) break;
        const bool may_share = taken.empty() || (taken.front().app == it->second.app &&
                                                 taken.front().url == it->second.url);
        if (!may_share) {
            ++it;
            continue;
        }
        taken.push_back(std::move(it->second));
        it = updates_.erase(it);
    }
    return taken;
}

Delivery& Deliveries::open(Delivery delivery, Instant first_attempt) {
    delivery.id = ++last_id_;
    delivery.state = DeliveryState::pending;
    attempts_due_[{first_attempt, delivery.id}] = delivery.id;
    return deliveries_[delivery.id] = std::move(delivery);
}

Delivery* Deliveries::find(DeliveryId id) {
    const auto found = deliveries_.find(id);
    return found == deliveries_.end() ? nullptr : &found->second;
}

Delivery* Deliveries::take_due(Instant now) {
    if (attempts_due_.empty() || attempts_due_.begin()->first.first > now) return nullptr;
    Delivery& delivery = deliveries_.at(attempts_due_.begin()->second);
    attempts_due_.erase(attempts_due_.begin());
    delivery.state = DeliveryState::sending;
    ++in_flight_;
    return &delivery;
}

void Deliveries::settle(Delivery& delivery, const Outcome& outcome, Instant now) {
    ASSERT(delivery.state == DeliveryState::sending && in_flight_ > 0);
    --in_flight_;
    delivery.attempts.push_back({now, outcome.status, outcome.error});
    if (outcome.status == 200) {
        finish(delivery, DeliveryState::delivered);
        return;
    }
    const Instant next = now + retry_delay(delivery.attempts.size());
    const bool gives_up = delivery.retrying == Retrying::never ||
                          next - delivery.attempts.front().at > webhook_retried_for;
    if (gives_up) {
        finish(delivery, DeliveryState::dropped);
        return;
    }
    delivery.state = DeliveryState::pending;
    attempts_due_[{next, delivery.id}] = delivery.id;
}

std::optional<Instant> Deliveries::next_due() const {
    std::optional<Instant> next;
    if (!updates_.empty()) next = updates_.begin()->first.first;
    if (!attempts_due_.empty()) {
        const Instant attempt = attempts_due_.begin()->first.first;
        next = next ? std::min(*next, attempt) : attempt;
    }
    return next;
}

std::vector<const Delivery*> Deliveries::latest(std::size_t most) const {
    std::vector<const Delivery*> found;
    for (auto it = deliveries_.rbegin(); it != deliveries_.rend() && found.size() < most; ++it) {
        found.push_back(&it->second);
    }
    return found;
}

void Deliveries::clear() {
    updates_.clear();
    attempts_due_.clear();
    finished_.clear();
    std::erase_if(deliveries_, [](const auto& entry) {
        return entry.second.state != DeliveryState::sending;
    });
}

void Deliveries::finish(Delivery& delivery, DeliveryState state) {
    delivery.state = state;
    finished_.push_back(delivery.id);
    if (finished_.size() <= deliveries_kept) return;
    // The one just finished is the newest of this queue, so the reference stays good.
    deliveries_.erase(finished_.front());
    finished_.pop_front();
}

json::object delivery_json(const Delivery& delivery) {
    json::array attempts;
    for (const Attempt& attempt : delivery.attempts) {
        json::object one{{"at", iso_instant(attempt.at)}, {"status", nullptr}, {"error", nullptr}};
        if (attempt.status) one["status"] = *attempt.status;
        if (!attempt.error.empty()) one["error"] = attempt.error;
        attempts.push_back(std::move(one));
    }
    json::object object{
        {"id", std::to_string(delivery.id)},
        {"at", iso_instant(delivery.at)},
        {"attempts", std::move(attempts)},
        {"state", name_of(delivery.state)},
        {"field", delivery.field},
        {"summary", delivery.summary},
        {"body", nullptr},
        {"method", delivery.method},
        {"url", delivery.url},
    };
    boost::system::error_code error;
    if (delivery.body.size() <= call_body_bytes_shown_max) {
        const json::value body = json::parse(delivery.body, error);
        object["body"] = error ? json::value(nullptr) : body;
    }
    return object;
}

}  // namespace antre::whatsapp_cloud
