#include "server/directory.h"

namespace antre::server {

Directory::Directory(const engine::Engine& engine) {
    for (const auto& [id, book] : engine.offices().all()) {
        const scheduling::Office& office = book.office();
        OfficeEntry entry;
        entry.id = id;
        entry.slug = office.slug;
        entry.zone = office.zone;
        entry.name_id = office.profile.name_id;
        entry.name_en = office.profile.name_en;
        entry.city = office.profile.city;
        entry.phone_number_id = office.phone_number_id;
        entry.business_account_id = office.business_account_id;
        entry.display_phone = office.display_phone;
        entry.stage = office.stage;
        if (!entry.phone_number_id.empty()) {
            slug_by_number_.emplace(entry.phone_number_id, entry.slug);
        }
        by_slug_.emplace(entry.slug, std::move(entry));
    }
}

const OfficeEntry* Directory::by_number(std::string_view phone_number_id) const {
    const auto found = slug_by_number_.find(phone_number_id);
    return found == slug_by_number_.end() ? nullptr : by_slug(found->second);
}

const OfficeEntry* Directory::by_slug(std::string_view slug) const {
    const auto found = by_slug_.find(slug);
    return found == by_slug_.end() ? nullptr : &found->second;
}

}  // namespace antre::server
