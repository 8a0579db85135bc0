// The machine's way out: claims messages, posts them to WhatsApp, and records what became of them,
// as the server's dispatcher does.

#include <utility>
#include <variant>

#include "channels/whatsapp/send.h"
#include "channels/whatsapp/ticket_picture.h"
#include "simulation/limits.h"
#include "simulation/machine.h"

namespace antre::simulation {

namespace whatsapp = channels::whatsapp;
using whatsapp_cloud::Fate;

namespace {

const notices::TicketPicture* picture_of(const notices::Content& content) {
    const auto* note = std::get_if<notices::Note>(&content);
    return note != nullptr && note->picture ? &*note->picture : nullptr;
}

// One picture stands for all: drawing one takes longer than everything else about a booking.
const std::string& sample_picture() {
    static const std::string picture = whatsapp::draw_ticket(
        {"ANTRE1:office-1:000001", "A-001", "000001", "Senin, 08.00 WIB", "Kantor Imigrasi 1"}
    );
    return picture;
}

}  // namespace

whatsapp_cloud::Answer Machine::call(std::string path, std::string type, std::string body) {
    whatsapp_cloud::Call made;
    made.method = "POST";
    made.path = std::move(path);
    made.headers = {{"Authorization", "Bearer " + access_token}};
    made.content_type = std::move(type);
    made.body = std::move(body);
    return around_.cloud.handle(made, around_.now);
}

void Machine::mark_read(const std::string& number, const std::string& wamid) {
    if (wamid.empty()) return;
    std::ignore = call(
        "/v26.0/" + number + "/messages", "application/json", whatsapp::render_mark_read(wamid)
    );
}

void Machine::send_waiting() {
    constexpr std::size_t sends_at_once = 64;
    const auto send = engine_->next_send();
    if (!send || *send > around_.now || under_way_ >= sends_at_once) return;
    Answers answers = ask({stamped(engine::ClaimMessages{claim_messages})});
    if (!answers) return;
    carry_all(answers->front());
}

void Machine::carry_all(const engine::Answer& answer) {
    const auto* claims = std::get_if<engine::ClaimAnswer>(&answer);
    if (claims == nullptr || claims->messages.empty()) return;
    if (death_ == DeathPoint::after_claim) return die(down_);
    under_way_ += claims->messages.size();
    for (const engine::Claimed& claimed : claims->messages)
        carry(claimed);
    if (death_ == DeathPoint::after_send) die(down_);
}

void Machine::carry(const engine::Claimed& claimed) {
    engine::RecordSend not_sent;
    not_sent.outcome = engine::SendOutcome::not_sent;
    if (random_.chance_percent(is_spared_ ? 0 : around_.faults.unreachable_percent)) {
        return report(claimed.message.id, not_sent, seconds(1));
    }
    if (picture_of(claimed.message.content) == nullptr || claimed.attempts > upload_tries_max) {
        return post(claimed, std::nullopt);
    }
    whatsapp::Upload upload = whatsapp::render_upload(sample_picture(), "ticket.png");
    const auto answer = call(
        "/v26.0/" + claimed.phone_number_id + "/media",
        std::move(upload.content_type),
        std::move(upload.body)
    );
    const auto uploaded = whatsapp::parse_upload_answer(answer.status, answer.body);
    if (answer.fate != Fate::answer || uploaded.media_id.empty()) {
        return report(claimed.message.id, not_sent, seconds(1));
    }
    post(claimed, uploaded.media_id);
}

void Machine::post(const engine::Claimed& claimed, const std::optional<std::string>& media_id) {
    const MessageId id = claimed.message.id;
    auto body = whatsapp::render_message(claimed.message.content, claimed.to, id, media_id);
    engine::RecordSend result;
    if (!body) {
        around_.verdict.broken("I15", "a message is too long: " + body.error().field);
        result.outcome = engine::SendOutcome::refused;
        result.error = 100;
        return report(id, result, Milliseconds{1});
    }
    ++around_.figures.sends;
    around_.tape.note("post " + *body);
    const auto answer = call(
        "/v26.0/" + claimed.phone_number_id + "/messages", "application/json", std::move(*body)
    );
    if (answer.fate != Fate::answer) {
        const bool waits = answer.fate == Fate::never_answer;
        return report(id, result, waits ? send_deadline : seconds(1));
    }
    whatsapp::SendAnswer read = whatsapp::parse_send_answer(answer.status, answer.body);
    result.outcome = read.outcome;
    result.wamid = std::move(read.wamid);
    result.error = read.error;
    result.learned = std::move(read.learned);
    const Milliseconds latency{20 + static_cast<std::int64_t>(random_.below(400))};
    report(id, std::move(result), {latency.value + answer.hold.value});
}

void Machine::report(MessageId message, engine::RecordSend result, Milliseconds after) {
    result.message = message;
    const std::uint64_t life = life_;
    around_.agenda.at(around_.now + after, [this, life, result = std::move(result)] {
        if (life == life_ && is_up()) record(result);
    });
}

// Again until it is kept, as the server does.
void Machine::record(const engine::RecordSend& result) {
    constexpr Milliseconds again_after{500};
    if (ask({stamped(result)})) {
        --under_way_;
    } else if (is_up()) {
        report(result.message, result, again_after);
    }
    bury();
}

}  // namespace antre::simulation
