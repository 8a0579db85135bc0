#include "whatsapp_cloud/mark_read.h"

#include "whatsapp_cloud/body_check.h"
#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

std::optional<GraphError> check_shape(const json::object& body) {
    BodyCheck check;
    const json::value whole(body);
    const Place root{&whole, ""};
    check.require(
        text_of(body, "messaging_product") == "whatsapp",
        Code::invalid_parameter,
        "The parameter messaging_product is required and must be whatsapp."
    );
    check.one_of(root["status"], {"read"});
    check.text(root["message_id"], {1, 256});
    if (root["typing_indicator"].is_given()) {
        check.object(root["typing_indicator"]);
        check.one_of(root["typing_indicator"]["type"], {"text"});
    }
    return check.fault();
}

}  // namespace

Result<json::object, GraphError>
mark_read(World& world, const BusinessNumber& number, const json::object& body, Instant now) {
    if (auto fault = check_shape(body)) return fail(*fault);
    const auto target = world.chats.find_message(std::string(text_of(body, "message_id")));
    const bool is_ours = target && target->key.number_id == number.id &&
                         target->message->direction == Direction::in &&
                         now - target->message->at <= mark_read_age_max;
    if (!is_ours) {
        return fail(GraphError{
            Code::bad_value,
            "Param message_id: no such received message in the last 30 days.",
            {},
            {},
            {}});
    }
    const Instant until = target->message->at;
    for (Message& message : world.chats.open(target->key).messages) {
        const bool is_earlier = message.direction == Direction::in && message.at <= until;
        if (!is_earlier || message.is_marked_read) continue;
        message.is_marked_read = true;
        tell_status(world, target->key, message, now);
    }
    if (body.contains("typing_indicator") && world.events.records(EventKind::typing)) {
        world.events.add(
            EventKind::typing,
            now,
            {{"wa_id", world.people.at(target->key.person).wa_id}, {"phone_number_id", number.id}}
        );
    }
    return json::object{{"success", true}};
}

}  // namespace antre::whatsapp_cloud
