#pragma once

// What is done with Flows: by the business over the Graph API, and by people who fill them in. A
// step of a form is a signed request to the Flow's endpoint, sealed for the number's key.

#include <optional>
#include <string>

#include "foundation/result.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

Answer flows_call(World& world, const Account& account, const Request& request);
Answer flow_call(World& world, Flow& flow, const Request& request, Instant now);

// Whether the message may open the form it names.
std::optional<GraphError> check_flow_message(
    World& world, const BusinessNumber& number, const json::object& interactive, Instant now
);
void set_flow_status(World& world, Flow& flow, FlowStatus status, Instant now);

// {"message": wamid, "action": "INIT", "screen"?, "data"?}; the answer comes when the endpoint has
// answered: {"status", "screen"?, "data"?, "error_msg"?, "definition", "closed"}.
Result<DeliveryId, std::string>
send_flow_step(World& world, const Person& person, const json::object& step, Instant now);
Answer finish_flow_step(World& world, const FlowStep& step, const Outcome& outcome, Instant now);

}  // namespace antre::whatsapp_cloud
