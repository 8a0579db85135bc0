#include <algorithm>

#include "foundation/text.h"
#include "whatsapp_cloud/graph_answer.h"
#include "whatsapp_cloud/graph_calls.h"
#include "whatsapp_cloud/limits.h"
#include "whatsapp_cloud/query.h"
#include "whatsapp_cloud/template_rules.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr int subcode_count = 2388019;
constexpr int subcode_exists = 2388024;
constexpr std::size_t templates_page_max = 1000;

std::string upper(std::string_view text) {
    std::string raised(text);
    for (char& c : raised) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return raised;
}

std::optional<GraphError> check_room(World& world, Account& account, Instant now) {
    std::erase_if(account.template_creations, [now](Instant at) { return now - at >= hours(1); });
    if (account.template_creations.size() >= template_creations_hourly_max) {
        return GraphError{Code::account_calls, {}, {}, {}, {}};
    }
    if (world.templates.of_account(account.id).size() >= templates_per_account_max) {
        return GraphError{
            Code::invalid_parameter,
            "The account has 250 templates already.",
            subcode_count,
            {},
            {}};
    }
    return std::nullopt;
}

Answer create_template(World& world, Account& account, const Request& request, Instant now) {
    const json::object& body = request.body;
    if (auto fault = check_template(body)) return refuse(world, *fault);
    if (auto fault = check_room(world, account, now)) return refuse(world, *fault);
    Template fresh;
    fresh.waba_id = account.id;
    fresh.name = text_of(body, "name");
    fresh.language = text_of(body, "language");
    fresh.category = upper(text_of(body, "category"));
    fresh.components = array_of(body, "components");
    fresh.is_named = to_lower_ascii(text_of(body, "parameter_format")) == "named";
    if (const json::value* ttl = body.if_contains("message_send_ttl_seconds")) {
        fresh.ttl_seconds = std::stoll("0" + as_text(*ttl));
    }
    if (world.templates.find(account.id, fresh.name, fresh.language) != nullptr) {
        return refuse(
            world,
            {Code::invalid_parameter,
             "Content in this language already exists.",
             subcode_exists,
             {},
             {}}
        );
    }
    account.template_creations.push_back(now);
    const Template& added = world.templates.add(std::move(fresh));
    world.timeline.plan(now + world.options.review_delay, ReviewTemplate{added.id});
    return answer(
        world,
        {{"id", std::to_string(added.id)},
         {"status", name_of(added.status)},
         {"category", added.category}}
    );
}

bool is_wanted(const Template& candidate, const Call& call) {
    const auto matches = [&call](std::string_view key, std::string_view value) {
        const auto wanted = query_value(call.query, key);
        return !wanted || upper(*wanted) == upper(value);
    };
    return matches("name", candidate.name) && matches("language", candidate.language) &&
           matches("status", name_of(candidate.status)) && matches("category", candidate.category);
}

std::size_t page_size(const Call& call) {
    const std::string text = query_value(call.query, "limit").value_or("");
    if (!is_all_digits(text) || text.size() > 5) return templates_page_default;
    return std::clamp<std::size_t>(
        static_cast<std::size_t>(std::stoi(text)), 1, templates_page_max
    );
}

// A cursor is the id of the last template seen.
std::uint64_t cursor_of(const Call& call) {
    const std::string text = query_value(call.query, "after").value_or("");
    return is_all_digits(text) && text.size() < 19 ? std::stoull(text) : 0;
}

