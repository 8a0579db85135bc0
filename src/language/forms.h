#pragma once

// The forms a verb takes in Indonesian and its neighbours: batal, batalin, dibatalkan, membatalkan,
// ngebatalin, mbatalno. Made when the tables are read, so that a table names only the root.

#include <string>
#include <string_view>
#include <vector>

namespace antre::language {

// `root` itself is not among them. REQUIRES: root not empty, small ASCII letters.
std::vector<std::string> verb_forms(std::string_view root);

}  // namespace antre::language
