#include "storage/sqlite/lock_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "foundation/text.h"

namespace antre::storage {

namespace {

std::string pid_in(const OpenFile& file) {
    std::array<char, 32> pid{};
    const ssize_t count = ::pread(file.number(), pid.data(), pid.size(), 0);
    return std::string(trim({pid.data(), count > 0 ? static_cast<std::size_t>(count) : 0}));
}

}  // namespace

std::string LockFile::holder_of(const std::string& database) {
    const OpenFile file(::open((database + ".lock").c_str(), O_RDWR | O_CLOEXEC));
    if (!file || ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return {};
    return pid_in(file);
}

Result<LockFile, std::string> LockFile::hold(const std::string& database) {
    const std::string path = database + ".lock";
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file) return fail("lock file " + path + " cannot be opened: " + std::strerror(errno));
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        return fail(
            "the store " + database + " is in use by process " + pid_in(file) + ": stop it first"
        );
    }
    const std::string pid = std::to_string(::getpid()) + "\n";
    if (::ftruncate(file.number(), 0) != 0 ||
        ::pwrite(file.number(), pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
        return fail("lock file " + path + " cannot be written: " + std::strerror(errno));
    }
    return LockFile(std::move(file));
}

}  // namespace antre::storage
