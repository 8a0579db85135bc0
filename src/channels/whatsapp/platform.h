#pragma once

// News about the account itself: templates, quality, limits, restrictions, preferences.

#include <simdjson.h>
#include <string>
#include <string_view>
#include <vector>

#include "channels/whatsapp/webhook.h"

namespace antre::channels::whatsapp {

// Every field but `messages`. What we do not know is handed back whole.
std::vector<Inbound> read_platform_field(
    std::string_view field,
    simdjson::dom::object value,
    std::string_view account,
    const std::string& phone_number_id
);

}  // namespace antre::channels::whatsapp
