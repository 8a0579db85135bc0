#include "http/message.h"

#include <array>

#include "foundation/assert.h"

namespace antre::http {
namespace {

struct NamedMethod {
    Method method;
    std::string_view name;
};
constexpr std::array named_methods = {
    NamedMethod{Method::get, "GET"},
    NamedMethod{Method::head, "HEAD"},
    NamedMethod{Method::post, "POST"},
    NamedMethod{Method::put, "PUT"},
    NamedMethod{Method::patch, "PATCH"},
    NamedMethod{Method::remove, "DELETE"},
    NamedMethod{Method::options, "OPTIONS"},
};

struct NamedStatus {
    int status;
    std::string_view reason;
};
constexpr std::array named_statuses = {
    NamedStatus{200, "OK"},
    NamedStatus{201, "Created"},
    NamedStatus{202, "Accepted"},
    NamedStatus{204, "No Content"},
    NamedStatus{206, "Partial Content"},
    NamedStatus{301, "Moved Permanently"},
    NamedStatus{302, "Found"},
    NamedStatus{303, "See Other"},
    NamedStatus{304, "Not Modified"},
    NamedStatus{307, "Temporary Redirect"},
    NamedStatus{308, "Permanent Redirect"},
    NamedStatus{400, "Bad Request"},
    NamedStatus{401, "Unauthorized"},
    NamedStatus{403, "Forbidden"},
    NamedStatus{404, "Not Found"},
    NamedStatus{405, "Method Not Allowed"},
    NamedStatus{406, "Not Acceptable"},
    NamedStatus{408, "Request Timeout"},
    NamedStatus{409, "Conflict"},
    NamedStatus{410, "Gone"},
    NamedStatus{412, "Precondition Failed"},
    NamedStatus{413, "Content Too Large"},
    NamedStatus{414, "URI Too Long"},
    NamedStatus{415, "Unsupported Media Type"},
    NamedStatus{417, "Expectation Failed"},
    NamedStatus{422, "Unprocessable Content"},
    NamedStatus{428, "Precondition Required"},
    NamedStatus{429, "Too Many Requests"},
    NamedStatus{431, "Request Header Fields Too Large"},
    NamedStatus{500, "Internal Server Error"},
    NamedStatus{501, "Not Implemented"},
    NamedStatus{502, "Bad Gateway"},
    NamedStatus{503, "Service Unavailable"},
    NamedStatus{504, "Gateway Timeout"},
    NamedStatus{505, "HTTP Version Not Supported"},
};

Response response_of(int status, std::string_view content_type, std::string body) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", content_type);
    response.body = std::move(body);
    return response;
}

}  // namespace

std::string_view name_of(Method method) {
    for (const NamedMethod& named : named_methods) {
        if (named.method == method) return named.name;
    }
    ASSERT(false);
    return {};
}

std::optional<Method> method_named(std::string_view name) {
    for (const NamedMethod& named : named_methods) {
        if (named.name == name) return named.method;
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
    for (const auto& [key, value] : query) {
        if (key == name) return value;
    }
    return std::nullopt;
}

Response json_response(int status, std::string body) {
    return response_of(status, "application/json", std::move(body));
}

Response text_response(int status, std::string body) {
    return response_of(status, "text/plain; charset=utf-8", std::move(body));
}

Response empty_response(int status) {
    Response response;
    response.status = status;
    return response;
}

std::string_view reason_of(int status) {
    for (const NamedStatus& named : named_statuses) {
        if (named.status == status) return named.reason;
    }
    return "Status";
}

}  // namespace antre::http
