#include "whatsapp_cloud/graph_answer.h"

#include "whatsapp_cloud/webhook_writer.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr int subcode_no_such_object = 33;

Answer worded(World& world, int status, const json::object& body, const std::string& trace_id) {
    Answer made;
    made.status = status;
    made.headers = {
        {"x-fb-trace-id", trace_id.substr(0, 11)},
        {"x-fb-request-id", trace_id},
        {"facebook-api-version", "v" + std::to_string(world.options.webhook_version.major) + ".0"},
        {"cache-control", "private, no-cache, no-store, must-revalidate"},
    };
    made.body = write_wire(body);
    return made;
}

}  // namespace

Answer answer(World& world, const json::object& body) {
    return worded(world, 200, body, world.trace_id());
}

Answer refuse(World& world, const GraphError& error) {
    const std::string trace_id = world.trace_id();
    return worded(world, http_status_of(error), error_body(error, trace_id), trace_id);
}

GraphError no_such_object(std::string_view method, std::string_view id) {
    const std::string verb = method == "GET" ? "get" : method == "DELETE" ? "delete" : "post";
    return {
        Code::invalid_parameter,
        {},
        subcode_no_such_object,
        "Unsupported " + verb + " request. Object with ID '" + std::string(id) +
            "' does not exist, cannot be loaded due to missing permissions, or does not support "
            "this operation. Please read the Graph API documentation at "
            "https://developers.facebook.com/docs/graph-api",
        {},
    };
}

}  // namespace antre::whatsapp_cloud
