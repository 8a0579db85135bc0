#pragma once

// What a Cloud is made of: the app that receives webhooks, the numbers, the accepted tokens, and
// the rules that Meta changes by date, contract or size of the business.

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/time.h"

namespace antre::whatsapp_cloud {

struct AppOptions {
    std::string id = "101000000000001";
    std::string name = "Antre";
    std::string secret;
    std::string callback_url;
    std::string verify_token;
};

struct NumberOptions {
    std::string phone_number_id;
    std::string display_phone_number;  // digits; made from the id when empty
    std::string waba_id;               // one account for all when empty
    std::string verified_name;
};

// What is kept for observers. `phones` leaves out calls and deliveries: enough for a simulation.
enum class Recording {
    everything,
    phones,
    nothing,
};

// What a webhook subscription of this Graph version looks like: before v24 statuses carry a
// `conversation` object.
struct GraphVersion {
    int major = 26;
};

enum class Expiry {
    silent,  // as Meta documents it: no `delivered` ever comes
    failed,  // a `failed` status with 131026
};

enum class PaymentMethod {
    present,
    missing,  // whatever would be billed is refused with 131042
};

struct CloudOptions {
    std::vector<AppOptions> apps;            // all subscribed to every account at the start
    std::vector<NumberOptions> numbers;      // one made-up number when empty
    std::vector<std::string> access_tokens;  // any token is taken when empty
    std::uint64_t seed = 1;
    std::string public_url =
        "http://127.0.0.1:8090";                // where media URLs point; no slash at the end
    std::int64_t throughput_per_second = 80;    // per number, in and out together
    std::size_t portfolio_people_max = 2000;    // per rolling 24 h, outside a window
    Milliseconds review_delay = seconds(5);     // until a new template is approved
    Milliseconds account_zone_offset{};         // of the billing month
    std::size_t deliveries_in_flight_max = 64;  // webhook POSTs at the same time
    GraphVersion webhook_version;
    Expiry expiry = Expiry::silent;
    PaymentMethod payment_method = PaymentMethod::present;
    Recording recording = Recording::everything;
};

}  // namespace antre::whatsapp_cloud
