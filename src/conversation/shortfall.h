#pragma once

// Why a wish was not met as said, in a sentence with figures: never "full" alone.

#include <string>

#include "conversation/scene.h"

namespace antre::conversation {

// "" when the wish was met, or when there is nothing to explain.
std::string shortfall(
    const Scene& scene, Service service, const scheduling::Wish& wish, scheduling::Match match
);
// "" unless the minute that was wished today is over, although its hour has a place left.
std::string
hour_gone(const Scene& scene, const scheduling::Wish& wish, const scheduling::Placement& placement);
// Whether others have got the places that the wish names: its hour is neither over nor closed.
bool is_taken_by_others(const Scene& scene, const scheduling::Wish& wish, scheduling::Match match);
// REQUIRES: that is so.
std::string taken_reason(const Scene& scene, const scheduling::Wish& wish);

}  // namespace antre::conversation
