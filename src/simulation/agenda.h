#pragma once

// The agenda is what is to happen, in order of time; at the same time, in the order it was put in.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "foundation/time.h"

namespace antre::simulation {

class Agenda {
public:
    using Act = std::function<void()>;

    void at(Instant when, Act act) { acts_.emplace(std::pair{when, ++last_}, std::move(act)); }
    [[nodiscard]] std::optional<Instant> next() const {
        if (acts_.empty()) return std::nullopt;
        return acts_.begin()->first.first;
    }
    // Does everything due at `now`, also what is put in meanwhile.
    void run(Instant now) {
        while (!acts_.empty() && acts_.begin()->first.first <= now) {
            const Act act = std::move(acts_.begin()->second);
            acts_.erase(acts_.begin());
            act();
        }
    }
    void clear() { acts_.clear(); }

private:
    std::map<std::pair<Instant, std::uint64_t>, Act> acts_;
    std::uint64_t last_ = 0;
};

}  // namespace antre::simulation
