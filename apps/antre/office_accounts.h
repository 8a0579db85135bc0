#pragma once

// Which office belongs to which number and business account at WhatsApp, told by the server that
// holds the store, or read from the store when none does.

#include <optional>
#include <string>
#include <vector>

#include "antre/commands.h"
#include "server/directory.h"

namespace antre::app {

struct OfficeAccount {
    std::string slug;
    std::string number;   // phone_number_id
    std::string account;  // of the business
};

// By name; nothing after a line on stderr.
std::optional<std::vector<OfficeAccount>> office_accounts(const Shared& shared);

// The same, as a running server answers it over its local door.
inline constexpr std::string_view offices_verb = "offices";
std::string offices_answer(const server::Directory& directory);

}  // namespace antre::app
