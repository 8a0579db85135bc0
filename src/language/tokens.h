#pragma once

// Tokens are a message cut into runs of letters, runs of digits, marks and line ends, each in two
// spellings: as shown (for names) and plain (small base letters, for look-up).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antre::language {

enum class TokenKind : std::uint8_t {
    word,
    emoji,  // one picture
    number,
    mark,
    line_end,
};

struct Token {
    TokenKind kind = TokenKind::word;
    bool is_glued = false;  // nothing lies between it and the token before
    std::uint16_t plain_at = 0;
    std::uint16_t plain_length = 0;
    std::uint16_t shown_at = 0;
    std::uint16_t shown_length = 0;
};

struct Tokens {
    std::string plain;
    std::string shown;
    std::vector<Token> all;
    bool had_letters_or_digits = false;

    [[nodiscard]] std::string_view plain_of(const Token& token) const {
        return std::string_view(plain).substr(token.plain_at, token.plain_length);
    }
    [[nodiscard]] std::string_view shown_of(const Token& token) const {
        return std::string_view(shown).substr(token.shown_at, token.shown_length);
    }
    // From the first to the last of these tokens, with what was shown between them.
    // REQUIRES: first <= last < all.size().
    [[nodiscard]] std::string_view shown_of(std::size_t first, std::size_t last) const;
};

// Reads at most text_bytes_max bytes and tokens_max tokens.
Tokens tokenize(std::string_view text);

}  // namespace antre::language
