#pragma once

// REST, version 1: offices, availability, bookings. Described by api/antre.openapi.yaml. Errors are
// RFC 9457 problem documents that carry our refusal's name.

#include <string_view>

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
    const Directory& directory_;
    Worker& worker_;
    Figures& figures_;
};

}  // namespace antre::server
