#include "storage/sqlite/crash_vfs.h"

#include <algorithm>
#include <cstring>

#include "foundation/assert.h"

namespace antre::storage {

CrashVfs::CrashVfs(std::string name, std::uint64_t seed)
    : name_(std::move(name))
    , random_(seed) {
    vfs_.iVersion = 1;
    vfs_.szOsFile = sizeof(Handle);
    vfs_.mxPathname = 256;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.xOpen = &open;
    vfs_.xDelete = &remove;
    vfs_.xAccess = &access;
    vfs_.xFullPathname = &full_path;
    vfs_.xRandomness = &randomness;
    vfs_.xSleep = [](sqlite3_vfs*, int) { return 0; };
    vfs_.xCurrentTime = [](sqlite3_vfs*, double* days) {
        *days = 2461369.5;  // 2026-11-24: no clock in a simulated world
        return SQLITE_OK;
    };
    vfs_.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
    ASSERT(sqlite3_vfs_register(&vfs_, 0) == SQLITE_OK);
}

CrashVfs::~CrashVfs() {
    sqlite3_vfs_unregister(&vfs_);
}

const sqlite3_io_methods& CrashVfs::methods() {
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods methods{};
        methods.iVersion = 1;
        methods.xClose = [](sqlite3_file*) { return SQLITE_OK; };
        methods.xRead = &read;
        methods.xWrite = &write;
        methods.xTruncate = &truncate;
        methods.xSync = &sync;
        methods.xFileSize = &size;
        methods.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
        methods.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
        methods.xCheckReservedLock = [](sqlite3_file*, int* is_held) {
            *is_held = 0;
            return SQLITE_OK;
        };
        methods.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
        methods.xSectorSize = [](sqlite3_file*) { return static_cast<int>(sector_bytes); };
        // As on Linux: a write that is torn leaves the bytes beside it alone.
        methods.xDeviceCharacteristics = [](sqlite3_file*) {
            return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
        };
        return methods;
    }();
    return all;
}

// ---- faults
// --------------------------------------------------------------------------------------

