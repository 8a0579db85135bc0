// The people's side of Cloud: phones, and what is done on them.

#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/cloud.h"
#include "whatsapp_cloud/flow_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/phone_digits.h"
#include "whatsapp_cloud/statuses.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::size_t person_name_units_max = 100;
constexpr std::size_t deliveries_of_one_message_max = 100;

using Refusal = std::optional<std::string>;

constexpr std::string_view no_such_phone = "there is no such phone";

struct FlagField {
    std::string_view name;
    bool Person::*field;
};

constexpr FlagField flag_fields[] = {
    {"shows_phone", &Person::shows_phone},
    {"online", &Person::online},
    {"read_receipts", &Person::read_receipts},
    {"text_only", &Person::text_only},
};

Refusal set_blocked(Person& person, const json::value& value) {
    if (!value.is_array()) return "blocked must be a list of phone_number_ids";
    person.blocked.clear();
    for (const json::value& number : value.get_array())
        person.blocked.insert(as_text(number));
    return std::nullopt;
}

Refusal set_field(Person& person, std::string_view name, const json::value& value) {
    for (const FlagField& flag : flag_fields) {
        if (flag.name != name) continue;
        if (!value.is_bool()) return std::string(name) + " must be true or false";
        person.*flag.field = value.get_bool();
        return std::nullopt;
    }
    if (name == "blocked") return set_blocked(person, value);
    if (name == "username") {
        person.username.reset();
        if (!value.is_null()) person.username = as_text(value);
        return std::nullopt;
    }
    if (name == "name") {
        person.name = as_text(value);
        if (person.name.empty()) return "name must not be empty";
        return std::nullopt;
    }
    return "a phone has no " + std::string(name);
}

// A button or row of a message as the control API's message that answers it; empty if not there.
json::object tap_in_interactive(const json::object& body, std::string_view id) {
    const json::object& action = object_of(body, "action");
    for (const json::value& button : array_of(action, "buttons")) {
        const json::object& reply = object_of(button.get_object(), "reply");
        if (text_of(reply, "id") != id) continue;
        return {{"type", "button_reply"}, {"id", id}, {"title", text_of(reply, "title")}};
    }
    for (const json::value& section : array_of(action, "sections")) {
        for (const json::value& row : array_of(section.get_object(), "rows")) {
            const json::object& one = row.get_object();
            if (text_of(one, "id") != id) continue;
            json::object tap{{"type", "list_reply"}, {"id", id}, {"title", text_of(one, "title")}};
            const std::string_view description = text_of(one, "description");
            if (!description.empty()) tap["description"] = description;
            return tap;
        }
    }
    return {};
}

json::object tap_in_template(const json::object& rendered, std::string_view payload) {
    for (const json::value& button : array_of(rendered, "buttons")) {
        const json::object& one = button.get_object();
        if (text_of(one, "payload") != payload) continue;
        return {{"type", "template_button"}, {"payload", payload}, {"text", text_of(one, "text")}};
    }
    return {};
}

}  // namespace

Result<json::object, std::string>
Cloud::add_phone(const std::string& name, const std::string& wa_id, Instant now) {
    advance(now);
    const auto digits = wa_id.empty() ? world_->people.free_wa_id() : digits_of(wa_id);
    if (!digits) return fail(std::string("wa_id must be 5 to 20 digits"));
    if (name.empty() || utf16_units(name) > person_name_units_max) {
        return fail(std::string("name must have 1 to 100 characters"));
    }
    if (world_->people.find(*digits) != nullptr) {
        return fail(std::string("there is a phone with this number already"));
    }
    if (world_->numbers.find_by_digits(*digits) != nullptr) {
        return fail(std::string("this is the number of a business"));
    }
    const Person& person = world_->people.add(name, *digits);
    tell_phone(*world_, person, now);
    return phone_json(person);
}

