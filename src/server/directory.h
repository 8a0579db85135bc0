#pragma once

// Which office has which WhatsApp number: read by every thread that takes webhooks in.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "foundation/ids.h"

namespace antre::server {

// What the outside needs to know of an office without asking the engine.
struct OfficeEntry {
    OfficeId id;
    std::string slug;
    Zone zone = Zone::wib;
    std::string name_id;
    std::string name_en;
    std::string city;
    std::string phone_number_id;
    std::string business_account_id;
    std::string display_phone;
    scheduling::OfficeStage stage = scheduling::OfficeStage::candidate;
};

// Made once at start from what the engine has loaded; never changed after.
class Directory {
public:
    explicit Directory(const engine::Engine& engine);

    [[nodiscard]] const OfficeEntry* by_number(std::string_view phone_number_id) const;
    [[nodiscard]] const OfficeEntry* by_slug(std::string_view slug) const;
    [[nodiscard]] const std::map<std::string, OfficeEntry, std::less<>>& all() const {
        return by_slug_;
    }

private:
    std::map<std::string, OfficeEntry, std::less<>> by_slug_;
    std::map<std::string, std::string, std::less<>> slug_by_number_;
};

}  // namespace antre::server
