#include "antre/graph_desk.h"

#include <utility>

namespace antre::app {

namespace {

http::ClientOptions client_options(const server::Config& config) {
    http::ClientOptions options;
    if (!config.whatsapp.ca_file.empty()) options.ca_file = config.whatsapp.ca_file;
    return options;
}

Token token_for(const server::Config& config, const std::vector<std::string>& scopes) {
    for (const std::string& scope : scopes) {
        const auto found = config.whatsapp.access_tokens.find(scope);
        if (found != config.whatsapp.access_tokens.end()) return found->second;
    }
    return config.whatsapp.access_token;
}

}  // namespace

GraphDesk::GraphDesk(const server::Config& config, const std::vector<std::string>& scopes)
    : base_(config.whatsapp.graph_url + "/" + config.whatsapp.graph_version + "/")
    , token_(token_for(config, scopes))
    , client_(client_options(config)) {}

Result<GraphReply, std::string> GraphDesk::call(
    http::Method method, const std::string& path, const channels::whatsapp::Upload& upload
) {
    http::ClientRequest request;
    request.method = method;
    request.url = base_ + path;
    if (!upload.body.empty()) request.headers.add("Content-Type", upload.content_type);
    request.headers.add("Authorization", "Bearer " + token_.reveal());
    request.body = upload.body;
    return send(std::move(request));
}

Result<GraphReply, std::string> GraphDesk::fetch(const std::string& url) {
    http::ClientRequest request;
    request.url = url;
    return send(std::move(request));
}

Result<GraphReply, std::string> GraphDesk::send(http::ClientRequest request) {
    auto answer = client_.send_and_wait(std::move(request));
    if (!answer) return fail("no answer: " + answer.error().detail);
    return GraphReply{answer->status, std::string(answer->bytes())};
}

}  // namespace antre::app
