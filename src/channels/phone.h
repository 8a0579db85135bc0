#pragma once

// Indonesian mobile numbers as people type them: 08..., 8..., 62..., +62..., 0062..., with spaces,
// dots or dashes. Kept as E.164 digits without '+'. A mobile number is +62 8[1-9] and 7-10 digits.

#include <string_view>

#include "foundation/result.h"
#include "foundation/secret.h"

namespace antre::channels {

enum class PhoneFault {
    not_a_number,  // other characters in it
    not_mobile,    // not an Indonesian mobile number
    wrong_length,
};

Result<PhoneNumber, PhoneFault> parse_phone(std::string_view typed);

}  // namespace antre::channels
