#pragma once

// Migrations bring a database to the schema this program speaks: forward only, numbered from 1 in
// the order of their files, each whole or not at all.

#include <SQLiteCpp/SQLiteCpp.h>
#include <span>

#include "engine/store.h"
#include "foundation/result.h"
#include "storage/sqlite/options.h"

namespace antre::storage {

struct Migration {
    const char* name;  // "0001_start"
    const char* sql;
};
// Those of src/storage/schema/, compiled in.
std::span<const Migration> migrations();

struct Migrated {
    int from = 0;  // version before; 0: there was no store
    int to = 0;
};
// Creates or upgrades the store and, with a new one, its key file. Refuses a store that another
// process has open, that is newer than this program, or that is no store of ours.
Result<Migrated, engine::StoreFailure> migrate(const SqliteOptions& options);

// Why the database cannot be used as it is; empty when it can. Throws within the room.
std::string schema_fault(const SQLite::Database& database);

}  // namespace antre::storage
