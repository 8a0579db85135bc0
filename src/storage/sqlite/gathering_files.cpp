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

// Whoever begins the log anew first locks out all readers of the log: these places of the shared
// memory, as SQLite's file format documents them (WAL_READ_LOCK(1) to the last).
constexpr int first_log_reader = 4;
constexpr int log_readers = 4;

}  // namespace

GatheringFiles::GatheringFiles(const std::string& base)
    : layer_(base.empty() ? LateSync::Runs::beside : LateSync::Runs::when_asked) {
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
    layer_.seen.szOsFile = aligned(sizeof(File)) + found->szOsFile;
    layer_.seen.xOpen = &open;
    ASSERT(sqlite3_vfs_register(&layer_.seen, 0) == SQLITE_OK);
}

GatheringFiles::~GatheringFiles() {
    sqlite3_vfs_unregister(&layer_.seen);
}

// What both kinds of file leave to the base.
sqlite3_io_methods GatheringFiles::passing_on() {
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xClose = &close;
    methods.xRead = [](sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
        return file_of(file).base->pMethods->xRead(file_of(file).base, out, size, offset);
    };
    methods.xFileSize = [](sqlite3_file* file, sqlite3_int64* out) {
        return file_of(file).base->pMethods->xFileSize(file_of(file).base, out);
    };
    methods.xLock = [](sqlite3_file* file, int lock) {
        return file_of(file).base->pMethods->xLock(file_of(file).base, lock);
    };
    methods.xUnlock = [](sqlite3_file* file, int lock) {
        return file_of(file).base->pMethods->xUnlock(file_of(file).base, lock);
    };
    methods.xCheckReservedLock = [](sqlite3_file* file, int* out) {
        return file_of(file).base->pMethods->xCheckReservedLock(file_of(file).base, out);
    };
    methods.xFileControl = [](sqlite3_file* file, int act, void* argument) {
        return file_of(file).base->pMethods->xFileControl(file_of(file).base, act, argument);
    };
    methods.xSectorSize = [](sqlite3_file* file) {
        return file_of(file).base->pMethods->xSectorSize(file_of(file).base);
    };
    methods.xDeviceCharacteristics = [](sqlite3_file* file) {
        return file_of(file).base->pMethods->xDeviceCharacteristics(file_of(file).base);
    };
    return methods;
}

// A log is neither mapped nor shared memory.
sqlite3_io_methods GatheringFiles::log_methods() {
    sqlite3_io_methods methods = passing_on();
    methods.xWrite = &write_log;
    methods.xTruncate = &truncate_log;
    methods.xSync = &sync_log;
    methods.xRead = [](sqlite3_file* seen, void* out, int size, sqlite3_int64 offset) {
        File& log = file_of(seen);
        if (const int code = flush(log); code != SQLITE_OK) return code;
        return log.base->pMethods->xRead(log.base, out, size, offset);
    };
    methods.xFileSize = [](sqlite3_file* seen, sqlite3_int64* out) {
        File& log = file_of(seen);
        if (const int code = flush(log); code != SQLITE_OK) return code;
        return log.base->pMethods->xFileSize(log.base, out);
    };
    return methods;
}

// Version 2 has shared memory; 3 would have mapped pages, which we never use.
sqlite3_io_methods GatheringFiles::database_methods(int version) {
    sqlite3_io_methods methods = passing_on();
    methods.xWrite = &write_database;
    methods.xTruncate = &truncate_database;
    methods.xSync = &sync_database;
    if (version < 2) return methods;
    methods.iVersion = 2;
    methods.xShmLock = &lock_shared_memory;
    methods.xShmMap = [](sqlite3_file* file, int page, int size, int extend, void volatile** out) {
        sqlite3_file* base = file_of(file).base;
        return base->pMethods->xShmMap(base, page, size, extend, out);
    };
    methods.xShmBarrier = [](sqlite3_file* file) {
        file_of(file).base->pMethods->xShmBarrier(file_of(file).base);
    };
    methods.xShmUnmap = [](sqlite3_file* file, int is_removed) {
        return file_of(file).base->pMethods->xShmUnmap(file_of(file).base, is_removed);
    };
    return methods;
}

// ---- both -------------------------------------------------------------------------------------

int GatheringFiles::open(
    sqlite3_vfs* vfs, const char* path, sqlite3_file* seen, int flags, int* out_flags
) {
    auto* const layer = reinterpret_cast<Layer*>(vfs);
    sqlite3_vfs* base = layer->base;
    const bool is_log = (flags & SQLITE_OPEN_WAL) != 0;
    if (!is_log && (flags & SQLITE_OPEN_MAIN_DB) == 0) {
        return base->xOpen(base, path, seen, flags, out_flags);
    }
    static const sqlite3_io_methods of_log = log_methods();
    static const sqlite3_io_methods of_database = database_methods(1);
    static const sqlite3_io_methods of_shared_database = database_methods(2);
    seen->pMethods = nullptr;  // SQLite closes what has some
    auto* const behind =
        reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(seen) + aligned(sizeof(File)));
    char* gathered = nullptr;
    if (is_log) {
        gathered = static_cast<char*>(sqlite3_malloc(log_gathered_bytes_max));
        if (gathered == nullptr) return SQLITE_NOMEM;
    }
    const int code = base->xOpen(base, path, behind, flags, out_flags);
    if (code != SQLITE_OK) {
        if (behind->pMethods != nullptr) behind->pMethods->xClose(behind);
        sqlite3_free(gathered);
        return code;
    }
    const bool is_shared = behind->pMethods->iVersion >= 2;
    File& file = file_of(seen);
    file = {{}, behind, layer, gathered, 0, 0, false, true};
    file.seen.pMethods = is_log ? &of_log : is_shared ? &of_shared_database : &of_database;
    return SQLITE_OK;
}

