#pragma once

// What happens to a template after its creation, and the webhook that tells of it.

#include <string>

#include "foundation/result.h"
#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

// Sets the status and reports it. A first pause lasts 3 h, a second 6 h, the third disables.
void set_template_status(
    World& world, Template& changed, TemplateStatus status, const std::string& reason, Instant now
);
// Status, quality and category, each with its webhook; a sentence for a word that is not known.
Result<bool, std::string>
change_template(World& world, Template& changed, const TemplateChange& change, Instant now);
void review_template(World& world, const ReviewTemplate& due, Instant now);
void end_pause(World& world, const EndPause& due, Instant now);

}  // namespace antre::whatsapp_cloud
