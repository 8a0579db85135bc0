#include "whatsapp_cloud/send.h"

#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/flow_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/mark_read.h"
#include "whatsapp_cloud/messages_check.h"
#include "whatsapp_cloud/phone_digits.h"
#include "whatsapp_cloud/statuses.h"
#include "whatsapp_cloud/template_fill.h"

namespace antre::whatsapp_cloud {

namespace {

using Fault = std::optional<GraphError>;

Fault refused(Code code, std::string details = {}) {
    return GraphError{code, std::move(details), {}, {}, {}};
}

struct Recipient {
    std::string input;    // as the caller wrote it
    std::string address;  // digits or a business-scoped user id
    bool is_user_id = false;
    Person* person = nullptr;
};

// Limits count people, however they are addressed.
const std::string& counted_as(const Recipient& recipient) {
    return recipient.person == nullptr ? recipient.address : recipient.person->wa_id;
}

// Without '+' the business's own country code may be meant: tried when nobody has the bare digits.
Person* person_dialled(World& world, const BusinessNumber& number, Recipient& recipient) {
    Person* person = world.people.find_dialled(recipient.address);
    if (person != nullptr || recipient.input.find('+') != std::string::npos) return person;
    const std::string code(calling_code_of(number.digits));
    std::string national = recipient.address;
    if (national[0] == '0') national.erase(0, 1);
    person = world.people.find_dialled(code + national);
    if (person != nullptr) recipient.address = code + national;
    return person;
}

Fault find_recipient(
    World& world, const BusinessNumber& number, const json::object& body, Recipient& recipient
) {
    recipient.input = text_of(body, "to");
    if (recipient.input.empty()) {
        recipient.input = text_of(body, "recipient");
        recipient.address = recipient.input;
        recipient.is_user_id = true;
        const std::size_t dot = recipient.input.find('.');
        if (dot != 2) return refused(Code::bad_value, "Param recipient is not a user id.");
        recipient.person = world.people.find_by_user_id(recipient.input);
        return std::nullopt;
    }
    const auto digits = digits_of(recipient.input);
    if (!digits) return refused(Code::bad_value, "Param to is not a phone number.");
    recipient.address = *digits;
    if (*digits == number.digits) return refused(Code::recipient_is_sender);
    recipient.person = person_dialled(world, number, recipient);
    return std::nullopt;
}

Fault check_medium_reference(
    World& world,
    const BusinessNumber& number,
    const json::object& content,
    MessageType type,
    Instant now
) {
    const std::string_view id = text_of(content, "id");
    if (id.empty()) return std::nullopt;
    const Medium* medium = world.media.find(id, now);
    if (medium == nullptr || medium->number_id != number.id) {
        return refused(Code::bad_value, "Param id: there is no media with this id.");
    }
    const std::string_view kind = media_kind_of(medium->mime_type);
    const bool is_right_kind = kind == name_of(type) || type == MessageType::document;
    if (!is_right_kind) {
        return refused(Code::media_upload, "The media's type does not fit the message's type.");
    }
    return std::nullopt;
}

Fault check_reaction_target(World& world, const json::object& content, Instant now) {
    const auto target = world.chats.find_message(std::string(text_of(content, "message_id")));
    if (!target || now - target->message->at > reaction_target_age_max) {
        return refused(
            Code::bad_value, "Param reaction.message_id: no such message in the last 30 days."
        );
    }
    return std::nullopt;
}

Fault check_template_reference(
    World& world,
    const BusinessNumber& number,
    const json::object& content,
    const Recipient& recipient,
    const Template*& chosen
) {
    const std::string name(text_of(content, "name"));
    const std::string language(text_of(object_of(content, "language"), "code"));
    chosen = world.templates.find(number.waba_id, name, language);
    const bool is_usable = chosen != nullptr && chosen->status != TemplateStatus::pending &&
                           chosen->status != TemplateStatus::rejected;
    if (!is_usable) {
        return refused(
            Code::template_missing, "template name (" + name + ") does not exist in " + language
        );
    }
    if (chosen->status == TemplateStatus::paused) return refused(Code::template_paused);
    if (chosen->status == TemplateStatus::disabled) return refused(Code::template_disabled);
    if (recipient.is_user_id && chosen->category == "AUTHENTICATION") {
        return refused(Code::no_phone_for_user);
    }
    return check_fill(*chosen, array_of(content, "components"));
}

Fault check_references(
    World& world,
    const BusinessNumber& number,
    const json::object& content,
    MessageType type,
    const Recipient& recipient,
    const Template*& chosen,
    Instant now
) {
    switch (type) {
    case MessageType::image:
    case MessageType::document:
    case MessageType::audio:
    case MessageType::video:
    case MessageType::sticker: return check_medium_reference(world, number, content, type, now);
    case MessageType::reaction: return check_reaction_target(world, content, now);
    case MessageType::template_message:
        return check_template_reference(world, number, content, recipient, chosen);
    case MessageType::text:
    case MessageType::location:
    case MessageType::contacts: break;
    case MessageType::interactive:
        if (text_of(content, "type") != "flow") break;
        return check_flow_message(world, number, content, now);
    }
    return std::nullopt;
}

Fault check_storms(World& world, Instant now) {
    const Chaos& chaos = world.chaos;
    if (world.strikes(chaos.throttle_pair_percent, "131056", now)) {
        return refused(Code::pair_limit);
    }
    if (world.strikes(chaos.throttle_throughput_percent, "130429", now)) {
        return refused(Code::throughput);
    }
    if (world.strikes(chaos.throttle_unknown_percent, "131000", now)) {
        return refused(Code::something_went_wrong);
    }
    return std::nullopt;
}

Fault check_rates(World& world, BusinessNumber& number, const Recipient& recipient, Instant now) {
    if (recipient.person != nullptr && number.blocked_people.contains(recipient.person->index)) {
        return refused(Code::business_blocked_user);
    }
    if (!number.throughput.take(now)) return refused(Code::throughput);
    if (!world.take_pair_token(number.id, counted_as(recipient), now)) {
        return refused(Code::pair_limit);
    }
    return std::nullopt;
}

// The rules that may refuse now or let the message fail later.
Fault check_window(
    World& world,
    const BusinessNumber& number,
    const Recipient& recipient,
    const Template* chosen,
    Message& message,
    Instant now
) {
    const Chat* chat = nullptr;
    if (recipient.person != nullptr) {
        chat = world.chats.find_chat({number.id, recipient.person->index});
    }
    message.window = chat == nullptr ? Window::closed : chat->window(now);
    const bool is_sync = world.chaos.window_mode == WindowMode::sync;
    if (message.window == Window::closed && chosen == nullptr) {
        if (is_sync) return refused(Code::window_closed);
        message.doomed_by = Code::window_closed;
    }
    if (message.window == Window::closed && chosen != nullptr &&
        !world.portfolio.admit(counted_as(recipient), now)) {
        if (is_sync) return refused(Code::spam_limit);
        message.doomed_by = Code::engagement_limit;
    }
    if (chosen != nullptr && chosen->category == "MARKETING" && recipient.person != nullptr &&
        recipient.person->stopped_marketing.contains(number.id)) {
        message.doomed_by = Code::marketing_stopped;
    }
    const Price price = world.meter.price(number.id, message.category, message.window, now);
    if (price.is_billable && world.options.payment_method == PaymentMethod::missing) {
        return refused(Code::payment);
    }
    return std::nullopt;
}

Milliseconds ttl_of(const Template* chosen) {
    if (chosen == nullptr) return message_ttl;
    if (chosen->ttl_seconds) return seconds(*chosen->ttl_seconds);
    return chosen->category == "AUTHENTICATION" ? authentication_ttl : message_ttl;
}

json::object accepted_body(const Recipient& recipient, const std::string& wamid, MessageType type) {
    json::object contact{{"input", recipient.input}};
    if (!recipient.is_user_id) {
        contact["wa_id"] =
            recipient.person == nullptr ? recipient.address : recipient.person->wa_id;
    }
    if (recipient.person != nullptr) contact["user_id"] = recipient.person->user_id;
    if (recipient.person == nullptr && recipient.is_user_id) contact["user_id"] = recipient.input;
    json::object message{{"id", wamid}};
    if (type == MessageType::template_message) message["message_status"] = "accepted";
    return {
        {"messaging_product", "whatsapp"},
        {"contacts", json::array{std::move(contact)}},
        {"messages", json::array{std::move(message)}},
    };
}

void accept(
    World& world,
    const BusinessNumber& number,
    const Recipient& recipient,
    Message message,
    Instant now
) {
    if (recipient.person == nullptr) {
        world.timeline.plan(
            now + Milliseconds{world.chaos.pace.sent_ms},
            LoseMessage{
                message.wamid, number.id, recipient.address, message.opaque, recipient.is_user_id}
        );
        return;
    }
    const ChatKey key{number.id, recipient.person->index};
    if (!recipient.is_user_id) world.chats.open(key).last_phone_exchange = now;
    const Message& kept = world.chats.append(key, std::move(message));
    tell_message(world, key, kept, now);
    start_climb(world, kept, now);
}

// The picture or file at the head of an interactive message or template, if it is one of ours.
std::string header_media_id(const json::object& body) {
    const json::object& header = object_of(body, "header");
    std::string id(text_of(object_of(header, text_of(header, "type")), "id"));
    for (const json::value& component : array_of(body, "components")) {
        if (!component.is_object() || text_of(component.get_object(), "type") != "header") continue;
        for (const json::value& parameter : array_of(component.get_object(), "parameters")) {
            if (!parameter.is_object()) continue;
            const json::object& one = parameter.get_object();
            id = text_of(object_of(one, text_of(one, "type")), "id");
        }
    }
    return id;
}

Message message_of(
    World& world,
    const json::object& body,
    MessageType type,
    const Recipient& recipient,
    const Template* chosen,
    Instant now
) {
    Message message;
    message.at = now;
    message.type = name_of(type);
    message.body = object_of(body, message.type);
    if (type == MessageType::contacts) {
        message.body = {{"contacts", array_of(body, "contacts")}};
    }
    message.context = text_of(object_of(body, "context"), "message_id");
    message.opaque = text_of(body, "biz_opaque_callback_data");
    message.media_id = text_of(message.body, "id");
    if (message.media_id.empty()) message.media_id = header_media_id(message.body);
    message.expires_at = now + ttl_of(chosen);
    if (recipient.is_user_id) message.addressed_user_id = recipient.address;
    if (chosen != nullptr) {
        message.category = to_lower_ascii(chosen->category);
        message.rendered = rendered_template(*chosen, array_of(message.body, "components"));
    }
    const bool has_link = !text_of(message.body, "link").empty();
    if (has_link && world.strikes(world.chaos.media_fail_percent, "media_fail", now)) {
        message.doomed_by = Code::media_upload;
        message.doom_details = "Downloading media from weblink failed with http code 404";
    }
    return message;
}

}  // namespace

Result<json::object, GraphError>
send_message(World& world, BusinessNumber& number, const json::object& body, Instant now) {
    if (body.contains("status")) return mark_read(world, number, body, now);
    if (Fault fault = check_message(body)) return fail(*fault);
    if (!number.is_registered) return fail(*refused(Code::not_registered));
    if (Fault fault = check_storms(world, now)) return fail(*fault);
    Recipient recipient;
    if (Fault fault = find_recipient(world, number, body, recipient)) return fail(*fault);

    const std::string_view word = text_of(body, "type");
    const MessageType type = message_type_named(word).value_or(MessageType::text);
    const json::object& content = object_of(body, name_of(type));
    const Template* chosen = nullptr;
    if (Fault fault = check_references(world, number, content, type, recipient, chosen, now)) {
        return fail(*fault);
    }
    if (Fault fault = check_rates(world, number, recipient, now)) return fail(*fault);
    Message message = message_of(world, body, type, recipient, chosen, now);
    if (Fault fault = check_window(world, number, recipient, chosen, message, now)) {
        return fail(*fault);
    }
    message.wamid = make_wamid(recipient.address, Direction::out, world.ids);
    json::object answer = accepted_body(recipient, message.wamid, type);
    accept(world, number, recipient, std::move(message), now);
    return answer;
}

}  // namespace antre::whatsapp_cloud
