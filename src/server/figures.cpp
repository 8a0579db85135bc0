#include "server/figures.h"

#include <array>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <utility>

namespace antre::server {

namespace {

struct Described {
    std::string_view name;
    std::string_view help;
    std::string_view label;  // value of "result"; empty: no label
};

// In the order of Figures::Count.
constexpr std::array counts{
    Described{"antre_webhooks_total", "Webhook requests by result", "accepted"},
    Described{"antre_webhooks_total", "Webhook requests by result", "bad_signature"},
    Described{"antre_webhooks_total", "Webhook requests by result", "malformed"},
    Described{"antre_webhooks_total", "Webhook requests by result", "turned_away"},
    Described{"antre_messages_heard_total", "Messages received from people", ""},
    Described{"antre_statuses_heard_total", "Delivery statuses received", ""},
    Described{"antre_unknown_kept_total", "Signed items kept aside, not understood", ""},
    Described{"antre_unknown_number_total", "Items for a number that no office has", ""},
    Described{"antre_platform_notices_total", "News about the WhatsApp account", ""},
    Described{"antre_sends_total", "Messages handed to WhatsApp by result", "accepted"},
    Described{"antre_sends_total", "Messages handed to WhatsApp by result", "refused"},
    Described{"antre_sends_total", "Messages handed to WhatsApp by result", "not_sent"},
    Described{"antre_sends_total", "Messages handed to WhatsApp by result", "unknown"},
    Described{"antre_uploads_failed_total", "Ticket pictures that were not taken", ""},
    Described{"antre_api_requests_total", "REST requests", ""},
    Described{"antre_template_holds_total", "Messages kept back for their template", ""},
    Described{"antre_form_requests_total", "Requests of forms by result", "answered"},
    Described{"antre_form_requests_total", "Requests of forms by result", "other_key"},
    Described{"antre_form_requests_total", "Requests of forms by result", "of_no_use"},
    Described{"antre_form_requests_total", "Requests of forms by result", "bad_signature"},
    Described{"antre_form_requests_total", "Requests of forms by result", "turned_away"},
    Described{"antre_form_requests_total", "Requests of forms by result", "unreadable"},
};

}  // namespace

struct Figures::Registry {
    prometheus::Registry registry;
    std::array<prometheus::Counter*, counts.size()> counters{};
    prometheus::Histogram* form_wait = nullptr;

    void set(const std::string& name, const std::string& help, std::uint64_t value) {
        prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({}).Set(
            static_cast<double>(value)
        );
    }
};

Figures::Figures()
    : registry_(std::make_unique<Registry>()) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Described& count = counts[i];
        auto& family = prometheus::BuildCounter()
                           .Name(std::string(count.name))
                           .Help(std::string(count.help))
                           .Register(registry_->registry);
        prometheus::Labels labels;
        if (!count.label.empty()) labels.emplace("result", std::string(count.label));
        registry_->counters[i] = &family.Add(labels);
    }
    // WhatsApp warns above one second and gives up after ten.
    registry_->form_wait =
        &prometheus::BuildHistogram()
             .Name("antre_form_seconds")
             .Help("From a form's request to its answer")
             .Register(registry_->registry)
             .Add({}, prometheus::Histogram::BucketBoundaries{0.005, 0.02, 0.1, 0.5, 1, 3, 10});
}

Figures::~Figures() = default;

void Figures::add_form_wait(std::chrono::microseconds wait) {
    registry_->form_wait->Observe(std::chrono::duration<double>(wait).count());
}

void Figures::add(Count count, std::uint64_t n) {
    registry_->counters[static_cast<std::size_t>(count)]->Increment(static_cast<double>(n));
}

std::string Figures::text(const Gauges& gauges) {
    Registry& registry = *registry_;
    registry.set("antre_commands_decided", "Commands decided since the start", gauges.commands);
    registry.set("antre_batches_committed", "Batches committed since the start", gauges.batches);
    registry.set("antre_commands_waiting", "Commands in the queue", gauges.commands_waiting);
    registry.set("antre_messages_waiting", "Messages not yet sent", gauges.messages_waiting);
    registry.set("antre_store_failures", "Batches the store failed to keep", gauges.store_failures);
    registry.set("antre_connections_open", "HTTP connections open", gauges.connections_open);
    registry.set("antre_offices", "Offices served", gauges.offices);
    registry.set(
        "antre_templates_shut", "Templates WhatsApp does not take now", gauges.templates_shut
    );
    return prometheus::TextSerializer().Serialize(registry.registry.Collect());
}

}  // namespace antre::server
