#include "language/name_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "language/dates.h"
#include "language/limits.h"
#include "language/names.h"

namespace antre::language {

namespace {

constexpr std::size_t name_atoms_max = 12;  // initials have a mark each
constexpr std::size_t said_letters_min = 5;
constexpr std::int32_t near_days = 800;  // 4/12/26 is soon, not a birth a century ago

bool is_large(const Atoms& atoms, std::size_t at) {
    const std::string_view shown = atoms.shown(at);
    return !shown.empty() && !(shown.front() >= 'a' && shown.front() <= 'z');
}

bool is_letters(const Atoms& atoms, std::size_t at) {
    return atoms.is_word(at) || (atoms.is_number(at) && atoms[at].digits == 0);
}

bool is_any_mark(const Atoms& atoms, std::size_t at, std::string_view marks) {
    return atoms.is_free(at) && atoms[at].kind == AtomKind::mark &&
           marks.find(atoms[at].mark) != std::string_view::npos;
}

bool has_small_letters(const Atoms& atoms, std::size_t begin, std::size_t end) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string_view shown = atoms.shown(begin, end);
    return std::any_of(shown.begin(), shown.end(), is_small);
}

// "mau", "ganti", "tidak": who writes so is talking.
bool is_of_talk(const Atoms& atoms, std::size_t at) {
    constexpr std::array talking{
        Role::denies,
        Role::question,
        Role::undoing,
        Role::wishing,
        Role::enrol,
        Role::reason,
        Role::clause_break,
        Role::correction,
        Role::soft_correction,
        Role::feasible,
        Role::lapses,
        Role::put_off};
    if (is_only_near(atoms, at)) return false;
    if (atoms.has(at, Role::denial_link) && !atoms.has(at, Role::me) && !atoms.has(at, Role::to) &&
        !atoms.has(at, Role::of)) {
        return true;
    }
    return std::any_of(talking.begin(), talking.end(), [&](Role role) {
        return atoms.has(at, role);
    });
}

// "Nama Rina", "Saya Rina", "Selamat Pagi": words beside a name, or of a greeting.
bool is_said_of_names(const Atoms& atoms, std::size_t at) {
    // I Wayan
    if (atoms.plain(at) == "i") return false;
    return atoms.has(at, Role::me) || atoms.has(at, Role::name_mark) ||
           atoms.has(at, Role::birth_mark) || atoms.day_kind(at) == DayKind::daypart;
}

// "itu 14-05-1990", "oh 14-05-1990", "ini kak": a word beside a date that names nobody.
bool points_to_date(const Atoms& atoms, std::size_t at) {
    for (const std::string_view word :
         {"itu", "that", "is", "ya", "oke", "own", "tahun", "years", "ulang", "again"}) {
        if (atoms.is_called(at, word)) return true;
    }
    for (const std::string_view spelling : {"oh", "its", "ulang"}) {
        if (atoms.plain(at) == spelling) return true;
    }
    return atoms.has(at, Role::me) || atoms.has(at, Role::current) ||
           atoms.has(at, Role::name_mark) ||
           (!atoms.has(at, Role::also_name) &&
            (atoms.has(at, Role::filler) || atoms.has(at, Role::vocative)));
}

// A part of a line is [begin, end).
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool is_empty() const { return begin >= end; }
};

// Written as names are: large where small letters are used at all.
bool is_written_large(const Atoms& atoms, const Part& part, std::size_t at) {
    return is_large(atoms, at) && has_small_letters(atoms, part.begin, part.end);
}

// "ong mei hwa", before a birth date: words we do not know around a month.
bool is_small_name_with_month(const Atoms& atoms, std::size_t begin, std::size_t end) {
    bool has_month = false;
    for (std::size_t at = begin; at < end; ++at) {
        const DayKind kind = atoms.day_kind(at);
        const bool is_month = kind == DayKind::month || kind == DayKind::month_short;
        const bool is_part = atoms.is_word(at) &&
                             (atoms[at].word == 0 || atoms.has(at, Role::also_name) || is_month);
        if (!is_part) return false;
        has_month = has_month || is_month;
    }
    return has_month && end - begin >= 2 && atoms[begin].word == 0;
}

