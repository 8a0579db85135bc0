#pragma once

// Everything one Cloud knows. The files beside it are its rules, as functions on this world; Cloud
// (cloud.h) is the door.

#include <deque>
#include <map>
#include <string>
#include <utility>

#include "foundation/random.h"
#include "whatsapp_cloud/call.h"
#include "whatsapp_cloud/chaos.h"
#include "whatsapp_cloud/chats.h"
#include "whatsapp_cloud/deliveries.h"
#include "whatsapp_cloud/events.h"
#include "whatsapp_cloud/flows.h"
#include "whatsapp_cloud/media.h"
#include "whatsapp_cloud/meter.h"
#include "whatsapp_cloud/numbers.h"
#include "whatsapp_cloud/options.h"
#include "whatsapp_cloud/people.h"
#include "whatsapp_cloud/portfolio_limit.h"
#include "whatsapp_cloud/templates.h"
#include "whatsapp_cloud/timeline.h"
#include "whatsapp_cloud/token_bucket.h"

namespace antre::whatsapp_cloud {

// An override that waits for its handshake.
struct AskedOverride {
    std::string object_id;  // a number or an account
    Override callback;
    std::string challenge;
};

struct World {
    explicit World(CloudOptions given);

    CloudOptions options;
    Numbers numbers;
    People people;
    Chats chats;
    MediaStore media;
    Templates templates;
    Flows flows;
    Chaos chaos;
    PortfolioLimit portfolio;
    Meter meter;
    Events events;
    Deliveries deliveries;
    Timeline timeline;
    Random ids;   // makes ids
    Random luck;  // rolls chaos, so that switches do not change ids
    std::map<std::pair<std::string, std::string>, TokenBucket> pairs;  // number, recipient
    std::map<DeliveryId, AskedOverride> handshakes;
    std::deque<json::object> calls;  // the newest last
    std::uint64_t last_call = 0;

    // Rolls a chaos switch and records a hit.
    bool strikes(std::uint32_t percent, std::string_view what, Instant now);
    void note_chaos(std::string_view what, Instant now);
    // May one more message go from this number to this recipient (pair limit)?
    bool take_pair_token(const std::string& number_id, const std::string& recipient, Instant now);
    std::string trace_id();
};

// Is the person's phone number shown to this number now? (Since 2026 not always.)
bool shows_phone_to(const World& world, const Person& person, const ChatKey& key, Instant now);

void tell_message(World& world, const ChatKey& key, const Message& message, Instant now);
void tell_status(World& world, const ChatKey& key, const Message& message, Instant now);
void tell_phone(World& world, const Person& person, Instant now);

}  // namespace antre::whatsapp_cloud
