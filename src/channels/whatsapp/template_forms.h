#pragma once

// Our templates as the Cloud API takes them for approval (POST /{account}/message_templates), made
// from the wording: one a language.

#include <string>

#include "conversation/wording.h"

namespace antre::channels::whatsapp {

// A JSON array of request bodies.
std::string template_requests(const conversation::Wording& wording);

}  // namespace antre::channels::whatsapp
