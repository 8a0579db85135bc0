#include "whatsapp_cloud/graph.h"

#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/flow_calls.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/multipart.h"
#include "whatsapp_cloud/query.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr int subcode_token_expired = 463;
constexpr std::string_view download_path = "/whatsapp_business/attachments";
constexpr Milliseconds status_head_start{150};

std::string_view header_of(const Call& call, std::string_view name) {
    for (const Header& header : call.headers) {
        if (to_lower_ascii(header.first) == name) return header.second;
    }
    return {};
}

// "v26.0"; also "v26", which Meta takes.
bool is_version(std::string_view part) {
    if (part.size() < 2 || part[0] != 'v') return false;
    const std::vector<std::string_view> numbers = split(part.substr(1), '.');
    return numbers.size() <= 2 &&
           std::all_of(numbers.begin(), numbers.end(), [](std::string_view number) {
               return is_all_digits(number);
           });
}

std::vector<std::string> path_parts(std::string_view path) {
    std::vector<std::string> parts;
    for (const std::string_view part : split(path, '/')) {
        if (!part.empty()) parts.push_back(percent_decoded(part));
    }
    if (!parts.empty() && is_version(parts.front())) parts.erase(parts.begin());
    return parts;
}

std::optional<GraphError> check_token(const World& world, const Call& call) {
    std::string token = query_value(call.query, "access_token").value_or("");
    const std::string_view header = header_of(call, "authorization");
    if (to_lower_ascii(header.substr(0, 7)) == "bearer ") token = trim(header.substr(7));
    if (token.empty()) {
        return GraphError{
            Code::bad_token, {}, {}, "An access token is required to request this resource.", {}};
    }
    if (world.chaos.token_expired) {
        return GraphError{
            Code::bad_token,
            {},
            subcode_token_expired,
            "Error validating access token: Session has expired.",
            {}};
    }
    const std::vector<std::string>& accepted = world.options.access_tokens;
    const bool is_accepted =
        accepted.empty() || std::find(accepted.begin(), accepted.end(), token) != accepted.end();
    if (is_accepted) return std::nullopt;
    return GraphError{
        Code::bad_token, {}, {}, "Invalid OAuth access token - Cannot parse access token", {}};
}

json::object form_fields(std::string_view body) {
    json::object fields;
    for (const std::string_view pair : split(body, '&')) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string value = percent_decoded(pair.substr(equals + 1));
        if (is_valid_utf8(value)) fields[percent_decoded(pair.substr(0, equals))] = value;
    }
    return fields;
}

json::object multipart_fields(const Call& call) {
    json::object fields;
    const auto parts = read_multipart(call.content_type, call.body);
    if (!parts) return fields;
    for (const Part& part : *parts) {
        if (part.filename.empty() && is_valid_utf8(part.bytes)) fields[part.name] = part.bytes;
    }
    return fields;
}

// Nothing when a JSON body is not an object.
std::optional<json::object> read_body(const Call& call) {
    const std::string type = to_lower_ascii(call.content_type);
    if (type.find("multipart/form-data") == 0) return multipart_fields(call);
    if (type.find("application/x-www-form-urlencoded") == 0) return form_fields(call.body);
    if (trim(call.body).empty()) return json::object{};
    json::parse_options options;
    options.max_depth = json_depth_max;
    boost::system::error_code error;
    const json::value body = json::parse(call.body, error, {}, options);
    if (error || !body.is_object()) return std::nullopt;
    return body.get_object();
}

Answer token_information(World& world, std::string_view kind) {
    const AppOptions app = world.options.apps.empty() ? AppOptions{} : world.options.apps.front();
    if (kind == "me") return answer(world, {{"name", app.name}, {"id", app.id}});
    return answer(
        world,
        {{"data",
          {{"app_id", app.id},
           {"type", "SYSTEM_USER"},
           {"application", app.name},
           {"is_valid", true},
           {"expires_at", 0},
           {"scopes", {"whatsapp_business_management", "whatsapp_business_messaging"}}}}}
    );
}

