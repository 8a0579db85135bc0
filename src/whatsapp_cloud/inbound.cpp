#include "whatsapp_cloud/inbound.h"

#include "whatsapp_cloud/inbound_content.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/phone_digits.h"
#include "whatsapp_cloud/webhooks.h"

namespace antre::whatsapp_cloud {

namespace {

using Refusal = std::optional<std::string>;

Refusal refusal_to_send(const Person& person, const BusinessNumber* number) {
    if (number == nullptr) return "there is no such business number";
    if (!person.online) return "the phone is off";
    if (person.blocked.contains(number->id)) return "this person has blocked the number";
    if (!number->is_registered) return "the business number is not registered";
    return std::nullopt;
}

// {context?, from?, from_user_id, id, timestamp, …, type}: the order Meta writes.
json::object message_head(
    const World& world,
    const Person& person,
    const ChatKey& key,
    const std::string& wamid,
    Instant now
) {
    json::object head;
    if (shows_phone_to(world, person, key, now)) head["from"] = person.wa_id;
    head["from_user_id"] = person.user_id;
    head["id"] = wamid;
    head["timestamp"] = unix_seconds(now);
    return head;
}

json::object context_object(const json::object& what, const BusinessNumber& number) {
    const std::string_view quoted = text_of(what, "context");
    if (!quoted.empty()) return {{"from", number.digits}, {"id", quoted}};
    const json::value* forwarded = what.if_contains("forwarded");
    if (forwarded != nullptr && forwarded->is_bool() && forwarded->get_bool()) {
        return {{"forwarded", true}};
    }
    return {};
}

json::object wire_message(
    const World& world,
    const Person& person,
    const ChatKey& key,
    const std::string& wamid,
    const json::object& what,
    const InboundContent& content,
    Instant now
) {
    json::object message;
    json::object context = context_object(what, *world.numbers.find(key.number_id));
    if (!context.empty()) message["context"] = std::move(context);
    for (const auto& member : message_head(world, person, key, wamid, now)) {
        message[member.key()] = member.value();
    }
    const json::object& referral = object_of(what, "referral");
    if (!referral.empty()) message["referral"] = referral;
    if (!content.errors.empty()) message["errors"] = content.errors;
    message["type"] = content.type;
    if (text_of(what, "type") == "raw") {
        for (const auto& member : content.body.get_object()) {
            message[member.key()] = member.value();
        }
    } else {
        message[content.type] = content.body;
    }
    return message;
}

Message kept_message(
    const std::string& wamid, const json::object& what, const InboundContent& content, Instant now
) {
    Message kept;
    kept.wamid = wamid;
    kept.direction = Direction::in;
    kept.at = now;
    kept.type = content.type;
    kept.body = content.body.is_object() ? content.body.get_object()
                                         : json::object{{content.type, content.body}};
    kept.context = text_of(what, "context");
    kept.media_id = content.media_id;
    kept.status = Status::delivered;
    return kept;
}

void report_unknown_type(
    World& world,
    const Person& person,
    const ChatKey& key,
    const BusinessNumber& number,
    Instant now
) {
    if (!world.strikes(world.chaos.unknown_type_percent, "unknown_type", now)) return;
    const std::string wamid = make_wamid(person.wa_id, Direction::in, world.ids);
    json::object message = message_head(world, person, key, wamid, now);
    message["type"] = "hologram";
    message["hologram"] = {{"id", "1"}};
    json::object value = value_head(number);
    value["contacts"] = json::array{contact_object(world, person, key, Username::shown, now)};
    value["messages"] = json::array{std::move(message)};
    report(world, {number.waba_id, number.id, "messages", std::move(value), "hologram in"}, now);
}

// The reply to a request for the phone number puts it into the portfolio's contact book.
void note_shared_number(Person& person, const InboundContent& content) {
    if (content.type != "contacts" || !content.body.is_array()) return;
    for (const json::value& contact : content.body.get_array()) {
        if (contact.is_object() && text_of(contact.get_object(), "origin") == "contact_request") {
            person.is_in_contact_book = true;
        }
    }
}

void report_system(
    World& world,
    Person& person,
    const json::object& system,
    const std::string& old_wa_id,
    const std::string& old_user_id,
    Instant now
) {
    for (const BusinessNumber& number : world.numbers.all()) {
        const ChatKey key{number.id, person.index};
        if (world.chats.find_chat(key) == nullptr) continue;
        json::object message;
        const bool changed_number = text_of(system, "type") == "user_changed_number";
        if (changed_number && shows_phone_to(world, person, key, now)) message["from"] = old_wa_id;
        message["from_user_id"] = old_user_id;
        message["id"] = make_wamid(old_wa_id, Direction::in, world.ids);
        message["timestamp"] = unix_seconds(now);
        message["type"] = "system";
        json::object told = system;
        if (!shows_phone_to(world, person, key, now)) {
            told.erase("wa_id");
            told["body"] = "User " + person.name + " changed their number";
        }
        message["system"] = std::move(told);
        json::object value = value_head(number);
        value["messages"] = json::array{std::move(message)};
        report(world, {number.waba_id, number.id, "messages", std::move(value), "system in"}, now);
    }
}

}  // namespace

Result<std::string, std::string> receive_message(
    World& world,
    Person& person,
    const std::string& number_id,
    const json::object& what,
    std::size_t times,
    Instant now
) {
    BusinessNumber* number = world.numbers.find(number_id);
    if (Refusal refusal = refusal_to_send(person, number)) return fail(std::move(*refusal));
    auto content = inbound_content(world, number_id, what, now);
    if (!content) return fail(content.error());

    const ChatKey key{number_id, person.index};
    note_shared_number(person, *content);
    const std::string& party =
        shows_phone_to(world, person, key, now) ? person.wa_id : person.user_id;
    const std::string wamid = make_wamid(party, Direction::in, world.ids);
    const json::object message = wire_message(world, person, key, wamid, what, *content, now);
    const Message& kept = world.chats.append(key, kept_message(wamid, what, *content, now));
    tell_message(world, key, kept, now);
    // Nobody hears what a blocked person writes, and it opens no window.
    if (number->blocked_people.contains(person.index)) return wamid;

    Chat& chat = world.chats.open(key);
    chat.last_inbound = now;
    if (message.contains("from")) chat.last_phone_exchange = now;
    json::object value = value_head(*number);
    value["contacts"] = json::array{contact_object(world, person, key, Username::shown, now)};
    value["messages"] = json::array{message};
    const Change change{number->waba_id, number_id, "messages", value, content->type + " in"};
    for (std::size_t i = 0; i < times; ++i) {
        number->throughput.drain(now);
        report(world, change, now);
    }
    report_unknown_type(world, person, key, *number, now);
    return wamid;
}

void change_number(World& world, Person& person, const std::string& wa_id, Instant now) {
    const std::string old_wa_id = person.wa_id;
    const std::string old_user_id = person.user_id;
    world.people.change_number(person, wa_id);
    report_system(
        world,
        person,
        {{"body", "User " + person.name + " changed from " + old_wa_id + " to " + wa_id},
         {"wa_id", wa_id},
         {"user_id", person.user_id},
         {"previous_user_id", old_user_id},
         {"type", "user_changed_number"}},
        old_wa_id,
        old_user_id,
        now
    );
    tell_phone(world, person, now);
}

void change_user_id(World& world, Person& person, Instant now) {
    const std::string old_user_id = person.user_id;
    world.people.change_user_id(person);
    report_system(
        world,
        person,
        {{"body", "User " + person.name + " changed their user id"},
         {"user_id", person.user_id},
         {"previous_user_id", old_user_id},
         {"type", "user_changed_user_id"}},
        person.wa_id,
        old_user_id,
        now
    );
    tell_phone(world, person, now);
}

void wish_marketing(
    World& world, Person& person, const std::string& number_id, MarketingWish wish, Instant now
) {
    const BusinessNumber* number = world.numbers.find(number_id);
    if (number == nullptr) return;
    const bool stops = wish == MarketingWish::stop;
    if (stops) {
        person.stopped_marketing.insert(number_id);
    } else {
        person.stopped_marketing.erase(number_id);
    }
    const ChatKey key{number_id, person.index};
    json::object preference;
    if (shows_phone_to(world, person, key, now)) preference["wa_id"] = person.wa_id;
    preference["user_id"] = person.user_id;
    preference["detail"] = stops ? "User requested to stop marketing messages"
                                 : "User requested to resume marketing messages";
    preference["category"] = "marketing_messages";
    preference["value"] = stops ? "stop" : "resume";
    preference["timestamp"] = now.ms / 1000;
    json::object value = value_head(*number);
    value["contacts"] = json::array{contact_object(world, person, key, Username::shown, now)};
    value["user_preferences"] = json::array{std::move(preference)};
    report(
        world,
        {number->waba_id, number_id, "user_preferences", std::move(value), "marketing wish"},
        now
    );
}

}  // namespace antre::whatsapp_cloud
