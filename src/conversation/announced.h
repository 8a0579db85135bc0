#pragma once

// One sentence of the wording and its values become a note and its template.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversation/announcing.h"
#include "conversation/payload.h"

namespace antre::conversation {

using Values = std::vector<std::pair<std::string_view, std::string>>;

// REQUIRES: one of template_forms().
const TemplateForm& form_named(std::string_view name);
// REQUIRES: a value for each placeholder, a payload for each button of the form.
notices::Note announced(
    const Voice& voice,
    const TemplateForm& form,
    const Values& values,
    const std::vector<Payload>& payloads
);

}  // namespace antre::conversation
