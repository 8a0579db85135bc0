#pragma once

// Message templates: created per account and language, reviewed, then approved, rejected, paused
// or disabled.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "foundation/time.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

enum class TemplateStatus {
    pending,
    approved,
    rejected,
    paused,
    disabled,
};

std::string_view name_of(TemplateStatus status);  // "PENDING", …
std::optional<TemplateStatus> template_status_named(std::string_view word);

// What the platform does to a template; empty: that stays.
struct TemplateChange {
    std::string status = {};    // "PAUSED"
    std::string reason = {};    // of a rejection
    std::string quality = {};   // "GREEN", "YELLOW", "RED", "UNKNOWN"
    std::string category = {};  // "MARKETING"
};

struct Template {
    std::uint64_t id = 0;
    std::string waba_id;
    std::string name;
    std::string language;
    std::string category;  // "UTILITY"
    TemplateStatus status = TemplateStatus::pending;
    json::array components;
    bool is_named = false;  // parameters by name, not by position
    std::optional<std::int64_t> ttl_seconds;
    int pauses = 0;
    std::string rejected_reason;
    std::string quality = "UNKNOWN";
    std::vector<Instant> edits;  // while approved, of the last 30 days
};

class Templates {
public:
    Template& add(Template fresh);
    Template* find(std::uint64_t id);
    Template* find(std::string_view waba_id, std::string_view name, std::string_view language);
    [[nodiscard]] bool has_name(std::string_view waba_id, std::string_view name) const;
    std::size_t erase_named(std::string_view waba_id, std::string_view name);
    bool erase(std::uint64_t id) { return templates_.erase(id) == 1; }
    [[nodiscard]] std::vector<const Template*> of_account(std::string_view waba_id) const;
    [[nodiscard]] const std::map<std::uint64_t, Template>& all() const { return templates_; }

private:
    std::map<std::uint64_t, Template> templates_;
    std::uint64_t next_id_ = 1'689'556'908'129'832ull;
};

// A component of this type ("BODY"), or nothing.
const json::object* component_of(const json::array& components, std::string_view type);
// One template as the management API shows it.
json::object template_json(const Template& shown);

}  // namespace antre::whatsapp_cloud
