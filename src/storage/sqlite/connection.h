#pragma once

// A connection to the database with every setting that our promises need. Functions here throw
// SQLite::Exception, for use within the room only.

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>

#include "storage/sqlite/options.h"

namespace antre::storage {

inline constexpr int application_id = 0x416e7472;  // "Antr", in the file's header

// SQLite's own counts of memory take a lock at each allocation, and nobody reads them. Refused, and
// without harm, when SQLite is in use already: to be called before anything else of it.
void count_no_memory();

// The one connection that writes and makes checkpoints. Makes the file when there is none. It sees
// its files through `file_system`, registered with SQLite; empty: what the options say.
SQLite::Database
open_for_writing(const SqliteOptions& options, const std::string& file_system = {});
// Another connection of the same process, beside the writing one. Never writes, never checkpoints:
// SQLite before 3.51.3 may corrupt the file when two connections do that at the same instant.
SQLite::Database open_for_reading(const SqliteOptions& options);

// Copies the log into the database, in one of SQLite's modes (SQLITE_CHECKPOINT_...). While a
// backup reads, less is copied, and the next checkpoint will do it. How many frames of the log are
// in the database now.
int checkpoint(SQLite::Database& database, int mode);

std::int64_t number_of(const SQLite::Database& database, const std::string& query);

}  // namespace antre::storage
