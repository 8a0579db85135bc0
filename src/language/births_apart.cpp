#include "language/births_apart.h"

#include <algorithm>
#include <utility>

#include "language/limits.h"
#include "language/name_lines.h"
#include "language/names.h"

namespace antre::language {

namespace {

constexpr std::size_t large_words_max = 6;
constexpr std::size_t lead_atoms_max = 4;  // between a name and its birth date

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class BirthsApart {
public:
    BirthsApart(Atoms& atoms, LocalDate today, Asked asked)
        : atoms_(atoms)
        , is_asked_(asked == Asked::ask_name || asked == Asked::ask_birth)
        , today_(today)
        , dates_(atoms, today) {}

    std::vector<PersonMeant> read();

private:
    [[nodiscard]] bool is_large(std::size_t at) const;
    [[nodiscard]] bool is_calendar(std::size_t at) const;
    [[nodiscard]] std::size_t name_behind(std::size_t at) const;
    [[nodiscard]] std::size_t behind_marks(std::size_t at) const;
    [[nodiscard]] bool begins(std::size_t at) const;
    [[nodiscard]] bool is_behind_name(std::size_t at) const;
    [[nodiscard]] std::size_t birth_words_end(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> birth_at(std::size_t at) const;
    [[nodiscard]] std::size_t link_end(std::size_t at) const;
    [[nodiscard]] std::vector<Span> names_from(std::size_t at) const;
    [[nodiscard]] std::vector<DateFound> births_from(std::size_t at) const;
    bool read_list(std::size_t at);
    bool read_led(std::size_t at);
    bool read_birth_first(std::size_t at);
    void add(Span name, std::optional<LocalDate> birth);

    Atoms& atoms_;
    bool is_asked_;  // so that lines of names are read elsewhere
    LocalDate today_;
    DateFinder dates_;
    std::vector<PersonMeant> people_;
    std::size_t birth_first_end_ = 0;  // behind the last person whose birth date came first
};

bool BirthsApart::is_large(std::size_t at) const {
    if (!atoms_.is_free(at)) return false;
    const bool is_letters = atoms_.is_word(at) || (atoms_.is_number(at) && atoms_[at].digits == 0);
    const std::string_view shown = atoms_.shown(at);
    return is_letters && !shown.empty() && shown.front() >= 'A' && shown.front() <= 'Z';
}

bool BirthsApart::is_calendar(std::size_t at) const {
    const DayKind kind = atoms_.day_kind(at);
    return kind == DayKind::weekday || kind == DayKind::month || kind == DayKind::month_short ||
           kind == DayKind::feast;
}

// The end of the words written large that make a name; `at` where one of them is no part of one.
std::size_t BirthsApart::name_behind(std::size_t at) const {
    std::size_t end = at;
    bool is_strange = false;
    bool has_small = false;
    for (std::size_t words = 0; words < large_words_max && is_large(end); ++words) {
        const bool is_unknown =
            atoms_[end].word == 0 || atoms_.has(end, Role::also_name) || is_only_near(atoms_, end);
        const bool may_be = is_unknown || is_calendar(end) || atoms_.has(end, Role::lineage) ||
                            atoms_.has(end, Role::title) || atoms_.is_number(end) ||
                            atoms_.plain(end) == "i" || atoms_.plain(end) == "ni";
        if (!may_be) return at;
        is_strange = is_strange || is_unknown;
        const std::string_view shown = atoms_.shown(end);
        has_small = has_small || std::any_of(shown.begin(), shown.end(), [](char c) {
                        return c >= 'a' && c <= 'z';
                    });
        ++end;
        if (atoms_.is_mark(end, '.') && atoms_[end].is_glued && is_large(end + 1)) ++end;
    }
    return is_strange && has_small ? end : at;
}

std::size_t BirthsApart::behind_marks(std::size_t at) const {
    const auto is_passed = [&](std::size_t i) {
        if (atoms_[i].found == Placeholder::taken_back) return true;
        return atoms_.is_free(i) && atoms_[i].kind == AtomKind::mark &&
               std::string_view(",-(:").find(atoms_[i].mark) != std::string_view::npos;
    };
    while (at < atoms_.size() && is_passed(at)) {
        ++at;
    }
    return at;
}

// Where a person may begin: at the start, behind a mark, a line or "dan".
bool BirthsApart::begins(std::size_t at) const {
    if (at == 0 || atoms_[at - 1].kind == AtomKind::line_end) return true;
    if (atoms_[at - 1].kind != AtomKind::mark) return atoms_.has(at - 1, Role::joining);
    return std::string_view(",;:.&+").find(atoms_[at - 1].mark) != std::string_view::npos;
}

// "Siti Rahayu, 14-05-1990": the date belongs to the name before it.
bool BirthsApart::is_behind_name(std::size_t at) const {
    while (at > 0 &&
           (atoms_[at - 1].kind == AtomKind::mark || atoms_[at - 1].kind == AtomKind::line_end ||
            atoms_.has(at - 1, Role::birth_mark))) {
        --at;
    }
    if (at == 0 || at == birth_first_end_) return false;
    return atoms_[at - 1].found == Placeholder::name ||
           (atoms_.is_word(at - 1) &&
            (atoms_[at - 1].word == 0 || atoms_.has(at - 1, Role::also_name)));
}

std::size_t BirthsApart::birth_words_end(std::size_t at) const {
    std::size_t end = behind_marks(at);
    for (std::size_t steps = 0; steps < lead_atoms_max; ++steps) {
        const bool is_said = atoms_.has(end, Role::birth_mark) || atoms_.has(end, Role::date_mark);
        if (!is_said) break;
        end = behind_marks(end + 1);
    }
    return end;
}

// A whole birth date at `at`, marks and "lahir" before it aside.
std::optional<DateFound> BirthsApart::birth_at(std::size_t at) const {
    auto date = dates_.at(birth_words_end(at), DateStyle::form);
    const bool is_whole = date && date->written && date->year_digits > 0 && !date->is_impossible;
    if (!is_whole || is_rather_a_visit(*date, today_)) return std::nullopt;
    const auto birth = birth_of(*date, today_);
    return birth && *birth < today_ ? date : std::nullopt;
}

// "dan", "&", ",", ", dan": behind what leads from one of a list to the next; `at` if nothing does.
std::size_t BirthsApart::link_end(std::size_t at) const {
    const auto is_link = [&](std::size_t i) {
        return atoms_.has(i, Role::joining) || atoms_.has(i, Role::with) ||
               atoms_.is_mark(i, '&') || atoms_.is_mark(i, ',') || atoms_.is_mark(i, '+');
    };
    while (is_link(at)) {
        ++at;
    }
    return at;
}

std::vector<Span> BirthsApart::names_from(std::size_t at) const {
    std::vector<Span> names;
    while (names.size() < people_max) {
        const std::size_t end = name_behind(at);
        if (end == at) break;
        names.push_back({at, end});
        const std::size_t next = link_end(end);
        if (next == end) break;
        at = next;
    }
    return names;
}

std::vector<DateFound> BirthsApart::births_from(std::size_t at) const {
    std::vector<DateFound> births;
    while (births.size() < people_max) {
        const auto birth = birth_at(at);
        if (!birth) break;
        births.push_back(*birth);
        const std::size_t next = link_end(birth->end);
        if (next == birth->end) break;
        at = next;
    }
    return births;
}

void BirthsApart::add(Span name, std::optional<LocalDate> birth) {
    if (people_.size() >= people_max) return;
    people_.push_back({PersonName(tidy_name(atoms_.shown(name.begin, name.end))), birth});
}

// "Tono & Tini, lahir 6/6/1993 & 7/7/1995"; "2 orang: Yosef Karubaba dan Maria Korwa"
bool BirthsApart::read_list(std::size_t at) {
    const std::vector<Span> names = names_from(at);
    if (names.size() < 2) return false;
    const std::size_t end = names.back().end;
    const std::vector<DateFound> births = births_from(end);
    const bool is_behind_colon = at > 0 && atoms_.is_mark(at - 1, ':');
    if (births.size() != names.size() && (!births.empty() || !is_behind_colon)) return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        add(names[i], births.empty() ? std::nullopt : birth_of(births[i], today_));
    }
    atoms_.take(at, births.empty() ? end : births.back().end, Placeholder::name);
    return true;
}

// "yang kedua Paijo Santosa lahir 2 juli 1965", "daftar Senin Tarigan, 2 maret 68", "Lim Mei Hwa"
bool BirthsApart::read_led(std::size_t at) {
    const bool is_ordinal =
        at > 0 && atoms_.is_number(at - 1) && atoms_[at - 1].is_ordinal && atoms_.is_word(at);
    const bool is_led = is_ordinal || (at > 0 && atoms_.has(at - 1, Role::enrol));
    if (!is_led && !begins(at)) return false;
    const std::size_t end = name_behind(at);
    if (end == at) return false;
    bool has_calendar = false;
    for (std::size_t i = at; i < end; ++i) {
        has_calendar = has_calendar || is_calendar(i);
    }
    if (!is_led && !has_calendar) return false;
    const auto birth = birth_at(end);
    if (!birth) return false;
    add({at, end}, birth_of(*birth, today_));
    atoms_.take(at, birth->end, Placeholder::name);
    return true;
}

// "lahir 12 mei 1988, Yohana Rumbiak", "1985-07-23 Sari Dewanti"
bool BirthsApart::read_birth_first(std::size_t at) {
    const bool is_marked = atoms_.has(at, Role::birth_mark);
    if ((!begins(at) && !is_marked) || is_behind_name(at)) return false;
    const auto birth = birth_at(at);
    if (!birth) return false;
    std::size_t name = behind_marks(birth->end);
    while (atoms_.has(name, Role::name_mark)) {
        name = behind_marks(name + 1);
    }
    const std::size_t end = name_behind(name);
    if (end == name) return false;
    add({name, end}, birth_of(*birth, today_));
    atoms_.take(at, end, Placeholder::name);
    birth_first_end_ = end;
    return true;
}

std::vector<PersonMeant> BirthsApart::read() {
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        if (atoms_.is_mark(at, '#')) return {};
    }
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        if (!atoms_.is_free(at) || atoms_[at].kind == AtomKind::mark) continue;
        if (!is_asked_ && begins(at) && read_list(at)) continue;
        if (!is_asked_ && read_led(at)) continue;
        read_birth_first(at);
    }
    return std::move(people_);
}

}  // namespace

std::vector<PersonMeant> find_births_apart(Atoms& atoms, LocalDate today, Asked asked) {
    return BirthsApart(atoms, today, asked).read();
}

}  // namespace antre::language
