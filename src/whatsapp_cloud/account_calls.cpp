#include "foundation/text.h"
#include "whatsapp_cloud/body_check.h"
#include "whatsapp_cloud/flow_calls.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/postings.h"

namespace antre::whatsapp_cloud {

namespace {

// Which of our apps a token speaks for cannot be told; the first one stands for it.
constexpr std::size_t calling_app = 0;

Answer subscriptions_call(World& world, Account& account, const Request& request, Instant now) {
    if (request.method == "POST") {
        if (!world.options.apps.empty()) account.subscribed_apps.insert(calling_app);
        if (!request.body.contains("override_callback_uri")) {
            account.callback.reset();
            return success(world);
        }
        return override_call(world, account.id, request.body, now);
    }
    if (request.method == "DELETE") {
        account.subscribed_apps.erase(calling_app);
        return success(world);
    }
    json::array apps;
    for (const std::size_t index : account.subscribed_apps) {
        const AppOptions& app = world.options.apps[index];
        json::object shown{
            {"whatsapp_business_api_data",
             {{"id", app.id},
              {"link", "https://www.facebook.com/games/?app_id=" + app.id},
              {"name", app.name}}},
        };
        if (account.callback) shown["override_callback_uri"] = account.callback->url;
        apps.push_back(std::move(shown));
    }
    return answer(world, {{"data", std::move(apps)}});
}

Answer phone_numbers_call(World& world, const Account& account, const Request& request) {
    json::array numbers;
    for (const BusinessNumber& number : world.numbers.all()) {
        if (number.waba_id != account.id) continue;
        numbers.push_back(chosen_fields(number_json(world, number), *request.call));
    }
    return answer(
        world,
        {{"data", std::move(numbers)},
         {"paging", {{"cursors", {{"before", "QVFI"}, {"after", "QVFI"}}}}}}
    );
}

}  // namespace

Answer account_call(World& world, Account& account, const Request& request, Instant now) {
    if (request.edge == "message_templates") return templates_call(world, account, request, now);
    if (request.edge == "flows") return flows_call(world, account, request);
    if (request.edge == "subscribed_apps") return subscriptions_call(world, account, request, now);
    if (request.edge == "phone_numbers" && request.method == "GET") {
        return phone_numbers_call(world, account, request);
    }
    if (request.edge.empty() && request.method == "GET") {
        const json::object shown{
            {"id", account.id},
            {"name", "WhatsApp account " + account.id},
            {"timezone_id", "1"},
            {"message_template_namespace", "antre_emulator"},
        };
        return answer(world, chosen_fields(shown, *request.call));
    }
    return unknown_edge(world, request);
}

Answer
override_call(World& world, const std::string& object_id, const json::object& wanted, Instant now) {
    const std::string url(text_of(wanted, "override_callback_uri"));
    if (url.empty()) {
        if (BusinessNumber* number = world.numbers.find(object_id)) number->callback.reset();
        if (Account* account = world.numbers.find_account(object_id)) account->callback.reset();
        return success(world);
    }
    BodyCheck check;
    const json::value whole(wanted);
    const Place root{&whole, ""};
    check.url(root["override_callback_uri"]);
    check.text(root["override_callback_uri"], {1, callback_units_max});
    check.text(root["verify_token"], {1, callback_units_max});
    if (!check.is_clean()) return refuse(world, *check.fault());
    Answer later;
    later.awaits = start_handshake(
        world, {object_id, {url, std::string(text_of(wanted, "verify_token"))}, {}}, now
    );
    return later;
}

}  // namespace antre::whatsapp_cloud