// What of a log was never synced was never committed; what of a database was not, the log has.
int GatheringFiles::close(sqlite3_file* seen) {
    File& file = file_of(seen);
    if (file.gathered == nullptr) {
        file.layer->late.settle();
    } else {
        file.layer->log.settle();
    }
    sqlite3_free(file.gathered);
    return file.base->pMethods->xClose(file.base);
}

// ---- the log ----------------------------------------------------------------------------------

// What could not be written is forgotten: SQLite is told, and takes the transaction back.
int GatheringFiles::flush(File& log) {
    const auto size = static_cast<int>(std::exchange(log.bytes, 0));
    if (size == 0) return SQLITE_OK;
    return log.base->pMethods->xWrite(log.base, log.gathered, size, log.begin);
}

int GatheringFiles::write_log(
    sqlite3_file* seen, const void* bytes, int size, sqlite3_int64 offset
) {
    File& log = file_of(seen);
    // At its front it is begun anew: what was in it must be in the database for sure.
    if (offset == 0) {
        if (const int code = log.layer->late.settle(); code != SQLITE_OK) return code;
        log.is_new = true;
    }
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
    log.is_synced = false;
    return SQLITE_OK;
}

int GatheringFiles::truncate_log(sqlite3_file* seen, sqlite3_int64 size) {
    File& log = file_of(seen);
    if (const int code = log.layer->late.settle(); code != SQLITE_OK) return code;
    if (const int code = log.layer->log.settle(); code != SQLITE_OK) return code;
    if (const int code = flush(log); code != SQLITE_OK) return code;
    log.is_synced = false;
    return log.base->pMethods->xTruncate(log.base, size);
}

// A checkpoint asks for it again, though every commit did. The first page of a log begun anew must
// be on the disk before what follows it: SQLite syncs it by itself, and so do we, at once.
int GatheringFiles::sync_log(sqlite3_file* seen, int flags) {
    File& log = file_of(seen);
    Layer& layer = *log.layer;
    const bool is_late = layer.is_log_late && !log.is_new;
    if (is_late && log.is_synced) return SQLITE_OK;
    if (const int code = flush(log); code != SQLITE_OK) return code;
    if (is_late) {
        log.is_synced = true;
        return layer.log.ask(log.base, flags);
    }
    if (const int code = layer.log.settle(); code != SQLITE_OK) return code;
    if (log.is_synced) return SQLITE_OK;
    const int code = log.base->pMethods->xSync(log.base, flags);
    log.is_synced = code == SQLITE_OK;
    if (log.is_synced) log.is_new = false;
    return code;
}

// ---- the database -----------------------------------------------------------------------------

// While a late sync has it, nobody else writes it.
int GatheringFiles::write_database(
    sqlite3_file* seen, const void* bytes, int size, sqlite3_int64 offset
) {
    const File& file = file_of(seen);
    if (const int code = file.layer->late.settle(); code != SQLITE_OK) return code;
    return file.base->pMethods->xWrite(file.base, bytes, size, offset);
}

int GatheringFiles::truncate_database(sqlite3_file* seen, sqlite3_int64 size) {
    const File& file = file_of(seen);
    if (const int code = file.layer->late.settle(); code != SQLITE_OK) return code;
    return file.base->pMethods->xTruncate(file.base, size);
}

int GatheringFiles::sync_database(sqlite3_file* seen, int flags) {
    const File& file = file_of(seen);
    if (const int code = file.layer->late.settle(); code != SQLITE_OK) return code;
    if (!file.layer->is_late) return file.base->pMethods->xSync(file.base, flags);
    file.layer->late.start(file.base, flags);
    return SQLITE_OK;
}

// SQLite thinks that all of the log is in the database. As long as a late sync is under way, the
// log looks as if somebody read it: SQLite then writes on behind it instead of waiting for us.
int GatheringFiles::lock_shared_memory(sqlite3_file* seen, int first, int count, int flags) {
    const File& file = file_of(seen);
    const bool begins_anew = first == first_log_reader && count == log_readers &&
                             flags == (SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE);
    if (begins_anew && file.layer->late.is_under_way()) return SQLITE_BUSY;
    return file.base->pMethods->xShmLock(file.base, first, count, flags);
}

}  // namespace antre::storage
