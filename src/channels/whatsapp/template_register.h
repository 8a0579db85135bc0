#pragma once

// What WhatsApp has of our templates, and how that stands to what we have: its answers read, each
// definition compared, and the act that would bring them together.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "channels/whatsapp/template_definition.h"
#include "foundation/result.h"

namespace antre::channels::whatsapp {

struct RegisteredTemplate {
    std::string id;
    std::string status;          // WhatsApp's word: "APPROVED", "PENDING", …
    std::string reason;          // of a rejection; empty without one
    std::string quality;         // "GREEN", …; empty where it is not told
    TemplateDefinition content;  // without samples
    // A part that no template of ours has: a picture above, a link below, parameters by name.
    bool has_other_parts = false;
};

// Why a call was refused, in WhatsApp's words.
struct TemplateRefusal {
    std::int32_t code = 0;
    std::int32_t subcode = 0;
    std::string sentence;  // "(#100) Invalid parameter: …"
};
// No other call of this account will fare better now: token, permission or the hourly limits.
bool ends_the_run(const TemplateRefusal& refusal);

// The query of GET /{account}/message_templates; `after` is the cursor of the page before.
std::string template_page_query(std::string_view after);
struct TemplatePage {
    std::vector<RegisteredTemplate> templates;
    std::string after;  // the next page's; empty when there is none
};
Result<TemplatePage, TemplateRefusal> parse_template_page(int http_status, std::string_view body);

// Of a creation or an edit.
struct TemplateTaken {
    std::string id;
    std::string status;    // an edit does not tell
    std::string category;  // may be another than was asked for
};
Result<TemplateTaken, TemplateRefusal> parse_template_taken(int http_status, std::string_view body);

enum class TemplateState {
    missing,
    good,     // approved and the same
    pending,  // under review
    rejected,
    paused,    // for some hours, for its quality
    disabled,  // for good
    differs,   // another text, buttons or time to live than ours
    recategorised,
    unusable,  // any other state of WhatsApp's, such as IN_APPEAL
};
std::string_view name_of(TemplateState state);

enum class TemplateAct {
    none,
    create,
    edit,
    wait,    // WhatsApp must decide first
    person,  // somebody must act, here or in the WhatsApp Manager
};

struct TemplateStanding {
    TemplateState state = TemplateState::missing;
    TemplateAct act = TemplateAct::create;
    std::string detail;  // what differs, the reason of a rejection, what a person does
};
// `theirs` is nullptr where WhatsApp has none of that name and language.
TemplateStanding standing_of(const TemplateDefinition& ours, const RegisteredTemplate* theirs);

// The one of that name and language; nullptr without one.
const RegisteredTemplate*
registered_as(const TemplateDefinition& ours, const std::vector<RegisteredTemplate>& registered);

}  // namespace antre::channels::whatsapp