Result<json::object, std::string>
Cloud::change_phone(const std::string& wa_id, const json::object& changes, Instant now) {
    advance(now);
    Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    Person changed = *person;
    for (const auto& member : changes) {
        const std::string_view name(member.key().data(), member.key().size());
        if (Refusal refusal = set_field(changed, name, member.value())) {
            return fail(std::move(*refusal));
        }
    }
    const bool comes_online = !person->online && changed.online;
    *person = std::move(changed);
    if (comes_online) deliver_waiting(*world_, *person, now);
    tell_phone(*world_, *person, now);
    return phone_json(*person);
}

Result<json::object, std::string>
Cloud::change_number(const std::string& wa_id, const std::string& new_wa_id, Instant now) {
    advance(now);
    Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    const auto digits = digits_of(new_wa_id);
    if (!digits) return fail(std::string("wa_id must be 5 to 20 digits"));
    if (world_->people.find(*digits) != nullptr) {
        return fail(std::string("there is a phone with this number already"));
    }
    whatsapp_cloud::change_number(*world_, *person, *digits, now);
    return phone_json(*person);
}

Result<json::object, std::string> Cloud::change_user_id(const std::string& wa_id, Instant now) {
    advance(now);
    Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    whatsapp_cloud::change_user_id(*world_, *person, now);
    return phone_json(*person);
}

Result<std::string, std::string> Cloud::person_sends(
    const std::string& wa_id,
    const std::string& number_id,
    const json::object& what,
    Instant now,
    std::size_t times
) {
    advance(now);
    Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    if (times == 0 || times > deliveries_of_one_message_max) {
        return fail(std::string("times must be 1 to 100"));
    }
    return receive_message(*world_, *person, number_id, what, times, now);
}

Result<std::string, std::string> Cloud::says(
    const std::string& wa_id, const std::string& number_id, std::string_view text, Instant now
) {
    return person_sends(wa_id, number_id, {{"type", "text"}, {"text", {{"body", text}}}}, now);
}

Result<std::string, std::string>
Cloud::taps(const std::string& wa_id, const std::string& wamid, std::string_view id, Instant now) {
    advance(now);
    const auto found = world_->chats.find_message(wamid);
    if (!found) return fail(std::string("there is no such message"));
    json::object tap = tap_in_interactive(found->message->body, id);
    if (tap.empty()) tap = tap_in_template(found->message->rendered, id);
    if (tap.empty()) return fail(std::string("the message has no such button or row"));
    tap["context"] = wamid;
    return person_sends(wa_id, found->key.number_id, tap, now);
}

Result<DeliveryId, std::string>
Cloud::fills_form(const std::string& wa_id, const json::object& step, Instant now) {
    advance(now);
    const Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    return send_flow_step(*world_, *person, step, now);
}

Result<bool, std::string>
Cloud::reads(const std::string& wa_id, const std::string& number_id, Instant now) {
    advance(now);
    const Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    if (world_->numbers.find(number_id) == nullptr) {
        return fail(std::string("there is no such business number"));
    }
    read_chat(*world_, {number_id, person->index}, now);
    return true;
}

Result<bool, std::string> Cloud::wishes_marketing(
    const std::string& wa_id, const std::string& number_id, MarketingWish wish, Instant now
) {
    advance(now);
    Person* person = world_->people.find(wa_id);
    if (person == nullptr) return fail(std::string(no_such_phone));
    wish_marketing(*world_, *person, number_id, wish, now);
    return true;
}

json::array Cloud::chat(const std::string& wa_id, const std::string& number_id) const {
    json::array shown;
    const Person* person = world_->people.find(wa_id);
    if (person == nullptr) return shown;
    const Chat* chat = world_->chats.find_chat({number_id, person->index});
    if (chat == nullptr) return shown;
    for (const Message& message : chat->messages)
        shown.push_back(message_json(message));
    return shown;
}

std::optional<json::object> Cloud::message(const std::string& wamid) const {
    const auto found = world_->chats.find_message(wamid);
    if (!found) return std::nullopt;
    return message_json(*found->message);
}

}  // namespace antre::whatsapp_cloud
