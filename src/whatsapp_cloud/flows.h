#pragma once

// Flows: forms that open inside WhatsApp. A draft gets its definition as an asset and is published;
// the platform may throttle or block it; deprecated is for ever.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/time.h"
#include "whatsapp_cloud/flow_seal.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

enum class FlowStatus {
    draft,
    published,
    throttled,  // ten messages an hour
    blocked,
    deprecated,
};
std::string_view name_of(FlowStatus status);  // "PUBLISHED"
std::optional<FlowStatus> flow_status_named(std::string_view name);

struct Flow {
    std::uint64_t id = 0;
    std::string waba_id;
    std::string name;
    json::array categories;
    std::string endpoint_uri;
    FlowStatus status = FlowStatus::draft;
    json::object definition;
    std::vector<Instant> sent;  // of the last hour, while it is throttled
};

// A step of an open form that waits for the endpoint.
struct FlowStep {
    FlowSecret secret;
    bool is_ping = false;
    std::string wa_id;
    std::string number_id;
    std::string message;  // that carried the form
    std::uint64_t flow_id = 0;
    json::object said;       // what was sealed
    bool is_second = false;  // after the public key was fetched anew
};

class Flows {
public:
    Flow& add(Flow flow) { return by_id_.emplace(flow.id, std::move(flow)).first->second; }
    Flow* find(std::uint64_t id);
    Flow* find(std::string_view id_or_name, std::string_view waba_id);
    void remove(std::uint64_t id) { by_id_.erase(id); }
    [[nodiscard]] const std::map<std::uint64_t, Flow>& all() const { return by_id_; }

    // The number of the account whose key was registered last: pings are sealed for it.
    std::map<std::string, std::string, std::less<>> keyed_last;
    // The public key that phones hold of each number, until an endpoint says 421.
    std::map<std::string, std::string, std::less<>> held_keys;
    std::map<std::uint64_t, FlowStep> steps;  // by delivery

private:
    std::map<std::uint64_t, Flow> by_id_;
};

// What is wrong with a definition, as the platform words it: {error, error_type, message}.
json::array flow_faults(const json::object& definition);
json::object flow_json(const Flow& flow);

}  // namespace antre::whatsapp_cloud
