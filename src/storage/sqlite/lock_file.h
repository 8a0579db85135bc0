#pragma once

// The lock that lets one process only have a store open. It is a file beside the database, held
// with flock: the system frees it when the process ends, however it ends. It names the holder.

#include <string>

#include "foundation/result.h"
#include "storage/file.h"

namespace antre::storage {

class LockFile {
public:
    // The error names the process that has the store open.
    static Result<LockFile, std::string> hold(const std::string& database);

    // The process that has the store open; empty when none has.
    static std::string holder_of(const std::string& database);

private:
    explicit LockFile(OpenFile file)
        : file_(std::move(file)) {}
    OpenFile file_;
};

}  // namespace antre::storage
