#include "whatsapp_cloud/statuses.h"

#include <algorithm>

#include "whatsapp_cloud/digest.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/webhooks.h"

namespace antre::whatsapp_cloud {

namespace {

json::object conversation_object(const ChatKey& key, const Message& message) {
    return {
        {"id", hex(sha256(key.number_id + message.wamid)).substr(0, 32)},
        {"expiration_timestamp", unix_seconds(message.at + service_window)},
        {"origin", {{"type", message.category}}},
    };
}

json::object status_object(
    const World& world,
    const ChatKey& key,
    const Person& person,
    const Message& message,
    std::string_view word,
    Instant now
) {
    json::object status{{"id", message.wamid}, {"status", word}, {"timestamp", unix_seconds(now)}};
    if (shows_phone_to(world, person, key, now)) status["recipient_id"] = person.wa_id;
    const bool has_failed = message.status == Status::failed;
    // A failed message that was addressed by phone does not give the user id away.
    if (!has_failed || !message.addressed_user_id.empty()) {
        status["recipient_user_id"] = person.user_id;
    }
    if (word == "sent" && world.options.webhook_version.major < 24) {
        status["conversation"] = conversation_object(key, message);
    }
    if (message.price && (word == "sent" || word == "delivered")) {
        status["pricing"] = pricing_object(*message.price);
    }
    if (message.error) status["errors"] = json::array{*message.error};
    if (!message.opaque.empty()) status["biz_opaque_callback_data"] = message.opaque;
    return status;
}

void report_status(World& world, const ChatKey& key, const Message& message, Instant now) {
    const Person& person = world.people.at(key.person);
    const BusinessNumber& number = *world.numbers.find(key.number_id);
    const std::string_view word = name_of(message.status);
    json::object value = value_head(number);
    if (message.status != Status::failed) {
        const bool is_late = message.status != Status::sent;
        value["contacts"] = json::array{contact_object(
            world, person, key, is_late ? Username::shown : Username::left_out, now
        )};
    }
    value["statuses"] = json::array{status_object(world, key, person, message, word, now)};
    report(
        world,
        {number.waba_id, number.id, "messages", std::move(value), "status " + std::string(word)},
        now
    );
}

void fail_message(
    World& world,
    const ChatKey& key,
    Message& message,
    Code code,
    std::string_view details,
    Instant now
) {
    message.status = Status::failed;
    message.error = webhook_error(code, details);
    message.price.reset();
    report_status(world, key, message, now);
    tell_status(world, key, message, now);
}

void become_sent(World& world, const ChatKey& key, Message& message, Instant now) {
    const Person& person = world.people.at(key.person);
    if (message.doomed_by) {
        fail_message(world, key, message, *message.doomed_by, message.doom_details, now);
        return;
    }
    if (person.blocked.contains(key.number_id)) {
        fail_message(world, key, message, Code::undeliverable, {}, now);
        return;
    }
    message.status = Status::sent;
    message.price = world.meter.price(key.number_id, message.category, message.window, now);
    report_status(world, key, message, now);
    tell_status(world, key, message, now);
    const Milliseconds wait{world.chaos.pace.delivered_ms - world.chaos.pace.sent_ms};
    world.timeline.plan(
        now + std::max(wait, Milliseconds{0}), Climb{message.wamid, Status::delivered}
    );
}

void become_delivered(World& world, const ChatKey& key, Message& message, Instant now) {
    Person& person = world.people.at(key.person);
    if (message.expires_at <= now) {
        expire(world, {message.wamid}, now);
        return;
    }
    if (!person.online) {
        person.waiting.push_back(message.wamid);
        world.timeline.plan(message.expires_at, Expire{message.wamid});
        return;
    }
    message.status = Status::delivered;
    const bool is_reaction = message.type == "reaction";
    if (!is_reaction) {
        message.price = world.meter.count(key.number_id, message.category, message.window, now);
        report_status(world, key, message, now);
    }
    tell_status(world, key, message, now);
    if (world.chaos.pace.read_ms && person.read_receipts && !is_reaction) {
        world.timeline.plan(
            now + Milliseconds{*world.chaos.pace.read_ms}, Climb{message.wamid, Status::read}
        );
    }
}

void become_read(World& world, const ChatKey& key, Message& message, Instant now) {
    if (!world.people.at(key.person).read_receipts) return;
    message.status = Status::read;
    report_status(world, key, message, now);
    tell_status(world, key, message, now);
}

}  // namespace

void start_climb(World& world, const Message& message, Instant now) {
    const Milliseconds wait{world.chaos.status_before_reply ? 0 : world.chaos.pace.sent_ms};
    world.timeline.plan(now + wait, Climb{message.wamid, Status::sent});
}

void climb(World& world, const Climb& step, Instant now) {
    const auto found = world.chats.find_message(step.wamid);
    if (!found) return;
    Message& message = *found->message;
    if (step.to == Status::sent && message.status == Status::accepted) {
        become_sent(world, found->key, message, now);
    } else if (step.to == Status::delivered && message.status == Status::sent) {
        become_delivered(world, found->key, message, now);
    } else if (step.to == Status::read && message.status == Status::delivered) {
        become_read(world, found->key, message, now);
    }
}

void lose(World& world, const LoseMessage& lost, Instant now) {
    const BusinessNumber* number = world.numbers.find(lost.number_id);
    if (number == nullptr) return;
    json::object status{{"id", lost.wamid}, {"status", "failed"}, {"timestamp", unix_seconds(now)}};
    status[lost.is_user_id ? "recipient_user_id" : "recipient_id"] = lost.recipient;
    status["errors"] = json::array{webhook_error(Code::undeliverable, {})};
    if (!lost.opaque.empty()) status["biz_opaque_callback_data"] = lost.opaque;
    json::object value = value_head(*number);
    value["statuses"] = json::array{std::move(status)};
    report(
        world, {number->waba_id, number->id, "messages", std::move(value), "status failed"}, now
    );
}

void expire(World& world, const Expire& due, Instant now) {
    const auto found = world.chats.find_message(due.wamid);
    if (!found || found->message->status != Status::sent) return;
    Person& person = world.people.at(found->key.person);
    std::erase(person.waiting, due.wamid);
    if (world.options.expiry == Expiry::failed) {
        fail_message(world, found->key, *found->message, Code::undeliverable, {}, now);
        return;
    }
    found->message->status = Status::expired;
    tell_status(world, found->key, *found->message, now);
}

void deliver_waiting(World& world, Person& person, Instant now) {
    const std::vector<std::string> waiting = std::move(person.waiting);
    person.waiting.clear();
    for (const std::string& wamid : waiting)
        climb(world, {wamid, Status::delivered}, now);
}

void read_chat(World& world, const ChatKey& key, Instant now) {
    if (world.chats.find_chat(key) == nullptr) return;
    for (Message& message : world.chats.open(key).messages) {
        const bool is_readable = message.direction == Direction::out &&
                                 message.status == Status::delivered && message.type != "reaction";
        if (is_readable) become_read(world, key, message, now);
    }
}

}  // namespace antre::whatsapp_cloud