Answer
call_on_object(World& world, const Call& call, const std::vector<std::string>& parts, Instant now) {
    auto body = read_body(call);
    if (!body) {
        return refuse(
            world, {Code::invalid_parameter, "The body is not a JSON object.", {}, {}, {}}
        );
    }
    const std::string& id = parts.front();
    Request request{&call, call.method, {}, {}, std::move(*body)};
    if (parts.size() > 1) request.edge = parts[1];
    if (parts.size() > 2) request.tail = parts[2];
    if (id == "me" || id == "debug_token") return token_information(world, id);
    if (BusinessNumber* number = world.numbers.find(id)) {
        return number_call(world, *number, request, now);
    }
    if (Account* account = world.numbers.find_account(id)) {
        return account_call(world, *account, request, now);
    }
    if (is_all_digits(id) && id.size() < 19) {
        if (Template* found = world.templates.find(std::stoull(id))) {
            return template_call(world, *found, request, now);
        }
        if (Flow* found = world.flows.find(std::stoull(id))) {
            return flow_call(world, *found, request, now);
        }
    }
    if (const Medium* medium = world.media.find(id, now)) {
        return media_call(world, *medium, request, now);
    }
    return refuse(world, no_such_object(call.method, id));
}

Answer server_error(World& world, Instant now) {
    const int status = world.luck.one_in(2) ? 502 : 500;
    world.note_chaos("graph_5xx", now);
    if (!world.chaos.graph_html_5xx) {
        return refuse(world, {Code::something_went_wrong, {}, {}, {}, status});
    }
    Answer page;
    page.status = status;
    page.content_type = "text/html; charset=utf-8";
    page.body = "<!DOCTYPE html><html><body><h1>Sorry, something went wrong.</h1></body></html>";
    return page;
}

bool is_send(const Call& call, const std::vector<std::string>& parts) {
    return call.method == "POST" && parts.size() == 2 && parts[1] == "messages";
}

Answer broken_connection() {
    Answer broken;
    broken.fate = Fate::reset;
    return broken;
}

}  // namespace

Answer graph_call(World& world, const Call& call, Instant now) {
    const std::vector<std::string> parts = path_parts(call.path);
    const Chaos& chaos = world.chaos;
    const bool breaks = world.strikes(chaos.connection_reset_percent, "connection_reset", now);
    // The connection breaks as often before the call is taken as after.
    if (breaks && world.luck.one_in(2)) return broken_connection();
    if (chaos.graph_5xx_percent > 0 && world.luck.chance_percent(chaos.graph_5xx_percent)) {
        return server_error(world, now);
    }
    if (auto fault = check_token(world, call)) return refuse(world, *fault);
    if (call.path.substr(0, download_path.size()) == download_path) {
        return download_media(world, call, now);
    }
    if (parts.empty()) {
        return refuse(world, no_such_object(call.method, ""));
    }
    Answer made = call_on_object(world, call, parts, now);
    if (breaks) return broken_connection();
    if (made.status != 200 || !is_send(call, parts)) return made;
    if (world.strikes(chaos.timeout_after_accept_percent, "timeout_after_accept", now)) {
        made.fate = Fate::never_answer;
    }
    if (chaos.status_before_reply) made.hold = status_head_start;
    return made;
}

Answer unknown_edge(World& world, const Request& request) {
    return refuse(
        world, {Code::unknown_path, {}, {}, "Unknown path components: /" + request.edge, {}}
    );
}

Answer success(World& world) {
    return answer(world, {{"success", true}});
}

json::object chosen_fields(const json::object& all, const Call& call) {
    const auto fields = query_value(call.query, "fields");
    if (!fields) return all;
    json::object chosen;
    for (std::string_view field : split(*fields, ',')) {
        field = trim(field.substr(0, field.find_first_of("{.(")));
        if (const json::value* value = all.if_contains(field)) chosen[field] = *value;
    }
    if (const json::value* id = all.if_contains("id")) chosen["id"] = *id;
    return chosen;
}

}  // namespace antre::whatsapp_cloud
