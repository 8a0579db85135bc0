#include "server/dispatcher.h"

#include <memory>
#include <spdlog/spdlog.h>
#include <utility>
#include <variant>

#include "channels/whatsapp/send.h"
#include "channels/whatsapp/ticket_picture.h"
#include "server/clock.h"
#include "server/limits.h"

namespace antre::server {

namespace whatsapp = channels::whatsapp;

namespace {

http::ClientOptions client_options(const Config::WhatsApp& config) {
    http::ClientOptions options;
    if (!config.ca_file.empty()) options.ca_file = config.ca_file;
    return options;
}

const notices::TicketPicture* picture_of(const notices::Content& content) {
    const auto* note = std::get_if<notices::Note>(&content);
    return note != nullptr && note->picture ? &*note->picture : nullptr;
}

std::optional<TemplateKey> template_of(const engine::Claimed& claimed) {
    const auto* form = std::get_if<notices::Template>(&claimed.message.content);
    if (form == nullptr) return std::nullopt;
    return TemplateKey{claimed.business_account_id, form->name, form->language};
}

Figures::Count count_of(engine::SendOutcome outcome) {
    switch (outcome) {
    case engine::SendOutcome::accepted: return Figures::Count::sends_accepted;
    case engine::SendOutcome::refused: return Figures::Count::sends_refused;
    case engine::SendOutcome::not_sent: return Figures::Count::sends_not_sent;
    case engine::SendOutcome::unknown: return Figures::Count::sends_unknown;
    }
    return Figures::Count::sends_unknown;
}

// What a failed exchange says about whether the message left us.
engine::SendOutcome outcome_of(const http::SendFailure& failure) {
    const bool may_have_left = failure.kind == http::SendFailure::Kind::unknown;
    return may_have_left ? engine::SendOutcome::unknown : engine::SendOutcome::not_sent;
}

}  // namespace

Dispatcher::Dispatcher(const Config::WhatsApp& config, Figures& figures, const OfficeForms& forms)
    : config_(config)
    , figures_(figures)
    , forms_(forms)
    , client_(client_options(config)) {}

Dispatcher::~Dispatcher() {
    stop();
}

void Dispatcher::start(Worker& worker) {
    worker_ = &worker;
    thread_ = std::thread([this] { run(); });
    wake();
}

void Dispatcher::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
    client_.stop();
}

void Dispatcher::wake() {
    if (!config_.is_sending) return;
    {
        const std::lock_guard lock(mutex_);
        if (is_awake_) return;
        is_awake_ = true;
    }
    changed_.notify_one();
}

void Dispatcher::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        const auto may_claim = [&] {
            return is_awake_ && !is_claiming_ && to_carry_.empty() && under_way_ < sends_at_once;
        };
        const auto has_work = [&] { return is_stopping_ || !to_carry_.empty() || may_claim(); };
        const bool is_called = changed_.wait_for(lock, report_again_after, has_work);
        if (is_stopping_) return;
        if (!is_called) {
            lock.unlock();
            report_again();
            lock.lock();
            continue;
        }
        if (!to_carry_.empty()) {
            engine::Claimed claimed = std::move(to_carry_.front());
            to_carry_.pop_front();
            lock.unlock();
            carry(std::move(claimed));
            lock.lock();
        } else if (may_claim()) {
            is_awake_ = false;
            is_claiming_ = true;
            lock.unlock();
            claim();
            lock.lock();
        }
    }
}

void Dispatcher::claim() {
    engine::Command command;
    command.at = now();
    command.chance = draw_chance();
    command.body = engine::ClaimMessages{claim_messages};
    worker_->submit(std::move(command), [this](Outcome outcome) {
        std::size_t handed_out = 0;
        {
            const std::lock_guard lock(mutex_);
            is_claiming_ = false;
            auto* answer = outcome ? std::get_if<engine::ClaimAnswer>(&*outcome) : nullptr;
            if (answer != nullptr) {
                handed_out = answer->messages.size();
                under_way_ += handed_out;
                for (engine::Claimed& claimed : answer->messages) {
                    to_carry_.push_back(std::move(claimed));
                }
                // A full hand means that there may be more.
                if (handed_out == claim_messages) is_awake_ = true;
            }
        }
        changed_.notify_one();
    });
}