class NameLines {
public:
    NameLines(Atoms& atoms, LocalDate today, People& found)
        : atoms_(atoms)
        , today_(today)
        , dates_(atoms, today)
        , found_(found) {}

    void read();
    void read_whole_lines();

private:
    template <class Read>
    void each_line(Read read_one);
    void read_line(Part line);
    void read_whole_line(Part line);
    void add(Part name, const DateFound& date);
    [[nodiscard]] std::optional<DateFound> birth_in(Part line) const;
    [[nodiscard]] bool is_birth(const DateFound& date) const;
    [[nodiscard]] Part name_in(Part before) const;
    [[nodiscard]] Part without_ends(Part part) const;
    [[nodiscard]] std::size_t behind_lead(Part part) const;
    [[nodiscard]] bool is_said_around(Part piece) const;
    [[nodiscard]] Part chosen_part(Part part) const;
    [[nodiscard]] bool is_lead_word(Part part, std::size_t at) const;
    [[nodiscard]] bool is_name(Part part) const;

    Atoms& atoms_;
    LocalDate today_;
    DateFinder dates_;
    People& found_;
    Part line_before_;  // without a date: perhaps the name of the next line's
};

bool NameLines::is_birth(const DateFound& date) const {
    if (!date.written || date.year_digits == 0) return false;
    const auto birth = birth_of(date, today_);
    if (!birth) return date.is_impossible && date.written->year < ymd_of(today_).year;
    return !is_rather_a_visit(date, today_);
}

// The first birth date of a line. "Mei 14-05-1990": a whole date in digits wins over a month that
// would begin another.
std::optional<DateFound> NameLines::birth_in(Part line) const {
    for (std::size_t at = line.begin; at < line.end; ++at) {
        if (!atoms_.is_free(at) || atoms_[at].kind == AtomKind::mark) continue;
        auto date = dates_.at(at, DateStyle::form);
        const bool is_month_first = atoms_.is_word(at) && atoms_.day_kind(at) != DayKind::none;
        if (is_month_first && at + 1 < line.end) {
            const auto behind = dates_.at(at + 1, DateStyle::form);
            if (behind && behind->end <= line.end && is_birth(*behind)) date = behind;
        }
        if (date && date->end <= line.end && is_birth(*date)) return date;
    }
    return std::nullopt;
}

Part NameLines::without_ends(Part part) const {
    const auto is_edge = [&](std::size_t at) {
        return is_any_mark(atoms_, at, ",-(:;/|=.)*_~\"&+#>") || !atoms_.is_free(at);
    };
    while (!part.is_empty() && is_edge(part.begin)) {
        ++part.begin;
    }
    while (!part.is_empty() &&
           (is_edge(part.end - 1) || atoms_.has(part.end - 1, Role::date_mark) ||
            atoms_.is_called(part.end - 1, "tempat"))) {
        --part.end;
    }
    return part;
}

// Behind what announces the name or can be in none: "2 orang:", "1.", "nama saya", "atas nama".
std::size_t NameLines::behind_lead(Part part) const {
    std::size_t begin = part.begin;
    for (std::size_t at = part.begin; at < part.end; ++at) {
        const bool is_digits = atoms_.is_number(at) && atoms_[at].digits > 0;
        const bool is_end = !atoms_.is_free(at) || is_digits || atoms_.has(at, Role::name_mark) ||
                            (is_short_name_mark(atoms_, at) && at + 1 < part.end);
        if (is_end) begin = at + 1;
    }
    while (begin < part.end && begin > part.begin && atoms_.has(begin, Role::person_unit)) {
        ++begin;
    }
    return begin;
}

