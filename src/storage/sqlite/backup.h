#pragma once

// A backup is one SQLite file, consistent as of one moment, and beside it a manifest with its
// SHA-256. The master key is NOT in it: without the key file, which must be kept elsewhere, nobody
// can read a name in a backup, and neither can we.

#include <cstdint>
#include <string>

#include "engine/store.h"
#include "foundation/result.h"
#include "storage/sqlite/options.h"

namespace antre::storage {

struct BackupMade {
    std::string path;
    std::string manifest;  // `path` + ".manifest"
    std::uint64_t bytes = 0;
    std::string sha256;
};
// Copies a store that is open in this process, from any thread, while it serves. The copy holds
// every commit that was acknowledged before the call. Refuses to overwrite.
Result<BackupMade, engine::StoreFailure>
back_up(const SqliteOptions& store, const std::string& path);

struct Restored {
    std::uint64_t epoch = 0;      // how often this store has been restored
    std::uint64_t held_back = 0;  // messages that were not sent: now `unknown`, not sent again
    bool has_key_file = false;    // false: put the key file in place before serving
};
// Makes a store from a backup whose checksum and structure are right. Refuses when a store is there
// already. Messages not yet sent when the backup was made may have been sent since.
Result<Restored, engine::StoreFailure>
restore(const std::string& backup, const SqliteOptions& target);

}  // namespace antre::storage
