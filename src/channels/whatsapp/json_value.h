#pragma once

// Reading tolerantly: published webhook bodies carry the same field as text and as number, or leave
// it out. Only the WhatsApp codec includes this.

#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

#include "channels/limits.h"
#include "engine/contact.h"
#include "foundation/time.h"

namespace antre::channels::whatsapp {

// "" when the field is missing or no text. The view lives as long as the parsed body.
std::string_view text_at(simdjson::dom::object object, std::string_view field);
// A number, or a text of digits; nothing otherwise.
std::optional<std::int64_t> number_at(simdjson::dom::object object, std::string_view field);
// Seconds since 1970 as text or number, 0 when it is neither or beyond the year 2286; for show
// only.
Instant time_at(simdjson::dom::object object, std::string_view field);
// Millionths of a number or of a text that is one (coordinates come as both).
std::optional<std::int32_t> millionths_at(simdjson::dom::object object, std::string_view field);
// The part of the body as JSON text, at most raw_part_bytes_max.
std::string raw_of(simdjson::dom::element element);
std::string raw_of(simdjson::dom::object object);
// A user id, a phone number, or both; a user id in the phone's place is put right.
engine::Identity identity_of(std::string_view user, std::string_view phone);

}  // namespace antre::channels::whatsapp
