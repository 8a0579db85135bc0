#include "whatsapp_cloud/webhooks.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::uint64_t reorder_ms_least = 200;
constexpr std::uint64_t reorder_ms_span = 1800;

std::string callback_of(
    const World& world, const AppOptions& app, const Account& account, const Change& change
) {
    if (change.field != "messages") return app.callback_url;
    const BusinessNumber* number = world.numbers.find(change.number_id);
    if (number != nullptr && number->callback) return number->callback->url;
    if (account.callback) return account.callback->url;
    return app.callback_url;
}

Instant time_of_sending(World& world, Instant now) {
    Instant ready = now;
    if (world.strikes(world.chaos.reorder_percent, "reorder", now)) {
        const std::uint64_t wait = reorder_ms_least + world.luck.below(reorder_ms_span);
        ready = ready + Milliseconds{static_cast<std::int64_t>(wait)};
    }
    if (world.chaos.delay_ms_max > 0) {
        const auto bound = static_cast<std::uint64_t>(world.chaos.delay_ms_max) + 1;
        ready = ready + Milliseconds{static_cast<std::int64_t>(world.luck.below(bound))};
    }
    return ready;
}

}  // namespace

std::string unix_seconds(Instant at) {
    return std::to_string(at.ms / 1000);
}

json::object contact_object(
    const World& world, const Person& person, const ChatKey& key, Username username, Instant now
) {
    json::object profile{{"name", person.name}};
    if (person.username && username == Username::shown) profile["username"] = *person.username;
    json::object contact{{"profile", std::move(profile)}};
    if (shows_phone_to(world, person, key, now)) contact["wa_id"] = person.wa_id;
    contact["user_id"] = person.user_id;
    return contact;
}

json::object value_head(const BusinessNumber& number) {
    return {
        {"messaging_product", "whatsapp"},
        {"metadata", {{"display_phone_number", number.digits}, {"phone_number_id", number.id}}},
    };
}

void report(World& world, const Change& change, Instant now) {
    const Account* account = world.numbers.find_account(change.waba_id);
    if (account == nullptr) return;
    for (const std::size_t app : account->subscribed_apps) {
        std::string url = callback_of(world, world.options.apps[app], *account, change);
        if (url.empty()) continue;
        const bool is_timed = change.field != "messages" && change.field != "user_preferences";
        world.deliveries.add(
            time_of_sending(world, now),
            {app, url, change.waba_id, change.field, change.value, is_timed, change.summary}
        );
        if (!world.strikes(world.chaos.unknown_field_percent, "unknown_field", now)) continue;
        world.deliveries.add(
            now,
            {app,
             std::move(url),
             change.waba_id,
             "some_future_field",
             {{"anything", 1}},
             true,
             "unknown field"}
        );
    }
}

}  // namespace antre::whatsapp_cloud
