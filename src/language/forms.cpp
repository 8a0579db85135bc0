#include "language/forms.h"

#include <array>

namespace antre::language {

namespace {

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// The nasal stems of the active voice, formal (me-) and spoken (ng-, m-, n-).
std::vector<std::string> active_stems(std::string_view root) {
    const char first = root.front();
    const std::string whole(root);
    const std::string rest(root.substr(1));
    if (is_vowel(first)) return {"meng" + whole, "ng" + whole, "nge" + whole};
    switch (first) {
    case 'p': return {"mem" + rest, "m" + rest, "nge" + whole};
    case 'b': return {"mem" + whole, "m" + whole, "nge" + whole};
    case 't': return {"men" + rest, "n" + rest, "nge" + whole};
    case 'd':
    case 'j': return {"men" + whole, "n" + whole, "nge" + whole};
    case 'c': return {"men" + whole, "ny" + rest, "nge" + whole};
    case 's': return {"meny" + rest, "ny" + rest, "nge" + whole};
    case 'k': return {"meng" + rest, "ng" + rest, "nge" + whole};
    case 'g': return {"meng" + whole, "ng" + whole, "nge" + whole};
    default: return {"me" + whole, "nge" + whole, "nga" + whole};
    }
}

constexpr std::array<std::string_view, 9> suffixes{
    "", "in", "kan", "ken", "no", "ke", "an", "i", "keun"};
constexpr std::array<std::string_view, 6> prefixes{"", "di", "ter", "ke", "tak", "ku"};

}  // namespace

std::vector<std::string> verb_forms(std::string_view root) {
    std::vector<std::string> stems = active_stems(root);
    for (const std::string_view prefix : prefixes) {
        stems.push_back(std::string(prefix) + std::string(root));
    }
    std::vector<std::string> forms;
    for (const std::string& stem : active_stems(root)) {
        if (stem.starts_with("me")) forms.push_back("pe" + stem.substr(2) + "an");  // pembatalan
    }
    forms.push_back("per" + std::string(root) + "an");  // perubahan
    for (const std::string& stem : stems) {
        for (const std::string_view suffix : suffixes) {
            std::string form = stem + std::string(suffix);
            if (form != root) forms.push_back(std::move(form));
        }
    }
    return forms;
}

}  // namespace antre::language
