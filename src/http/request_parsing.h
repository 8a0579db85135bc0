#pragma once

// The server's reading of bytes as one pure function: what a connection that brings these bytes
// would hand to the handler. For tests and fuzzing; the server reads with the same RequestReader.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "http/limits.h"
#include "http/message.h"

namespace antre::http {

struct ParsedBytes {
    std::vector<Request> requests;
    std::optional<int> refusal;    // the status that ends the connection
    std::size_t unread_bytes = 0;  // of a request that is not whole
};

// Shows the bytes in pieces of `piece_bytes`, as a network may. REQUIRES: piece_bytes > 0.
ParsedBytes
parse_requests(std::string_view bytes, const ServerLimits& limits, std::size_t piece_bytes);

}  // namespace antre::http