const Token& Dispatcher::token_for(
    const std::string& phone_number_id, const std::string& business_account_id
) const {
    for (const std::string& scope : {phone_number_id, business_account_id}) {
        const auto found = config_.access_tokens.find(scope);
        if (found != config_.access_tokens.end()) return found->second;
    }
    return config_.access_token;
}

std::string Dispatcher::url(const std::string& phone_number_id, const char* what) const {
    return config_.graph_url + "/" + config_.graph_version + "/" + phone_number_id + what;
}

void Dispatcher::carry(engine::Claimed claimed) {
    const notices::TicketPicture* picture = picture_of(claimed.message.content);
    // After some tries in vain the ticket goes without its picture: number and code are in the
    // text.
    if (picture == nullptr || claimed.attempts > upload_tries_max) {
        return post(claimed, std::nullopt);
    }
    whatsapp::Upload upload =
        whatsapp::render_upload(whatsapp::draw_ticket(*picture), picture->code + ".png");
    http::ClientRequest request;
    request.method = http::Method::post;
    request.url = url(claimed.phone_number_id, "/media");
    request.headers.add("Content-Type", upload.content_type);
    request.headers.add(
        "Authorization",
        "Bearer " + token_for(claimed.phone_number_id, claimed.business_account_id).reveal()
    );
    request.body = std::move(upload.body);
    request.deadline = send_deadline;
    client_.send(
        std::move(request),
        [this, claimed = std::move(claimed)](http::SendOutcome outcome) {
            if (outcome) {
                whatsapp::UploadAnswer answer =
                    whatsapp::parse_upload_answer(outcome->status, outcome->body);
                if (!answer.media_id.empty()) return post(claimed, answer.media_id);
                spdlog::warn(
                    "event=upload_refused message={} error={}",
                    claimed.message.id.value,
                    answer.error
                );
            }
            // The picture may have arrived; the message itself has certainly not been sent.
            figures_.add(Figures::Count::uploads_failed);
            engine::RecordSend result;
            result.outcome = engine::SendOutcome::not_sent;
            report(claimed.message.id, std::move(result));
        }
    );
}

void Dispatcher::post(const engine::Claimed& claimed, const std::optional<std::string>& media_id) {
    post_with(claimed, media_id, forms_.link_for(claimed.message));
}

// The office's form was refused: the talk does without it until it is opened again.
void Dispatcher::shut_form(OfficeId office) {
    engine::Command command;
    command.office = office;
    command.at = now();
    command.chance = draw_chance();
    command.body = engine::SwitchForm{conversation::FormOffer::none};
    submit(std::move(command));
}

void Dispatcher::post_with(
    const engine::Claimed& claimed, const std::optional<std::string>& media_id, const Link& link
) {
    auto body = whatsapp::render_message(
        claimed.message.content, claimed.to, claimed.message.id, media_id, link
    );
    const MessageId id = claimed.message.id;
    const std::optional<TemplateKey> form = template_of(claimed);
    if (form) {
        if (const auto wait = gate_.wait_for(*form, now())) return hold(id, *form, *wait);
    }
    if (!body) {
        spdlog::error(
            "event=message_too_long message={} field={} reason=\"{}\"",
            id.value,
            body.error().field,
            body.error().reason
        );
        engine::RecordSend result;
        result.outcome = engine::SendOutcome::refused;
        result.error = 100;
        return report(id, std::move(result));
    }
    http::ClientRequest request;
    request.method = http::Method::post;
    request.url = url(claimed.phone_number_id, "/messages");
    request.headers.add("Content-Type", "application/json");
    request.headers.add(
        "Authorization",
        "Bearer " + token_for(claimed.phone_number_id, claimed.business_account_id).reveal()
    );
    request.body = std::move(*body);
    request.deadline = send_deadline;
    // Kept only where it may be sent a second time, without its form.
    std::shared_ptr<const engine::Claimed> with_form;
    if (link) with_form = std::make_shared<const engine::Claimed>(claimed);
    client_.send(std::move(request), [this, id, with_form, form](const http::SendOutcome& outcome) {
        engine::RecordSend result;
        if (!outcome) {
            result.outcome = outcome_of(outcome.error());
            spdlog::warn(
                "event=send_failed message={} detail=\"{}\"", id.value, outcome.error().detail
            );
        } else {
            whatsapp::SendAnswer answer =
                whatsapp::parse_send_answer(outcome->status, outcome->body);
            if (with_form && whatsapp::is_form_refused(answer)) {
                spdlog::error("event=form_refused message={} error={}", id.value, answer.error);
                shut_form(with_form->message.office);
                return post_with(*with_form, std::nullopt, std::nullopt);
            }
            if (form) learn_of(*form, answer);
            result.outcome = answer.outcome;
            result.wamid = std::move(answer.wamid);
            result.error = answer.error;
            result.learned = std::move(answer.learned);
            if (result.outcome != engine::SendOutcome::accepted) {
                spdlog::warn(
                    "event=send_refused message={} error={} status={}",
                    id.value,
                    answer.error,
                    outcome->status
                );
            }
        }
        report(id, std::move(result));
    });
}

