#include "whatsapp_cloud/numbers.h"

#include <numeric>

#include "whatsapp_cloud/phone_digits.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::string_view default_number_id = "301000000000001";
constexpr std::string_view default_account_id = "201000000000001";

std::string made_up_digits(std::size_t index) {
    std::string tail = std::to_string(index + 1);
    tail.insert(0, tail.size() < 5 ? 5 - tail.size() : 0, '0');
    return "155501" + tail;
}

}  // namespace

BucketRule throughput_rule(std::int64_t per_second) {
    const std::int64_t common = std::gcd(per_second, std::int64_t{1000});
    return {per_second, Milliseconds{1000 / common}, per_second / common};
}

Numbers::Numbers(const CloudOptions& options) {
    std::vector<NumberOptions> wanted = options.numbers;
    if (wanted.empty()) wanted.push_back({std::string(default_number_id), {}, {}, "Antre demo"});
    std::set<std::size_t> all_apps;
    for (std::size_t i = 0; i < options.apps.size(); ++i)
        all_apps.insert(i);

    for (std::size_t i = 0; i < wanted.size(); ++i) {
        NumberOptions& want = wanted[i];
        const auto digits = digits_of(want.display_phone_number);
        const std::string waba =
            want.waba_id.empty() ? std::string(default_account_id) : want.waba_id;
        index_by_id_[want.phone_number_id] = numbers_.size();
        numbers_.push_back(BusinessNumber{
            want.phone_number_id,
            digits.value_or(made_up_digits(i)),
            waba,
            want.verified_name.empty() ? "Business " + want.phone_number_id : want.verified_name,
            true,
            std::nullopt,
            std::nullopt,
            {{"messaging_product", "whatsapp"}, {"about", "Hey there! I am using WhatsApp."}},
            {},
            std::nullopt,
            {},
            {},
            TokenBucket(throughput_rule(options.throughput_per_second)),
        });
        accounts_.try_emplace(waba, Account{waba, all_apps, std::nullopt, {}});
    }
}

BusinessNumber* Numbers::find(std::string_view phone_number_id) {
    const auto found = index_by_id_.find(phone_number_id);
    return found == index_by_id_.end() ? nullptr : &numbers_[found->second];
}

const BusinessNumber* Numbers::find(std::string_view phone_number_id) const {
    const auto found = index_by_id_.find(phone_number_id);
    return found == index_by_id_.end() ? nullptr : &numbers_[found->second];
}

const BusinessNumber* Numbers::find_by_digits(std::string_view digits) const {
    for (const BusinessNumber& number : numbers_) {
        if (number.digits == digits) return &number;
    }
    return nullptr;
}

Account* Numbers::find_account(std::string_view waba_id) {
    const auto found = accounts_.find(waba_id);
    return found == accounts_.end() ? nullptr : &found->second;
}

void Numbers::forget_people() {
    for (BusinessNumber& number : numbers_)
        number.blocked_people.clear();
}

}  // namespace antre::whatsapp_cloud
