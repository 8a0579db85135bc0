#pragma once

// What webhooks say: the objects of a `value`, and whom a change is reported to.

#include <string>

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

std::string unix_seconds(Instant at);  // timestamps are strings of digits

enum class Username {
    shown,
    left_out,  // statuses before `delivered` do not carry it
};

// {profile:{name, username?}, wa_id?, user_id}: the phone only where it is visible.
json::object contact_object(
    const World& world, const Person& person, const ChatKey& key, Username username, Instant now
);
// {messaging_product, metadata}, to which messages or statuses are added.
json::object value_head(const BusinessNumber& number);

struct Change {
    std::string waba_id;
    std::string number_id;  // "" for changes of an account
    std::string field;
    json::object value;
    std::string summary;
};

// Queues the change for every app that is subscribed, at its callback, with chaos's delays. Fields
// other than `messages` always go to the app's own callback.
void report(World& world, const Change& change, Instant now);

}  // namespace antre::whatsapp_cloud
