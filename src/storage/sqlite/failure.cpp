#include "storage/sqlite/failure.h"

#include <sqlite3.h>

namespace antre::storage {

engine::StoreFailure failure_of(const SQLite::Exception& error) {
    using Kind = engine::StoreFailure::Kind;
    const int code = error.getErrorCode() & 0xff;
    // SQLite's own words: they name the error and at most a table, never a value.
    std::string detail = std::string("sqlite: ") + error.getErrorStr() + " (" +
                         std::to_string(error.getExtendedErrorCode()) + ")";
    switch (code) {
    case SQLITE_IOERR: return {Kind::unknown, std::move(detail)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH: return {Kind::corrupt, std::move(detail)};
    default: return {Kind::unavailable, std::move(detail)};
    }
}

}  // namespace antre::storage
