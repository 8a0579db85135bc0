#pragma once

// Our message templates as WhatsApp approves them, one a language: the sentence and buttons are
// those of the wording, category, time to live and samples those of data/templates/templates.json.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conversation/wording.h"

namespace antre::channels::whatsapp {

struct TemplateDefinition {
    std::string name;                  // "pengingat_h1"
    std::string language;              // "id", "en"
    std::string category;              // "UTILITY"
    std::string header;                // empty: none
    std::string body;                  // with {{1}}, {{2}}, …
    std::string footer;                // empty: none
    std::vector<std::string> buttons;  // quick replies
    std::vector<std::string> samples;  // of the body's variables, in order; the reviewers read them
    // How long WhatsApp goes on trying to deliver it; its own 30 days without one.
    std::optional<std::int64_t> ttl_seconds;
    friend bool operator==(const TemplateDefinition&, const TemplateDefinition&) = default;
};

// data/templates/templates.json as it was when the program was built.
std::string_view template_settings();
// Every template we send, in both languages. What the settings leave out stays empty here, so that
// template_rules.h names it.
std::vector<TemplateDefinition>
template_definitions(const conversation::Wording& wording, std::string_view settings_json);
std::vector<TemplateDefinition> template_definitions(const conversation::Wording& wording);

// For POST /{account}/message_templates.
std::string render_template(const TemplateDefinition& definition);
// For POST /{template}: an approved template keeps its category, so none is sent.
std::string render_template_edit(const TemplateDefinition& definition);
// A JSON array of the bodies of all.
std::string template_requests(const conversation::Wording& wording);

}  // namespace antre::channels::whatsapp
