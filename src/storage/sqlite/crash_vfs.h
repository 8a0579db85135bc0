#pragma once

// CrashVfs is a file system in memory that can lose power. What was written but not synced is lost,
// kept or torn, as on a disk; faults can be planned by the number of the act. It serves SQLite with
// a write-ahead log in exclusive locking mode (no shared memory), in one thread.

#include <cstdint>
#include <map>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <vector>

#include "foundation/random.h"

namespace antre::storage {

enum class DiskFault : std::uint8_t {
    power_loss,   // everything fails from here on until `revive`
    write_error,  // EIO on one write
    sync_error,   // EIO on one sync, and what was to be synced is dropped: a second sync may lie
    disk_full,    // ENOSPC on every write until `heal`
};

class CrashVfs {
public:
    // Registers itself with SQLite under the name. The seed decides what a power loss does.
    CrashVfs(std::string name, std::uint64_t seed);
    CrashVfs(const CrashVfs&) = delete;
    CrashVfs& operator=(const CrashVfs&) = delete;
    ~CrashVfs();

    [[nodiscard]] const std::string& name() const { return name_; }

    // Each un-synced write is kept (1/2), dropped (1/4) or torn by sectors (1/4).
    void power_loss();
    // The process is killed: its calls fail from here on, and the system keeps what it wrote.
    void process_dies() { is_dead_ = true; }
    // Power or the process is back. REQUIRES: all files were closed.
    void revive();
    // Plans a fault for the `acts`-th act from now: a write, truncation, sync or deletion.
    void plan(DiskFault fault, std::uint64_t acts);
    void heal();

    [[nodiscard]] std::uint64_t acts() const { return acts_; }
    [[nodiscard]] bool is_dead() const { return is_dead_; }
    // Whether anything that was written is not synced yet.
    [[nodiscard]] bool has_unsynced() const;
    [[nodiscard]] bool has_unsynced(const std::string& name) const;
    // How long a file is; 0 when there is none.
    [[nodiscard]] std::size_t bytes_of(const std::string& name) const;
    // All bytes of all files, for looking whether a text is anywhere.
    [[nodiscard]] std::string all_bytes() const;

private:
    struct Write {
        std::size_t offset = 0;
        std::string bytes;
        bool is_truncation = false;  // to `offset` bytes
    };
    struct File {
        std::string seen;     // what reads give
        std::string durable;  // what is on the disk for sure
        std::vector<Write> pending;
    };
    struct Handle {
        sqlite3_file base;
        CrashVfs* vfs;
        File* file;
    };
    enum class Act : std::uint8_t {
        write,
        sync,
        other,
    };
    static constexpr std::size_t sector_bytes = 512;

    static Handle& handle_of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
    static CrashVfs& self_of(sqlite3_vfs* vfs) { return *static_cast<CrashVfs*>(vfs->pAppData); }
    static const sqlite3_io_methods& methods();
    static void apply(std::string& image, const Write& write);
    void apply_torn(std::string& image, const Write& write);
    // The error that this act meets, or SQLITE_OK.
    int meet(Act act, File* file);

    static int open(sqlite3_vfs*, const char* name, sqlite3_file*, int flags, int* out_flags);
    static int remove(sqlite3_vfs*, const char* name, int);
    static int access(sqlite3_vfs*, const char* name, int, int* result);
    static int full_path(sqlite3_vfs*, const char* name, int size, char* out);
    static int randomness(sqlite3_vfs*, int size, char* out);
    static int read(sqlite3_file*, void* out, int size, sqlite3_int64 offset);
    static int write(sqlite3_file*, const void* bytes, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file*, sqlite3_int64 size);
    static int sync(sqlite3_file*, int flags);
    static int size(sqlite3_file*, sqlite3_int64* out);

    std::string name_;
    Random random_;
    sqlite3_vfs vfs_{};
    std::map<std::string, File> files_;
    bool is_dead_ = false;
    bool is_full_ = false;
    std::uint64_t acts_ = 0;
    struct Plan {
        DiskFault fault;
        std::uint64_t at;
    };
    std::optional<Plan> plan_;
};

}  // namespace antre::storage
