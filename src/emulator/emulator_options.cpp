#include "emulator/emulator_options.h"

#include <set>

namespace antre::emulator {

namespace {

namespace json = whatsapp_cloud::json;

std::string first_of(const json::object& object, std::string_view one, std::string_view other) {
    for (const std::string_view key : {one, other}) {
        const json::value* value = object.if_contains(key);
        if (value == nullptr) continue;
        std::string text = whatsapp_cloud::as_text(*value);
        if (!text.empty()) return text;
    }
    return {};
}

}  // namespace

Result<std::vector<whatsapp_cloud::NumberOptions>, std::string> read_numbers(const std::string& text
) {
    boost::system::error_code error;
    const json::value read = json::parse(text, error);
    if (error || !read.is_array() || read.get_array().empty()) {
        return fail(std::string("the numbers file must be a JSON array with at least one number"));
    }
    std::vector<whatsapp_cloud::NumberOptions> numbers;
    std::set<std::string> seen;
    for (const json::value& element : read.get_array()) {
        const std::string label = "number " + std::to_string(numbers.size() + 1);
        if (!element.is_object()) return fail(label + " must be an object");
        const json::object& object = element.get_object();
        whatsapp_cloud::NumberOptions number;
        number.phone_number_id = first_of(object, "phone_number_id", "phone_number_id");
        number.display_phone_number = first_of(object, "display_phone_number", "phone");
        number.waba_id = first_of(object, "waba_id", "waba_id");
        number.verified_name = first_of(object, "verified_name", "name");
        if (number.phone_number_id.empty()) return fail(label + " has no phone_number_id");
        if (!seen.insert(number.phone_number_id).second) {
            return fail(label + " repeats the phone_number_id " + number.phone_number_id);
        }
        numbers.push_back(std::move(number));
    }
    return numbers;
}

}  // namespace antre::emulator
