#pragma once

// The webhook sender's book: updates waiting for their time, deliveries with their attempts, and
// when each is tried again. Retries come at growing distances for seven days, then it is dropped.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/time.h"
#include "whatsapp_cloud/call.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

// One change to report to one app.
struct Update {
    std::size_t app = 0;
    std::string url;
    std::string waba_id;
    std::string field;
    json::object value;
    bool is_timed = false;  // fields other than `messages` carry the entry's time
    std::string summary;
};

struct Attempt {
    Instant at;
    std::optional<int> status;
    std::string error;
};

enum class DeliveryState {
    pending,
    sending,
    delivered,
    dropped,
};

enum class Retrying {
    for_seven_days,
    never,  // handshakes, and what chaos sends in a stranger's name
};

// A request to be sent over HTTP, and its fate so far.
struct Delivery {
    DeliveryId id = 0;
    Instant at;  // when it was made
    std::string method = "POST";
    std::string url;
    std::vector<Header> headers;
    std::string body;
    std::string field;
    std::string summary;
    Retrying retrying = Retrying::for_seven_days;
    DeliveryState state = DeliveryState::pending;
    std::vector<Attempt> attempts;
};

// What became of an attempt. No status means no answer came.
struct Outcome {
    std::optional<int> status;
    std::string body;
    std::string error;
};

class Deliveries {
public:
    void add(Instant ready, Update update) {
        updates_.emplace(std::pair{ready, ++last_update_}, std::move(update));
    }
    // The next updates ready at `now` that may share one POST: same app and callback, at most
    // `most`. Empty when none is ready.
    std::vector<Update> take_ready(Instant now, std::size_t most);

    Delivery& open(Delivery delivery, Instant first_attempt);
    Delivery* find(DeliveryId id);
    // The next delivery whose attempt is due; it counts as sending from now on.
    Delivery* take_due(Instant now);
    // Books the outcome of an attempt and plans the next one if needed.
    void settle(Delivery& delivery, const Outcome& outcome, Instant now);

    [[nodiscard]] std::optional<Instant> next_due() const;
    [[nodiscard]] std::size_t in_flight() const { return in_flight_; }
    // Newest first.
    [[nodiscard]] std::vector<const Delivery*> latest(std::size_t most) const;
    [[nodiscard]] std::size_t unfinished() const { return attempts_due_.size() + in_flight_; }
    void clear();

private:
    void finish(Delivery& delivery, DeliveryState state);

    std::map<std::pair<Instant, std::uint64_t>, Update> updates_;
    std::uint64_t last_update_ = 0;
    std::map<DeliveryId, Delivery> deliveries_;
    std::map<std::pair<Instant, DeliveryId>, DeliveryId> attempts_due_;
    std::deque<DeliveryId> finished_;
    DeliveryId last_id_ = 0;
    std::size_t in_flight_ = 0;
};

// How long after attempt number `made` (1, 2, …) the next one comes.
Milliseconds retry_delay(std::size_t made);

// The Delivery object of the control API.
json::object delivery_json(const Delivery& delivery);

}  // namespace antre::whatsapp_cloud
