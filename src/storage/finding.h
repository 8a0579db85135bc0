#pragma once

// What `antre doctor` tells about the store: one line a check, and how to mend what is wrong.

#include <string>

namespace antre::storage {

struct Finding {
    std::string check;  // "single_writer"
    bool is_ok = true;
    std::string detail;  // what was seen
    std::string cure;    // what to do; empty when all is well
};

}  // namespace antre::storage
