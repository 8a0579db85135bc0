#pragma once

// How a talk is written down for people: the form of the dialogues that the tests play
// (src/conversation/dialogues) and of `antre talk`.

#include <string>

#include "notices/content.h"

namespace antre::conversation {

// What we answer: "B: ", then lines indented by three spaces; buttons and rows below, as
// "[Title]" and "- Title (description)"; what a phone shows otherwise in braces. Ends with a new
// line.
std::string written(const notices::Content& content);

}  // namespace antre::conversation
