#pragma once

// REST, version 1: offices, availability, bookings. Described by api/antre.openapi.json. Errors are
// RFC 9457 problem documents that carry our refusal's name.

#include <optional>
#include <string_view>

#include "channels/rest/address.h"
#include "channels/rest/problem.h"
#include "engine/command.h"
#include "foundation/result.h"
#include "http/server.h"
#include "server/directory.h"
#include "server/figures.h"
#include "server/worker.h"

namespace antre::server {

// A problem document; `code` is our word for it ("booking_unknown").
http::Response problem(int status, std::string_view code, std::string_view detail);

class ApiRoute {
public:
    ApiRoute(const Directory& directory, Worker& worker, Figures& figures)
        : directory_(directory)
        , worker_(worker)
        , figures_(figures) {}

    // For everything under /api/.
    void handle(http::Request&& request, http::Responder responder);

private:
    using Address = channels::rest::Address;
    using Problem = channels::rest::Problem;

    [[nodiscard]] Result<http::Response, Problem>
    read(const http::Request& request, const Address& address) const;
    void ask(const http::Request& request, const Address& address, http::Responder responder);
    // What the request asks of the engine; nothing is decided yet.
    [[nodiscard]] static Result<engine::Body, Problem>
    body_of(const http::Request& request, const Address& address, LocalDate today);

    const Directory& directory_;
    Worker& worker_;
    Figures& figures_;
};

}  // namespace antre::server
