#include "whatsapp_cloud/postings.h"

#include <algorithm>

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/flow_calls.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/query.h"
#include "whatsapp_cloud/webhook_writer.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::size_t big_body_slack_bytes = 512;

// Puts messages or statuses of one number side by side in one value where two updates allow it.
bool merge_values(json::object& into, const json::object& from) {
    for (const std::string_view list : {"messages", "statuses"}) {
        if (!into.contains(list) || !from.contains(list)) continue;
        if (into.at("metadata") != from.at("metadata")) return false;
        for (const json::value& one : from.at(list).get_array()) {
            into.at(list).get_array().push_back(one);
        }
        json::array& contacts = into["contacts"].is_array() ? into["contacts"].get_array()
                                                            : into["contacts"].emplace_array();
        for (const json::value& contact : array_of(from, "contacts")) {
            if (std::find(contacts.begin(), contacts.end(), contact) == contacts.end()) {
                contacts.push_back(contact);
            }
        }
        if (contacts.empty()) into.erase("contacts");
        return true;
    }
    return false;
}

json::object compose(const std::vector<Update>& updates, Instant now) {
    json::array entries;
    for (const Update& update : updates) {
        json::object* entry = entries.empty() ? nullptr : &entries.back().get_object();
        const bool is_same_entry = entry != nullptr && text_of(*entry, "id") == update.waba_id &&
                                   entry->contains("time") == update.is_timed;
        if (!is_same_entry) {
            json::object fresh{{"id", update.waba_id}};
            if (update.is_timed) fresh["time"] = now.ms / 1000;
            fresh["changes"] = json::array{};
            entries.push_back(std::move(fresh));
            entry = &entries.back().get_object();
        }
        json::array& changes = entry->at("changes").get_array();
        if (!changes.empty() && text_of(changes.back().get_object(), "field") == update.field &&
            merge_values(changes.back().get_object().at("value").get_object(), update.value)) {
            continue;
        }
        changes.push_back(json::object{{"value", update.value}, {"field", update.field}});
    }
    return {{"object", "whatsapp_business_account"}, {"entry", std::move(entries)}};
}

// Fills the body up to Meta's 3 MB with a change of a field nobody knows.
void make_big(json::object& body, const std::string& waba_id, Instant now) {
    const std::size_t present = write_wire(body).size() + big_body_slack_bytes;
    if (present >= webhook_bytes_max) return;
    json::object padding{{"anything", std::string(webhook_bytes_max - present, 'x')}};
    json::object change{{"value", std::move(padding)}, {"field", "some_future_field"}};
    body.at("entry").get_array().push_back(json::object{
        {"id", waba_id}, {"time", now.ms / 1000}, {"changes", json::array{std::move(change)}}});
}

std::vector<Header> posting_headers(const std::string& signature) {
    return {
        {"Content-Type", "application/json"},
        {"User-Agent", "facebookexternalua"},
        {"Accept", "*/*"},
        {"X-Hub-Signature-256", signature},
    };
}

void tell_delivery(World& world, const Delivery& delivery, Instant now) {
    if (!world.events.records(EventKind::delivery)) return;
    world.events.add(EventKind::delivery, now, delivery_json(delivery));
}

void open_posting(World& world, Delivery delivery, Instant first_attempt, Instant now) {
    tell_delivery(world, world.deliveries.open(std::move(delivery), first_attempt), now);
}

// Copies that chaos sends beside the true delivery; nobody retries them.
void add_copies(World& world, const Delivery& original, const std::string& secret, Instant now) {
    const Chaos& chaos = world.chaos;
    if (world.strikes(chaos.duplicate_percent, "duplicate", now)) {
        Delivery copy = original;
        copy.summary += " (duplicate)";
        const auto wait = static_cast<std::int64_t>(5 + world.luck.below(45));
        open_posting(world, std::move(copy), now + Milliseconds{wait}, now);
    }
    if (world.strikes(chaos.bad_signature_percent, "bad_signature", now)) {
        Delivery copy = original;
        copy.headers = posting_headers(webhook_signature(secret + "stranger", copy.body));
        copy.summary += " (bad signature)";
        copy.retrying = Retrying::never;
        open_posting(world, std::move(copy), now, now);
    }
    if (world.strikes(chaos.truncated_percent, "truncated", now)) {
        Delivery copy = original;
        copy.body.resize(1 + world.luck.below(copy.body.size() - 1));
        copy.headers = posting_headers(webhook_signature(secret, copy.body));
        copy.summary += " (truncated)";
        copy.retrying = Retrying::never;
        open_posting(world, std::move(copy), now, now);
    }
}

void open_ready_updates(World& world, Instant now) {
    while (true) {
        std::vector<Update> updates = world.deliveries.take_ready(now, world.chaos.batch_max);
        if (updates.empty()) return;
        json::object body = compose(updates, now);
        if (world.chaos.big_body) make_big(body, updates.front().waba_id, now);
        const std::string& secret = world.options.apps[updates.front().app].secret;
        Delivery delivery;
        delivery.at = now;
        delivery.url = updates.front().url;
        delivery.body = write_wire(body);
        delivery.headers = posting_headers(webhook_signature(secret, delivery.body));
        delivery.field = updates.front().field;
        delivery.summary = updates.front().summary;
        if (updates.size() > 1) {
            delivery.summary = std::to_string(updates.size()) + " updates";
        }
        open_posting(world, delivery, now, now);
        add_copies(world, delivery, secret, now);
    }
}

