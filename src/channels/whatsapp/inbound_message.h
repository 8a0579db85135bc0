#pragma once

// One inbound message of a webhook, whatever its type.

#include <simdjson.h>
#include <string>

#include "channels/whatsapp/webhook.h"

namespace antre::channels::whatsapp {

// `value` is the change it stands in (its `contacts` complete the identity).
Inbound read_message(
    simdjson::dom::element message, simdjson::dom::object value, const std::string& phone_number_id
);

}  // namespace antre::channels::whatsapp
