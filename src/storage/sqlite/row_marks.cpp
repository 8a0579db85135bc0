#include "storage/sqlite/row_marks.h"

#include <utility>

#include "foundation/assert.h"
#include "storage/limits.h"

namespace antre::storage {

RowMarks::RowMarks()
    : slots_(std::size_t{1} << row_marks_bits_min)
    , shift_(32 - row_marks_bits_min) {}

void RowMarks::put(Slot slot) {
    std::size_t at = home_of(slot.mark);
    while (slots_[at].row != 0)
        at = next(at);
    slots_[at] = slot;
}

void RowMarks::add(std::uint64_t hash, std::uint32_t row) {
    ASSERT(row != 0);
    if (any(hash, [&](std::uint32_t kept) { return kept == row; })) return;
    if (4 * (size_ + 1) > 3 * slots_.size()) grow();
    put({mark_of(hash), row});
    ++size_;
}

void RowMarks::grow() {
    std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    --shift_;
    for (const Slot& slot : before) {
        if (slot.row != 0) put(slot);
    }
}

// Slots behind the freed one move up, unless that were before their home.
void RowMarks::drop(std::uint64_t hash, std::uint32_t row) {
    const std::uint32_t mark = mark_of(hash);
    std::size_t gap = home_of(mark);
    while (slots_[gap].row != 0 && (slots_[gap].mark != mark || slots_[gap].row != row))
        gap = next(gap);
    if (slots_[gap].row == 0) return;
    --size_;
    for (std::size_t at = next(gap); slots_[at].row != 0; at = next(at)) {
        const std::size_t from_home = (at - home_of(slots_[at].mark)) & (slots_.size() - 1);
        const std::size_t from_gap = (at - gap) & (slots_.size() - 1);
        if (from_home < from_gap) continue;
        slots_[gap] = slots_[at];
        gap = at;
    }
    slots_[gap] = {};
}

}  // namespace antre::storage
