#include "http/response_writer.h"

#include <array>
#include <cstdio>

#include "foundation/time.h"

namespace antre::http {
namespace {

void append_clean(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += (byte < 0x20 && c != '\t') || byte == 0x7f ? ' ' : c;
    }
}

// Framing is the server's: a handler's own word about it is left out.
bool is_framing(std::string_view name) {
    return equals_ignoring_case(name, "Content-Length") ||
           equals_ignoring_case(name, "Transfer-Encoding") ||
           equals_ignoring_case(name, "Connection") || equals_ignoring_case(name, "Date");
}

}  // namespace

void append_header(std::string& out, std::string_view name, std::string_view value) {
    append_clean(out, name);
    out += ": ";
    append_clean(out, value);
    out += "\r\n";
}

bool may_have_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

void append_head(std::string& out, const Response& response, const HeadContext& context) {
    out += "HTTP/1.1 ";
    out += std::to_string(response.status);
    out += ' ';
    out += reason_of(response.status);
    out += "\r\nDate: ";
    out += context.date;
    out += "\r\n";
    for (std::size_t i = 0; i < response.headers.size(); ++i) {
        const Headers::Field field = response.headers.at(i);
        if (!is_framing(field.name)) append_header(out, field.name, field.value);
    }
    for (std::size_t i = 0; context.defaults && i < context.defaults->size(); ++i) {
        const Headers::Field field = context.defaults->at(i);
        if (!response.headers.has(field.name)) append_header(out, field.name, field.value);
    }
    if (context.length == Length::counted && may_have_body(response.status)) {
        out += "Content-Length: ";
        out += std::to_string(response.bytes().size());
        out += "\r\n";
    }
    if (context.after == AfterAnswer::close) {
        out += "Connection: close\r\n";
    } else if (context.is_http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

Response problem_of(int status) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", "application/problem+json");
    if (status == 405)
        response.headers.add("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    if (status == 503) response.headers.add("Retry-After", "1");
    response.body = R"({"type":"about:blank","title":")" + std::string(reason_of(status)) +
                    R"(","status":)" + std::to_string(status) + "}";
    return response;
}

std::string http_date(std::int64_t unix_seconds) {
    constexpr std::array weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::int64_t day_seconds = 86'400;
    const LocalDate date{static_cast<std::int32_t>(unix_seconds / day_seconds)};
    const YearMonthDay ymd = ymd_of(date);
    const int second = static_cast<int>(unix_seconds % day_seconds);
    std::array<char, 64> text{};
    const int size = std::snprintf(
        text.data(),
        text.size(),
        "%s, %02d %s %04d %02d:%02d:%02d GMT",
        weekdays.at(static_cast<std::size_t>(weekday_of(date))),
        ymd.day,
        months.at(static_cast<std::size_t>(ymd.month - 1)),
        ymd.year,
        second / 3600,
        second / 60 % 60,
        second % 60
    );
    return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace antre::http