bool NameLines::is_lead_word(Part part, std::size_t at) const {
    if (!atoms_.is_word(at)) return false;
    // harusnya Budi Hartono; but van der Berg
    const bool is_before_large = at + 2 < part.end && is_letters(atoms_, at + 1) &&
                                 is_large(atoms_, at + 1) && is_large(atoms_, at + 2);
    if (!is_large(atoms_, at) && is_before_large && atoms_.plain(at).size() >= said_letters_min) {
        return true;
    }
    if (atoms_[at].word == 0) return false;
    // I Wayan, Ni Made
    if (atoms_.plain(at) == "i" || atoms_.plain(at) == "ni") return false;
    if (is_written_large(atoms_, part, at) && at != part.begin) return false;
    if (atoms_.has(at, Role::me) || atoms_.is_called(at, "ini") || atoms_.is_called(at, "is")) {
        return !is_large(atoms_, at) || atoms_.is_called(at, "ini") || atoms_.plain(at) == "saya";
    }
    for (const std::string_view opening : {"maaf", "sorry", "halo", "hello"}) {
        if (atoms_.plain(at) == opening) return true;
    }
    if (is_large(atoms_, at)) return false;
    constexpr std::array leading{
        Role::joining,
        Role::intended,
        Role::with,
        Role::relation,
        Role::child,
        Role::elder,
        Role::filler,
        Role::vocative,
        Role::correction,
        Role::soft_correction,
        Role::greeting};
    return !atoms_.has(at, Role::also_name) &&
           std::any_of(leading.begin(), leading.end(), [&](Role role) {
               return atoms_.has(at, role);
           });
}

// "ok", "halo kak", "istri": nothing but words that we know.
bool NameLines::is_said_around(Part piece) const {
    for (std::size_t at = piece.begin; at < piece.end; ++at) {
        if (atoms_[at].kind == AtomKind::mark) continue;
        const bool may_be_name = atoms_[at].word == 0 || is_only_near(atoms_, at) ||
                                 atoms_.has(at, Role::also_name) || atoms_.has(at, Role::day_mark);
        if (may_be_name) return false;
    }
    return true;
}

// Of "ok, Siti Rahayu, Jakarta" the first that is more than words we know.
Part NameLines::chosen_part(Part part) const {
    Part chosen;
    for (std::size_t begin = part.begin; begin < part.end;) {
        std::size_t end = begin;
        while (end < part.end && !is_any_mark(atoms_, end, ",;:(=|&+")) {
            ++end;
        }
        const Part piece = without_ends({begin, end});
        const bool is_known = !piece.is_empty() && is_said_around(piece);
        if (!piece.is_empty()) chosen = piece;
        if (!piece.is_empty() && !is_known && is_name(piece)) return piece;
        begin = end + 1;
    }
    return chosen;
}

Part NameLines::name_in(Part before) const {
    Part part = before;
    for (std::size_t at = part.begin; at < part.end; ++at) {
        if (at > part.begin && atoms_.has(at, Role::birth_mark)) part.end = at;
    }
    part = without_ends(part);
    if (part.is_empty()) return part;
    part.begin = behind_lead(part);
    part = chosen_part(without_ends(part));
    while (part.begin + 1 < part.end && is_lead_word(part, part.begin)) {
        part = without_ends({part.begin + 1, part.end});
    }
    return part;
}

bool NameLines::is_name(Part part) const {
    if (part.is_empty() || part.end - part.begin > name_atoms_max) return false;
    bool has_name = false;
    for (std::size_t at = part.begin; at < part.end; ++at) {
        if (!atoms_.is_free(at) || atoms_[at].kind == AtomKind::line_end) return false;
        if (atoms_.has(at, Role::birth_mark) || atoms_.is_called(at, "paspor")) return false;
        has_name = has_name || (is_letters(atoms_, at) && !points_to_date(atoms_, at));
        if (is_of_talk(atoms_, at) && !is_written_large(atoms_, part, at)) return false;
    }
    return has_name;
}

