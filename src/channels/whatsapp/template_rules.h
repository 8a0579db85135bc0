#pragma once

// WhatsApp's own rules for a message template (Cloud API, Message templates, 2026), held before
// anything is sent there, so that a wording that would be refused is named at home.

#include <string>
#include <string_view>
#include <vector>

#include "channels/whatsapp/template_definition.h"

namespace antre::channels::whatsapp {

enum class TemplateRule {
    name_shape,          // a-z, 0-9 and _, 512 at most
    language_known,      // id or en
    category_set,        // UTILITY, MARKETING or AUTHENTICATION
    time_to_live,        // 30 s to 12 h
    header_length,       // 60
    header_plain,        // no line break, no formatting, no emoji, no variable of ours
    body_length,         // 1 to 1024
    body_filled_length,  // with its samples too
    footer_length,       // 60
    footer_plain,        // no variable, no line break
    variable_shape,      // {{1}}
    variable_numbering,  // 1, 2, 3, … without a gap
    variable_at_edge,    // neither first nor last
    variables_adjacent,  // words between them
    variables_too_many,  // for so few words
    white_space,         // no tab, no more than two line breaks or four spaces in a row
    sample_missing,      // one for each variable
    sample_shape,        // no line break, no tab, no more than four spaces in a row
    buttons_count,       // 10 at most
    button_length,       // 1 to 25
    button_plain,        // no variable, line break, formatting or emoji
    button_repeated,
};
std::string_view name_of(TemplateRule rule);  // "variable_at_edge"

struct TemplateFault {
    TemplateRule rule = TemplateRule::name_shape;
    std::string reason;  // English: where, what is there, what may be
    friend bool operator==(const TemplateFault&, const TemplateFault&) = default;
};
// Everything that is wrong; empty for a template that may be handed in.
std::vector<TemplateFault> faults_of(const TemplateDefinition& definition);

}  // namespace antre::channels::whatsapp
