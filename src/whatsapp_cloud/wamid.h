#pragma once

// A wamid names one message. Its form is the one found in published ids: base64 of
//   1C 18 <length> <phone digits> 15 02 00 <12 inbound | 11 outbound> 18 <length> <hex text> 00
// Receivers must treat it as opaque; note that it holds the other party's phone number.

#include <string>
#include <string_view>

#include "foundation/random.h"

namespace antre::whatsapp_cloud {

enum class Direction {
    in,   // a person wrote
    out,  // the business wrote
};

// Inbound ids have 20 hex digits that begin with 3A (as iOS makes them), outbound ones 18.
std::string make_wamid(std::string_view other_party, Direction direction, Random& random);

}  // namespace antre::whatsapp_cloud