void Dispatcher::learn_of(const TemplateKey& key, const whatsapp::SendAnswer& answer) {
    if (answer.error == 0 && answer.wamid.empty()) return;
    tell_of(gate_.answered(key, answer.error, now()), key, std::to_string(answer.error));
}

// The message stays owed: the engine hands it out again when the wait is over.
void Dispatcher::hold(MessageId message, const TemplateKey& key, Milliseconds wait) {
    constexpr std::int32_t template_paused = 132'015;
    figures_.add(Figures::Count::templates_held);
    spdlog::info("event=message_held message={} template={}", message.value, key.name);
    engine::RecordSend result;
    result.outcome = engine::SendOutcome::refused;
    result.error = template_paused;
    result.wait = wait;
    settle(message, std::move(result));
}

void Dispatcher::template_changed(const TemplateKey& key, std::string_view event, Instant said_at) {
    tell_of(gate_.hear(key, event, said_at, now()), key, std::string(event));
}

void Dispatcher::tell_of(GateMove move, const TemplateKey& key, const std::string& why) {
    switch (move) {
    case GateMove::none: return;
    case GateMove::shut:
        spdlog::error(
            "event=template_shut account={} template={} language={} because={}",
            key.account,
            key.name,
            key.language,
            why
        );
        return;
    case GateMove::opened:
        spdlog::warn(
            "event=template_opened account={} template={} language={}",
            key.account,
            key.name,
            key.language
        );
        retry_templates();
        return;
    }
}

// The worker wakes us when they may go.
void Dispatcher::retry_templates() {
    engine::Command command;
    command.at = now();
    command.chance = draw_chance();
    command.body = engine::RetryTemplates{};
    submit(std::move(command));
}

void Dispatcher::report(MessageId message, engine::RecordSend result) {
    figures_.add(count_of(result.outcome));
    settle(message, std::move(result));
}

void Dispatcher::settle(MessageId message, engine::RecordSend result) {
    result.message = message;
    engine::Command command;
    command.at = now();
    command.chance = draw_chance();
    command.body = std::move(result);
    submit(std::move(command));
    {
        const std::lock_guard lock(mutex_);
        --under_way_;
        is_awake_ = true;
    }
    changed_.notify_one();
}

// Until it is kept: a message whose acceptance we forget would go a second time.
void Dispatcher::submit(engine::Command report) {
    engine::Command copy = report;
    worker_->submit(std::move(report), [this, copy = std::move(copy)](const Outcome& outcome) {
        if (outcome || outcome.error() == NoAnswer::stopping) return;
        const std::lock_guard lock(mutex_);
        to_report_.push_back(copy);
    });
}

void Dispatcher::report_again() {
    std::deque<engine::Command> again;
    {
        const std::lock_guard lock(mutex_);
        again.swap(to_report_);
    }
    for (engine::Command& command : again) {
        command.at = now();
        submit(std::move(command));
    }
}

void Dispatcher::mark_read(const std::string& phone_number_id, const std::string& wamid) {
    if (!config_.is_sending || !config_.marks_read || wamid.empty()) return;
    http::ClientRequest request;
    request.method = http::Method::post;
    request.url = url(phone_number_id, "/messages");
    request.headers.add("Content-Type", "application/json");
    request.headers.add("Authorization", "Bearer " + token_for(phone_number_id, "").reveal());
    request.body = whatsapp::render_mark_read(wamid);
    request.deadline = send_deadline;
    client_.send(std::move(request), [](const http::SendOutcome&) {});
}

}  // namespace antre::server
