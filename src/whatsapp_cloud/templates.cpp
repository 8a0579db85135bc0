#include "whatsapp_cloud/templates.h"

#include <array>

#include "foundation/text.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::array<std::pair<std::string_view, TemplateStatus>, 5> statuses = {{
    {"PENDING", TemplateStatus::pending},
    {"APPROVED", TemplateStatus::approved},
    {"REJECTED", TemplateStatus::rejected},
    {"PAUSED", TemplateStatus::paused},
    {"DISABLED", TemplateStatus::disabled},
}};

}  // namespace

std::string_view name_of(TemplateStatus status) {
    for (const auto& [name, known] : statuses) {
        if (known == status) return name;
    }
    return {};
}

std::optional<TemplateStatus> template_status_named(std::string_view word) {
    for (const auto& [name, status] : statuses) {
        if (name == word) return status;
    }
    return std::nullopt;
}

Template& Templates::add(Template fresh) {
    fresh.id = next_id_++;
    return templates_[fresh.id] = std::move(fresh);
}

Template* Templates::find(std::uint64_t id) {
    const auto found = templates_.find(id);
    return found == templates_.end() ? nullptr : &found->second;
}

Template*
Templates::find(std::string_view waba_id, std::string_view name, std::string_view language) {
    for (auto& [id, candidate] : templates_) {
        if (candidate.waba_id == waba_id && candidate.name == name &&
            candidate.language == language) {
            return &candidate;
        }
    }
    return nullptr;
}

bool Templates::has_name(std::string_view waba_id, std::string_view name) const {
    for (const auto& [id, candidate] : templates_) {
        if (candidate.waba_id == waba_id && candidate.name == name) return true;
    }
    return false;
}

std::size_t Templates::erase_named(std::string_view waba_id, std::string_view name) {
    return std::erase_if(templates_, [&](const auto& entry) {
        return entry.second.waba_id == waba_id && entry.second.name == name;
    });
}

std::vector<const Template*> Templates::of_account(std::string_view waba_id) const {
    std::vector<const Template*> found;
    for (const auto& [id, candidate] : templates_) {
        if (candidate.waba_id == waba_id) found.push_back(&candidate);
    }
    return found;
}

const json::object* component_of(const json::array& components, std::string_view type) {
    const std::string wanted = to_lower_ascii(type);
    for (const json::value& component : components) {
        if (!component.is_object()) continue;
        if (to_lower_ascii(text_of(component.get_object(), "type")) == wanted) {
            return &component.get_object();
        }
    }
    return nullptr;
}

json::object template_json(const Template& shown) {
    json::object object{
        {"name", shown.name},
        {"parameter_format", shown.is_named ? "NAMED" : "POSITIONAL"},
        {"components", shown.components},
        {"language", shown.language},
        {"status", name_of(shown.status)},
        {"category", shown.category},
        {"id", std::to_string(shown.id)},
        {"quality_score", {{"score", shown.quality}}},
    };
    if (shown.ttl_seconds) object["message_send_ttl_seconds"] = *shown.ttl_seconds;
    if (!shown.rejected_reason.empty()) object["rejected_reason"] = shown.rejected_reason;
    return object;
}

}  // namespace antre::whatsapp_cloud
