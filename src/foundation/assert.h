#pragma once

// ASSERT states what must be true if our own code is right. It stays on in every build and ends the
// process: a defect must not go on to write. Never used on input.

#include <cstdio>
#include <cstdlib>

namespace antre {

[[noreturn]] inline void defect(const char* what, const char* file, int line) {
    std::fprintf(stderr, "defect: %s at %s:%d\n", what, file, line);
    std::abort();
}

}  // namespace antre

#define ASSERT(condition)                                                                          \
    (static_cast<bool>(condition) ? void(0) : ::antre::defect(#condition, __FILE__, __LINE__))
