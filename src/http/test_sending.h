#pragma once

// Requests and outcomes of the client in the short form that test tables use.

#include <string>
#include <utility>

#include "http/client.h"

namespace antre::http {

inline ClientRequest to(std::string url, std::string body = "") {
    ClientRequest request;
    request.url = std::move(url);
    request.method = body.empty() ? Method::get : Method::post;
    request.body = std::move(body);
    request.deadline = seconds(3);
    return request;
}

// "200 body", or the kind of the failure.
inline std::string word_of(const SendOutcome& outcome) {
    if (outcome) return std::to_string(outcome->status) + " " + outcome->body;
    switch (outcome.error().kind) {
    case SendFailure::Kind::not_sent: return "not_sent";
    case SendFailure::Kind::unknown: return "unknown";
    case SendFailure::Kind::too_busy: return "too_busy";
    }
    return "";
}

}  // namespace antre::http
