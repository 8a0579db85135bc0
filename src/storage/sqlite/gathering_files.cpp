#include "storage/sqlite/gathering_files.h"

#include <cstddef>
#include <cstring>
#include <utility>

#include "foundation/assert.h"
#include "storage/limits.h"

namespace antre::storage {

namespace {

// Room for a file structure keeps the alignment that SQLite promises.
constexpr int aligned(std::size_t size) {
    return static_cast<int>(
        (size + alignof(std::max_align_t) - 1) & ~(alignof(std::max_align_t) - 1)
    );
}

}  // namespace

GatheringFiles::GatheringFiles(const std::string& base) {
    sqlite3_vfs* found = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
    ASSERT(found != nullptr);
    // Unique among the stores that are open.
    name_ = std::string(found->zName) + " gathering " +
            std::to_string(reinterpret_cast<std::uintptr_t>(this));
    // All but opening is the base's own: its functions find what is theirs in `pAppData`.
    layer_.base = found;
    layer_.seen = *found;
    layer_.seen.pNext = nullptr;
    layer_.seen.zName = name_.c_str();
    layer_.seen.szOsFile = aligned(sizeof(Log)) + found->szOsFile;
    layer_.seen.xOpen = &open;
    ASSERT(sqlite3_vfs_register(&layer_.seen, 0) == SQLITE_OK);
}

GatheringFiles::~GatheringFiles() {
    sqlite3_vfs_unregister(&layer_.seen);
}

const sqlite3_io_methods& GatheringFiles::methods() {
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods methods{};
        methods.iVersion = 1;  // a log is neither mapped nor shared memory
        methods.xClose = &close;
        methods.xWrite = &write;
        methods.xRead = [](sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
            Log& log = log_of(file);
            if (const int code = flush(log); code != SQLITE_OK) return code;
            return log.base->pMethods->xRead(log.base, out, size, offset);
        };
        methods.xTruncate = [](sqlite3_file* file, sqlite3_int64 size) {
            Log& log = log_of(file);
            if (const int code = flush(log); code != SQLITE_OK) return code;
            return log.base->pMethods->xTruncate(log.base, size);
        };
        methods.xSync = [](sqlite3_file* file, int flags) {
            Log& log = log_of(file);
            if (const int code = flush(log); code != SQLITE_OK) return code;
            return log.base->pMethods->xSync(log.base, flags);
        };
        methods.xFileSize = [](sqlite3_file* file, sqlite3_int64* out) {
            Log& log = log_of(file);
            if (const int code = flush(log); code != SQLITE_OK) return code;
            return log.base->pMethods->xFileSize(log.base, out);
        };
        methods.xLock = [](sqlite3_file* file, int lock) {
            return log_of(file).base->pMethods->xLock(log_of(file).base, lock);
        };
        methods.xUnlock = [](sqlite3_file* file, int lock) {
            return log_of(file).base->pMethods->xUnlock(log_of(file).base, lock);
        };
        methods.xCheckReservedLock = [](sqlite3_file* file, int* out) {
            return log_of(file).base->pMethods->xCheckReservedLock(log_of(file).base, out);
        };
        methods.xFileControl = [](sqlite3_file* file, int act, void* argument) {
            return log_of(file).base->pMethods->xFileControl(log_of(file).base, act, argument);
        };
        methods.xSectorSize = [](sqlite3_file* file) {
            return log_of(file).base->pMethods->xSectorSize(log_of(file).base);
        };
        methods.xDeviceCharacteristics = [](sqlite3_file* file) {
            return log_of(file).base->pMethods->xDeviceCharacteristics(log_of(file).base);
        };
        return methods;
    }();
    return all;
}

// What could not be written is forgotten: SQLite is told, and takes the transaction back.
int GatheringFiles::flush(Log& log) {
    const auto size = static_cast<int>(std::exchange(log.bytes, 0));
    if (size == 0) return SQLITE_OK;
    return log.base->pMethods->xWrite(log.base, log.gathered, size, log.begin);
}

int GatheringFiles::open(
    sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags
) {
    sqlite3_vfs* base = reinterpret_cast<Layer*>(vfs)->base;
    if ((flags & SQLITE_OPEN_WAL) == 0) return base->xOpen(base, path, file, flags, out_flags);
    file->pMethods = nullptr;  // SQLite closes what has some
    auto* const gathered = static_cast<char*>(sqlite3_malloc(log_gathered_bytes_max));
    if (gathered == nullptr) return SQLITE_NOMEM;
    auto* const behind =
        reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + aligned(sizeof(Log)));
    const int code = base->xOpen(base, path, behind, flags, out_flags);
    if (code != SQLITE_OK) {
        if (behind->pMethods != nullptr) behind->pMethods->xClose(behind);
        sqlite3_free(gathered);
        return code;
    }
    Log& log = log_of(file);
    log.base = behind;
    log.gathered = gathered;
    log.bytes = 0;
    log.begin = 0;
    log.seen.pMethods = &methods();
    return SQLITE_OK;
}

// What was never synced was never committed.
int GatheringFiles::close(sqlite3_file* file) {
    Log& log = log_of(file);
    sqlite3_free(log.gathered);
    return log.base->pMethods->xClose(log.base);
}

int GatheringFiles::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    Log& log = log_of(file);
    const auto length = static_cast<std::size_t>(size);
    ASSERT(length <= log_gathered_bytes_max);  // a page and less
    const bool follows = offset == log.begin + static_cast<sqlite3_int64>(log.bytes) &&
                         log.bytes + length <= log_gathered_bytes_max;
    if (!follows) {
        if (const int code = flush(log); code != SQLITE_OK) return code;
        log.begin = offset;
    }
    std::memcpy(log.gathered + log.bytes, bytes, length);
    log.bytes += length;
    return SQLITE_OK;
}

}  // namespace antre::storage
