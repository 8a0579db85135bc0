#include "server/office_forms.h"

#include <fstream>
#include <iterator>
#include <utility>
#include <variant>

namespace antre::server {

namespace whatsapp = channels::whatsapp;

Result<OfficeForms, std::string>
OfficeForms::load(const Config::WhatsApp& config, const Directory& directory) {
    OfficeForms forms(config.app_secrets);
    for (const auto& [slug, settings] : config.flows) {
        const std::string key = "whatsapp.flows." + slug;
        const OfficeEntry* office = directory.by_slug(slug);
        if (office == nullptr) return fail(key + ": there is no office of that name");
        std::ifstream file(settings.private_key_file, std::ios::binary);
        if (!file) return fail(key + ".private_key_file cannot be read");
        const std::string pem(std::istreambuf_iterator<char>(file), {});
        auto loaded = whatsapp::FlowKey::load(pem, settings.passphrase);
        if (!loaded) return fail(key + ".private_key_file " + loaded.error().reason);
        forms.by_slug_.emplace(slug, OfficeForm{office->id, settings, std::move(*loaded)});
    }
    return forms;
}

const OfficeForm* OfficeForms::of(std::string_view slug) const {
    const auto found = by_slug_.find(slug);
    return found == by_slug_.end() ? nullptr : &found->second;
}

std::optional<OfficeId>
OfficeForms::office_of_flow(std::string_view flow_id, std::string_view flow_name) const {
    for (const auto& [slug, form] : by_slug_) {
        for (const Language language : {Language::id, Language::en}) {
            const Config::WhatsApp::Flow& settings = form.settings;
            const std::string& id =
                language == Language::id ? settings.flow_id : settings.flow_id_en;
            // Where the id is known, a namesake is an older form, which is of no interest.
            const bool is_this =
                id.empty() ? server::flow_name(slug, language) == flow_name : id == flow_id;
            if (is_this) return form.office;
        }
    }
    return std::nullopt;
}

std::optional<whatsapp::FlowLink> OfficeForms::link_for(const notices::OutMessage& message) const {
    const auto* note = std::get_if<notices::Note>(&message.content);
    if (note == nullptr || !note->form) return std::nullopt;
    for (const auto& [slug, form] : by_slug_) {
        if (form.office != message.office || !form.settings.is_enabled) continue;
        const Language language = note->form->language;
        whatsapp::FlowLink link;
        link.flow_id = language == Language::id ? form.settings.flow_id : form.settings.flow_id_en;
        link.flow_name = flow_name(slug, language);
        link.token = passes_.token_of(
            {message.office, message.contact, message.id, message.moot_at, language}
        );
        return link;
    }
    return std::nullopt;
}

std::string flow_name(std::string_view slug, Language language) {
    return "antre_booking_" + std::string(slug) + "_" + std::string(code_of(language));
}

}  // namespace antre::server
