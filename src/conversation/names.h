#pragma once

// What people typed, made safe to keep and to show: a name is a line of visible text and nothing
// else, whatever was typed.

#include <cstddef>
#include <string>
#include <string_view>

#include "conversation/limits.h"
#include "foundation/secret.h"

namespace antre::conversation {

// One line without control, bidirectional, zero-width and tag characters, at most two combining
// marks in a row, single spaces, at most `units_max` UTF-16 units. Broken UTF-8 is dropped.
// The order of what is visible is never changed by a character we keep.
std::string clean_line(std::string_view text, std::size_t units_max = name_units_max);
PersonName clean_name(const PersonName& name);

// WhatsApp's formatting characters * _ ~ ` replaced by look-alikes that format nothing.
std::string literal(std::string_view text);

// Equal but for ASCII case and spaces at the ends.
bool is_same_name(const PersonName& a, const PersonName& b);
// Whether one may be the other put right: they share a word, or differ by two letters at most.
bool is_like_name(const PersonName& a, const PersonName& b);

}  // namespace antre::conversation
