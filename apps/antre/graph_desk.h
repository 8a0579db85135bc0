#pragma once

// The Graph API at the command line: one call at a time, with the token of a number or an account.

#include <string>
#include <string_view>
#include <vector>

#include "channels/whatsapp/send.h"
#include "http/client.h"
#include "server/config.h"

namespace antre::app {

struct GraphReply {
    int status = 0;
    std::string body;
};

class GraphDesk {
public:
    // `scopes` are ids whose own token is looked for first: phone numbers, accounts.
    GraphDesk(const server::Config& config, const std::vector<std::string>& scopes);

    [[nodiscard]] bool has_token() const { return !token_.empty(); }
    // `path` with its query, below graph_url and version. The error says why no answer came.
    Result<GraphReply, std::string> call(
        http::Method method, const std::string& path, const channels::whatsapp::Upload& upload = {}
    );
    // What stands behind an address that the Graph API gave out; no token goes there.
    Result<GraphReply, std::string> fetch(const std::string& url);

private:
    Result<GraphReply, std::string> send(http::ClientRequest request);

    std::string base_;
    Token token_;
    http::Client client_;
};

}  // namespace antre::app
