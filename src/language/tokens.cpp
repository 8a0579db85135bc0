#include "language/tokens.h"

#include <algorithm>

#include "language/limits.h"
#include "language/script.h"

namespace antre::language {

namespace {

// An apostrophe between letters belongs to the word: jum'at, that's.
bool is_inner_apostrophe(const Tokens& tokens, std::string_view text, std::size_t next) {
    if (tokens.all.empty() || tokens.all.back().kind != TokenKind::word) return false;
    while (next < text.size()) {
        const Folded folded = fold_at(text, next);
        if (folded.glyph == Glyph::letter) return true;
        if (folded.glyph != Glyph::nothing) return false;
        next += folded.bytes;
    }
    return false;
}

TokenKind kind_of(Glyph glyph) {
    switch (glyph) {
    case Glyph::digit: return TokenKind::number;
    case Glyph::mark: return TokenKind::mark;
    case Glyph::line_end: return TokenKind::line_end;
    case Glyph::emoji: return TokenKind::emoji;
    case Glyph::letter:
    case Glyph::nothing:
    case Glyph::space: return TokenKind::word;
    }
    return TokenKind::word;
}

// Adds what one code point contributes to the open token or to a new one.
class Cutting {
public:
    void take(const Folded& folded, std::string_view bytes);
    // Shown in a name, no letter of the word: Nur'aini is found as nuraini.
    void show_apostrophe();
    [[nodiscard]] bool is_inside() const { return is_open_; }
    void separate() { is_open_ = is_near_ = false; }
    [[nodiscard]] bool is_full() const { return tokens.all.size() >= tokens_max; }

    Tokens tokens;

private:
    bool is_open_ = false;  // the last token may grow
    bool is_near_ = false;  // nothing was between
};

void Cutting::take(const Folded& folded, std::string_view bytes) {
    const TokenKind kind = kind_of(folded.glyph);
    const bool grows = is_open_ &&
                       (folded.glyph == Glyph::letter || folded.glyph == Glyph::digit) &&
                       tokens.all.back().kind == kind;
    if (!grows) {
        if (!is_near_ && !tokens.shown.empty()) tokens.shown.push_back(' ');
        tokens.all.push_back(
            {kind,
             is_near_,
             static_cast<std::uint16_t>(tokens.plain.size()),
             0,
             static_cast<std::uint16_t>(tokens.shown.size()),
             0}
        );
    }
    Token& token = tokens.all.back();
    tokens.plain += folded.plain.empty() ? bytes : folded.plain;
    tokens.shown += folded.glyph == Glyph::digit ? folded.plain : bytes;
    token.plain_length = static_cast<std::uint16_t>(tokens.plain.size() - token.plain_at);
    token.shown_length = static_cast<std::uint16_t>(tokens.shown.size() - token.shown_at);
    is_open_ = folded.glyph == Glyph::letter || folded.glyph == Glyph::digit;
    is_near_ = folded.glyph != Glyph::emoji && folded.glyph != Glyph::line_end;
    if (is_open_) tokens.had_letters_or_digits = true;
}

void Cutting::show_apostrophe() {
    tokens.shown += '\'';
    ++tokens.all.back().shown_length;
}

}  // namespace

std::string_view Tokens::shown_of(std::size_t first, std::size_t last) const {
    const std::size_t begin = all[first].shown_at;
    const std::size_t end = all[last].shown_at + all[last].shown_length;
    return std::string_view(shown).substr(begin, end - begin);
}

Tokens tokenize(std::string_view text) {
    text = text.substr(0, text_bytes_max);
    Cutting cutting;
    cutting.tokens.plain.reserve(text.size());
    cutting.tokens.shown.reserve(text.size() + text.size() / 4);
    cutting.tokens.all.reserve(std::min(tokens_max, text.size() / 3 + 4));
    for (std::size_t at = 0; at < text.size() && !cutting.is_full();) {
        const Folded folded = fold_at(text, at);
        const std::string_view bytes = text.substr(at, folded.bytes);
        at += folded.bytes;
        switch (folded.glyph) {
        case Glyph::nothing: break;
        case Glyph::space: cutting.separate(); break;
        case Glyph::mark:
            if (folded.plain == "'" && cutting.is_inside() &&
                is_inner_apostrophe(cutting.tokens, text, at)) {
                cutting.show_apostrophe();
                break;
            }
            cutting.take(folded, bytes);
            break;
        case Glyph::emoji:
            cutting.separate();
            cutting.take(folded, bytes);
            break;
        case Glyph::letter:
        case Glyph::digit:
        case Glyph::line_end: cutting.take(folded, bytes); break;
        }
    }
    return std::move(cutting.tokens);
}

}  // namespace antre::language
