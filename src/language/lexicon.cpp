#include "language/lexicon.h"

#include <algorithm>
#include <optional>

#include "language/limits.h"

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

struct Ending {
    std::string_view text;
    bool is_mine;
};
// -ku is the speaker's; the others only point.
constexpr std::array<Ending, 10> endings{{
    {"nya", false},
    {"nyo", false},
    {"kah", false},
    {"lah", false},
    {"mah", false},
    {"ku", true},
    {"mu", false},
    {"ne", false},
    {"na", false},
    {"e", false},
}};
constexpr std::size_t stem_letters_min = 4;

std::optional<Spelling> without_ending(const Lexicon& lexicon, std::string_view plain) {
    for (const Ending ending : endings) {
        if (plain.size() < ending.text.size() + stem_letters_min) continue;
        if (plain.substr(plain.size() - ending.text.size()) != ending.text) continue;
        auto found = exact(lexicon, plain.substr(0, plain.size() - ending.text.size()));
        if (!found || found->then != 0) continue;
        if (ending.is_mine) {
            if (const auto me = lexicon.names.find("saya"); me != lexicon.names.end()) {
                found->then = me->second;
            }
        }
        return found;
    }
    return std::nullopt;
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

bool is_within_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t head = 0;
    while (head < a.size() && a[head] == b[head])
        ++head;
    if (a.size() < b.size()) return a.substr(head) == b.substr(head + 1);
    if (head == a.size()) return true;
    if (a.substr(head + 1) == b.substr(head + 1)) return true;
    return head + 1 < a.size() && a[head] == b[head + 1] && a[head + 1] == b[head] &&
           a.substr(head + 2) == b.substr(head + 2);
}

Spelling look_up(const Lexicon& lexicon, std::string_view plain) {
    if (const auto found = exact(lexicon, plain)) return *found;
    if (plain.size() > word_letters_max) return {};
    std::string calm;
    if (has_drawn_out_letter(plain)) {
        if (const auto found = exact(lexicon, calmed(plain, 2))) return *found;
    }
    calm = calmed(plain, 1);
    if (calm.size() != plain.size()) {
        if (const auto found = exact(lexicon, calm)) return *found;
    }
    for (const std::string_view form : {plain, std::string_view(calm)}) {
        if (const auto found = without_ending(lexicon, form)) return *found;
    }
    if (const auto found = nearest(lexicon, plain)) return *found;
    return {};
}

}  // namespace antre::language
