#pragma once

// Small text tools that every room needs: UTF-8 by code points, ASCII case and trimming. No locale.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace antre {

bool is_valid_utf8(std::string_view text);  // refuses overlong forms, surrogates, above U+10FFFF
std::size_t code_points(std::string_view text);
// UTF-16 units, the stricter count of WhatsApp's limits. REQUIRES: valid UTF-8.
std::size_t utf16_units(std::string_view text);
// The longest prefix of at most `units_max` UTF-16 units; never splits a code point.
std::string_view prefix_utf16(std::string_view text, std::size_t units_max);
// At most `units_max` units; what is cut ends in an ellipsis.
std::string shorten(std::string_view text, std::size_t units_max);

std::string to_lower_ascii(std::string_view text);
std::string_view trim(std::string_view text);  // ASCII white space
std::vector<std::string_view> split(std::string_view text, char separator);
bool is_all_digits(std::string_view text);  // false for ""

}  // namespace antre
