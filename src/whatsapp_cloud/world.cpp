#include "whatsapp_cloud/world.h"

#include <iterator>

#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::size_t pairs_swept_above = 50'000;
constexpr BucketRule pair_rule{pair_burst, pair_refill, 1};
constexpr std::uint64_t luck_salt = 0xC4A05;

}  // namespace

World::World(CloudOptions given)
    : options(std::move(given))
    , numbers(options)
    , people(options.seed)
    , portfolio(options.portfolio_people_max)
    , meter(options.account_zone_offset)
    , events(options.recording)
    , ids(options.seed)
    , luck(options.seed ^ luck_salt) {}

bool World::strikes(std::uint32_t percent, std::string_view what, Instant now) {
    if (percent == 0 || !luck.chance_percent(percent)) return false;
    note_chaos(what, now);
    return true;
}

void World::note_chaos(std::string_view what, Instant now) {
    if (events.records(EventKind::chaos)) events.add(EventKind::chaos, now, {{"happened", what}});
}

bool World::take_pair_token(
    const std::string& number_id, const std::string& recipient, Instant now
) {
    if (pairs.size() > pairs_swept_above) {
        for (auto pair = pairs.begin(); pair != pairs.end();) {
            pair = pair->second.is_full(now) ? pairs.erase(pair) : std::next(pair);
        }
    }
    return pairs.try_emplace({number_id, recipient}, pair_rule).first->second.take(now);
}

std::string World::trace_id() {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string id = "A";
    for (int i = 0; i < 22; ++i)
        id.push_back(digits[ids.below(digits.size())]);
    return id;
}

bool shows_phone_to(const World& world, const Person& person, const ChatKey& key, Instant now) {
    if (person.shows_phone || person.is_in_contact_book) return true;
    const Chat* chat = world.chats.find_chat(key);
    return chat != nullptr && chat->last_phone_exchange &&
           now - *chat->last_phone_exchange < phone_visible_after_exchange;
}

void tell_message(World& world, const ChatKey& key, const Message& message, Instant now) {
    if (!world.events.records(EventKind::message)) return;
    world.events.add(
        EventKind::message,
        now,
        {{"wa_id", world.people.at(key.person).wa_id},
         {"phone_number_id", key.number_id},
         {"message", message_json(message)}}
    );
}

void tell_status(World& world, const ChatKey& key, const Message& message, Instant now) {
    if (!world.events.records(EventKind::status)) return;
    const json::object shown = message_json(message);
    world.events.add(
        EventKind::status,
        now,
        {{"wa_id", world.people.at(key.person).wa_id},
         {"phone_number_id", key.number_id},
         {"id", message.wamid},
         {"status", shown.at("status")},
         {"error", shown.at("error")},
         {"price", shown.at("price")}}
    );
}

void tell_phone(World& world, const Person& person, Instant now) {
    if (!world.events.records(EventKind::phone)) return;
    world.events.add(EventKind::phone, now, phone_json(person));
}

}  // namespace antre::whatsapp_cloud
