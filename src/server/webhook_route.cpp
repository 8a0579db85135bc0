#include "server/webhook_route.h"

#include <atomic>
#include <memory>
#include <spdlog/spdlog.h>
#include <utility>
#include <variant>

#include "channels/whatsapp/handshake.h"
#include "server/clock.h"
#include "server/limits.h"

namespace antre::server {

namespace whatsapp = channels::whatsapp;
using Count = Figures::Count;

namespace {

// One request's commands are answered one by one; the last one answers the request.
struct Pending {
    http::Responder responder;
    std::atomic<std::size_t> left;
    std::atomic<bool> has_failed = false;
    Figures& figures;

    Pending(http::Responder its_responder, std::size_t commands, Figures& its_figures)
        : responder(std::move(its_responder))
        , left(commands)
        , figures(its_figures) {}

    void settle(const Outcome& outcome) {
        const bool is_kept = outcome && !std::holds_alternative<engine::TryAgain>(*outcome);
        if (!is_kept) has_failed = true;
        if (--left > 0) return;
        if (has_failed) {
            figures.add(Count::webhooks_turned_away);
            http::Response response = http::empty_response(503);
            response.headers.add("Retry-After", "1");
            return responder.answer(std::move(response));
        }
        figures.add(Count::webhooks_accepted);
        responder.answer(http::empty_response(200));
    }
};

// Nothing that a person must look at.
bool is_good_news(const whatsapp::PlatformNotice& notice) {
    return notice.event == "APPROVED" || notice.event == "REINSTATED" ||
           notice.event == "FLOW_STATUS_CHANGE";
}

struct Counting {
    Figures& figures;

    void operator()(const engine::Hear&) const { figures.add(Count::messages_heard); }
    void operator()(const engine::HearStatus&) const { figures.add(Count::statuses_heard); }
    void operator()(const engine::ChangeIdentity&) const {}
    void operator()(const engine::Prefer&) const {}
    void operator()(const whatsapp::PlatformNotice& notice) const {
        figures.add(Count::platform_notices);
        spdlog::log(
            is_good_news(notice) ? spdlog::level::info : spdlog::level::warn,
            "event=platform_notice field={} is={} subject={} account={} because=\"{}\"",
            notice.field,
            notice.event,
            notice.subject,
            notice.account,
            notice.detail
        );
    }
    void operator()(const whatsapp::Unknown&) const { figures.add(Count::unknown_kept); }
};

}  // namespace

WebhookRoute::WebhookRoute(
    const Config::WhatsApp& config,
    const Directory& directory,
    Worker& worker,
    Dispatcher& dispatcher,
    Figures& figures,
    const OfficeForms& forms
)
    : config_(config)
    , directory_(directory)
    , worker_(worker)
    , dispatcher_(dispatcher)
    , figures_(figures)
    , forms_(forms)
    , signature_(config.app_secrets) {}

void WebhookRoute::handle(http::Request&& request, http::Responder responder) {
    if (request.method == http::Method::get) return shake_hands(request, std::move(responder));
    if (request.method == http::Method::post) {
        return take_in(std::move(request), std::move(responder));
    }
    http::Response response = http::empty_response(405);
    response.headers.add("Allow", "GET, POST");
    responder.answer(std::move(response));
}

void WebhookRoute::shake_hands(const http::Request& request, http::Responder responder) {
    const auto challenge = whatsapp::accept_handshake(
        config_.verify_token,
        request.query_value("hub.mode").value_or(""),
        request.query_value("hub.verify_token").value_or(""),
        request.query_value("hub.challenge").value_or("")
    );
    if (!challenge) return responder.answer(http::empty_response(403));
    responder.answer(http::text_response(200, *challenge));
}

void WebhookRoute::take_in(http::Request&& request, http::Responder responder) {
    const auto signatures = request.headers.all("X-Hub-Signature-256");
    bool is_signed = false;
    if (signatures.size() == 1) {
        const std::lock_guard lock(signature_mutex_);
        is_signed = signature_.verify(signatures.front(), request.body);
    }
    if (!is_signed) {
        figures_.add(Count::webhooks_bad_signature);
        return responder.answer(http::empty_response(401));
    }
    const Instant at = now();
    std::vector<engine::Command> commands;
    auto inbound = whatsapp::parse_webhook(request.body);
    if (inbound) {
        commands.reserve(inbound->size());
        for (whatsapp::Inbound& item : *inbound) {
            if (auto command = command_of(item, at)) commands.push_back(std::move(*command));
        }
    } else {
        // Signed, so it is the platform's; unreadable, so a person must look. Refusing it would
        // only bring it back for seven days.
        figures_.add(Count::webhooks_malformed);
        spdlog::error("event=webhook_unreadable reason=\"{}\"", inbound.error().reason);
        engine::Command command;
        command.key = whatsapp::key_of_text("raw:" + request.body);
        command.at = at;
        request.body.resize(std::min(request.body.size(), raw_bytes_kept_max));
        command.body = engine::KeepAside{std::move(request.body), inbound.error().reason};
        commands.push_back(std::move(command));
    }
    submit(std::move(commands), std::move(responder));
}

std::optional<engine::Command> WebhookRoute::command_of(whatsapp::Inbound& inbound, Instant at) {
    OfficeId to;
    if (whatsapp::is_of_a_number(inbound)) {
        const OfficeEntry* office = directory_.by_number(inbound.phone_number_id);
        if (office == nullptr) {
            figures_.add(Count::unknown_number);
            spdlog::error("event=unknown_number phone_number_id={}", inbound.phone_number_id);
            return std::nullopt;
        }
        to = office->id;
    }
    std::visit(Counting{figures_}, inbound.what);
    if (std::holds_alternative<engine::Hear>(inbound.what)) {
        dispatcher_.mark_read(inbound.phone_number_id, inbound.wamid);
    }
    if (const auto* notice = std::get_if<whatsapp::PlatformNotice>(&inbound.what)) {
        if (notice->field == "message_template_status_update") {
            dispatcher_.template_changed(
                {notice->account, notice->subject, notice->language}, notice->event, inbound.sent_at
            );
        }
        return form_switched(*notice, at);
    }
    return whatsapp::command_of(std::move(inbound), to, at, draw_chance());
}

std::optional<engine::Command>
WebhookRoute::form_switched(const whatsapp::PlatformNotice& notice, Instant at) const {
    if (notice.field != "flows" || notice.event != "FLOW_STATUS_CHANGE") return std::nullopt;
    const auto office = forms_.office_of_flow(notice.subject, notice.flow_name);
    if (!office) {
        spdlog::warn(
            "event=form_not_ours flow={} name=\"{}\" is={}",
            notice.subject,
            notice.flow_name,
            notice.detail
        );
        return std::nullopt;
    }
    engine::Command command;
    command.office = *office;
    command.at = at;
    command.body = engine::SwitchForm{
        notice.detail == "PUBLISHED" ? conversation::FormOffer::open
                                     : conversation::FormOffer::none};
    return command;
}

void WebhookRoute::submit(std::vector<engine::Command> commands, http::Responder responder) {
    if (commands.empty()) {
        figures_.add(Count::webhooks_accepted);
        return responder.answer(http::empty_response(200));
    }
    auto pending = std::make_shared<Pending>(std::move(responder), commands.size(), figures_);
    std::vector<Whenever> whenever(commands.size(), [pending](const Outcome& outcome) {
        pending->settle(outcome);
    });
    worker_.submit(std::move(commands), std::move(whenever));
}

}  // namespace antre::server
