#pragma once

// The bytes of an answer's head. Pure; what a header value may not hold becomes a space, so that no
// value can begin a header of its own.

#include <string>
#include <string_view>

#include "http/message.h"

namespace antre::http {

enum class AfterAnswer {
    keep_open,
    close,
};

enum class Length {
    counted,    // Content-Length says how long the body is
    until_end,  // the body ends with the connection (event streams)
};

struct HeadContext {
    AfterAnswer after = AfterAnswer::keep_open;
    Length length = Length::counted;
    bool is_http_1_0 = false;  // then keeping open must be said
    std::string_view date;     // IMF-fixdate
    const Headers* defaults = nullptr;
};

// Appends status line, headers and the empty line to `out`.
void append_head(std::string& out, const Response& response, const HeadContext& context);
// Appends "name: value" and CRLF.
void append_header(std::string& out, std::string_view name, std::string_view value);
// 1xx, 204 and 304 have no body whatever the handler gave.
bool may_have_body(int status);

// A problem document (RFC 9457) for what the server itself refuses.
Response problem_of(int status);

// "Tue, 24 Nov 2026 02:10:00 GMT" of seconds since 1970.
std::string http_date(std::int64_t unix_seconds);

}  // namespace antre::http
