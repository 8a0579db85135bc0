#include "language/slips.h"

#include <array>

namespace antre::language {

namespace {

struct Key {
    std::size_t row = 0;
    std::size_t column = 0;
    bool is_letter = false;
};

constexpr std::array<std::string_view, 3> keyboard{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

constexpr Key key_of(char letter) {
    for (std::size_t row = 0; row < keyboard.size(); ++row) {
        const std::size_t column = keyboard.at(row).find(letter);
        if (column != std::string_view::npos) return {row, column, true};
    }
    return {};
}

// Beside each other in a row, or above each other: a key of a lower row lies between two of the
// upper one, of its own column and the next.
bool are_beside(char a, char b) {
    Key upper = key_of(a);
    Key lower = key_of(b);
    if (!upper.is_letter || !lower.is_letter) return false;
    if (upper.row > lower.row) std::swap(upper, lower);
    if (upper.row == lower.row) {
        return upper.column + 1 == lower.column || lower.column + 1 == upper.column;
    }
    return upper.row + 1 == lower.row &&
           (upper.column == lower.column || upper.column == lower.column + 1);
}

}  // namespace

bool is_vowel(char letter) {
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool is_within_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t head = 0;
    while (head < a.size() && a[head] == b[head])
        ++head;
    if (a.size() < b.size()) return a.substr(head) == b.substr(head + 1);
    if (head == a.size()) return true;
    if (a.substr(head + 1) == b.substr(head + 1)) return are_beside(a[head], b[head]);
    return head + 1 < a.size() && a[head] == b[head + 1] && a[head + 1] == b[head] &&
           a.substr(head + 2) == b.substr(head + 2);
}

std::string skeleton_of(std::string_view word) {
    std::string bones;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (at == 0 || !is_vowel(word[at])) bones.push_back(word[at]);
    }
    return bones;
}

}  // namespace antre::language
