#include "whatsapp_cloud/cloud.h"

#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/flow_calls.h"
#include "whatsapp_cloud/graph.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/postings.h"
#include "whatsapp_cloud/statuses.h"
#include "whatsapp_cloud/template_review.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

namespace {

// A body as JSON if it is JSON and small enough to show, else null.
json::value shown_body(const std::string& body) {
    if (body.empty() || body.size() > call_body_bytes_shown_max) return nullptr;
    boost::system::error_code error;
    json::value read = json::parse(body, error);
    return error ? json::value(nullptr) : read;
}

json::object call_json(std::uint64_t id, const Call& call, const Answer& answer, Instant now) {
    return {
        {"id", std::to_string(id)},
        {"at", iso_instant(now)},
        {"method", call.method},
        {"path", call.path},
        {"request", shown_body(call.body)},
        {"status", answer.fate == Fate::answer ? json::value(answer.status) : json::value(nullptr)},
        {"response", shown_body(answer.body)},
    };
}

void log_call(World& world, const Call& call, const Answer& answer, Instant now) {
    if (!world.events.records(EventKind::call) || answer.awaits) return;
    json::object logged = call_json(++world.last_call, call, answer, now);
    world.calls.push_back(logged);
    if (world.calls.size() > calls_kept) world.calls.pop_front();
    world.events.add(EventKind::call, now, std::move(logged));
}

void run(World& world, const Task& task, Instant at) {
    struct Runner {
        World& world;
        Instant at;
        void operator()(const Climb& step) const { climb(world, step, at); }
        void operator()(const LoseMessage& lost) const { lose(world, lost, at); }
        void operator()(const Expire& due) const { expire(world, due, at); }
        void operator()(const ReviewTemplate& due) const { review_template(world, due, at); }
        void operator()(const EndPause& due) const { end_pause(world, due, at); }
    };
    std::visit(Runner{world, at}, task);
}

}  // namespace

Cloud::Cloud(CloudOptions options)
    : world_(std::make_unique<World>(std::move(options))) {}
Cloud::~Cloud() = default;
Cloud::Cloud(Cloud&&) noexcept = default;
Cloud& Cloud::operator=(Cloud&&) noexcept = default;

void Cloud::advance(Instant now) {
    for (auto next = world_->timeline.next(); next && *next <= now;
         next = world_->timeline.next()) {
        const auto [at, task] = world_->timeline.take();
        run(*world_, task, at);
    }
}

Answer Cloud::handle(const Call& call, Instant now) {
    advance(now);
    Answer answer = graph_call(*world_, call, now);
    log_call(*world_, call, answer, now);
    return answer;
}

std::vector<Delivery> Cloud::due(Instant now) {
    advance(now);
    return due_postings(*world_, now);
}

std::optional<Answer> Cloud::delivered(DeliveryId id, const Outcome& outcome, Instant now) {
    advance(now);
    return settle_posting(*world_, id, outcome, now);
}

std::optional<Instant> Cloud::next_due() const {
    std::optional<Instant> next = world_->timeline.next();
    const bool has_room = world_->deliveries.in_flight() < world_->options.deliveries_in_flight_max;
    const std::optional<Instant> posting = has_room ? world_->deliveries.next_due() : std::nullopt;
    if (!next || (posting && *posting < *next)) next = posting;
    return next;
}

std::optional<DeliveryId> Cloud::replay(DeliveryId id, Instant now) {
    advance(now);
    return replay_posting(*world_, id, now);
}

void Cloud::set_public_url(std::string url) {
    world_->options.public_url = std::move(url);
}

std::optional<DeliveryId> Cloud::verify_callback(Instant now) {
    advance(now);
    const std::vector<AppOptions>& apps = world_->options.apps;
    if (apps.empty() || apps.front().callback_url.empty()) return std::nullopt;
    const Override own{apps.front().callback_url, apps.front().verify_token};
    return start_handshake(*world_, {{}, own, {}}, now);
}

Result<json::object, std::string> Cloud::change_chaos(const json::object& changes, Instant now) {
    advance(now);
    auto changed = with_changes(world_->chaos, changes);
    if (!changed) return fail(changed.error());
    world_->chaos = *changed;
    json::object shown = to_json(world_->chaos);
    if (world_->events.records(EventKind::chaos)) {
        world_->events.add(EventKind::chaos, now, shown);
    }
    return shown;
}

void Cloud::reset_chaos(Instant now) {
    world_->chaos = {};
    if (world_->events.records(EventKind::chaos)) {
        world_->events.add(EventKind::chaos, now, to_json(world_->chaos));
    }
}

std::optional<json::object> Cloud::flow_definition(const std::string& flow_id) const {
    const bool is_id = is_all_digits(flow_id) && flow_id.size() < 19;
    const Flow* found = is_id ? world_->flows.find(std::stoull(flow_id)) : nullptr;
    if (found == nullptr || found->definition.empty()) return std::nullopt;
    return found->definition;
}

