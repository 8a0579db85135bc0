#pragma once

// What happens to a template after its creation, and the webhook that tells of it.

#include "whatsapp_cloud/world.h"

namespace antre::whatsapp_cloud {

// Sets the status and reports it. A first pause lasts 3 h, a second 6 h, the third disables.
void set_template_status(
    World& world, Template& changed, TemplateStatus status, const std::string& reason, Instant now
);
void review_template(World& world, const ReviewTemplate& due, Instant now);
void end_pause(World& world, const EndPause& due, Instant now);

}  // namespace antre::whatsapp_cloud
