#pragma once

// Which known word was probably meant by an unknown one: what to suggest after a slip of the pen.

#include <span>
#include <string>
#include <string_view>

namespace antre::channels {

// The candidate with the fewest edits (a letter added, dropped or changed, two swapped); empty when
// none is near enough to be a slip. Of equals the first.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates);

// `did you mean "slug"?` or, when nothing is near, `it must be one of: slug, zone`.
std::string suggestion_for(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace antre::channels
