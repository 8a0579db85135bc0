#include "storage/file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "storage/journal.h"

namespace antre::storage {

OpenFile::~OpenFile() {
    if (number_ >= 0) ::close(number_);
}

bool sync_folder_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return file && ::fsync(file.number()) == 0;
}

bool sync_file(const std::string& path) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return file && ::fsync(file.number()) == 0;
}

bool exists(const std::string& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0;
}

Result<std::string, std::string> sha256_of_file(const std::string& path) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return fail(path + " cannot be read: " + std::strerror(errno));
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(
        EVP_MD_CTX_new(), &EVP_MD_CTX_free
    );
    EVP_DigestInit_ex2(digest.get(), EVP_sha256(), nullptr);
    std::vector<unsigned char> chunk(1u << 18);
    for (;;) {
        const ssize_t count = ::read(file.number(), chunk.data(), chunk.size());
        if (count < 0) return fail(path + " cannot be read: " + std::strerror(errno));
        if (count == 0) break;
        EVP_DigestUpdate(digest.get(), chunk.data(), static_cast<std::size_t>(count));
    }
    std::array<std::uint8_t, 32> hash{};
    EVP_DigestFinal_ex(digest.get(), hash.data(), nullptr);
    return hex_of(hash);
}

}  // namespace antre::storage
