#pragma once

// How an emulator is started: where it listens, whom it tells, what its world is made of.

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "foundation/time.h"
#include "whatsapp_cloud/json.h"
#include "whatsapp_cloud/options.h"

namespace antre::emulator {

struct EmulatorOptions {
    std::string listen = "127.0.0.1:8090";
    whatsapp_cloud::CloudOptions cloud;
    std::optional<Instant> manual_start;  // a manual clock begins here; the real one if not set
    std::string web_folder;               // "" serves no chat page
    whatsapp_cloud::json::object chaos;   // switches on from the start
};

// A JSON array of numbers: {"phone_number_id", "display_phone_number"|"phone"?, "waba_id"?,
// "verified_name"|"name"?}. Refuses with one sentence that names the element.
Result<std::vector<whatsapp_cloud::NumberOptions>, std::string> read_numbers(const std::string& text
);

}  // namespace antre::emulator
