#include "foundation/text.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/phone_digits.h"
#include "whatsapp_cloud/query.h"
#include "whatsapp_cloud/send.h"

namespace antre::whatsapp_cloud {

namespace {

Answer answered(World& world, const Result<json::object, GraphError>& result) {
    return result ? answer(world, *result) : refuse(world, result.error());
}

Answer missing(World& world, std::string_view parameter) {
    return refuse(
        world,
        {Code::invalid_parameter,
         "The parameter " + std::string(parameter) + " is required.",
         {},
         {},
         {}}
    );
}

std::string tier_of(std::size_t people_max) {
    if (people_max <= 250) return "TIER_250";
    if (people_max <= 2000) return "TIER_2K";
    if (people_max <= 10'000) return "TIER_10K";
    if (people_max <= 100'000) return "TIER_100K";
    return "TIER_UNLIMITED";
}

Answer register_call(World& world, BusinessNumber& number, const Request& request) {
    const std::string pin(text_of(request.body, "pin"));
    if (text_of(request.body, "messaging_product") != "whatsapp") {
        return missing(world, "messaging_product");
    }
    if (!is_all_digits(pin) || pin.size() != pin_digits) {
        return refuse(world, {Code::invalid_parameter, "Param pin must be 6 digits.", {}, {}, {}});
    }
    if (number.pin && *number.pin != pin) return refuse(world, {Code::pin_missing, {}, {}, {}, {}});
    number.pin = pin;
    number.is_registered = true;
    return success(world);
}

Answer encryption_call(World& world, BusinessNumber& number, const Request& request) {
    if (request.method == "POST") {
        const std::string_view key = text_of(request.body, "business_public_key");
        if (!is_flow_key(key)) return missing(world, "business_public_key");
        world.flows.keyed_last[number.waba_id] = number.id;
        number.encryption_key = std::string(key);
        return success(world);
    }
    json::object shown;
    if (number.encryption_key) {
        shown["business_public_key"] = *number.encryption_key;
        shown["business_public_key_signature_status"] = "VALID";
    }
    return answer(world, shown);
}

Answer contact_book_call(World& world, const Request& request) {
    const std::string user_id = query_value(request.call->query, "bsuid").value_or("");
    if (request.method != "DELETE" || user_id.empty()) return missing(world, "bsuid");
    if (Person* person = world.people.find_by_user_id(user_id)) {
        person->is_in_contact_book = false;
    }
    return success(world);
}

Answer
number_itself(World& world, const BusinessNumber& number, const Request& request, Instant now) {
    if (request.method == "GET") {
        json::object shown = number_json(world, number);
        if (query_value(request.call->query, "fields")) {
            shown["whatsapp_business_manager_messaging_limit"] =
                tier_of(world.portfolio.people_max());
            shown["conversational_automation"] = number.automation;
        }
        return answer(world, chosen_fields(shown, *request.call));
    }
    const json::object& wanted = object_of(request.body, "webhook_configuration");
    if (request.method != "POST" || wanted.empty()) return missing(world, "webhook_configuration");
    return override_call(world, number.id, wanted, now);
}

}  // namespace

json::object number_json(World& world, const BusinessNumber& number) {
    json::object callbacks{
        {"application",
         world.options.apps.empty() ? std::string() : world.options.apps.front().callback_url}};
    const Account* account = world.numbers.find_account(number.waba_id);
    if (account != nullptr && account->callback) {
        callbacks["whatsapp_business_account"] = account->callback->url;
    }
    if (number.callback) callbacks["phone_number"] = number.callback->url;
    const bool is_fast = world.options.throughput_per_second >= 1000;
    return {
        {"verified_name", number.verified_name},
        {"code_verification_status", "VERIFIED"},
        {"display_phone_number", displayed(number.digits)},
        {"quality_rating", "GREEN"},
        {"platform_type", "CLOUD_API"},
        {"throughput", {{"level", is_fast ? "HIGH" : "STANDARD"}}},
        {"name_status", "APPROVED"},
        {"status", number.is_registered ? "CONNECTED" : "DISCONNECTED"},
        {"webhook_configuration", std::move(callbacks)},
        {"id", number.id},
    };
}

Answer number_call(World& world, BusinessNumber& number, const Request& request, Instant now) {
    const std::string& edge = request.edge;
    const bool is_post = request.method == "POST";
    if (edge.empty()) return number_itself(world, number, request, now);
    if (edge == "messages" && is_post) {
        return answered(world, send_message(world, number, request.body, now));
    }
    if (edge == "media" && is_post) return upload_media(world, number, request, now);
    if (edge == "block_users") return block_call(world, number, request, now);
    if (edge == "register" && is_post) return register_call(world, number, request);
    if (edge == "deregister" && is_post) {
        number.is_registered = false;
        return success(world);
    }
    if ((edge == "request_code" || edge == "verify_code") && is_post) return success(world);
    if (edge == "whatsapp_business_profile") return profile_call(world, number, request);
    if (edge == "conversational_automation") return automation_call(world, number, request);
    if (edge == "whatsapp_business_encryption") return encryption_call(world, number, request);
    if (edge == "message_qrdls") return qr_call(world, number, request);
    if (edge == "contact_book") return contact_book_call(world, request);
    return unknown_edge(world, request);
}

}  // namespace antre::whatsapp_cloud
