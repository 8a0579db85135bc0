#include "storage/sqlite/key_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foundation/text.h"
#include "storage/file.h"
#include "storage/journal.h"

namespace antre::storage {

namespace {

std::string because(const std::string& path, const char* what) {
    return "key file " + path + ": " + what + ": " + std::strerror(errno);
}

}  // namespace

Result<SecretKey, std::string> read_key_file(const std::string& path) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return fail(because(path, "cannot be read"));
    std::array<char, 256> text{};
    const ssize_t count = ::read(file.number(), text.data(), text.size());
    if (count < 0) return fail(because(path, "cannot be read"));
    const auto bytes = bytes_of_hex(trim({text.data(), static_cast<std::size_t>(count)}));
    OPENSSL_cleanse(text.data(), text.size());
    SecretKey key;
    if (!bytes || bytes->size() != key.bytes.size()) {
        return fail("key file " + path + ": is not 64 hexadecimal digits");
    }
    std::memcpy(key.bytes.data(), bytes->data(), key.bytes.size());
    return key;
}

Result<SecretKey, std::string>
read_or_make_key_file(const std::string& path, const Randomness& randomness) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file && errno == EEXIST) return read_key_file(path);
    if (!file) return fail(because(path, "cannot be made"));
    SecretKey key;
    randomness(key.bytes);
    const std::string text = hex_of(key.bytes) + "\n";
    const bool is_written =
        ::write(file.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file.number()) == 0 && sync_folder_of(path);
    if (!is_written) {
        const std::string why = because(path, "cannot be written");
        ::unlink(path.c_str());
        return fail(why);
    }
    return key;
}

}  // namespace antre::storage
