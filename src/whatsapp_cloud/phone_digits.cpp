#include "whatsapp_cloud/phone_digits.h"

#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

struct CallingCode {
    std::string_view code;
    std::string_view country;
};

// Longer codes first where one is the head of another.
constexpr CallingCode calling_codes[] = {
    {"212", "MA"}, {"221", "SN"}, {"225", "CI"}, {"234", "NG"}, {"254", "KE"}, {"351", "PT"},
    {"353", "IE"}, {"380", "UA"}, {"670", "TL"}, {"673", "BN"}, {"675", "PG"}, {"852", "HK"},
    {"855", "KH"}, {"856", "LA"}, {"880", "BD"}, {"886", "TW"}, {"966", "SA"}, {"971", "AE"},
    {"972", "IL"}, {"977", "NP"}, {"20", "EG"},  {"27", "ZA"},  {"30", "GR"},  {"31", "NL"},
    {"32", "BE"},  {"33", "FR"},  {"34", "ES"},  {"36", "HU"},  {"39", "IT"},  {"40", "RO"},
    {"41", "CH"},  {"43", "AT"},  {"44", "GB"},  {"45", "DK"},  {"46", "SE"},  {"47", "NO"},
    {"48", "PL"},  {"49", "DE"},  {"51", "PE"},  {"52", "MX"},  {"54", "AR"},  {"55", "BR"},
    {"56", "CL"},  {"57", "CO"},  {"60", "MY"},  {"61", "AU"},  {"62", "ID"},  {"63", "PH"},
    {"64", "NZ"},  {"65", "SG"},  {"66", "TH"},  {"81", "JP"},  {"82", "KR"},  {"84", "VN"},
    {"86", "CN"},  {"90", "TR"},  {"91", "IN"},  {"92", "PK"},  {"94", "LK"},  {"95", "MM"},
    {"1", "US"},   {"7", "RU"},
};

const CallingCode* find_code(std::string_view digits) {
    for (const CallingCode& known : calling_codes) {
        if (digits.substr(0, known.code.size()) == known.code) return &known;
    }
    return nullptr;
}

bool starts_with(std::string_view text, std::string_view head) {
    return text.substr(0, head.size()) == head;
}

}  // namespace

std::optional<std::string> digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed) {
        if (c >= '0' && c <= '9') {
            digits.push_back(c);
        } else if (c != '+' && c != ' ' && c != '-' && c != '(' && c != ')') {
            return std::nullopt;
        }
    }
    if (digits.size() < 5 || digits.size() > 20) return std::nullopt;
    return digits;
}

std::optional<std::string> other_spelling(std::string_view digits) {
    const std::string text(digits);
    if (starts_with(digits, "55") && digits.size() == 13 && digits[4] == '9') {
        return text.substr(0, 4) + text.substr(5);
    }
    if (starts_with(digits, "55") && digits.size() == 12) {
        return text.substr(0, 4) + "9" + text.substr(4);
    }
    if (starts_with(digits, "521") && digits.size() == 13) return "52" + text.substr(3);
    if (starts_with(digits, "52") && digits.size() == 12) return "521" + text.substr(2);
    if (starts_with(digits, "549") && digits.size() == 13) return "54" + text.substr(3);
    if (starts_with(digits, "54") && digits.size() == 12) return "549" + text.substr(2);
    return std::nullopt;
}

std::string_view country_of(std::string_view digits) {
    const CallingCode* code = find_code(digits);
    return code == nullptr ? "ZZ" : code->country;
}

std::string_view calling_code_of(std::string_view digits) {
    const CallingCode* code = find_code(digits);
    return code == nullptr ? std::string_view() : code->code;
}

std::string displayed(std::string_view digits) {
    const std::string_view code = calling_code_of(digits);
    std::string text = "+" + std::string(code);
    std::string_view rest = digits.substr(code.size());
    char separator = ' ';
    while (!rest.empty()) {
        const std::size_t group = rest.size() <= 4 ? rest.size() : 3;
        text.push_back(separator);
        text += rest.substr(0, group);
        rest.remove_prefix(group);
        separator = '-';
    }
    return text;
}

}  // namespace antre::whatsapp_cloud
