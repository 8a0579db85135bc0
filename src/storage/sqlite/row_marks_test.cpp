#include <gtest/gtest.h>
#include <map>
#include <set>

#include "foundation/random.h"
#include "storage/sqlite/row_marks.h"

namespace antre::storage {

namespace {

std::set<std::uint32_t> rows_of(const RowMarks& marks, std::uint64_t hash) {
    std::set<std::uint32_t> rows;
    marks.any(hash, [&](std::uint32_t row) { return rows.insert(row), false; });
    return rows;
}

TEST(RowMarks, what_was_added_is_found_whatever_came_and_went_beside_it) {
    Random random(7);
    RowMarks marks;
    std::map<std::uint64_t, std::set<std::uint32_t>>
        expected;  // by the half of the hash that counts
    for (int step = 0; step < 200'000; ++step) {
        // Few homes, so that slots push each other on, around the end of the table too.
        const std::uint64_t half = random.below(2) == 0 ? random.below(64) : ~random.below(64);
        const std::uint64_t hash = half << 32;
        const auto row = static_cast<std::uint32_t>(1 + random.below(8));
        std::set<std::uint32_t>& rows = expected[hash];
        if (random.below(2) == 0) {
            marks.add(hash, row);
            rows.insert(row);
        } else {
            marks.drop(hash, row);
            rows.erase(row);
        }
        ASSERT_EQ(rows_of(marks, hash), rows) << "step " << step;
    }
    std::size_t count = 0;
    for (const auto& [hash, rows] : expected) {
        EXPECT_EQ(rows_of(marks, hash), rows);
        count += rows.size();
    }
    EXPECT_EQ(marks.size(), count);
}

TEST(RowMarks, it_grows) {
    Random random(8);
    RowMarks marks;
    std::vector<std::uint64_t> hashes;
    for (std::uint32_t row = 1; row <= 100'000; ++row) {
        hashes.push_back(random.next());
        marks.add(hashes.back(), row);
    }
    for (std::uint32_t row = 1; row <= 100'000; ++row)
        ASSERT_TRUE(rows_of(marks, hashes[row - 1]).contains(row));
    std::size_t named = 0;
    for (int i = 0; i < 100'000; ++i)
        named += rows_of(marks, random.next()).size();
    EXPECT_LT(named, 50u) << "a key that is not there is hardly ever taken for another";
}

}  // namespace

}  // namespace antre::storage
