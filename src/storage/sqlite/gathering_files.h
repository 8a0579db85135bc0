#pragma once

// GatheringFiles is a layer over one of SQLite's file systems, for the one connection that writes.
// The log is written in long strokes: SQLite writes a transaction's frames one by one, two calls of
// the system each; here they are gathered and written together when SQLite syncs the log, or looks
// at it. And the database can be synced late: a checkpoint copies pages and goes on while they
// reach the disk. Until they have, the log, which still has all of them, is neither begun anew nor
// cut. The log too can be synced late: a commit is then written when it returns, and reaches the
// disk beside. For connections that sync every commit (Durability::disk): another connection may
// read a log only up to what was committed, and that is written by then.

#include <cstddef>
#include <sqlite3.h>
#include <string>
#include <utility>

#include "storage/sqlite/late_sync.h"
#include "storage/sqlite/log_sync.h"

namespace antre::storage {

class GatheringFiles {
public:
    // Over the file system registered under this name; empty: the system's own, where late syncs
    // run beside. REQUIRES: it is registered, and outlives this.
    explicit GatheringFiles(const std::string& base);
    GatheringFiles(const GatheringFiles&) = delete;
    GatheringFiles& operator=(const GatheringFiles&) = delete;
    // REQUIRES: every connection over it is closed.
    ~GatheringFiles();

    // What SQLite knows it by. REQUIRES: one database at a time is opened over it.
    [[nodiscard]] const std::string& name() const { return name_; }

    // From here on the database is synced late, or at once again.
    void sync_late(bool is_late) { layer_.is_late = is_late; }
    [[nodiscard]] bool is_syncing() { return layer_.late.is_under_way(); }
    // Waits for a late sync; SQLITE_OK or its error.
    int settle() { return layer_.late.settle(); }

    // From here on the log is synced late, or at once again; a log begun anew always at once first.
    void sync_log_late(bool is_late) { layer_.is_log_late = is_late; }
    // Tells when all commits so far have reached the disk, or the error.
    void when_log_synced(LogSync::Told told) { layer_.log.when_done(std::move(told)); }
    // Waits until then; SQLITE_OK or the error.
    int settle_log() { return layer_.log.settle(); }

private:
    // What SQLite is handed; it hands back the pointer to `seen`.
    struct Layer {
        explicit Layer(LateSync::Runs runs)
            : late(runs)
            , log(runs) {}

        sqlite3_vfs seen{};
        sqlite3_vfs* base = nullptr;
        LateSync late;  // of the database
        bool is_late = false;
        LogSync log;
        bool is_log_late = false;
    };
    // A database or its log. The base's file lies behind it in the memory that SQLite gave.
    struct File {
        sqlite3_file seen;
        sqlite3_file* base;
        Layer* layer;
        char* gathered;       // of a log: not written yet ...
        std::size_t bytes;    // ... of which there are that many
        sqlite3_int64 begin;  // ... and belonging there
        bool is_synced;       // nothing was written since, though the sync may be under way
        bool is_new;          // begun anew since it was synced at once
    };

    static File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_io_methods passing_on();
    static sqlite3_io_methods log_methods();
    static sqlite3_io_methods database_methods(int version);
    static int flush(File& log);
    static int open(sqlite3_vfs*, const char* path, sqlite3_file*, int flags, int* out_flags);
    static int close(sqlite3_file*);
    static int write_log(sqlite3_file*, const void* bytes, int size, sqlite3_int64 offset);
    static int truncate_log(sqlite3_file*, sqlite3_int64 size);
    static int sync_log(sqlite3_file*, int flags);
    static int write_database(sqlite3_file*, const void* bytes, int size, sqlite3_int64 offset);
    static int truncate_database(sqlite3_file*, sqlite3_int64 size);
    static int sync_database(sqlite3_file*, int flags);
    static int lock_shared_memory(sqlite3_file*, int first, int count, int flags);

    std::string name_;
    Layer layer_;
};

}  // namespace antre::storage