// Chaos may lose an attempt before it leaves. Gives the reason then.
std::string lost_on_the_way(World& world, const Delivery& delivery, Instant now) {
    if (world.chaos.webhook_down) return "webhook down (chaos)";
    const bool is_first = delivery.attempts.empty() && delivery.method == "POST";
    if (is_first && world.strikes(world.chaos.drop_percent, "drop", now)) return "lost (chaos)";
    return {};
}

Answer finish_handshake(World& world, const AskedOverride& asked, const Outcome& outcome) {
    if (outcome.status != 200 || outcome.body != asked.challenge) {
        const std::string reason = outcome.status
                                       ? "HTTP status code = " + std::to_string(*outcome.status)
                                       : "no answer: " + outcome.error;
        return refuse(
            world,
            GraphError{
                Code::callback_verification,
                {},
                {},
                "(#2200) Callback verification failed with the following errors: " + reason,
                {}}
        );
    }
    if (BusinessNumber* number = world.numbers.find(asked.object_id)) {
        number->callback = asked.callback;
    } else if (Account* account = world.numbers.find_account(asked.object_id)) {
        account->callback = asked.callback;
    }
    return answer(world, {{"success", true}});
}

}  // namespace

std::vector<Delivery> due_postings(World& world, Instant now) {
    open_ready_updates(world, now);
    std::vector<Delivery> due;
    while (world.deliveries.in_flight() < world.options.deliveries_in_flight_max) {
        Delivery* delivery = world.deliveries.take_due(now);
        if (delivery == nullptr) break;
        const std::string loss = lost_on_the_way(world, *delivery, now);
        const bool is_asked_for =
            world.handshakes.contains(delivery->id) || world.flows.steps.contains(delivery->id);
        if (loss.empty() || is_asked_for) {
            due.push_back(*delivery);
            continue;
        }
        world.deliveries.settle(*delivery, {{}, {}, loss}, now);
        tell_delivery(world, *delivery, now);
    }
    return due;
}

std::optional<Answer>
settle_posting(World& world, DeliveryId id, const Outcome& outcome, Instant now) {
    Delivery* delivery = world.deliveries.find(id);
    if (delivery == nullptr || delivery->state != DeliveryState::sending) return std::nullopt;
    world.deliveries.settle(*delivery, outcome, now);
    tell_delivery(world, *delivery, now);
    if (const auto found = world.flows.steps.find(id); found != world.flows.steps.end()) {
        const FlowStep step = std::move(found->second);
        world.flows.steps.erase(found);
        if (step.is_ping) return std::nullopt;
        return finish_flow_step(world, step, outcome, now);
    }
    const auto handshake = world.handshakes.find(id);
    if (handshake == world.handshakes.end()) return std::nullopt;
    const AskedOverride asked = std::move(handshake->second);
    world.handshakes.erase(handshake);
    return finish_handshake(world, asked, outcome);
}

std::optional<DeliveryId> replay_posting(World& world, DeliveryId id, Instant now) {
    const Delivery* original = world.deliveries.find(id);
    if (original == nullptr || original->method != "POST") return std::nullopt;
    Delivery copy = *original;
    copy.at = now;
    copy.attempts.clear();
    copy.summary += " (replay)";
    const Delivery& opened = world.deliveries.open(std::move(copy), now);
    tell_delivery(world, opened, now);
    return opened.id;
}

DeliveryId post_once(World& world, Delivery delivery, Instant now) {
    delivery.retrying = Retrying::never;
    const Delivery& opened = world.deliveries.open(std::move(delivery), now);
    tell_delivery(world, opened, now);
    return opened.id;
}

DeliveryId start_handshake(World& world, AskedOverride asked, Instant now) {
    asked.challenge = std::to_string(1'000'000'000 + world.ids.below(1'000'000'000));
    Delivery delivery;
    delivery.at = now;
    delivery.method = "GET";
    const char joint = asked.callback.url.find('?') == std::string::npos ? '?' : '&';
    delivery.url = asked.callback.url + joint +
                   "hub.mode=subscribe&hub.challenge=" + asked.challenge +
                   "&hub.verify_token=" + percent_encoded(asked.callback.verify_token);
    delivery.headers = {{"User-Agent", "facebookexternalua"}, {"Accept", "*/*"}};
    delivery.field = "handshake";
    delivery.summary = "verification of " + asked.callback.url;
    delivery.retrying = Retrying::never;
    const Delivery& opened = world.deliveries.open(std::move(delivery), now);
    tell_delivery(world, opened, now);
    world.handshakes[opened.id] = std::move(asked);
    return opened.id;
}

}  // namespace antre::whatsapp_cloud