Answer list_templates(World& world, const Account& account, const Request& request) {
    const std::size_t most = page_size(*request.call);
    const std::uint64_t after = cursor_of(*request.call);
    json::array page;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool is_more = false;
    for (const Template* candidate : world.templates.of_account(account.id)) {
        if (candidate->id <= after || !is_wanted(*candidate, *request.call)) continue;
        if (page.size() == most) {
            is_more = true;
            break;
        }
        if (first == 0) first = candidate->id;
        last = candidate->id;
        page.push_back(chosen_fields(template_json(*candidate), *request.call));
    }
    json::object body{{"data", std::move(page)}};
    if (last != 0) {
        json::object paging{
            {"cursors", {{"before", std::to_string(first)}, {"after", std::to_string(last)}}}};
        if (is_more) {
            paging["next"] = world.options.public_url + request.call->path +
                             "?limit=" + std::to_string(most) + "&after=" + std::to_string(last);
        }
        body["paging"] = std::move(paging);
    }
    return answer(world, body);
}

Answer delete_templates(World& world, const Account& account, const Request& request) {
    const std::string name = query_value(request.call->query, "name").value_or("");
    const std::string id = query_value(request.call->query, "hsm_id").value_or("");
    if (name.empty() || !world.templates.has_name(account.id, name)) {
        return refuse(
            world, {Code::invalid_parameter, "Param name: there is no such template.", {}, {}, {}}
        );
    }
    if (is_all_digits(id) && id.size() < 19) {
        world.templates.erase(std::stoull(id));
    } else {
        world.templates.erase_named(account.id, name);
    }
    return success(world);
}

GraphError not_editable(std::string details) {
    return {Code::invalid_parameter, std::move(details), {}, {}, {}};
}

// Approved, rejected or paused ones only; an approved one once a day, ten times in 30 days, and in
// its category.
std::optional<GraphError> check_edit(Template& object, const json::object& body, Instant now) {
    switch (object.status) {
    case TemplateStatus::rejected:
    case TemplateStatus::paused: return std::nullopt;
    case TemplateStatus::pending:
    case TemplateStatus::disabled:
        return not_editable("Only approved, rejected or paused templates can be edited.");
    case TemplateStatus::approved: break;
    }
    const std::string_view category = text_of(body, "category");
    if (!category.empty() && upper(category) != object.category) {
        return not_editable("The category of an approved template cannot be edited.");
    }
    std::erase_if(object.edits, [now](Instant at) {
        return now - at >= template_edit_period_long;
    });
    if (!object.edits.empty() && now - object.edits.back() < template_edit_period_short) {
        return not_editable("An approved template can be edited once in 24 hours.");
    }
    if (object.edits.size() >= template_edits_long_max) {
        return not_editable("An approved template can be edited 10 times in 30 days.");
    }
    object.edits.push_back(now);
    return std::nullopt;
}

Answer edit_template(World& world, Template& object, const Request& request, Instant now) {
    const json::value* components = request.body.if_contains("components");
    if (components != nullptr) {
        if (auto fault = check_components(*components)) return refuse(world, *fault);
    }
    if (auto fault = check_edit(object, request.body, now)) return refuse(world, *fault);
    if (components != nullptr) object.components = components->get_array();
    const std::string_view category = text_of(request.body, "category");
    if (!category.empty()) object.category = upper(category);
    if (const json::value* ttl = request.body.if_contains("message_send_ttl_seconds")) {
        object.ttl_seconds = std::stoll("0" + as_text(*ttl));
    }
    // An edited template is reviewed again.
    object.status = TemplateStatus::pending;
    object.rejected_reason.clear();
    world.timeline.plan(now + world.options.review_delay, ReviewTemplate{object.id});
    return success(world);
}

}  // namespace

Answer templates_call(World& world, Account& account, const Request& request, Instant now) {
    if (request.method == "POST") return create_template(world, account, request, now);
    if (request.method == "DELETE") return delete_templates(world, account, request);
    return list_templates(world, account, request);
}

Answer template_call(World& world, Template& object, const Request& request, Instant now) {
    if (!request.edge.empty()) return unknown_edge(world, request);
    if (request.method == "GET") {
        return answer(world, chosen_fields(template_json(object), *request.call));
    }
    if (request.method == "DELETE") {
        world.templates.erase(object.id);
        return success(world);
    }
    return edit_template(world, object, request, now);
}

}  // namespace antre::whatsapp_cloud
