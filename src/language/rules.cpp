#include "language/rules.h"

#include <algorithm>
#include <optional>

#include "foundation/text.h"

namespace antre::language {

namespace {

constexpr std::uint8_t short_gap = 3;
constexpr std::uint8_t long_gap = 8;

bool is_boundary(WordId word) {
    return word == id_of(Placeholder::boundary) || word == id_of(Placeholder::question_mark) ||
           word == id_of(Placeholder::fix);
}

bool only_boundaries(std::span<const WordId> rest) {
    return std::all_of(rest.begin(), rest.end(), is_boundary);
}

bool begins_anew(std::span<const WordId> sequence, std::size_t at) {
    return at == 0 || sequence[at - 1] == id_of(Placeholder::fix);
}

// Most elements are one word.
bool is_one_of(const std::vector<WordId>& sorted, WordId word) {
    if (sorted.size() == 1) return sorted.front() == word;
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

// Where the elements end in `sequence` when the first of them lies at `at`.
std::optional<std::size_t>
end_of_match(std::span<const Element> elements, std::span<const WordId> sequence, std::size_t at) {
    if (elements.empty()) return at;
    const Element& first = elements.front();
    const auto rest = elements.subspan(1);
    if (first.is_start) {
        if (!begins_anew(sequence, at)) return std::nullopt;
        return end_of_match(rest, sequence, at);
    }
    if (first.is_end) {
        return only_boundaries(sequence.subspan(at)) ? std::optional(at) : std::nullopt;
    }
    if (first.gap_max > 0) {
        for (std::size_t skipped = 0;; ++skipped) {
            if (const auto end = end_of_match(rest, sequence, at + skipped)) return end;
            if (skipped == first.gap_max || at + skipped >= sequence.size()) return std::nullopt;
            if (!first.gap_crosses_boundary && is_boundary(sequence[at + skipped])) {
                return std::nullopt;
            }
        }
    }
    if (at < sequence.size() && is_one_of(first.words, sequence[at])) {
        if (const auto end = end_of_match(rest, sequence, at + 1)) return end;
    }
    return first.is_optional ? end_of_match(rest, sequence, at) : std::nullopt;
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
        if (name == "<unknown>") {
            element.words.push_back(id_of(Placeholder::unknown));
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

std::vector<Shade> needs_of(std::span<const Element> elements) {
    std::vector<Shade> needs;
    bool is_first = true;
    for (const Element& element : elements) {
        if (element.words.empty() || element.is_optional) continue;
        Shade shade = 0;
        for (const WordId word : element.words)
            shade |= shade_of(word);
        // The first is how a rule is found.
        if (!is_first) needs.push_back(shade);
        is_first = false;
    }
    return needs;
}

std::vector<Match> matching_rules(const Lexicon& lexicon, std::span<const WordId> sequence) {
    Shade all = 0;
    for (const WordId word : sequence)
        all |= shade_of(word);
    const auto may_match = [all](const Rule& rule) {
        return std::ranges::all_of(rule.needs, [all](Shade need) { return (need & all) != 0; });
    };
    std::vector<Match> matched;
    for (std::size_t at = 0; at < sequence.size(); ++at) {
        for (const std::uint16_t rule : lexicon.rules_by_word[sequence[at]]) {
            if (!may_match(lexicon.rules[rule])) continue;
            const auto& elements = lexicon.rules[rule].elements;
            if (elements.front().is_start && !begins_anew(sequence, at)) continue;
            const auto end = end_of_match(elements, sequence, at);
            if (!end) continue;
            matched.push_back(
                {rule, static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(*end)}
            );
        }
    }
    return matched;
}

}  // namespace antre::language
