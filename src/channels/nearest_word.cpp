#include "channels/nearest_word.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "channels/limits.h"
#include "foundation/text.h"

namespace antre::channels {

namespace {

std::size_t edits_between(std::string_view from, std::string_view to) {
    std::vector<std::size_t> before(to.size() + 1);
    std::vector<std::size_t> above(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            const bool swapped =
                i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[to.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view nearest;
    std::size_t fewest = nearest_word_edits_max + 1;
    const std::string lower = to_lower_ascii(word);
    for (const std::string_view candidate : candidates) {
        // More edits than half the word is another word, not a slip.
        const std::size_t edits = edits_between(lower, to_lower_ascii(candidate));
        if (edits < fewest && edits * 2 <= candidate.size()) {
            fewest = edits;
            nearest = candidate;
        }
    }
    return nearest;
}

std::string suggestion_for(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string_view nearest = nearest_word(word, candidates);
    if (!nearest.empty()) return "did you mean \"" + std::string(nearest) + "\"?";
    std::string all = "it must be one of: ";
    for (const std::string_view candidate : candidates) {
        if (candidate != candidates.front()) all += ", ";
        all += candidate;
    }
    return all;
}

}  // namespace antre::channels
