#pragma once

// How SQLite's errors become failures of the store. A full disk keeps nothing and may pass; an I/O
// error on writing or syncing leaves doubt that no second call can clear (a later fsync may report
// success for pages that were lost), so the process must end and recover from the disk.

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>

#include "engine/store.h"

namespace antre::storage {

engine::StoreFailure failure_of(const SQLite::Exception& error);
inline engine::StoreFailure unavailable(std::string detail) {
    return {engine::StoreFailure::Kind::unavailable, std::move(detail)};
}
inline engine::StoreFailure corrupt(std::string detail) {
    return {engine::StoreFailure::Kind::corrupt, std::move(detail)};
}

// What is thrown inside the room when a row cannot be read; it never leaves the room.
struct BadRow {
    std::string detail;
};

}  // namespace antre::storage
