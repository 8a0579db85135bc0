#pragma once

// The door for WhatsApp: GET proves that the address is ours, POST brings messages and statuses.
// A POST is answered 200 only after everything in it is durable, 503 when it could not be kept (the
// sender tries again), 401 when its signature is wrong: then nothing of it is read.

#include <mutex>
#include <vector>

#include "channels/whatsapp/signature.h"
#include "channels/whatsapp/webhook.h"
#include "http/server.h"
#include "server/config.h"
#include "server/directory.h"
#include "server/dispatcher.h"
#include "server/figures.h"
#include "server/office_forms.h"
#include "server/worker.h"

namespace antre::server {

class WebhookRoute {
public:
    WebhookRoute(
        const Config::WhatsApp& config,
        const Directory& directory,
        Worker& worker,
        Dispatcher& dispatcher,
        Figures& figures,
        const OfficeForms& forms
    );

    // For GET and POST of /webhooks/whatsapp.
    void handle(http::Request&& request, http::Responder responder);

private:
    void shake_hands(const http::Request& request, http::Responder responder);
    void take_in(http::Request&& request, http::Responder responder);
    // The command for one thing heard; nothing when it needs none (news, foreign numbers).
    std::optional<engine::Command> command_of(channels::whatsapp::Inbound& inbound, Instant at);
    // WhatsApp opened or shut an office's form.
    [[nodiscard]] std::optional<engine::Command>
    form_switched(const channels::whatsapp::PlatformNotice& notice, Instant at) const;
    void submit(std::vector<engine::Command> commands, http::Responder responder);

    const Config::WhatsApp& config_;
    const Directory& directory_;
    Worker& worker_;
    Dispatcher& dispatcher_;
    Figures& figures_;
    const OfficeForms& forms_;
    std::mutex signature_mutex_;  // the check keeps one hashing state
    channels::whatsapp::SignatureCheck signature_;
};

}  // namespace antre::server
