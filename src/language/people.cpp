#include "language/people.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/limits.h"
#include "language/name_lines.h"
#include "language/named_people.h"
#include "language/names.h"

namespace antre::language {

namespace {

constexpr std::size_t birth_lead_max = 12;    // atoms between a name and its birth date
constexpr std::int32_t visit_days_max = 800;  // who names a later day means another

// Reads people from left to right; each step takes what it read.
class PeopleReading {
public:
    PeopleReading(Atoms& atoms, LocalDate today, Asked asked)
        : atoms_(atoms)
        , today_(today)
        , asked_(asked)
        , dates_(atoms, today) {}

    People read();

private:
    [[nodiscard]] bool has_hashes() const;
    [[nodiscard]] bool is_hash(std::size_t at) const { return atoms_.is_mark(at, '#'); }
    bool read_template();
    bool read_hash_form();
    bool read_hash_line(std::size_t begin, std::size_t end);
    bool read_plain_form();
    [[nodiscard]] bool is_command(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_name_amid(std::size_t at) const;
    void read_lines();
    bool read_person(std::size_t& at);
    void read_whole_lines();
    bool read_birth(std::size_t at);
    [[nodiscard]] std::size_t skip_marks(std::size_t at) const;
    [[nodiscard]] bool is_place_end(std::size_t at) const;
    [[nodiscard]] std::size_t skip_birth_words(std::size_t at) const;
    [[nodiscard]] std::optional<DateFound> whole_date(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_numeric(std::size_t begin, std::size_t end) const;
    void add(std::size_t begin, std::size_t end, std::optional<LocalDate> birth) {
        add_person(atoms_, begin, end, birth, found_);
    }
    void add_bad_birth(const DateFound& date);

    Atoms& atoms_;
    LocalDate today_;
    Asked asked_;
    DateFinder dates_;
    People found_;
};

bool PeopleReading::has_hashes() const {
    std::size_t count = 0;
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        if (is_hash(at)) ++count;
    }
    return count >= 2;
}

std::size_t PeopleReading::skip_marks(std::size_t at) const {
    while (at < atoms_.size() && atoms_.is_free(at) && atoms_[at].kind == AtomKind::mark) {
        ++at;
    }
    return at;
}

void PeopleReading::add_bad_birth(const DateFound& date) {
    found_.bad_birth_text = std::string(atoms_.shown(date.begin, date.end));
    found_.is_birth_to_come = !date.is_impossible && date.date > today_;
}

// #NAMA#TGLLAHIR#TGLKEDATANGAN
bool PeopleReading::read_template() {
    std::size_t words = 0;
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        if (atoms_[at].kind == AtomKind::mark || atoms_[at].kind == AtomKind::line_end) continue;
        const bool belongs = atoms_.has(at, Role::name_mark) || atoms_.has(at, Role::birth_mark) ||
                             atoms_.has(at, Role::visit_mark) || atoms_.has(at, Role::date_mark);
        if (!belongs) return false;
        ++words;
    }
    if (words < 2) return false;
    found_.is_form = found_.is_template = true;
    atoms_.take(0, atoms_.size(), Placeholder::name);
    return true;
}

// The date that fills these atoms, marks aside.
std::optional<DateFound> PeopleReading::whole_date(std::size_t begin, std::size_t end) const {
    const std::size_t at = skip_marks(begin);
    if (at >= end) return std::nullopt;
    auto date = dates_.at(at, DateStyle::form);
    if (!date || date->end > end) return std::nullopt;
    return date;
}

bool PeopleReading::is_numeric(std::size_t begin, std::size_t end) const {
    bool has_digits = false;
    for (std::size_t at = begin; at < end; ++at) {
        if (atoms_[at].kind == AtomKind::number && atoms_[at].digits > 0) has_digits = true;
        if (atoms_[at].kind == AtomKind::word) return false;
    }
    return has_digits;
}

bool PeopleReading::read_hash_form() {
    bool any = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= atoms_.size(); ++at) {
        if (at < atoms_.size() && atoms_[at].kind != AtomKind::line_end) continue;
        any |= read_hash_line(begin, at);
        begin = at + 1;
    }
    return any;
}

// One word that we know and that is nobody's name.
bool PeopleReading::is_command(std::size_t begin, std::size_t end) const {
    return end == begin + 1 && atoms_.is_word(begin) && atoms_[begin].word != 0 &&
           !atoms_.has(begin, Role::also_name) && atoms_.day_kind(begin) == DayKind::none;
}

// One line of fields between hashes: a name, then dates.
bool PeopleReading::read_hash_line(std::size_t begin, std::size_t end) {
    std::vector<std::pair<std::size_t, std::size_t>> fields;
    std::size_t from = begin;
    for (std::size_t at = begin; at <= end; ++at) {
        if (at < end && !is_hash(at)) continue;
        if (skip_marks(from) < at) fields.emplace_back(skip_marks(from), at);
        from = at + 1;
    }
    if (fields.size() > 2 && is_command(fields.front().first, fields.front().second)) {
        fields.erase(fields.begin());  // daftar#name#birth#visit
    }
    if (fields.size() < 2) return false;
    // #14051990#SITI RAHAYU#27112026
    const auto [second, second_end] = fields[1];
    const bool is_birth_first =
        is_numeric(fields.front().first, fields.front().second) && !is_numeric(second, second_end);
    if (is_birth_first) std::swap(fields[0], fields[1]);
    const auto [name_begin, name_last] = fields.front();
    if (atoms_[name_begin].kind != AtomKind::word && atoms_[name_begin].digits > 0) return false;
    std::optional<LocalDate> birth;
    bool has_birth = false;
    bool has_date = false;
    for (std::size_t i = 1; i < fields.size(); ++i) {
        const auto [field, field_end] = fields[i];
        const auto date = whole_date(field, field_end);
        const bool is_bad = !date ? is_numeric(field, field_end) : date->is_impossible;
        if (!date && !is_bad) continue;
        has_date = true;
        const auto day = date ? birth_of(*date, today_) : std::nullopt;
        const bool is_birth = !has_birth && (i == 1 || day) && (fields.size() > 2 || day || is_bad);
        if (is_birth) {
            has_birth = true;
            birth = day;
            if (!day) {
                found_.bad_birth_text = std::string(atoms_.shown(field, field_end));
                found_.is_birth_to_come = date && !date->is_impossible && date->date > today_;
            }
        } else if (is_bad) {
            found_.bad_visit_text = std::string(atoms_.shown(field, field_end));
        } else if (!found_.visit) {
            found_.visit = *date;
        }
        atoms_.take(field, is_bad ? field_end : date->end, Placeholder::date);
    }
    if (!has_date) return false;
    add(name_begin, name_last, birth);
    atoms_.take(name_begin, name_last, Placeholder::name);
    found_.is_form = true;
    return true;
}

// SITI RAHAYU 14051990 27112026, siti-14/05/1990-27/11/2026: the whole message, no other word.
bool PeopleReading::read_plain_form() {
    const std::size_t begin = skip_marks(0);
    std::size_t end = name_end(atoms_, begin, NameStyle::bare);
    if (end == begin) return false;
    const std::size_t first = skip_marks(end);
    auto birth = dates_.at(first, DateStyle::form);
    if (atoms_.is_word(first) && dates_.at(first + 1, DateStyle::form)) return false;  // Tan Mei
    if (!birth || !birth->written || birth->year_digits == 0) return false;
    const std::size_t second = skip_marks(birth->end);
    if (second >= atoms_.size() || !atoms_.is_number(second)) return false;
    const auto visit = dates_.at(second, DateStyle::form);
    const bool is_bad_visit = !visit && is_numeric(second, atoms_.size());
    if (!visit && !is_bad_visit) return false;
    if (visit && skip_marks(visit->end) < atoms_.size() &&
        !atoms_.has(skip_marks(visit->end), Role::hour_mark)) {
        return false;
    }
    const auto born = birth_of(*birth, today_);
    if (!born) add_bad_birth(*birth);
    if (is_bad_visit || visit->is_impossible) {
        found_.bad_visit_text =
            std::string(atoms_.shown(second, visit ? visit->end : atoms_.size()));
    } else {
        found_.visit = *visit;
    }
    add(begin, end, born);
    atoms_.take(begin, end, Placeholder::name);
    atoms_.take(end, visit ? visit->end : atoms_.size(), Placeholder::date);
    found_.is_form = true;
    return true;
}

// The last word of a place of birth: one we do not know, before a comma or the day.
bool PeopleReading::is_place_end(std::size_t at) const {
    return atoms_.is_word(at) && atoms_[at].word == 0 &&
           (atoms_.is_mark(at + 1, ',') || atoms_.is_number(at + 1));
}

// "lahir tgl", "ttl: jakarta,", "di Bandung Barat", "(", ","
std::size_t PeopleReading::skip_birth_words(std::size_t at) const {
    bool has_mark = false;
    for (std::size_t steps = 0; steps < birth_lead_max && at < atoms_.size(); ++steps) {
        const bool is_mark = atoms_.is_free(at) && atoms_[at].kind == AtomKind::mark;
        const bool is_sign = atoms_[at].found == Placeholder::taken_back ||
                             (is_mark && std::string_view(",-(:/.|=").find(atoms_[at].mark) !=
                                             std::string_view::npos);
        const bool is_birth_word =
            atoms_.has(at, Role::birth_mark) || (atoms_.is_called(at, "tempat") && !has_mark) ||
            (has_mark && (atoms_.has(at, Role::me) || atoms_.has(at, Role::in_place) ||
                          atoms_.is_called(at, "is"))) ||
            (atoms_.has(at, Role::date_mark) && (has_mark || atoms_.has(at + 1, Role::birth_mark)));
        const bool is_place = has_mark && (is_place_end(at) || is_place_end(at + 1)) &&
                              atoms_.is_word(at) && atoms_[at].word == 0;
        // a degree behind the name: S.H., M.Si.
        const bool is_degree = atoms_.is_word(at) && atoms_[at].word == 0 &&
                               atoms_.plain(at).size() <= 3 && atoms_.is_mark(at + 1, '.');
        if (!is_sign && !is_birth_word && !is_place && !is_degree) break;
        has_mark = has_mark || atoms_.has(at, Role::birth_mark);
        ++at;
    }
    return at;
}

// One person at `at`: name, then birth date. Moves `at` behind what was read.
bool PeopleReading::read_person(std::size_t& at) {
    std::size_t begin = at;
    const bool is_numbered = atoms_.is_number(begin) && atoms_[begin].digits == 1 &&
                             (atoms_.is_mark(begin + 1, '.') || atoms_.is_mark(begin + 1, ')'));
    if (is_numbered) begin += 2;
    begin = skip_marks(begin);
    bool is_marked = false;
    while (atoms_.has(begin, Role::name_mark)) {
        is_marked = true;
        begin = skip_marks(begin + 1);
    }
    const NameStyle style = is_marked ? NameStyle::marked : NameStyle::bare;
    const std::size_t end = name_end(atoms_, begin, style);
    if (end == begin) return false;
    const std::size_t birth_at = skip_birth_words(end);
    bool says_birth = asked_ == Asked::ask_name || asked_ == Asked::ask_birth;
    for (std::size_t i = end; i < birth_at; ++i) {
        says_birth = says_birth || atoms_.has(i, Role::birth_mark);
    }
    const auto date = dates_.at(birth_at, DateStyle::form);
    if (!date || !date->written) return false;
    const auto birth = birth_of(*date, today_);
    const bool is_bad = date->is_impossible && date->year_digits > 0;
    const bool is_bad_birth = (is_bad && (says_birth || date->written->year < ymd_of(today_).year));
    // Siti Rahayu 14-05-2090: no visit is so far away
    const bool is_far = date->year_digits == 4 && date->date - today_ > visit_days_max;
    if (!birth && !is_bad_birth && !is_far) return false;
    if (!birth) add_bad_birth(*date);
    add(begin, end, birth);
    atoms_.take(begin, date->end, Placeholder::name);
    if (is_numbered) atoms_.take(at, begin, Placeholder::name);
    at = date->end;
    return true;
}

// "tambah Budi Santoso 25-01-1987": written large in the middle of small letters, and no place.
bool PeopleReading::is_name_amid(std::size_t at) const {
    if (at == 0 || capitals_end(atoms_, at) < at + 2) return false;
    const bool is_place = atoms_.has(at - 1, Role::in_place) ||
                          atoms_.has(at - 1, Role::birth_mark) ||
                          atoms_.has(at - 1, Role::office_mark);
    return !is_place && capitals_end(atoms_, at - 1) == at - 1;
}

// People begin at the start, on a new line, after a person, "dan", "tambah" or a mark.
void PeopleReading::read_lines() {
    bool may_begin = true;
    for (std::size_t at = 0; at < atoms_.size();) {
        const bool may_be = may_begin || is_name_amid(at);
        if (may_be && atoms_.is_free(at) && read_person(at)) continue;
        const bool goes_on =
            may_begin && (atoms_.has(at, Role::filler) || atoms_.has(at, Role::vocative));
        const bool is_adding = atoms_.is_called(at, "tambah") || atoms_.is_called(at, "add");
        const bool is_mark =
            atoms_[at].kind == AtomKind::mark &&
            std::string_view(";,:.&+?!").find(atoms_[at].mark) != std::string_view::npos;
        // Behind "ttl:" a place follows, and then the birth date.
        const bool is_open = is_mark && !(at > 0 && atoms_.has(at - 1, Role::birth_mark));
        may_begin = atoms_[at].kind == AtomKind::line_end || is_open || is_adding ||
                    leads_to_name(atoms_, at) || !atoms_.is_free(at) || goes_on;
        ++at;
    }
}

// In answer to "which name": a line that is nothing but a name, so that Jumat Subagyo is a person.
void PeopleReading::read_whole_lines() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= atoms_.size(); ++at) {
        const bool ends =
            at == atoms_.size() || atoms_[at].kind == AtomKind::line_end || atoms_.is_mark(at, ',');
        if (!ends) continue;
        const std::size_t first = skip_marks(begin);
        const bool is_calendar = atoms_.is_word(first) && first + 1 < at &&
                                 atoms_.day_kind(first) != DayKind::none &&
                                 atoms_.is_word(first + 1) && atoms_[first + 1].word == 0;
        const std::size_t end =
            name_end(atoms_, first, is_calendar ? NameStyle::marked : NameStyle::bare);
        if (first < at && (end == at || is_name_alone(atoms_, first, at))) {
            add(first, at, std::nullopt);
            atoms_.take(first, at, Placeholder::name);
        }
        begin = at + 1;
    }
}

