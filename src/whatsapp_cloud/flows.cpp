#include "whatsapp_cloud/flows.h"

#include <algorithm>
#include <array>
#include <set>

#include "foundation/text.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::array<std::pair<FlowStatus, std::string_view>, 5> statuses{{
    {FlowStatus::draft, "DRAFT"},
    {FlowStatus::published, "PUBLISHED"},
    {FlowStatus::throttled, "THROTTLED"},
    {FlowStatus::blocked, "BLOCKED"},
    {FlowStatus::deprecated, "DEPRECATED"},
}};

// Units that one text of a component may have.
struct TextLimit {
    std::string_view component;
    std::string_view text;
    std::size_t units_max;
};
constexpr std::array text_limits{
    TextLimit{"TextHeading", "text", 80},
    TextLimit{"TextSubheading", "text", 80},
    TextLimit{"TextBody", "text", 4096},
    TextLimit{"TextCaption", "text", 409},
    TextLimit{"TextInput", "label", 20},
    TextLimit{"TextInput", "helper-text", 80},
    TextLimit{"TextArea", "label", 20},
    TextLimit{"TextArea", "helper-text", 80},
    TextLimit{"Dropdown", "label", 20},
    TextLimit{"RadioButtonsGroup", "label", 30},
    TextLimit{"CheckboxGroup", "label", 30},
    TextLimit{"DatePicker", "label", 40},
    TextLimit{"DatePicker", "helper-text", 80},
    TextLimit{"OptIn", "label", 120},
    TextLimit{"EmbeddedLink", "text", 25},
    TextLimit{"Footer", "label", 35},
};

constexpr std::array<std::string_view, 9> versions{
    "5.1", "6.0", "6.1", "6.2", "6.3", "7.0", "7.1", "7.2", "7.3"};
constexpr std::size_t branches_max = 10;

class Faults {
public:
    void add(std::string message) {
        list_.push_back(json::object{
            {"error", "INVALID_PROPERTY_VALUE"},
            {"error_type", "FLOW_JSON_ERROR"},
            {"message", std::move(message)}});
    }
    json::array take() { return std::move(list_); }

private:
    json::array list_;
};

void check_component(const json::object& component, std::string_view screen, Faults& faults) {
    const std::string_view type = text_of(component, "type");
    bool is_known = type == "Image" || type == "CalendarPicker" || type == "ChipsSelector" ||
                    type == "NavigationList" || type == "If" || type == "Switch";
    for (const TextLimit& limit : text_limits) {
        if (limit.component != type) continue;
        is_known = true;
        const std::string_view text = text_of(component, limit.text);
        const bool is_needed = limit.text != "helper-text";
        if (is_needed && trim(text).empty()) {
            faults.add(std::string(type) + " on " + std::string(screen) + " needs its text");
        }
        if (!text.starts_with("${") && utf16_units(text) > limit.units_max) {
            faults.add(
                std::string(type) + " on " + std::string(screen) + ": '" + std::string(text) +
                "' has more than " + std::to_string(limit.units_max) + " characters"
            );
        }
    }
    if (!is_known) faults.add("unknown component " + std::string(type));
}

void check_screen(const json::object& screen, const json::object& routes, Faults& faults) {
    const std::string_view id = text_of(screen, "id");
    if (text_of(screen, "title").empty()) faults.add("screen " + std::string(id) + " has no title");
    std::size_t footers = 0;
    for (const json::value& child : array_of(object_of(screen, "layout"), "children")) {
        if (!child.is_object()) continue;
        check_component(child.get_object(), id, faults);
        if (text_of(child.get_object(), "type") == "Footer") ++footers;
    }
    const json::value* terminal = screen.if_contains("terminal");
    const bool is_terminal = terminal != nullptr && terminal->is_bool() && terminal->get_bool();
    if (footers > 1 || (is_terminal && footers == 0)) {
        faults.add("screen " + std::string(id) + " needs one Footer");
    }
    for (const auto& member : object_of(screen, "data")) {
        const json::object* data = member.value().if_object();
        if (data == nullptr || !data->contains("__example__")) {
            faults.add("data of " + std::string(id) + " needs an __example__ each");
        }
    }
    const bool leads_on = !array_of(routes, id).empty();
    if (!is_terminal && !leads_on) faults.add("screen " + std::string(id) + " leads nowhere");
}

}  // namespace

std::string_view name_of(FlowStatus status) {
    for (const auto& [known, name] : statuses) {
        if (known == status) return name;
    }
    return "DRAFT";
}

std::optional<FlowStatus> flow_status_named(std::string_view name) {
    for (const auto& [status, known] : statuses) {
        if (known == name) return status;
    }
    return std::nullopt;
}

Flow* Flows::find(std::uint64_t id) {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

Flow* Flows::find(std::string_view id_or_name, std::string_view waba_id) {
    for (auto& [id, flow] : by_id_) {
        const bool is_named = flow.name == id_or_name || std::to_string(id) == id_or_name;
        if (is_named && flow.waba_id == waba_id) return &flow;
    }
    return nullptr;
}

json::array flow_faults(const json::object& definition) {
    Faults faults;
    const std::string_view version = text_of(definition, "version");
    if (std::find(versions.begin(), versions.end(), version) == versions.end()) {
        faults.add("version '" + std::string(version) + "' cannot be published");
    }
    const json::object& routes = object_of(definition, "routing_model");
    std::set<std::string, std::less<>> ids;
    for (const json::value& screen : array_of(definition, "screens")) {
        if (!screen.is_object()) continue;
        const std::string id(text_of(screen.get_object(), "id"));
        if (id.empty() || id == "SUCCESS") faults.add("a screen may not be called '" + id + "'");
        if (!ids.insert(id).second) faults.add("there are two screens " + id);
        check_screen(screen.get_object(), routes, faults);
    }
    if (ids.empty()) faults.add("there are no screens");
    for (const auto& route : routes) {
        const json::array* to = route.value().if_array();
        if (to == nullptr) continue;
        if (to->size() > branches_max) faults.add("a screen has at most 10 branches");
        for (const json::value& next : *to) {
            if (!ids.contains(as_text(next))) faults.add("no screen " + as_text(next));
        }
    }
    return faults.take();
}

json::object flow_json(const Flow& flow) {
    return {
        {"id", std::to_string(flow.id)},
        {"name", flow.name},
        {"status", name_of(flow.status)},
        {"categories", flow.categories},
        {"validation_errors", flow_faults(flow.definition)},
        {"json_version", text_of(flow.definition, "version")},
        {"data_api_version", text_of(flow.definition, "data_api_version")},
        {"endpoint_uri", flow.endpoint_uri}};
}

}  // namespace antre::whatsapp_cloud
