#pragma once

// The business's side: its phone numbers, the accounts (WABA) they belong to, and what the
// management calls set on them.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "foundation/time.h"
#include "whatsapp_cloud/json.h"
#include "whatsapp_cloud/options.h"
#include "whatsapp_cloud/token_bucket.h"

namespace antre::whatsapp_cloud {

// A callback set for one number or one account in place of the app's own.
struct Override {
    std::string url;
    std::string verify_token;
};

struct QrCode {
    std::string code;
    std::string prefilled_message;
};

struct BusinessNumber {
    std::string id;  // phone_number_id
    std::string digits;
    std::string waba_id;
    std::string verified_name;
    bool is_registered = true;
    std::optional<std::string> pin;
    std::optional<Override> callback;
    json::object profile;
    json::object automation;
    std::optional<std::string> encryption_key;
    std::set<std::uint32_t> blocked_people;
    std::vector<QrCode> qr_codes;
    TokenBucket throughput;
};

struct Account {
    std::string id;                         // WABA
    std::set<std::size_t> subscribed_apps;  // indexes into the options' apps
    std::optional<Override> callback;
    std::vector<Instant> template_creations;  // of the last hour
};

class Numbers {
public:
    explicit Numbers(const CloudOptions& options);

    BusinessNumber* find(std::string_view phone_number_id);
    [[nodiscard]] const BusinessNumber* find(std::string_view phone_number_id) const;
    [[nodiscard]] const BusinessNumber* find_by_digits(std::string_view digits) const;
    Account* find_account(std::string_view waba_id);
    [[nodiscard]] const std::vector<BusinessNumber>& all() const { return numbers_; }
    // No person is blocked any more; for a world whose people are gone.
    void forget_people();

private:
    std::vector<BusinessNumber> numbers_;
    std::map<std::string, std::size_t, std::less<>> index_by_id_;
    std::map<std::string, Account, std::less<>> accounts_;
};

// One token bucket for `per_second` messages a second, refilled as evenly as milliseconds allow.
BucketRule throughput_rule(std::int64_t per_second);

}  // namespace antre::whatsapp_cloud
