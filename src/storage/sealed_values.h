#pragma once

// The plain form of small personal values before they are sealed: fields between zero bytes, which
// none of them can hold.

#include <optional>
#include <string>
#include <string_view>

#include "engine/contact.h"
#include "scheduling/booking.h"

namespace antre::storage {

std::string plain_identity(const engine::Identity& identity);
std::optional<engine::Identity> identity_in(std::string_view plain);

std::string plain_person(const scheduling::Person& person);
// Fills in name and birth date; false when the bytes are not of that form.
bool read_person(scheduling::Person& person, std::string_view plain);

}  // namespace antre::storage
