#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/body_check.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/phone_digits.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::string_view profile_fields[] = {
    "about",
    "address",
    "description",
    "email",
    "websites",
    "vertical",
    "profile_picture_url",
};

std::optional<GraphError> check_profile(const json::object& body) {
    BodyCheck check;
    const json::value whole(body);
    const Place root{&whole, ""};
    check.require(
        text_of(body, "messaging_product") == "whatsapp",
        Code::invalid_parameter,
        "The parameter messaging_product is required and must be whatsapp."
    );
    check.optional_text(root["about"], {1, profile_about_units_max});
    check.optional_text(root["address"], {0, profile_address_units_max});
    check.optional_text(root["description"], {0, profile_description_units_max});
    check.optional_text(root["email"], {0, profile_email_units_max});
    if (root["websites"].is_given()) {
        const std::size_t count = check.array(root["websites"], {0, profile_websites_max}).size();
        for (std::size_t i = 0; i < count && check.is_clean(); ++i)
            check.url(root["websites"][i]);
    }
    if (root["vertical"].is_given()) {
        check.one_of(
            root["vertical"],
            {"UNDEFINED",
             "OTHER",
             "AUTO",
             "BEAUTY",
             "APPAREL",
             "EDU",
             "ENTERTAIN",
             "EVENT_PLAN",
             "FINANCE",
             "GROCERY",
             "GOVT",
             "HOTEL",
             "HEALTH",
             "NONPROFIT",
             "PROF_SERVICES",
             "RETAIL",
             "TRAVEL",
             "RESTAURANT",
             "NOT_A_BIZ"}
        );
    }
    return check.fault();
}

std::optional<GraphError> check_automation(const json::object& body) {
    BodyCheck check;
    const json::value whole(body);
    const Place root{&whole, ""};
    if (root["prompts"].is_given()) {
        const std::size_t count = check.array(root["prompts"], {0, ice_breakers_max}).size();
        for (std::size_t i = 0; i < count && check.is_clean(); ++i) {
            check.text(root["prompts"][i], {1, ice_breaker_units_max});
        }
    }
    if (root["commands"].is_given()) {
        const std::size_t count = check.array(root["commands"], {0, commands_max}).size();
        for (std::size_t i = 0; i < count && check.is_clean(); ++i) {
            const Place command = root["commands"][i];
            check.object(command);
            check.text(command["command_name"], {1, command_name_units_max});
            check.text(command["command_description"], {1, command_hint_units_max});
        }
    }
    return check.fault();
}

json::object qr_json(const QrCode& code) {
    return {
        {"code", code.code},
        {"prefilled_message", code.prefilled_message},
        {"deep_link_url", "https://wa.me/message/" + code.code},
    };
}

std::string make_qr_code(Random& random) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string code;
    for (int i = 0; i < 14; ++i)
        code.push_back(letters[random.below(letters.size())]);
    return code;
}

// A person who may be blocked: one who wrote within the last 24 hours.
Person* blockable(World& world, const BusinessNumber& number, std::string_view user, Instant now) {
    const auto digits = digits_of(user);
    Person* person = digits ? world.people.find_dialled(*digits) : nullptr;
    if (person == nullptr) person = world.people.find_by_user_id(user);
    if (person == nullptr) return nullptr;
    const Chat* chat = world.chats.find_chat({number.id, person->index});
    const bool has_written = chat != nullptr && chat->last_inbound &&
                             now - *chat->last_inbound <= block_after_message_max;
    return has_written || number.blocked_people.contains(person->index) ? person : nullptr;
}

Answer list_blocked(World& world, const BusinessNumber& number) {
    json::array blocked;
    for (const PersonIndex index : number.blocked_people) {
        blocked.push_back(json::object{
            {"messaging_product", "whatsapp"}, {"wa_id", world.people.at(index).wa_id}});
    }
    return answer(world, {{"data", std::move(blocked)}});
}

}  // namespace

Answer profile_call(World& world, BusinessNumber& number, const Request& request) {
    if (request.method == "GET") {
        json::object shown = chosen_fields(number.profile, *request.call);
        shown["messaging_product"] = "whatsapp";
        return answer(world, {{"data", json::array{std::move(shown)}}});
    }
    if (request.method != "POST") return unknown_edge(world, request);
    if (auto fault = check_profile(request.body)) return refuse(world, *fault);
    for (const std::string_view field : profile_fields) {
        if (const json::value* set = request.body.if_contains(field)) number.profile[field] = *set;
    }
    return success(world);
}

Answer automation_call(World& world, BusinessNumber& number, const Request& request) {
    if (request.method == "GET") return answer(world, number.automation);
    if (request.method != "POST") return unknown_edge(world, request);
    if (auto fault = check_automation(request.body)) return refuse(world, *fault);
    for (const std::string_view field : {"enable_welcome_message", "prompts", "commands"}) {
        if (const json::value* set = request.body.if_contains(field)) {
            number.automation[field] = *set;
        }
    }
    return success(world);
}

Answer qr_call(World& world, BusinessNumber& number, const Request& request) {
    std::vector<QrCode>& codes = number.qr_codes;
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const QrCode& code) {
        return code.code == request.tail;
    });
    if (!request.tail.empty() && found == codes.end()) {
        return refuse(world, no_such_object(request.method, request.tail));
    }
    if (request.method == "POST") {
        const std::string words(text_of(request.body, "prefilled_message"));
        if (words.empty() || utf16_units(words) > qr_message_units_max) {
            return refuse(
                world,
                {Code::invalid_parameter,
                 "Param prefilled_message must be 1 to 140 characters.",
                 {},
                 {},
                 {}}
            );
        }
        codes.push_back({make_qr_code(world.ids), words});
        return answer(world, qr_json(codes.back()));
    }
    if (request.method == "DELETE" && found != codes.end()) {
        codes.erase(found);
        return success(world);
    }
    json::array shown;
    for (const QrCode& code : codes) {
        if (request.tail.empty() || code.code == request.tail) shown.push_back(qr_json(code));
    }
    return answer(world, {{"data", std::move(shown)}});
}

Answer block_call(World& world, BusinessNumber& number, const Request& request, Instant now) {
    if (request.method == "GET") return list_blocked(world, number);
    const json::array& users = array_of(request.body, "block_users");
    if (users.empty()) {
        return refuse(
            world, {Code::invalid_parameter, "The parameter block_users is required.", {}, {}, {}}
        );
    }
    const bool blocks = request.method == "POST";
    json::array done;
    json::array failed;
    for (const json::value& entry : users) {
        const std::string user(entry.is_object() ? text_of(entry.get_object(), "user") : "");
        Person* person = blockable(world, number, user, now);
        const bool has_room = number.blocked_people.size() < blocked_users_max;
        if (person == nullptr || (blocks && !has_room)) {
            json::object error =
                webhook_error(Code::window_closed, "User has not written in 24 h.");
            failed.push_back(json::object{{"input", user}, {"errors", json::array{error}}});
            continue;
        }
        if (blocks) {
            number.blocked_people.insert(person->index);
        } else {
            number.blocked_people.erase(person->index);
        }
        done.push_back(json::object{{"input", user}, {"wa_id", person->wa_id}});
    }
    json::object outcome;
    outcome[blocks ? "added_users" : "removed_users"] = std::move(done);
    if (!failed.empty()) outcome["failed_users"] = std::move(failed);
    return answer(world, {{"messaging_product", "whatsapp"}, {"block_users", std::move(outcome)}});
}

}  // namespace antre::whatsapp_cloud
