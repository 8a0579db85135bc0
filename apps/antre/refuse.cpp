#include <cstdio>

#include "antre/commands.h"

namespace antre::app {

int refuse(std::string_view line) {
    std::fprintf(stderr, "antre: %.*s\n", static_cast<int>(line.size()), line.data());
    return failed;
}

}  // namespace antre::app
