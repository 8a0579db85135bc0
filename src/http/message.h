#pragma once

// Request and Response as the other rooms see them: plain values without any library's types. The
// server gives only requests that are whole and well-formed (strict_head.h says how strict).

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/headers.h"
#include "http/url.h"

namespace antre::http {

enum class Method {
    get,
    head,
    post,
    put,
    patch,
    remove,  // DELETE; that word is the language's
    options,
};
std::string_view name_of(Method method);  // "GET"
std::optional<Method> method_named(std::string_view name);

// Bytes that many answers share, such as a file held in memory.
using SharedText = std::shared_ptr<const std::string>;

struct Request {
    Method method = Method::get;
    std::string target;  // as it came: "/api/offices?near=1%2C2"
    std::string path;    // decoded: may hold any byte, also '/' and NUL from escapes
    QueryPairs query;    // decoded, in order, repeated names stay
    Headers headers;
    std::string body;  // exact raw bytes; capacity() >= size() + padding_bytes
    std::string peer;  // address of the other end of the socket, without port

    // The first value of that name.
    [[nodiscard]] std::optional<std::string_view> query_value(std::string_view name) const;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    SharedText shared_body;  // if set, sent instead of `body`

    [[nodiscard]] std::string_view bytes() const {
        return shared_body ? std::string_view(*shared_body) : std::string_view(body);
    }
};

Response json_response(int status, std::string body);
Response text_response(int status, std::string body);  // text/plain, UTF-8
Response empty_response(int status);

// "Not Found"; "Status" for a code without a name.
std::string_view reason_of(int status);

}  // namespace antre::http
