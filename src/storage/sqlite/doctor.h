#pragma once

// What can be checked about a store, for `antre doctor` and for a running server.

#include <vector>

#include "storage/finding.h"
#include "storage/sqlite/options.h"

namespace antre::storage {

// Opens the store when no process has it open, and looks at everything. When one has, the checks
// inside the database are left to that process: no second process may open a live database.
std::vector<Finding> doctor_findings(const SqliteOptions& options);

// Those checks that need no open database: key file, disk space, size of the log.
std::vector<Finding> file_findings(const SqliteOptions& options);

}  // namespace antre::storage
