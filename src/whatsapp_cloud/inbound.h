#pragma once

// What people do on their phones. Each act that a business would hear of becomes a webhook.
// Refusals are one sentence for whoever plays the phone.

#include <cstddef>
#include <string>

#include "foundation/result.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

// `what` is the control API's message: {"type":"text","text":{"body":…}}, {"type":"button_reply",…}
// and so on (docs/emulator.md). The same wamid is delivered `times` times. Gives the wamid.
Result<std::string, std::string> receive_message(
    World& world,
    Person& person,
    const std::string& number_id,
    const json::object& what,
    std::size_t times,
    Instant now
);

void change_number(World& world, Person& person, const std::string& wa_id, Instant now);
void change_user_id(World& world, Person& person, Instant now);

enum class MarketingWish {
    stop,
    resume,
};
void wish_marketing(
    World& world, Person& person, const std::string& number_id, MarketingWish wish, Instant now
);

}  // namespace antre::whatsapp_cloud
