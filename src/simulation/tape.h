#pragma once

// The tape takes down everything that leaves the simulated server, in order. Two runs are the same
// if their tapes have the same digest.

#include <memory>
#include <string>
#include <string_view>

namespace antre::simulation {

class Tape {
public:
    Tape();
    ~Tape();
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

    void note(std::string_view what);
    // SHA-256 of all notes so far, as hexadecimal digits.
    [[nodiscard]] std::string digest() const;

private:
    struct Hash;
    std::unique_ptr<Hash> hash_;
};

}  // namespace antre::simulation
