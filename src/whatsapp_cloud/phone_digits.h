#pragma once

// Phone numbers as the Cloud API takes and gives them: digits without '+'.

#include <optional>
#include <string>
#include <string_view>

namespace antre::whatsapp_cloud {

// What a caller may write in `to`: "+62 811-2345 (678)". Nothing when it holds anything but digits
// and the allowed separators, or has not 5 to 20 digits.
std::optional<std::string> digits_of(std::string_view typed);
// The other spelling of the same line in Brazil, Mexico and Argentina, where the WhatsApp id and
// the dialled number differ by an inserted digit. Nothing elsewhere.
std::optional<std::string> other_spelling(std::string_view digits);
// Two letters for the head of a business-scoped user id, "ZZ" when the prefix is not known here.
std::string_view country_of(std::string_view digits);
// The calling code of the number, "" when not known here.
std::string_view calling_code_of(std::string_view digits);
// "+62 21-5550-0001", as the management calls show a number.
std::string displayed(std::string_view digits);

}  // namespace antre::whatsapp_cloud
