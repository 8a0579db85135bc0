#include "storage/sqlite/lock_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "foundation/text.h"

namespace antre::storage {

Result<LockFile, std::string> LockFile::hold(const std::string& database) {
    const std::string path = database + ".lock";
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file) return fail("lock file " + path + " cannot be opened: " + std::strerror(errno));
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        std::array<char, 32> pid{};
        const ssize_t count = ::read(file.number(), pid.data(), pid.size());
        const std::string_view text(pid.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
        return fail(
            "the store " + database + " is in use by process " + std::string(trim(text)) +
            ": stop it first"
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
