#pragma once

// Boost.JSON under one short name, and the few reads that every file of this room needs: each gives
// a neutral value where the key is absent or of another kind.

#include <boost/json.hpp>
#include <string>
#include <string_view>

namespace antre::whatsapp_cloud {

namespace json = boost::json;

// The text under `key`, or "" when there is none. The view lives as long as `object` is unchanged.
std::string_view text_of(const json::object& object, std::string_view key);
// The object under `key`, or an empty one that lives forever.
const json::object& object_of(const json::object& object, std::string_view key);
// The array under `key`, or an empty one that lives forever.
const json::array& array_of(const json::object& object, std::string_view key);
// The value as text: strings as they are, integers in decimal, all else "".
std::string as_text(const json::value& value);

}  // namespace antre::whatsapp_cloud
