#include "language/script.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace antre::language {

namespace {

struct CodePoint {
    std::uint32_t value = 0;
    std::uint8_t bytes = 1;
    bool is_well_formed = false;
};

CodePoint read(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : std::uint8_t{0};
    };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const auto six = [&](std::size_t i) { return std::uint32_t{byte(i)} & 0x3F; };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    if (lead >= 0xC2 && lead <= 0xDF && tail(1)) return {(lead & 0x1F) << 6 | six(1), 2, true};
    if (lead >= 0xE0 && lead <= 0xEF && tail(1) && tail(2)) {
        const std::uint32_t value = (lead & 0x0F) << 12 | six(1) << 6 | six(2);
        const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
        return {value, 3, value >= 0x800 && !is_surrogate};
    }
    if (lead >= 0xF0 && lead <= 0xF4 && tail(1) && tail(2) && tail(3)) {
        const std::uint32_t value = (lead & 0x07) << 18 | six(1) << 12 | six(2) << 6 | six(3);
        return {value, 4, value >= 0x10000 && value <= 0x10FFFF};
    }
    return {};
}

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};

template <std::size_t n>
bool is_in(const std::array<Range, n>& ranges, std::uint32_t c) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) {
        return c >= r.first && c <= r.last;
    });
}

// Format and bidi controls, variation selectors, tags, combining marks, skin tones.
constexpr std::array<Range, 24> invisible{{
    {0x00, 0x08},     {0x0E, 0x1F},     {0x7F, 0x84},       {0x86, 0x9F},       {0xAD, 0xAD},
    {0x300, 0x36F},   {0x61C, 0x61C},   {0x64B, 0x65F},     {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F},   {0x202A, 0x202E},
    {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE0FFF},
}};

constexpr std::array<Range, 7> spaces{{
    {0x09, 0x09},
    {0x20, 0x20},
    {0xA0, 0xA0},
    {0x1680, 0x1680},
    {0x2000, 0x200A},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
}};

constexpr std::array<Range, 8> pictures{{
    {0xA9, 0xA9},
    {0xAE, 0xAE},
    {0x2122, 0x2122},
    {0x2190, 0x245F},
    {0x249C, 0x2BFF},
    {0x1F000, 0x1FAFF},
    {0x1FB00, 0x1FBFF},
    {0xFFFC, 0xFFFD},
}};

// The zero of each decimal script (Unicode 15, general category Nd) that Asia or a phone may send.
constexpr std::array<std::uint32_t, 28> zeros{
    0x30,   0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,  0xAE6,  0xB66,  0xBE6,
    0xC66,  0xCE6,  0xD66,  0xE50,  0xED0,  0xF20,  0x1040, 0x17E0, 0x1810, 0x1946,
    0x1A80, 0x1B50, 0x1BB0, 0x1C50, 0xA900, 0xA9D0, 0xAA50, 0xFF10};

constexpr std::string_view ascii_digits = "0123456789";
constexpr std::string_view ascii_letters = "abcdefghijklmnopqrstuvwxyz";

std::string_view digit_of(std::uint32_t c) {
    for (const std::uint32_t zero : zeros) {
        if (c >= zero && c <= zero + 9) return ascii_digits.substr(c - zero, 1);
    }
    if (c >= 0x1D7CE && c <= 0x1D7FF) return ascii_digits.substr((c - 0x1D7CE) % 10, 1);
    if (c >= 0x2460 && c <= 0x2468) return ascii_digits.substr(c - 0x2460 + 1, 1);
    return {};
}

// Base letters of U+00C0-U+017F; '?' where there is none.
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

std::string_view letter_of(std::uint32_t c) {
    if (c >= 'a' && c <= 'z') return ascii_letters.substr(c - 'a', 1);
    if (c == 0xBD) return "setengah";  // jam ½ 9
    if (c >= 'A' && c <= 'Z') return ascii_letters.substr(c - 'A', 1);
    if (c >= 0xC0 && c <= 0x17F && latin_base[c - 0xC0] != '?') {
        return latin_base.substr(c - 0xC0, 1);
    }
    if (c >= 0xFF21 && c <= 0xFF3A) return ascii_letters.substr(c - 0xFF21, 1);
    if (c >= 0xFF41 && c <= 0xFF5A) return ascii_letters.substr(c - 0xFF41, 1);
    if (c >= 0x1D400 && c <= 0x1D6A3) return ascii_letters.substr((c - 0x1D400) % 52 % 26, 1);
    return {};
}

constexpr std::string_view ascii_marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

std::string_view mark_of(std::uint32_t c) {
    const auto ascii = [](char mark) { return ascii_marks.substr(ascii_marks.find(mark), 1); };
    if (c > 0x20 && c < 0x7F) return ascii(static_cast<char>(c));
    if (c > 0xFF00 && c < 0xFF5F) return ascii(static_cast<char>(c - 0xFEE0));
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return ascii('-');
    if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0xB4) return ascii('\'');
    if (c == 0x60C || c == 0x3001) return ascii(',');
    if (c == 0x3002 || c == 0x2024) return ascii('.');
    if (c == 0x61F || c == 0xBF) return ascii('?');
    if (c == 0x2044 || c == 0x2215) return ascii('/');
    if (c == 0x2022 || c == 0xB7) return ascii('*');
    return ascii('"');
}

constexpr std::array<Range, 7> marks{{
    {0x21, 0x7E},
    {0xA1, 0xBF},
    {0x2BC, 0x2BC},
    {0x60C, 0x61F},
    {0x2010, 0x205E},
    {0x2212, 0x2215},
    {0x3001, 0x303F},
}};

bool is_mark(std::uint32_t c) {
    return is_in(marks, c) || c == 0xD7 || c == 0xF7 || (c >= 0xFF01 && c <= 0xFF65);
}

}  // namespace

Folded fold_at(std::string_view text, std::size_t at) {
    const CodePoint point = read(text, at);
    const std::uint32_t c = point.value;
    if (!point.is_well_formed) return {Glyph::space, {}, 1};
    const auto folded = [&](Glyph glyph, std::string_view plain) {
        return Folded{glyph, plain, point.bytes};
    };
    if (const auto letter = letter_of(c); !letter.empty()) return folded(Glyph::letter, letter);
    if (const auto digit = digit_of(c); !digit.empty()) return folded(Glyph::digit, digit);
    if (c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 ||
        c == 0x2029) {
        return folded(Glyph::line_end, {});
    }
    if (is_in(spaces, c) || c == 0x3000) return folded(Glyph::space, {});
    if (is_in(invisible, c)) return folded(Glyph::nothing, {});
    if (is_in(pictures, c) && !is_in(marks, c)) return folded(Glyph::emoji, {});
    if (is_mark(c)) return folded(Glyph::mark, mark_of(c));
    return folded(Glyph::letter, {});
}

}  // namespace antre::language
