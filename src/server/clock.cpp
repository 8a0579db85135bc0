#include "server/clock.h"

#include <array>
#include <chrono>
#include <cstring>
#include <sys/random.h>

#include "foundation/assert.h"

namespace antre::server {

Instant now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

Chance draw_chance() {
    thread_local std::array<std::uint8_t, 256> block{};  // what getrandom gives without a signal
    thread_local std::size_t used = block.size();
    if (used == block.size()) {
        const auto got = getrandom(block.data(), block.size(), 0);
        ASSERT(got == static_cast<ssize_t>(block.size()));
        used = 0;
    }
    Chance chance{};
    std::memcpy(chance.data(), block.data() + used, chance.size());
    used += chance.size();
    return chance;
}

}  // namespace antre::server
