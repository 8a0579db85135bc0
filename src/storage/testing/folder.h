#pragma once

// A folder of its own for a test, gone when the test ends.

#include <filesystem>
#include <stdlib.h>
#include <string>

#include "foundation/assert.h"

namespace antre::storage::testing {

class Folder {
public:
    Folder() { ASSERT(::mkdtemp(path_.data()) != nullptr); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_ = "/tmp/antre-test-XXXXXX";
};

}  // namespace antre::storage::testing
