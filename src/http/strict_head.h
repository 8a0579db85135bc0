#pragma once

// The gate before the HTTP parser. Parsers are lenient in different ways, and requests are smuggled
// through the difference between two of them; so whatever two readers could understand differently
// is refused here and the connection closed. RFC 9112, with no leniency that it merely permits:
//
//   head   = method SP target SP "HTTP/1." ("0" / "1") CRLF *(field CRLF) CRLF
//   method = GET | HEAD | POST | PUT | PATCH | DELETE | OPTIONS
//   target = "/" *(visible ASCII)              no absolute form, no "*", no authority form
//   field  = token ":" *(HTAB / SP / visible / 0x80-0xFF)   no folding, no space before ":"

#include <optional>
#include <string_view>

namespace antre::http {

// The status to refuse this head with, or nothing when it may go on to the parser.
// REQUIRES: `head` ends with the first CRLF CRLF of the request.
std::optional<int> refusal_of_head(std::string_view head);

}  // namespace antre::http
