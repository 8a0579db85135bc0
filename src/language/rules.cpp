#include "language/rules.h"

#include <algorithm>

#include "foundation/text.h"

namespace antre::language {

namespace {

constexpr std::uint8_t short_gap = 3;
constexpr std::uint8_t long_gap = 8;

bool is_boundary(WordId word) {
    return word == id_of(Placeholder::boundary) || word == id_of(Placeholder::question_mark);
}

bool only_boundaries(std::span<const WordId> rest) {
    return std::all_of(rest.begin(), rest.end(), is_boundary);
}

bool matches_from(
    std::span<const Element> elements, std::span<const WordId> sequence, std::size_t at
) {
    if (elements.empty()) return true;
    const Element& first = elements.front();
    const auto rest = elements.subspan(1);
    if (first.is_start) return at == 0 && matches_from(rest, sequence, at);
    if (first.is_end) return only_boundaries(sequence.subspan(at));
    if (first.gap_max > 0) {
        for (std::size_t skipped = 0;; ++skipped) {
            if (matches_from(rest, sequence, at + skipped)) return true;
            if (skipped == first.gap_max || at + skipped >= sequence.size()) return false;
            if (!first.gap_crosses_boundary && is_boundary(sequence[at + skipped])) return false;
        }
    }
    if (at < sequence.size() &&
        std::binary_search(first.words.begin(), first.words.end(), sequence[at]) &&
        matches_from(rest, sequence, at + 1)) {
        return true;
    }
    return first.is_optional && matches_from(rest, sequence, at);
}

Result<Element, std::string>
compile_words(std::string_view piece, const Lexicon& lexicon, const WordClasses& classes) {
    Element element;
    if (piece.size() > 1 && piece.back() == '?' && !piece.ends_with("|?")) {
        element.is_optional = true;
        piece.remove_suffix(1);
    }
    for (const std::string_view name : split(piece, '|')) {
        if (name.starts_with('@')) {
            const auto found = classes.find(name.substr(1));
            if (found == classes.end()) return fail(std::string(name));
            element.words.insert(element.words.end(), found->second.begin(), found->second.end());
            continue;
        }
        const auto found = lexicon.names.find(name);
        if (found == lexicon.names.end()) return fail(std::string(name));
        element.words.push_back(found->second);
    }
    std::sort(element.words.begin(), element.words.end());
    return element;
}

}  // namespace

Result<std::vector<Element>, std::string>
compile(std::string_view pattern, const Lexicon& lexicon, const WordClasses& classes) {
    std::vector<Element> elements;
    for (const std::string_view piece : split(pattern, ' ')) {
        Element element;
        if (piece.empty()) continue;
        if (piece == "^") {
            element.is_start = true;
        } else if (piece == "$") {
            element.is_end = true;
        } else if (piece == "..") {
            element.gap_max = short_gap;
        } else if (piece == "...") {
            element.gap_max = long_gap;
            element.gap_crosses_boundary = true;
        } else {
            auto words = compile_words(piece, lexicon, classes);
            if (!words) return fail(words.error());
            element = std::move(*words);
        }
        elements.push_back(std::move(element));
    }
    return elements;
}

bool matches(const Rule& rule, std::span<const WordId> sequence, std::size_t at) {
    return matches_from(rule.elements, sequence, at);
}

std::vector<std::uint16_t>
matching_rules(const Lexicon& lexicon, std::span<const WordId> sequence) {
    std::vector<std::uint16_t> matched;
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        for (const std::uint16_t rule : lexicon.rules_by_word[sequence[at]]) {
            if (std::find(matched.begin(), matched.end(), rule) != matched.end()) continue;
            const auto& elements = lexicon.rules[rule].elements;
            if (elements.front().is_start && at != 0) continue;
            if (matches(lexicon.rules[rule], sequence, at)) matched.push_back(rule);
        }
    }
    std::sort(matched.begin(), matched.end());
    return matched;
}

}  // namespace antre::language
