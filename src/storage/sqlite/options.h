#pragma once

// How a SQLite store is opened. The defaults are what a server wants; the rest is for simulation
// and for the tests that prove what the defaults promise.

#include <optional>
#include <string>

#include "storage/limits.h"
#include "storage/sqlite/sealing.h"

namespace antre::storage {

// When a commit returns, it has reached ...
enum class Durability : std::uint8_t {
    disk,          // the disk: the only setting that keeps what was acknowledged
    next_sync,     // the system, synced at checkpoints: for negative controls
    nothing_sure,  // the system, never synced: for negative controls
};

// A commit that returns is on the disk, or written and on its way: then `when_durable` tells.
enum class Syncs : std::uint8_t {
    waited_for,
    beside,
};

struct SqliteOptions {
    std::string path;
    std::string key_path;  // of the master key; empty: `path` + ".key"
    Randomness randomness = system_randomness();
    Durability durability = Durability::disk;
    Syncs syncs = Syncs::waited_for;
    // A file system of the simulation, by the name it is registered under. With one there is no
    // lock file and no shared memory, and the master key is given here.
    std::string file_system;
    std::optional<SecretKey> master_key;
    int rest_frames = wal_frames_rest;  // of the log, from which `rest` makes a checkpoint

    [[nodiscard]] std::string key_file() const {
        return key_path.empty() ? path + ".key" : key_path;
    }
};

}  // namespace antre::storage
