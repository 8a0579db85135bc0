#include "language/offices.h"

#include "foundation/text.h"

namespace antre::language {

namespace {

constexpr std::size_t city_words_max = 3;

// "kantor", "kantor di", "paspor di", "daftar di": a city may begin at `at`.
bool may_begin_city(const Atoms& atoms, std::size_t at) {
    if (at == 0) return false;
    if (atoms.lexicon->info(atoms[at - 1].word).roles.has(Role::office_mark)) return true;
    if (at < 2 || !atoms.lexicon->info(atoms[at - 1].word).roles.has(Role::in_place)) return false;
    const Roles& before = atoms.lexicon->info(atoms[at - 2].word).roles;
    return before.has(Role::served) || before.has(Role::office_mark);
}

}  // namespace

std::vector<std::string> office_cities(const Atoms& atoms) {
    std::vector<std::string> cities;
    const auto is_word = [&](std::size_t at) { return atoms[at].kind == AtomKind::word; };
    const auto add = [&](std::size_t begin, std::size_t end) {
        cities.push_back(to_lower_ascii(atoms.shown(begin, end)));
    };
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (may_begin_city(atoms, at)) {
            std::size_t end = at;
            while (end < atoms.size() && end < at + city_words_max && is_word(end))
                add(at, ++end);
        }
        const bool is_office = is_word(at) && atoms[at].speech == Speech::english &&
                               atoms.lexicon->info(atoms[at].word).roles.has(Role::office_mark);
        std::size_t begin = at;
        while (is_office && begin > 0 && at - begin < city_words_max && is_word(begin - 1))
            add(--begin, at);
    }
    return cities;
}

std::string office_of(const Atoms& atoms, Asked asked) {
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (!atoms.has(at, Role::office_mark)) continue;
        std::size_t end = at + 1;
        while (end < atoms.size() && atoms.is_word(end) && atoms[end].word == 0 && end < at + 4) {
            ++end;
        }
        if (end > at + 1) {
            std::string office;
            for (std::size_t i = at + 1; i < end; ++i) {
                office += (office.empty() ? "" : " ") + std::string(atoms.plain(i));
            }
            return office;
        }
    }
    if (asked != Asked::ask_office) return {};
    std::string office;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const bool is_noise = atoms.has(at, Role::filler) || atoms.has(at, Role::vocative) ||
                              atoms.has(at, Role::office_mark);
        if (!atoms.is_word(at) || is_noise) continue;
        office += (office.empty() ? "" : " ") + std::string(atoms.plain(at));
    }
    return office;
}

}  // namespace antre::language
