#pragma once

// The dispatcher carries messages to WhatsApp: it claims what may be sent, draws and uploads ticket
// pictures, posts, and reports what became of each. It decides nothing; the engine does.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "engine/command.h"
#include "http/client.h"
#include "server/config.h"
#include "server/figures.h"
#include "server/office_forms.h"
#include "server/template_gate.h"
#include "server/worker.h"

namespace antre::server {

class Dispatcher {
public:
    Dispatcher(const Config::WhatsApp& config, Figures& figures, const OfficeForms& forms);
    ~Dispatcher();  // stops
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    void start(Worker& worker);
    // Gives up what is under way (it counts as unknown or not sent) and reports it.
    void stop();

    // Something may be sent now. Any thread, cheap.
    void wake();
    // WhatsApp's news of a template; `event` is its word.
    void template_changed(const TemplateKey& key, std::string_view event, Instant said_at);
    [[nodiscard]] std::size_t templates_shut() const { return gate_.shut_count(); }
    // Two blue ticks and "typing": sent once, not repeated when it fails.
    void mark_read(const std::string& phone_number_id, const std::string& wamid);

private:
    void run();
    void claim();
    void carry(engine::Claimed claimed);
    void post(const engine::Claimed& claimed, const std::optional<std::string>& media_id);
    using Link = std::optional<channels::whatsapp::FlowLink>;
    void post_with(
        const engine::Claimed& claimed, const std::optional<std::string>& media_id, const Link& link
    );
    void shut_form(OfficeId office);
    void hold(MessageId message, const TemplateKey& key, Milliseconds wait);
    void learn_of(const TemplateKey& key, const channels::whatsapp::SendAnswer& answer);
    void retry_templates();
    void tell_of(GateMove move, const TemplateKey& key, const std::string& why);
    void report(MessageId message, engine::RecordSend result);
    void settle(MessageId message, engine::RecordSend result);
    void submit(engine::Command report);
    void report_again();
    [[nodiscard]] const Token&
    token_for(const std::string& phone_number_id, const std::string& business_account_id) const;
    [[nodiscard]] std::string url(const std::string& phone_number_id, const char* what) const;

    const Config::WhatsApp& config_;
    Figures& figures_;
    const OfficeForms& forms_;
    TemplateGate gate_;
    http::Client client_;
    Worker* worker_ = nullptr;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<engine::Claimed> to_carry_;
    std::deque<engine::Command> to_report_;  // the engine could not take them
    bool is_awake_ = false;                  // somebody called wake
    bool is_claiming_ = false;               // a claim is with the engine
    bool is_stopping_ = false;
    std::atomic<std::size_t> under_way_ = 0;
    std::thread thread_;
};

}  // namespace antre::server
