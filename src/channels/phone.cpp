#include "channels/phone.h"

#include <algorithm>
#include <string>

namespace antre::channels {

namespace {

constexpr std::size_t subscriber_digits_min = 9;  // after 62, from the 8 on
constexpr std::size_t subscriber_digits_max = 12;

bool is_separator(char c) {
    return c == ' ' || c == '.' || c == '-' || c == '(' || c == ')';
}

}  // namespace

Result<PhoneNumber, PhoneFault> parse_phone(std::string_view typed) {
    std::string digits;
    bool has_plus = false;
    for (const char c : typed) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == '+' && digits.empty() && !has_plus) {
            has_plus = true;
        } else if (!is_separator(c)) {
            return fail(PhoneFault::not_a_number);
        }
    }
    if (digits.empty()) return fail(PhoneFault::not_a_number);
    std::string_view rest = digits;
    const auto drop = [&rest](std::string_view prefix) {
        if (!rest.starts_with(prefix)) return false;
        rest.remove_prefix(prefix.size());
        return true;
    };
    const bool is_abroad = !has_plus && drop("00");
    const bool has_country = drop("62");
    if ((has_plus || is_abroad) && !has_country) return fail(PhoneFault::not_mobile);
    drop("0");  // 08..., and +62 (0)8... as some write it
    if (rest.size() < 2 || rest[0] != '8' || rest[1] == '0') return fail(PhoneFault::not_mobile);
    if (rest.size() < subscriber_digits_min || rest.size() > subscriber_digits_max) {
        return fail(PhoneFault::wrong_length);
    }
    return PhoneNumber("62" + std::string(rest));
}

}  // namespace antre::channels