void CrashVfs::apply(std::string& image, const Write& write) {
    if (write.is_truncation) {
        image.resize(write.offset);
        return;
    }
    if (image.size() < write.offset + write.bytes.size()) {
        image.resize(write.offset + write.bytes.size());
    }
    std::ranges::copy(write.bytes, image.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

void CrashVfs::apply_torn(std::string& image, const Write& write) {
    for (std::size_t at = 0; at < write.bytes.size();) {
        const std::size_t to_boundary = sector_bytes - (write.offset + at) % sector_bytes;
        const std::size_t length = std::min(to_boundary, write.bytes.size() - at);
        if (random_.one_in(2)) {
            apply(image, {write.offset + at, write.bytes.substr(at, length), false});
        }
        at += length;
    }
}

void CrashVfs::power_loss() {
    for (auto& [name, file] : files_) {
        for (const Write& write : file.pending) {
            const std::uint64_t fate = random_.below(4);
            if (fate < 2) apply(file.durable, write);
            if (fate == 2 && !write.is_truncation) apply_torn(file.durable, write);
        }
        file.pending.clear();
        file.seen = file.durable;
    }
    is_dead_ = true;
    plan_.reset();
}

void CrashVfs::revive() {
    is_dead_ = false;
}

void CrashVfs::plan(DiskFault fault, std::uint64_t acts) {
    plan_ = Plan{fault, acts_ + acts};
}

void CrashVfs::heal() {
    plan_.reset();
    is_full_ = false;
}

int CrashVfs::meet(Act act, File* file) {
    if (is_dead_) return act == Act::sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
    ++acts_;
    if (plan_ && acts_ >= plan_->at) {
        switch (plan_->fault) {
        case DiskFault::power_loss: power_loss(); return SQLITE_IOERR_WRITE;
        case DiskFault::disk_full: is_full_ = true; break;
        case DiskFault::write_error:
            if (act != Act::write) break;
            plan_.reset();
            return SQLITE_IOERR_WRITE;
        case DiskFault::sync_error:
            if (act != Act::sync) break;
            plan_.reset();
            file->pending.clear();
            return SQLITE_IOERR_FSYNC;
        }
    }
    return is_full_ && act == Act::write ? SQLITE_FULL : SQLITE_OK;
}

bool CrashVfs::has_unsynced() const {
    return std::ranges::any_of(files_, [](const auto& each) {
        return !each.second.pending.empty();
    });
}

bool CrashVfs::has_unsynced(const std::string& name) const {
    const auto found = files_.find(name);
    return found != files_.end() && !found->second.pending.empty();
}

std::size_t CrashVfs::bytes_of(const std::string& name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? 0 : found->second.seen.size();
}

std::string CrashVfs::all_bytes() const {
    std::string bytes;
    for (const auto& [name, file] : files_)
        bytes += file.seen;
    return bytes;
}

// ---- what SQLite calls -----------------------------------------------------------------------

int CrashVfs::open(
    sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags
) {
    CrashVfs& self = self_of(vfs);
    Handle& handle = handle_of(file);
    handle.base.pMethods = nullptr;
    if (self.is_dead_) return SQLITE_CANTOPEN;
    const std::string path = name != nullptr ? name : "(temporary)";
    if (!self.files_.contains(path) && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    handle.base.pMethods = &methods();
    handle.vfs = &self;
    handle.file = &self.files_[path];
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int CrashVfs::remove(sqlite3_vfs* vfs, const char* name, int) {
    CrashVfs& self = self_of(vfs);
    const int met = self.meet(Act::other, nullptr);
    if (met != SQLITE_OK) return SQLITE_IOERR_DELETE;
    self.files_.erase(name);
    return SQLITE_OK;
}

int CrashVfs::access(sqlite3_vfs* vfs, const char* name, int, int* result) {
    const CrashVfs& self = self_of(vfs);
    const auto found = self.files_.find(name);
    *result = found != self.files_.end() && !found->second.seen.empty() ? 1 : 0;
    return SQLITE_OK;
}

int CrashVfs::full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int CrashVfs::randomness(sqlite3_vfs* vfs, int size, char* out) {
    CrashVfs& self = self_of(vfs);
    for (int i = 0; i < size; ++i)
        out[i] = static_cast<char>(self.random_.next());
    return size;
}

int CrashVfs::read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    const Handle& handle = handle_of(file);
    if (handle.vfs->is_dead_) return SQLITE_IOERR_READ;
    const std::string& image = handle.file->seen;
    const std::size_t from = std::min(image.size(), static_cast<std::size_t>(offset));
    const std::size_t count = std::min(image.size() - from, static_cast<std::size_t>(size));
    std::memset(out, 0, static_cast<std::size_t>(size));
    std::memcpy(out, image.data() + from, count);
    return count == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int CrashVfs::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const Handle& handle = handle_of(file);
    const int met = handle.vfs->meet(Act::write, handle.file);
    if (met != SQLITE_OK) return met;
    Write write{
        static_cast<std::size_t>(offset),
        std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)),
        false};
    apply(handle.file->seen, write);
    handle.file->pending.push_back(std::move(write));
    return SQLITE_OK;
}

int CrashVfs::truncate(sqlite3_file* file, sqlite3_int64 size) {
    const Handle& handle = handle_of(file);
    const int met = handle.vfs->meet(Act::other, handle.file);
    if (met != SQLITE_OK) return SQLITE_IOERR_TRUNCATE;
    Write write{static_cast<std::size_t>(size), {}, true};
    apply(handle.file->seen, write);
    handle.file->pending.push_back(std::move(write));
    return SQLITE_OK;
}

int CrashVfs::sync(sqlite3_file* file, int) {
    const Handle& handle = handle_of(file);
    const int met = handle.vfs->meet(Act::sync, handle.file);
    if (met != SQLITE_OK) return SQLITE_IOERR_FSYNC;
    for (const Write& write : handle.file->pending)
        apply(handle.file->durable, write);
    handle.file->pending.clear();
    return SQLITE_OK;
}

int CrashVfs::size(sqlite3_file* file, sqlite3_int64* out) {
    const Handle& handle = handle_of(file);
    if (handle.vfs->is_dead_) return SQLITE_IOERR_FSTAT;
    *out = static_cast<sqlite3_int64>(handle.file->seen.size());
    return SQLITE_OK;
}

}  // namespace antre::storage
