#pragma once

// What the checks found wrong. Invariants are named I1 to I17 as docs/simulation.md lists them.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "foundation/time.h"
#include "simulation/limits.h"

namespace antre::simulation {

struct Violation {
    std::string invariant;  // "I2"
    Instant at;
    std::string what;  // ours, with ids only
};

class Verdict {
public:
    void now(Instant at) { at_ = at; }
    void broken(const std::string& invariant, std::string what) {
        ++counts_[invariant];
        if (violations_.size() < violations_kept) {
            violations_.push_back({invariant, at_, std::move(what)});
        }
    }
    // One look at an invariant, whatever came of it.
    void looked(const std::string& invariant) { ++looks_[invariant]; }

    [[nodiscard]] bool is_clean() const { return counts_.empty(); }
    [[nodiscard]] const std::vector<Violation>& violations() const { return violations_; }
    [[nodiscard]] const std::map<std::string, std::uint64_t>& counts() const { return counts_; }
    [[nodiscard]] const std::map<std::string, std::uint64_t>& looks() const { return looks_; }

private:
    Instant at_;
    std::vector<Violation> violations_;
    std::map<std::string, std::uint64_t> counts_;
    std::map<std::string, std::uint64_t> looks_;
};

}  // namespace antre::simulation
