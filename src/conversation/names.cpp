#include "conversation/names.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "conversation/limits.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr int combining_marks_max = 2;         // in a row; more are a drawing, not a name
constexpr std::size_t shared_letters_min = 3;  // of a word that two names have
constexpr std::size_t slips_max = 2;

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

// REQUIRES: valid UTF-8 at `at`.
CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<std::uint8_t>(text[at + i]));
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) {
        return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
    }
    return {
        ((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
            (byte(3) & 0x3F),
        4};
}

bool is_between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

bool is_blank(char32_t c) {
    return c == ' ' || is_between(c, 0x09, 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           is_between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

// Control, format, bidirectional, zero-width, tag, private-use and non-characters.
bool is_invisible(char32_t c) {
    return c < 0x20 || is_between(c, 0x7F, 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
           is_between(c, 0x115F, 0x1160) || is_between(c, 0x17B4, 0x17B5) ||
           is_between(c, 0x180B, 0x180F) || is_between(c, 0x200B, 0x200F) ||
           is_between(c, 0x202A, 0x202E) || is_between(c, 0x2060, 0x206F) || c == 0x2800 ||
           c == 0x3164 || is_between(c, 0xE000, 0xF8FF) || is_between(c, 0xFE00, 0xFE0F) ||
           c == 0xFEFF || c == 0xFFA0 || is_between(c, 0xFFF0, 0xFFFF) ||
           is_between(c, 0xE0000, 0x10FFFF);
}

bool is_combining(char32_t c) {
    return is_between(c, 0x300, 0x36F) || is_between(c, 0x483, 0x489) ||
           is_between(c, 0x591, 0x5BD) || is_between(c, 0x610, 0x61A) ||
           is_between(c, 0x64B, 0x65F) || is_between(c, 0xE31, 0xE3A) ||
           is_between(c, 0xE47, 0xE4E) || is_between(c, 0x1AB0, 0x1AFF) ||
           is_between(c, 0x1DC0, 0x1DFF) || is_between(c, 0x20D0, 0x20FF) ||
           is_between(c, 0xFE20, 0xFE2F);
}

// Printable, one blank at most between two words, none at an end: most names.
bool is_clean_ascii(std::string_view text) {
    char last = ' ';
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && last == ' ')) return false;
        last = c;
    }
    return text.empty() || last != ' ';
}

std::string valid_part(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    std::string out;
    for (const char c : text) {
        if (static_cast<std::uint8_t>(c) < 0x80) out += c;
    }
    return out;
}

// Letters that must be changed, left out or added so that one becomes the other.
std::size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string clean_line(std::string_view text, std::size_t units_max) {
    if (is_clean_ascii(text)) return std::string(trim(text.substr(0, units_max)));
    const std::string valid = valid_part(text);
    std::string out;
    int marks = 0;
    bool wants_space = false;
    for (std::size_t at = 0; at < valid.size();) {
        const CodePoint point = code_point_at(valid, at);
        const std::string_view bytes = std::string_view(valid).substr(at, point.bytes);
        at += point.bytes;
        if (is_blank(point.value)) {
            wants_space = !out.empty();
            continue;
        }
        if (is_invisible(point.value)) continue;
        marks = is_combining(point.value) ? marks + 1 : 0;
        if (marks > combining_marks_max) continue;
        if (wants_space) out += ' ';
        wants_space = false;
        out += bytes;
    }
    return std::string(trim(prefix_utf16(out, units_max)));
}

PersonName clean_name(const PersonName& name) {
    return PersonName(clean_line(name.reveal()));
}

std::string literal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '*': out += "\u2217"; break;
        case '_': out += "\u02CD"; break;
        case '~': out += "\u223C"; break;
        case '`': out += "\u02CB"; break;
        default: out += c;
        }
    }
    return out;
}

bool is_same_name(const PersonName& a, const PersonName& b) {
    return to_lower_ascii(trim(a.reveal())) == to_lower_ascii(trim(b.reveal()));
}

bool is_like_name(const PersonName& a, const PersonName& b) {
    const std::string left = to_lower_ascii(trim(a.reveal()));
    const std::string right = to_lower_ascii(trim(b.reveal()));
    const std::vector<std::string_view> words = split(right, ' ');
    for (const std::string_view word : split(left, ' ')) {
        const bool is_shared = std::ranges::find(words, word) != words.end();
        if (is_shared && word.size() >= shared_letters_min) return true;
    }
    return letters_apart(left, right) <= slips_max;
}

}  // namespace antre::conversation