Result<json::object, std::string>
Cloud::set_template(const std::string& template_id, const TemplateChange& change, Instant now) {
    advance(now);
    const bool is_id = is_all_digits(template_id) && template_id.size() < 19;
    Template* found = is_id ? world_->templates.find(std::stoull(template_id)) : nullptr;
    if (found == nullptr) return fail(std::string("there is no such template"));
    if (auto changed = change_template(*world_, *found, change, now); !changed) {
        return fail(changed.error());
    }
    return template_json(*found);
}

Result<json::object, std::string>
Cloud::set_flow(const std::string& flow_id, const std::string& status, Instant now) {
    advance(now);
    const bool is_id = is_all_digits(flow_id) && flow_id.size() < 19;
    Flow* found = is_id ? world_->flows.find(std::stoull(flow_id)) : nullptr;
    if (found == nullptr) return fail(std::string("there is no such Flow"));
    const auto wanted = flow_status_named(status);
    if (!wanted) {
        return fail(std::string("status must be DRAFT, PUBLISHED, THROTTLED, BLOCKED or DEPRECATED")
        );
    }
    set_flow_status(*world_, *found, *wanted, now);
    return flow_json(*found);
}

json::array Cloud::flows() const {
    json::array shown;
    for (const auto& [id, flow] : world_->flows.all())
        shown.push_back(flow_json(flow));
    return shown;
}

const Chaos& Cloud::chaos() const {
    return world_->chaos;
}

json::object Cloud::state(Instant now) const {
    json::array numbers;
    Tally total;
    std::int64_t free_left = 0;
    json::object by_number;
    for (const BusinessNumber& number : world_->numbers.all()) {
        numbers.push_back(json::object{
            {"phone_number_id", number.id},
            {"display_phone_number", number.digits},
            {"waba_id", number.waba_id},
            {"verified_name", number.verified_name},
        });
        const Tally tally = world_->meter.tally(number.id, now);
        total.service_messages += tally.service_messages;
        total.templates += tally.templates;
        total.billable += tally.billable;
        free_left += tally.free_left();
        by_number[number.id] = {
            {"service_messages", tally.service_messages},
            {"free_left", tally.free_left()},
            {"templates", tally.templates},
            {"billable", tally.billable},
        };
    }
    json::array phones;
    for (const Person& person : world_->people.all())
        phones.push_back(phone_json(person));
    return {
        {"numbers", std::move(numbers)},
        {"phones", std::move(phones)},
        {"chaos", to_json(world_->chaos)},
        {"meter",
         {{"service_messages", total.service_messages},
          {"free_left", free_left},
          {"templates", total.templates},
          {"billable", total.billable},
          {"numbers", std::move(by_number)}}},
    };
}

json::array Cloud::templates() const {
    json::array shown;
    for (const auto& [id, one] : world_->templates.all()) {
        json::object object = template_json(one);
        object["waba_id"] = one.waba_id;
        shown.push_back(std::move(object));
    }
    return shown;
}

json::array Cloud::deliveries(std::size_t most) const {
    json::array shown;
    for (const Delivery* delivery : world_->deliveries.latest(most)) {
        shown.push_back(delivery_json(*delivery));
    }
    return shown;
}

json::array Cloud::calls(std::size_t most) const {
    json::array shown;
    for (auto it = world_->calls.rbegin(); it != world_->calls.rend() && shown.size() < most;
         ++it) {
        shown.push_back(*it);
    }
    return shown;
}

std::optional<MediaBytes> Cloud::media(const std::string& id, Instant now) const {
    const Medium* medium = world_->media.find(id, now);
    if (medium == nullptr) return std::nullopt;
    return MediaBytes{medium->mime_type, medium->bytes};
}

Tally Cloud::tally(const std::string& number_id, Instant now) const {
    return world_->meter.tally(number_id, now);
}

std::size_t Cloud::webhooks_waiting() const {
    return world_->deliveries.unfinished();
}

std::vector<Event> Cloud::take_events() {
    return world_->events.take();
}

void Cloud::reset(Instant now) {
    advance(now);
    world_->chats.clear();
    world_->people.clear();
    world_->media.clear();
    world_->deliveries.clear();
    world_->flows.steps.clear();
    world_->calls.clear();
    world_->pairs.clear();
    world_->timeline.clear();
    world_->numbers.forget_people();
    for (const auto& [id, one] : world_->templates.all()) {
        if (one.status == TemplateStatus::pending) {
            world_->timeline.plan(now + world_->options.review_delay, ReviewTemplate{id});
        }
    }
    world_->meter = Meter(world_->options.account_zone_offset);
    world_->portfolio = PortfolioLimit(world_->options.portfolio_people_max);
}

}  // namespace antre::whatsapp_cloud
