#include "channels/whatsapp/flow_lifecycle.h"

#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace json = boost::json;

namespace {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                              (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
        if (is_plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::string text_at(const json::object& object, std::string_view field) {
    const json::value* value = object.if_contains(field);
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(text->data(), text->size()) : std::string();
}

// The first complaint about a definition, or why a call was refused.
std::string fault_in(const json::object& body) {
    if (const json::value* error = body.if_contains("error")) {
        const json::object* told = error->if_object();
        if (told == nullptr) return "refused";
        const json::value* data = told->if_contains("error_data");
        const json::object* details = data != nullptr ? data->if_object() : nullptr;
        const std::string detail = details != nullptr ? text_at(*details, "details") : "";
        return text_at(*told, "message") + (detail.empty() ? "" : ": " + detail);
    }
    const json::value* faults = body.if_contains("validation_errors");
    const json::array* list = faults != nullptr ? faults->if_array() : nullptr;
    if (list == nullptr || list->empty()) return "";
    const json::object* first = list->front().if_object();
    return first != nullptr ? text_at(*first, "message") : "the definition is not valid";
}

const json::array& array_at(const json::object& object, std::string_view field) {
    static const json::array none;
    const json::value* value = object.if_contains(field);
    const json::array* found = value != nullptr ? value->if_array() : nullptr;
    return found != nullptr ? *found : none;
}

// 1 for the name itself, 2 for "NAME_2", …; 0 for one that is not of this line.
std::size_t number_in_line(std::string_view name, std::string_view candidate) {
    if (candidate == name) return 1;
    if (!candidate.starts_with(name)) return 0;
    const std::string_view rest = candidate.substr(name.size());
    const bool is_numbered =
        rest.size() > 1 && rest.size() < 6 && rest.front() == '_' && is_all_digits(rest.substr(1));
    return is_numbered ? std::stoul(std::string(rest.substr(1))) : 0;
}

}  // namespace

Upload render_flow_key(std::string_view public_pem) {
    return {
        "application/x-www-form-urlencoded", "business_public_key=" + percent_encoded(public_pem)};
}

std::string render_flow_draft(std::string_view name, std::string_view endpoint) {
    return json::serialize(json::object{
        {"name", name},
        {"categories", json::array{"APPOINTMENT_BOOKING"}},
        {"endpoint_uri", endpoint}});
}

std::string render_flow_endpoint(std::string_view endpoint) {
    return json::serialize(json::object{{"endpoint_uri", endpoint}});
}

Upload render_flow_asset(std::string_view definition) {
    // Our own definition has no such line.
    constexpr std::string_view boundary = "antre-form-5b1f0c9e7d2a4836";
    Upload upload;
    upload.content_type = "multipart/form-data; boundary=" + std::string(boundary);
    const std::string begin = "--" + std::string(boundary) + "\r\nContent-Disposition: form-data; ";
    upload.body = begin + "name=\"name\"\r\n\r\nflow.json\r\n";
    upload.body += begin + "name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n";
    upload.body += begin + "name=\"file\"; filename=\"flow.json\"\r\n"
                           "Content-Type: application/json\r\n\r\n";
    upload.body += definition;
    upload.body += "\r\n--" + std::string(boundary) + "--\r\n";
    return upload;
}

FlowAnswer parse_flow_answer(int http_status, std::string_view body) {
    FlowAnswer answer;
    json::error_code error;
    const json::value root = json::parse(body, error);
    const json::object* object = !error ? root.if_object() : nullptr;
    if (object == nullptr) {
        answer.fault = "HTTP " + std::to_string(http_status) + " without a body of WhatsApp's";
        return answer;
    }
    answer.id = text_at(*object, "id");
    answer.status = text_at(*object, "status");
    answer.key = text_at(*object, "business_public_key");
    answer.fault = fault_in(*object);
    if (answer.fault.empty() && http_status != 200) {
        answer.fault = "HTTP " + std::to_string(http_status);
    }
    return answer;
}

std::string flow_page_query(std::string_view after) {
    std::string query = "?fields=id,name,status,endpoint_uri&limit=100";
    if (!after.empty()) query += "&after=" + std::string(after);
    return query;
}

FlowPage parse_flow_page(int http_status, std::string_view body) {
    FlowPage page;
    page.fault = parse_flow_answer(http_status, body).fault;
    if (!page.fault.empty()) return page;
    const json::object root = json::parse(body).as_object();
    for (const json::value& told : array_at(root, "data")) {
        const json::object* flow = told.if_object();
        if (flow == nullptr) continue;
        page.flows.push_back(
            {text_at(*flow, "id"),
             text_at(*flow, "name"),
             text_at(*flow, "status"),
             text_at(*flow, "endpoint_uri")}
        );
    }
    const json::value* paging = root.if_contains("paging");
    const json::object* told = paging != nullptr ? paging->if_object() : nullptr;
    if (told == nullptr || text_at(*told, "next").empty()) return page;
    const json::value* cursors = told->if_contains("cursors");
    if (cursors == nullptr || !cursors->is_object()) return page;
    // It goes into an address of ours.
    std::string after = text_at(cursors->get_object(), "after");
    if (after.find_first_of("&#?% \r\n") == std::string::npos) page.after = std::move(after);
    return page;
}

std::string parse_flow_asset(std::string_view body) {
    json::error_code error;
    const json::value root = json::parse(body, error);
    if (error || !root.is_object()) return "";
    for (const json::value& told : array_at(root.get_object(), "data")) {
        const json::object* asset = told.if_object();
        if (asset != nullptr && text_at(*asset, "asset_type") == "FLOW_JSON") {
            return text_at(*asset, "download_url");
        }
    }
    return "";
}

bool is_same_definition(std::string_view one, std::string_view other) {
    json::error_code first_fault;
    json::error_code second_fault;
    const json::value first = json::parse(one, first_fault);
    const json::value second = json::parse(other, second_fault);
    return !first_fault && !second_fault && first == second;
}

FlowLine flow_line(std::string_view name, const std::vector<RegisteredFlow>& flows) {
    FlowLine line;
    std::size_t highest = 0;
    std::size_t highest_open = 0;
    for (const RegisteredFlow& flow : flows) {
        const std::size_t number = number_in_line(name, flow.name);
        highest = std::max(highest, number);
        if (number <= highest_open || flow.status == "DEPRECATED") continue;
        highest_open = number;
        line.latest = flow;
    }
    line.next_name = name;
    if (highest > 0) line.next_name += "_" + std::to_string(highest + 1);
    return line;
}

}  // namespace antre::channels::whatsapp
