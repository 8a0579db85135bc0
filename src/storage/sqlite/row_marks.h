#pragma once

// RowMarks answers "which row may have this key?" without reading: eight bytes a row in memory
// instead of an index in the file. Keys fall everywhere, so an index of them would change a page of
// the log for nearly every key; the rows themselves are put one after another. What it names must
// be read to be sure; what it does not name is certainly not there.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace antre::storage {

class RowMarks {
public:
    RowMarks();

    // `hash` must be spread evenly; of it 32 bits are kept, and the same number of a row's id.
    // REQUIRES: row is not 0. The same pair twice is kept once.
    void add(std::uint64_t hash, std::uint32_t row);
    void drop(std::uint64_t hash, std::uint32_t row);
    // True as soon as `is_it` says so for a row that may have the key.
    template <class Question>
    bool any(std::uint64_t hash, Question is_it) const {
        const std::uint32_t mark = mark_of(hash);
        for (std::size_t at = home_of(mark); slots_[at].row != 0; at = next(at)) {
            if (slots_[at].mark == mark && is_it(slots_[at].row)) return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Slot {
        std::uint32_t mark = 0;
        std::uint32_t row = 0;  // 0: free
    };
    static std::uint32_t mark_of(std::uint64_t hash) {
        return static_cast<std::uint32_t>(hash >> 32);
    }
    [[nodiscard]] std::size_t home_of(std::uint32_t mark) const { return mark >> shift_; }
    [[nodiscard]] std::size_t next(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    void put(Slot slot);
    void grow();

    std::vector<Slot> slots_;  // a power of two; a key's slots follow its home without a gap
    unsigned shift_;
    std::size_t size_ = 0;
};

}  // namespace antre::storage
