#pragma once

// An open file that closes itself, and the few acts on files that the store's own files need.

#include <string>

#include "foundation/result.h"

namespace antre::storage {

class OpenFile {
public:
    explicit OpenFile(int number)
        : number_(number) {}
    OpenFile(OpenFile&& other) noexcept
        : number_(other.number_) {
        other.number_ = -1;
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile();

    explicit operator bool() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

// Makes the names in the file's folder durable.
[[nodiscard]] bool sync_folder_of(const std::string& path);
[[nodiscard]] bool sync_file(const std::string& path);
[[nodiscard]] bool exists(const std::string& path);
// SHA-256 of a file's bytes as hexadecimal text. The error is one line for the operator.
Result<std::string, std::string> sha256_of_file(const std::string& path);

}  // namespace antre::storage
