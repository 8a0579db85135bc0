#pragma once

// A tap is a payload that comes back. It counts only as far as its reach: answers to the present
// question, acts on an active booking of this contact, and what is always right to ask.

#include <string_view>

#include "conversation/scene.h"

namespace antre::conversation {

void hear_tap(Scene& scene, std::string_view payload);
// What a typed answer chooses of the question last asked: its number, its title, or the end words
// of its title. "" when it chooses nothing.
std::string payload_typed(const Talk& talk, std::string_view text);
// The same among these.
std::string choice_typed(
    const std::vector<std::string>& payloads,
    const std::vector<std::string>& titles,
    std::string_view text
);

}  // namespace antre::conversation
