#pragma once

// GatheringFiles is a layer over one of SQLite's file systems that writes the log in long strokes.
// SQLite writes a transaction's frames one by one, two calls of the system each; here they are
// gathered and written together when SQLite syncs the log, or looks at it. For connections that
// sync every commit (Durability::disk): another connection may read a log only up to what was
// committed, and that is written by then.

#include <cstddef>
#include <sqlite3.h>
#include <string>

namespace antre::storage {

class GatheringFiles {
public:
    // Over the file system registered under this name; empty: the system's own. REQUIRES: it is
    // registered, and outlives this.
    explicit GatheringFiles(const std::string& base);
    GatheringFiles(const GatheringFiles&) = delete;
    GatheringFiles& operator=(const GatheringFiles&) = delete;
    // REQUIRES: every connection over it is closed.
    ~GatheringFiles();

    // What SQLite knows it by.
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    // What SQLite is handed; it hands back the pointer to `seen`.
    struct Layer {
        sqlite3_vfs seen;
        sqlite3_vfs* base;
    };
    // A log file. The file of the base lies behind it in the memory that SQLite gave.
    struct Log {
        sqlite3_file seen;
        sqlite3_file* base;
        char* gathered;       // not written yet ...
        std::size_t bytes;    // ... of which there are that many
        sqlite3_int64 begin;  // ... and belonging there
    };

    static Log& log_of(sqlite3_file* file) { return *reinterpret_cast<Log*>(file); }
    static const sqlite3_io_methods& methods();
    static int flush(Log& log);
    static int open(sqlite3_vfs*, const char* path, sqlite3_file*, int flags, int* out_flags);
    static int close(sqlite3_file*);
    static int write(sqlite3_file*, const void* bytes, int size, sqlite3_int64 offset);

    std::string name_;
    Layer layer_{};
};

}  // namespace antre::storage
