#include "whatsapp_cloud/flow_calls.h"

#include <algorithm>
#include <utility>

#include "foundation/text.h"
#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/inbound.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/multipart.h"
#include "whatsapp_cloud/postings.h"
#include "whatsapp_cloud/webhooks.h"

namespace antre::whatsapp_cloud {

namespace {

GraphError wrong(std::string details, int subcode) {
    return {Code::invalid_parameter, std::move(details), subcode, {}, {}};
}

std::string base64url(std::string_view bytes) {
    std::string text = base64(bytes);
    text.erase(text.find_last_not_of('=') + 1);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::string app_secret(const World& world) {
    return world.options.apps.empty() ? "" : world.options.apps.front().secret;
}

// JWT, HS256 with the app secret.
std::string token_signature(const World& world, std::string_view token) {
    const std::string said = base64url(R"({"alg":"HS256","typ":"JWT"})") + "." +
                             base64url(json::serialize(json::object{{"flow_token", token}}));
    return said + "." + base64url(hmac_sha256(app_secret(world), said));
}

json::array categories_in(const json::object& body) {
    if (!array_of(body, "categories").empty()) return array_of(body, "categories");
    boost::system::error_code error;
    const json::value read = json::parse(text_of(body, "categories"), error);
    return !error && read.is_array() ? read.get_array() : json::array{};
}

std::optional<DeliveryId> post_step(
    World& world, const BusinessNumber& number, const Flow& flow, FlowStep step, Instant now
) {
    if (!number.encryption_key || flow.endpoint_uri.empty()) return std::nullopt;
    // Pings are the platform's own; a phone keeps the key it has fetched.
    const std::string& key =
        step.is_ping
            ? *number.encryption_key
            : world.flows.held_keys.try_emplace(number.id, *number.encryption_key).first->second;
    auto sealed = seal_flow(key, json::serialize(step.said), world.ids);
    if (!sealed) return std::nullopt;
    Delivery delivery;
    delivery.at = now;
    delivery.url = flow.endpoint_uri;
    delivery.body = std::move(sealed->body);
    delivery.headers = {
        {"Content-Type", "application/json"},
        {"User-Agent", "facebookexternalua"},
        {"X-Hub-Signature-256", webhook_signature(app_secret(world), delivery.body)}};
    delivery.field = "flow";
    delivery.summary = "flow " + std::string(text_of(step.said, "action")) + " " + flow.name;
    const DeliveryId id = post_once(world, std::move(delivery), now);
    step.secret = sealed->secret;
    step.flow_id = flow.id;
    world.flows.steps[id] = std::move(step);
    return id;
}

void ping(World& world, const Flow& flow, Instant now) {
    const auto keyed = world.flows.keyed_last.find(flow.waba_id);
    if (keyed == world.flows.keyed_last.end()) return;
    const BusinessNumber* number = world.numbers.find(keyed->second);
    if (number == nullptr) return;
    FlowStep step;
    step.is_ping = true;
    step.number_id = number->id;
    step.said = {{"version", "3.0"}, {"action", "ping"}};
    post_step(world, *number, flow, std::move(step), now);
}

Answer upload_definition(World& world, Flow& flow, const Request& request) {
    const auto parts = read_multipart(request.call->content_type, request.call->body);
    const Part* file = parts ? part_named(*parts, "file") : nullptr;
    if (file == nullptr) return refuse(world, wrong("Param file is missing.", 0));
    if (flow.status != FlowStatus::draft) {
        return refuse(world, wrong("Only a draft can be changed.", 4016020));
    }
    boost::system::error_code error;
    const json::value read = json::parse(file->bytes, error);
    if (error || !read.is_object()) {
        return answer(
            world,
            {{"success", false},
             {"validation_errors",
              json::array{json::object{
                  {"error", "INVALID_JSON"},
                  {"error_type", "JSON_SCHEMA_ERROR"},
                  {"message", "Invalid JSON."}}}}}
        );
    }
    flow.definition = read.get_object();
    return answer(world, {{"success", true}, {"validation_errors", flow_faults(flow.definition)}});
}

// The definition lies behind an address of its own, as a file.
Answer show_assets(World& world, const Flow& flow) {
    json::array assets;
    if (!flow.definition.empty()) {
        assets.push_back(json::object{
            {"name", "flow.json"},
            {"asset_type", "FLOW_JSON"},
            {"download_url",
             world.options.public_url + "/_emulator/flows/" + std::to_string(flow.id) +
                 "/flow.json"}});
    }
    return answer(world, {{"data", std::move(assets)}});
}

Answer publish(World& world, Flow& flow, Instant now) {
    if (flow.status != FlowStatus::draft) {
        return refuse(world, wrong("Only a draft can be published.", 4016007));
    }
    if (!flow_faults(flow.definition).empty()) {
        return refuse(world, wrong("The Flow JSON has validation errors.", 4016013));
    }
    if (!world.flows.keyed_last.contains(flow.waba_id)) {
        return refuse(
            world, wrong("No public key is registered for a number of the account.", 4016014)
        );
    }
    ping(world, flow, now);
    set_flow_status(world, flow, FlowStatus::published, now);
    return success(world);
}

}  // namespace

Answer flows_call(World& world, const Account& account, const Request& request) {
    if (request.method == "GET") {
        json::array shown;
        for (const auto& [id, flow] : world.flows.all()) {
            if (flow.waba_id == account.id) shown.push_back(flow_json(flow));
        }
        return answer(world, {{"data", std::move(shown)}});
    }
    if (request.method != "POST") return unknown_edge(world, request);
    const std::string name(text_of(request.body, "name"));
    if (name.empty()) return refuse(world, wrong("Param name is missing.", 0));
    if (world.flows.find(name, account.id) != nullptr) {
        return refuse(world, wrong("There is a Flow of this name.", 4016019));
    }
    Flow flow;
    flow.id = 6'000'000'000'000'000 + world.ids.below(900'000'000'000'000);
    flow.waba_id = account.id;
    flow.name = name;
    flow.categories = categories_in(request.body);
    flow.endpoint_uri = text_of(request.body, "endpoint_uri");
    if (flow.categories.empty()) return refuse(world, wrong("Param categories is missing.", 0));
    const Flow& made = world.flows.add(std::move(flow));
    return answer(world, {{"id", std::to_string(made.id)}});
}

Answer flow_call(World& world, Flow& flow, const Request& request, Instant now) {
    if (request.edge == "assets" && request.method == "POST") {
        return upload_definition(world, flow, request);
    }
    if (request.edge == "assets" && request.method == "GET") return show_assets(world, flow);
    if (request.edge == "publish" && request.method == "POST") return publish(world, flow, now);
    if (request.edge == "deprecate" && request.method == "POST") {
        if (flow.status == FlowStatus::draft) {
            return refuse(world, wrong("A draft is deleted, not deprecated.", 4016008));
        }
        set_flow_status(world, flow, FlowStatus::deprecated, now);
        return success(world);
    }
    if (!request.edge.empty()) return unknown_edge(world, request);
    if (request.method == "GET") {
        return answer(world, chosen_fields(flow_json(flow), *request.call));
    }
    if (request.method == "DELETE") {
        if (flow.status != FlowStatus::draft) {
            return refuse(world, wrong("Only a draft can be deleted.", 4016010));
        }
        world.flows.remove(flow.id);
        return success(world);
    }
    const std::string_view uri = text_of(request.body, "endpoint_uri");
    if (!uri.empty()) flow.endpoint_uri = uri;
    return success(world);
}

std::optional<GraphError> check_flow_message(
    World& world, const BusinessNumber& number, const json::object& interactive, Instant now
) {
    const json::object& parameters = object_of(object_of(interactive, "action"), "parameters");
    std::string_view named = text_of(parameters, "flow_id");
    if (named.empty()) named = text_of(parameters, "flow_name");
    Flow* flow = world.flows.find(named, number.waba_id);
    if (flow == nullptr) {
        return GraphError{Code::bad_value, "There is no such Flow in the account.", {}, {}, {}};
    }
    const bool is_draft_meant = text_of(parameters, "mode") == "draft";
    switch (flow->status) {
    case FlowStatus::draft:
        if (is_draft_meant) return std::nullopt;
        return GraphError{Code::bad_value, "The Flow is not published.", {}, {}, {}};
    case FlowStatus::published: return std::nullopt;
    case FlowStatus::blocked:
    case FlowStatus::deprecated: return GraphError{Code::flow_blocked, {}, {}, {}, {}};
    case FlowStatus::throttled: break;
    }
    std::erase_if(flow->sent, [now](Instant at) { return now - at >= hours(1); });
    if (flow->sent.size() >= throttled_flow_messages_max) {
        return GraphError{Code::flow_throttled, {}, {}, {}, {}};
    }
    flow->sent.push_back(now);
    return std::nullopt;
}

void set_flow_status(World& world, Flow& flow, FlowStatus status, Instant now) {
    const std::string before(name_of(flow.status));
    flow.status = status;
    const std::string after(name_of(status));
    const std::string said =
        "Flow " + flow.name + " changed status from " + before + " to " + after;
    report(
        world,
        {flow.waba_id,
         "",
         "flows",
         {{"event", "FLOW_STATUS_CHANGE"},
          {"message", said},
          {"flow_id", std::to_string(flow.id)},
          {"old_status", before},
          {"new_status", after}},
         said},
        now
    );
}

Result<DeliveryId, std::string>
send_flow_step(World& world, const Person& person, const json::object& step, Instant now) {
    const std::string wamid(text_of(step, "message"));
    const auto found = world.chats.find_message(wamid);
    if (!found || found->key.person != person.index) {
        return fail(std::string("there is no such message"));
    }
    const json::object& parameters =
        object_of(object_of(found->message->body, "action"), "parameters");
    BusinessNumber* number = world.numbers.find(found->key.number_id);
    std::string_view named = text_of(parameters, "flow_id");
    if (named.empty()) named = text_of(parameters, "flow_name");
    Flow* flow = number == nullptr ? nullptr : world.flows.find(named, number->waba_id);
    if (flow == nullptr) return fail(std::string("the message opens no form"));
    const std::string token(text_of(parameters, "flow_token"));
    json::object said{
        {"version", "3.0"},
        {"action", text_of(step, "action")},
        {"flow_token", token},
        {"flow_token_signature", token_signature(world, token)}};
    if (!text_of(step, "screen").empty()) said["screen"] = text_of(step, "screen");
    if (step.contains("data")) said["data"] = object_of(step, "data");
    FlowStep waiting;
    waiting.wa_id = person.wa_id;
    waiting.number_id = number->id;
    waiting.message = wamid;
    waiting.said = std::move(said);
    const auto id = post_step(world, *number, *flow, std::move(waiting), now);
    if (!id) return fail(std::string("the number has no public key, or the Flow no endpoint"));
    return *id;
}

namespace {

constexpr int sealed_for_another_key = 421;

// The phone fetches the number's public key anew and says the same once more.
std::optional<DeliveryId> say_again(World& world, const FlowStep& step, Instant now) {
    const BusinessNumber* number = world.numbers.find(step.number_id);
    const Flow* flow = world.flows.find(step.flow_id);
    if (step.is_second || number == nullptr || flow == nullptr) return std::nullopt;
    world.flows.held_keys.erase(number->id);
    FlowStep second = step;
    second.is_second = true;
    return post_step(world, *number, *flow, std::move(second), now);
}

}  // namespace

Answer finish_flow_step(World& world, const FlowStep& step, const Outcome& outcome, Instant now) {
    if (outcome.status == sealed_for_another_key) {
        if (const auto id = say_again(world, step, now)) {
            Answer later;
            later.awaits = *id;
            return later;
        }
    }
    json::object told{{"status", outcome.status.value_or(0)}, {"closed", false}};
    std::string text = open_flow_answer(step.secret, outcome.body).value_or(outcome.body);
    boost::system::error_code error;
    const json::value read = json::parse(text, error);
    const json::object* said = !error ? read.if_object() : nullptr;
    if (said != nullptr) {
        for (const auto& member : *said)
            told[member.key()] = member.value();
    } else {
        told["error"] = "the endpoint's answer cannot be opened";
    }
    Answer made;
    const bool is_success = outcome.status == 200 && text_of(told, "screen") == "SUCCESS";
    Person* person = world.people.find(step.wa_id);
    if (is_success && person != nullptr) {
        const json::object& params =
            object_of(object_of(object_of(told, "data"), "extension_message_response"), "params");
        const json::object reply{
            {"type", "flow_reply"},
            {"context", step.message},
            {"response_json", json::serialize(params)}};
        told["closed"] = receive_message(world, *person, step.number_id, reply, 1, now).has_value();
    }
    const auto found = world.chats.find_message(step.message);
    if (found) {
        const json::object& parameters =
            object_of(object_of(found->message->body, "action"), "parameters");
        std::string_view named = text_of(parameters, "flow_id");
        if (named.empty()) named = text_of(parameters, "flow_name");
        const BusinessNumber* number = world.numbers.find(step.number_id);
        Flow* flow = number == nullptr ? nullptr : world.flows.find(named, number->waba_id);
        if (flow != nullptr) told["definition"] = flow->definition;
    }
    made.body = json::serialize(told);
    return made;
}

}  // namespace antre::whatsapp_cloud