void NameLines::add(Part name, const DateFound& date) {
    if (found_.people.size() >= people_max) return;
    const auto birth = birth_of(date, today_);
    if (!birth) {
        found_.bad_birth_text = std::string(atoms_.shown(date.begin, date.end));
        found_.is_birth_to_come = !date.is_impossible && date.date > today_;
    }
    found_.people.push_back({PersonName(tidy_name(atoms_.shown(name.begin, name.end))), birth});
    // the number of a list: 1. Siti Rahayu
    const bool is_numbered = name.begin >= 2 && is_any_mark(atoms_, name.begin - 1, ".)") &&
                             atoms_.is_number(name.begin - 2);
    atoms_.take(name.begin - (is_numbered ? 2 : 0), date.end, Placeholder::name);
}

void NameLines::read_whole_line(Part line) {
    const auto date = birth_in(line);
    if (!date || !without_ends({date->end, line.end}).is_empty()) return;
    const Part name = without_ends({line.begin, date->begin});
    const bool is_name = is_name_alone(atoms_, name.begin, name.end) ||
                         is_small_name_with_month(atoms_, name.begin, name.end);
    if (is_name) add(name, *date);
}

void NameLines::read_line(Part line) {
    bool has_date = false;
    while (const auto date = birth_in(line)) {
        Part name = name_in({line.begin, date->begin});
        const bool is_behind_line = name.is_empty() && !has_date && !line_before_.is_empty();
        if (is_behind_line) name = name_in(line_before_);
        has_date = true;
        line.begin = date->end;
        if (is_name(name)) add(name, *date);
    }
    line_before_ = has_date ? Part{} : line;
}

template <class Read>
void NameLines::each_line(Read read_one) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= atoms_.size(); ++at) {
        if (at < atoms_.size() && atoms_[at].kind != AtomKind::line_end) continue;
        read_one(Part{begin, at});
        begin = at + 1;
    }
}

void NameLines::read() {
    each_line([this](Part line) { read_line(line); });
}

void NameLines::read_whole_lines() {
    each_line([this](Part line) { read_whole_line(line); });
}

}  // namespace

void read_name_lines(Atoms& atoms, LocalDate today, People& found) {
    NameLines(atoms, today, found).read();
}

void read_lines_of_names(Atoms& atoms, LocalDate today, People& found) {
    NameLines(atoms, today, found).read_whole_lines();
}

bool is_rather_a_visit(const DateFound& date, LocalDate today) {
    return date.year_digits == 2 && date.date > today && date.date - today < near_days;
}

std::size_t announced_end(const Atoms& atoms, std::size_t begin) {
    const std::size_t end = name_end(atoms, begin, NameStyle::marked);
    if (end > begin) return end;
    std::size_t large = begin;
    while (large < atoms.size() && is_letters(atoms, large) && is_large(atoms, large)) {
        ++large;
    }
    return is_name_alone(atoms, begin, large) ? large : begin;
}

bool is_name_alone(const Atoms& atoms, std::size_t begin, std::size_t end) {
    if (begin >= end || end - begin > name_atoms_max) return false;
    std::size_t words = 0;
    bool is_strange = false;
    bool is_doubled = true;
    for (std::size_t at = begin; at < end; ++at) {
        const bool is_joint =
            is_any_mark(atoms, at, ".-") && at > begin && is_letters(atoms, at - 1);
        const bool is_same_word = at > begin && atoms[at].first == atoms[at - 1].first;
        if (is_joint || is_same_word) continue;
        if (!is_letters(atoms, at)) return false;
        if (!is_large(atoms, at) && !atoms.has(at, Role::lineage)) return false;
        const bool is_near = is_only_near(atoms, at);
        if (!is_near && is_said_of_names(atoms, at)) return false;
        is_doubled = is_doubled && atoms.plain(at) == atoms.plain(begin);
        is_strange = is_strange || is_near || atoms[at].word == 0 || atoms.has(at, Role::also_name);
        ++words;
    }
    if (!has_small_letters(atoms, begin, end)) return false;
    // Ari, Hari: "day" alone answers nothing
    if (words == 1) return end == begin + 1 && atoms.has(begin, Role::day_mark);
    return is_strange || is_doubled;
}

}  // namespace antre::language
