#include "language/lexicon.h"

#include <algorithm>
#include <optional>

#include "language/limits.h"
#include "language/slips.h"

namespace antre::language {

namespace {

// Drawn-out letters come down to `run_max` of a kind: "iyaaa" with 1 is "iya".
std::string calmed(std::string_view text, std::size_t run_max) {
    std::string out;
    std::size_t run = 0;
    for (const char c : text) {
        run = !out.empty() && out.back() == c ? run + 1 : 1;
        if (run <= run_max) out.push_back(c);
    }
    return out;
}

bool has_drawn_out_letter(std::string_view text) {
    std::size_t run = 0;
    char last = 0;
    for (const char c : text) {
        run = c == last ? run + 1 : 1;
        if (run >= 3) return true;
        last = c;
    }
    return false;
}

std::optional<Spelling> exact(const Lexicon& lexicon, std::string_view plain) {
    const auto found = lexicon.spellings.find(plain);
    if (found == lexicon.spellings.end()) return std::nullopt;
    return found->second;
}

std::optional<Spelling> without_ending(const Lexicon& lexicon, std::string_view plain, int depth) {
    for (const Affix& ending : lexicon.endings) {
        if (plain.size() < ending.text.size() + ending.stem_letters_min) continue;
        if (!plain.ends_with(ending.text)) continue;
        const std::string_view stem = plain.substr(0, plain.size() - ending.text.size());
        auto found = exact(lexicon, stem);
        if (!found && depth > 1) found = without_ending(lexicon, stem, depth - 1);
        if (!found || found->then != 0) continue;
        // "has" is no stem of Hasmi
        if (stem.size() < near_letters_min - 1 && found->speech == Speech::english) continue;
        if (ending.is_mine) {
            if (const auto me = lexicon.names.find("saya"); me != lexicon.names.end()) {
                found->then = me->second;
            }
        }
        return found;
    }
    return std::nullopt;
}

std::optional<Spelling> root_of(const Lexicon& lexicon, std::string_view stem) {
    if (stem.size() < root_letters_min) return std::nullopt;
    const auto found = lexicon.roots.find(stem);
    if (found == lexicon.roots.end()) return std::nullopt;
    return found->second;
}

// A verb with an affix before it, behind it, or both: ba-pindah, batal-aken, ka-batal-an.
std::optional<Spelling> verb_in(const Lexicon& lexicon, std::string_view plain) {
    const auto with_suffix = [&](std::string_view stem) -> std::optional<Spelling> {
        for (const std::string& suffix : lexicon.suffixes) {
            if (!stem.ends_with(suffix)) continue;
            const auto found = root_of(lexicon, stem.substr(0, stem.size() - suffix.size()));
            if (found) return found;
        }
        return std::nullopt;
    };
    if (const auto found = with_suffix(plain)) return found;
    for (const std::string& prefix : lexicon.prefixes) {
        if (!plain.starts_with(prefix)) continue;
        const std::string_view stem = plain.substr(prefix.size());
        if (const auto found = root_of(lexicon, stem)) return found;
        if (const auto found = with_suffix(stem)) return found;
    }
    return std::nullopt;
}

std::optional<Spelling> inside(const Lexicon& lexicon, std::string_view plain) {
    if (const auto found = without_ending(lexicon, plain, endings_max)) return found;
    return verb_in(lexicon, plain);
}

// "jdwl", "antrn": written without vowels.
std::optional<Spelling> by_skeleton(const Lexicon& lexicon, std::string_view plain) {
    if (plain.size() < skeleton_letters_min || skeleton_of(plain) != plain) return std::nullopt;
    const auto found = lexicon.skeletons.find(plain);
    if (found == lexicon.skeletons.end() || found->second.word == 0) return std::nullopt;
    return found->second;
}

std::optional<Spelling> nearest(const Lexicon& lexicon, std::string_view plain) {
    if (plain.size() < near_letters_min || plain.size() > word_letters_max) return std::nullopt;
    const auto try_key = [&](std::string_view key) -> std::optional<Spelling> {
        const auto found = lexicon.near.find(key);
        if (found == lexicon.near.end()) return std::nullopt;
        for (const std::string& candidate : found->second) {
            if (candidate.front() != plain.front()) continue;
            if (is_within_one_slip(plain, candidate)) return exact(lexicon, candidate);
        }
        return std::nullopt;
    };
    if (const auto found = try_key(plain)) return found;
    std::string shorter(plain.substr(1));
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (const auto found = try_key(shorter)) return found;
        if (at < shorter.size()) shorter[at] = plain[at];
    }
    return std::nullopt;
}

}  // namespace

Spelling look_up(const Lexicon& lexicon, std::string_view plain) {
    if (const auto found = exact(lexicon, plain)) return *found;
    if (plain.size() > word_letters_max) return {};
    if (has_drawn_out_letter(plain)) {
        if (const auto found = exact(lexicon, calmed(plain, 2))) return *found;
    }
    const std::string calm = calmed(plain, 1);
    const bool is_calm = calm.size() == plain.size();
    if (!is_calm) {
        if (const auto found = exact(lexicon, calm)) return *found;
    }
    if (const auto found = inside(lexicon, plain)) return *found;
    if (!is_calm) {
        if (const auto found = inside(lexicon, calm)) return *found;
    }
    if (const auto found = by_skeleton(lexicon, plain)) return *found;
    if (const auto found = nearest(lexicon, plain)) return *found;
    return {};
}

}  // namespace antre::language
