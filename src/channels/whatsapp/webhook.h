#pragma once

// Webhook bodies become things heard. Parsing is tolerant, as published bodies demand: fields come
// as text or number, may be missing, and new types appear at any time; what is not understood is
// handed back whole, so that it can be kept and acknowledged.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/command.h"
#include "foundation/result.h"
#include "foundation/time.h"

namespace antre::channels::whatsapp {

// News about the platform itself: templates, quality, limits, restrictions.
struct PlatformNotice {
    std::string field;           // "message_template_status_update"
    std::string event;           // "PAUSED"; empty when the field has none
    std::string subject;         // template name, display number or account id
    std::string detail;          // reason, our own words where there is none
    std::string account;         // the business account; empty for news of a number
    std::string language = {};   // of a template: "id", "en_US"; empty for all else
    std::string flow_name = {};  // of a Flow, where only the sentence of the news has it
};

// Signed but not understood.
struct Unknown {
    std::string reason;  // "type poll", "field calls", "text is not UTF-8"
    std::string raw;     // that part of the body
};

struct Inbound {
    std::string phone_number_id;  // empty for news about an account
    std::variant<
        engine::Hear,
        engine::HearStatus,
        engine::ChangeIdentity,
        engine::Prefer,
        PlatformNotice,
        Unknown>
        what;
    engine::CommandKey key{};  // of the message, status or raw part: the same thing, the same key
    std::string wamid;         // of a message: to mark it as read; personal data
    Instant sent_at;           // by WhatsApp's clock, 0 if it did not say: never decides a place
};

struct Malformed {
    std::string reason;  // ours, without the body
};

// Every message and status of every entry and change, in the order of the body. The body is not
// JSON at all, or nested deeper than depth_max: Malformed.
Result<std::vector<Inbound>, Malformed> parse_webhook(const std::string& raw_body);

// Whether it concerns one office's number, by which the office is found.
bool is_of_a_number(const Inbound& inbound);
// The command it asks for; nothing for news about the platform. `office` is not set for what
// concerns no number. Statuses carry no key: they only climb, so hearing one twice changes nothing.
std::optional<engine::Command>
command_of(Inbound inbound, OfficeId office, Instant at, const Chance& chance);

// The key under which a message with this id is obeyed once.
engine::CommandKey key_of_message(std::string_view wamid);
// The key of any other text, such as "api:" + Idempotency-Key.
engine::CommandKey key_of_text(std::string_view text);

}  // namespace antre::channels::whatsapp
