#pragma once

// A problem document (RFC 9457): why a request was not carried out, in our words. `code` is our
// word for it and the one thing that programs should look at.

#include <string>
#include <string_view>

#include "scheduling/allocation.h"

namespace antre::channels::rest {

struct Problem {
    int status = 400;
    std::string code;    // "booking_unknown"
    std::string detail;  // English
    std::string field;   // "people[0].birth_date"; empty when no field is to blame
};

// Names the field that is wrong.
Problem bad_field(std::string field, std::string reason);
// The body is no JSON.
Problem malformed(std::string detail);
// The engine said no.
Problem problem_of(scheduling::Refusal refusal);
// There is no office with that slug.
Problem office_unknown();
// Nothing was done, or we cannot tell yet: the same request may be sent again.
Problem busy();

// JSON. `title` is the status' name; the type is "about:blank".
std::string render(const Problem& problem, std::string_view title);

}  // namespace antre::channels::rest
