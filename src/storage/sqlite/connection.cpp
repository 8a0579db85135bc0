#include "storage/sqlite/connection.h"

#include <sqlite3.h>

#include "storage/limits.h"

namespace antre::storage {

namespace {

const char* synchronous_of(Durability durability) {
    switch (durability) {
    case Durability::disk: return "PRAGMA synchronous=FULL";
    case Durability::next_sync: return "PRAGMA synchronous=NORMAL";
    case Durability::nothing_sure: return "PRAGMA synchronous=OFF";
    }
    return "PRAGMA synchronous=FULL";
}

// A connection has one user at a time, so SQLite need not lock it at each call.
SQLite::Database opened(const SqliteOptions& options, const std::string& file_system, int flags) {
    const char* vfs = file_system.empty() ? nullptr : file_system.c_str();
    return {options.path.c_str(), flags | SQLite::OPEN_NOMUTEX, schema_busy_ms, vfs};
}

void guard(SQLite::Database& database) {
    sqlite3* handle = database.getHandle();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database.exec("PRAGMA mmap_size=0");
    database.exec("PRAGMA trusted_schema=OFF");
    database.exec("PRAGMA cell_size_check=ON");
    database.exec("PRAGMA temp_store=MEMORY");
}

}  // namespace

void count_no_memory() {
    static const int outcome = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(outcome);
}

SQLite::Database open_for_writing(const SqliteOptions& options, const std::string& file_system) {
    SQLite::Database database = opened(
        options,
        file_system.empty() ? options.file_system : file_system,
        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
    );
    guard(database);
    if (!options.file_system.empty()) database.exec("PRAGMA locking_mode=EXCLUSIVE");
    database.exec("PRAGMA cache_size=-" + std::to_string(cache_kib));
    const std::string mode = database.execAndGet("PRAGMA journal_mode=WAL").getString();
    if (mode != "wal") throw SQLite::Exception("no write-ahead log here", SQLITE_CANTOPEN);
    database.exec(synchronous_of(options.durability));
    database.exec("PRAGMA secure_delete=ON");
    sqlite3_wal_autocheckpoint(database.getHandle(), 0);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return database;
}

SQLite::Database open_for_reading(const SqliteOptions& options) {
    SQLite::Database database = opened(options, options.file_system, SQLite::OPEN_READONLY);
    guard(database);
    sqlite3_wal_autocheckpoint(database.getHandle(), 0);
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return database;
}

int checkpoint(SQLite::Database& database, int mode) {
    int copied = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(database.getHandle(), nullptr, mode, nullptr, &copied);
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        throw SQLite::Exception(database.getHandle(), code);
    }
    return copied;
}

std::int64_t number_of(const SQLite::Database& database, const std::string& query) {
    SQLite::Statement statement(database, query);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

}  // namespace antre::storage