// "lahir 14-05-1990", "dob 3 july 1978"; in answer to ask_birth also without the word.
bool PeopleReading::read_birth(std::size_t at) {
    const bool is_marked = atoms_.has(at, Role::birth_mark);
    const std::size_t begin = is_marked ? skip_birth_words(at) : at;
    const auto date = dates_.at(begin, DateStyle::form);
    if (!date || (!date->written && !date->is_impossible)) return false;
    const auto birth = birth_of(*date, today_);
    const bool is_sure = is_marked || asked_ == Asked::ask_birth;
    if (!is_sure && (is_rather_a_visit(*date, today_) || (!birth && asked_ != Asked::ask_name))) {
        return false;
    }
    if (!birth) {
        add_bad_birth(*date);
    } else if (!found_.people.empty() && !found_.people.back().birth_date) {
        found_.people.back().birth_date = birth;
    } else {
        add(0, 0, birth);
    }
    atoms_.take(at, date->end, Placeholder::name);
    return true;
}

People PeopleReading::read() {
    const bool is_form = has_hashes() && (read_template() || read_hash_form());
    const bool is_asked = asked_ == Asked::ask_name || asked_ == Asked::ask_birth;
    if (!is_form && !read_plain_form()) {
        (is_asked ? read_name_lines : read_lines_of_names)(atoms_, today_, found_);
        read_lines();
    }
    read_named_people(atoms_, found_);
    if (asked_ == Asked::ask_name && found_.people.empty()) read_whole_lines();
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        const bool may_be = is_asked || atoms_.has(at, Role::birth_mark);
        if (may_be && atoms_.is_free(at)) read_birth(at);
    }
    return std::move(found_);
}

}  // namespace

People find_people(Atoms& atoms, LocalDate today, Asked asked) {
    return PeopleReading(atoms, today, asked).read();
}

}  // namespace antre::language
