#pragma once

// What the server counts, and the text that Prometheus reads. Names only, never people.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace antre::server {

class Figures {
public:
    Figures();
    ~Figures();
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    enum class Count {
        webhooks_accepted,
        webhooks_bad_signature,
        webhooks_malformed,
        webhooks_turned_away,  // 503: the sender retries
        messages_heard,
        statuses_heard,
        unknown_kept,
        unknown_number,  // for a number that no office here has
        platform_notices,
        sends_accepted,
        sends_refused,
        sends_not_sent,
        sends_unknown,
        uploads_failed,
        api_requests,
        templates_held,  // kept back while WhatsApp does not take their template
        forms_answered,
        forms_other_key,
        forms_of_no_use,
        forms_bad_signature,
        forms_turned_away,
        forms_unreadable,
    };
    void add(Count count, std::uint64_t n = 1);
    // From a form's request to its answer. Nothing in the server decides by it.
    void add_form_wait(std::chrono::microseconds wait);

    // Values read from elsewhere at the moment of scraping.
    struct Gauges {
        std::uint64_t commands = 0;
        std::uint64_t batches = 0;
        std::uint64_t commands_waiting = 0;
        std::uint64_t messages_waiting = 0;
        std::uint64_t store_failures = 0;
        std::uint64_t connections_open = 0;
        std::uint64_t offices = 0;
        std::uint64_t templates_shut = 0;
    };
    // Prometheus text format 0.0.4.
    [[nodiscard]] std::string text(const Gauges& gauges);

private:
    struct Registry;
    std::unique_ptr<Registry> registry_;
};

}  // namespace antre::server
