#include "language/corrections.h"

#include <optional>

#include "language/dates.h"
#include "language/name_lines.h"
#include "language/names.h"
#include "language/times.h"

namespace antre::language {

namespace {

constexpr std::size_t value_atoms_max = 8;  // a value is looked for as far before a correction
constexpr std::size_t lead_atoms_max = 4;   // words between a correction and what is meant

enum class ValueKind : std::uint8_t {
    date,
    time,
    daypart,
    count,
    number,
    name,
    birth,
};

struct Value {
    ValueKind kind = ValueKind::number;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class CorrectionReading {
public:
    CorrectionReading(Atoms& atoms, LocalDate today, Asked asked)
        : atoms_(atoms)
        , asked_(asked)
        , today_(today)
        , dates_(atoms, today)
        , times_(atoms) {}

    void read();

private:
    [[nodiscard]] std::optional<Value> value_at(std::size_t at) const;
    [[nodiscard]] std::optional<Value> value_behind(std::size_t at) const;
    [[nodiscard]] std::optional<Value>
    value_behind_denied(const Value& denied, std::size_t at) const;
    [[nodiscard]] std::optional<Value> value_before(std::size_t end, ValueKind kind) const;
    [[nodiscard]] bool denies_undoing(std::size_t at) const;
    [[nodiscard]] std::size_t end_of_correction(std::size_t at) const;
    [[nodiscard]] bool is_dots(std::size_t at) const;
    [[nodiscard]] bool is_noise(std::size_t at) const;
    [[nodiscard]] bool is_remark(std::size_t at) const;
    [[nodiscard]] bool ends_at(const Value& value, std::size_t end) const;
    [[nodiscard]] bool touches(const Value& value, std::size_t end) const;
    [[nodiscard]] std::optional<Value> birth_at(std::size_t at) const;
    [[nodiscard]] bool is_same(const Value& a, const Value& b) const;
    [[nodiscard]] bool is_lone_denial(std::size_t at) const;
    void read_said_again(const Value& denied, std::size_t at);
    bool correct(std::size_t at, std::size_t end, bool must_touch);
    bool correct_part(const Value& meant, std::size_t at);
    void read_contrast(std::size_t at);

    Atoms& atoms_;
    Asked asked_;
    LocalDate today_;
    bool has_birth_ = false;
    DateFinder dates_;
    TimeFinder times_;
};

// What is said of a day that will not do: itu, libur, tutup, penuh.
bool CorrectionReading::is_remark(std::size_t at) const {
    return atoms_.has(at, Role::fails) || atoms_.is_called(at, "itu") ||
           atoms_.is_called(at, "that") || atoms_.is_called(at, "is") ||
           atoms_.is_called(at, "ya") || atoms_.is_called(at, "kantor") ||
           atoms_.is_called(at, "di");
}

bool CorrectionReading::is_noise(std::size_t at) const {
    return at < atoms_.size() &&
           (atoms_[at].kind == AtomKind::mark || atoms_[at].kind == AtomKind::line_end ||
            atoms_.has(at, Role::filler) || atoms_.has(at, Role::vocative));
}

// "lahir 4 juli 95, salah, 14 juli 1995": beside a word of birth a whole date gone by is one.
std::optional<Value> CorrectionReading::birth_at(std::size_t at) const {
    if (!has_birth_) return std::nullopt;
    const auto date = dates_.at(at, DateStyle::form);
    const bool is_whole = date && date->written && date->year_digits > 0;
    if (!is_whole || is_rather_a_visit(*date, today_) || !birth_of(*date, today_)) {
        return std::nullopt;
    }
    return Value{ValueKind::birth, at, date->end};
}

std::optional<Value> CorrectionReading::value_at(std::size_t at) const {
    if (!atoms_.is_free(at)) return std::nullopt;
    if (atoms_.is_number(at) && atoms_.has(at + 1, Role::person_unit)) {
        return Value{ValueKind::count, at, at + 2};
    }
    if (const auto birth = birth_at(at)) return birth;
    const bool is_form = asked_ == Asked::ask_date || asked_ == Asked::ask_birth;
    const auto date = dates_.at(at, is_form ? DateStyle::form : DateStyle::open);
    if (date && !date->is_past) return Value{ValueKind::date, at, date->end};
    if (const auto time = times_.at(at, TimeStyle::open)) {
        return Value{ValueKind::time, at, time->end};
    }
    if (atoms_.day_kind(at) == DayKind::daypart) return Value{ValueKind::daypart, at, at + 1};
    if (atoms_.is_number(at)) return Value{ValueKind::number, at, at + 1};
    if (atoms_.has(at, Role::person_unit)) return Value{ValueKind::count, at, at + 1};  // berdua
    const std::size_t name = name_end(atoms_, at, NameStyle::bare);
    if (name > at && asked_ == Asked::ask_name) return Value{ValueKind::name, at, name};
    return std::nullopt;
}

std::optional<Value> CorrectionReading::value_behind(std::size_t at) const {
    for (std::size_t lead = 0; lead < lead_atoms_max && at < atoms_.size(); ++at) {
        if (const auto value = value_at(at)) return value;
        if (is_noise(at)) continue;
        const bool leads = atoms_.has(at, Role::meant) || atoms_.has(at, Role::to) ||
                           atoms_.has(at, Role::intended) ||
                           atoms_.has(at, Role::soft_correction) ||
                           atoms_.has(at, Role::correction) || atoms_.has(at, Role::of) ||
                           atoms_.has(at, Role::hour_mark) || atoms_.has(at, Role::with);
        if (!leads) return std::nullopt;
        ++lead;
    }
    return std::nullopt;
}

// The last value of that kind that ends before `end`; of values that begin earlier the longer one.
std::optional<Value> CorrectionReading::value_before(std::size_t end, ValueKind kind) const {
    std::optional<Value> best;
    for (std::size_t back = 1; back <= value_atoms_max && back <= end; ++back) {
        const auto value = value_at(end - back);
        if (!value || value->end > end || value->kind != kind) {
            if (best && end - back + 1 < best->begin) break;
            continue;
        }
        if (!best || value->end >= best->end) best = value;
    }
    return best;
}

// "....": two marks and more that break off.
bool CorrectionReading::is_dots(std::size_t at) const {
    return atoms_.is_mark(at, '.') && atoms_.is_mark(at + 1, '.');
}

// "eh jangan dibatalkan": the denial is of the undoing and no part of the correction; but "eh no,
// cancel it" says it for itself.
bool CorrectionReading::denies_undoing(std::size_t at) const {
    if (!atoms_.has(at, Role::denies) || atoms_.is_called(at, "no")) return false;
    ++at;
    while (atoms_.has(at, Role::denial_link) || atoms_.has(at, Role::filler)) {
        ++at;
    }
    return atoms_.has(at, Role::undoing) || atoms_.has(at, Role::stops);
}

std::size_t CorrectionReading::end_of_correction(std::size_t at) const {
    std::size_t end = at + 1;
    for (std::size_t next = end; next < atoms_.size(); ++next) {
        if (is_noise(next)) continue;
        if (denies_undoing(next)) break;
        const bool belongs = atoms_.has(next, Role::meant) || atoms_.has(next, Role::correction) ||
                             atoms_.has(next, Role::soft_correction);
        std::size_t after = next + 1;
        const bool is_void =
            atoms_.has(next, Role::denies) && atoms_.is_called(next + 1, "jadi");  // eh gak jadi
        if (is_void) ++after;
        while (is_noise(after)) {
            ++after;
        }
        if (is_void && after > next + 2 && after < atoms_.size()) {
            end = after;
            break;
        }
        if (!belongs || after >= atoms_.size()) break;
        end = next + 1;
    }
    return end;
}

bool CorrectionReading::ends_at(const Value& value, std::size_t end) const {
    for (std::size_t at = value.end; at < end; ++at) {
        if (!is_noise(at)) return false;
    }
    return true;
}

// The same, but for values of other kinds between: "rabu jam 10, salah, kamis".
bool CorrectionReading::touches(const Value& value, std::size_t end) const {
    for (std::size_t at = value.end; at < end;) {
        const auto other = is_noise(at) ? std::nullopt : value_at(at);
        if (!is_noise(at) && (!other || other->kind == value.kind)) return false;
        at = other ? other->end : at + 1;
    }
    return true;
}

bool CorrectionReading::is_same(const Value& a, const Value& b) const {
    return a.kind == b.kind && atoms_.shown(a.begin, a.end) == atoms_.shown(b.begin, b.end);
}

// "jam 9 besok, bukan, jam 10", "besok bukan ding lusa"
bool CorrectionReading::is_lone_denial(std::size_t at) const {
    if (!atoms_.is_called(at, "bukan") || at == 0 || at + 1 >= atoms_.size()) return false;
    const bool is_between_marks = atoms_.is_mark(at - 1, ',') && atoms_.is_mark(at + 1, ',');
    return is_between_marks || atoms_.is_called(at + 1, "ding") || atoms_.plain(at + 1) == "deng";
}

// "jam 9 eh 10", "12 mei 1990 eh 1991": the number takes the place of the one it corrects.
bool CorrectionReading::correct_part(const Value& meant, std::size_t at) {
    for (std::size_t back = 1; back <= value_atoms_max && back <= at; ++back) {
        const std::size_t old = at - back;
        if (!atoms_.is_number(old)) continue;
        const bool is_year = atoms_[meant.begin].digits == 4;
        if (is_year != (atoms_[old].digits == 4)) continue;
        atoms_.all[old].value = atoms_[meant.begin].value;
        atoms_.all[old].digits = atoms_[meant.begin].digits;
        atoms_.take(meant.begin, meant.end, Placeholder::taken_back);
        return true;
    }
    return false;
}

// "lusa, eh jangan lusa, besok aja": what is denied once more is not what is meant.
std::optional<Value>
CorrectionReading::value_behind_denied(const Value& denied, std::size_t at) const {
    bool denies = false;
    for (std::size_t i = at; i < denied.begin; ++i) {
        denies = denies || atoms_.has(i, Role::denies) || atoms_.is_called(i, "kok") ||
                 atoms_.is_called(i, "itu") || atoms_.is_called(i, "that");
    }
    // "eh hari minggu itu, senin aja", "eh lusa kan libur, jumat": a remark and no wish
    std::size_t next = denied.end;
    while (is_noise(next) || is_remark(next)) {
        denies = denies || is_remark(next);
        ++next;
    }
    if (!denies) return std::nullopt;
    const auto value = value_at(next);
    return value && value->kind == denied.kind ? value : std::nullopt;
}

// The correction lies from `at` to before `end`. Gives whether a value was taken back.
bool CorrectionReading::correct(std::size_t at, std::size_t end, bool must_touch) {
    auto meant = value_behind(end);
    if (!meant) return false;
    if (const auto next = value_behind_denied(*meant, at)) meant = next;
    if (meant->kind == ValueKind::number) {
        for (const ValueKind whole : {ValueKind::date, ValueKind::time, ValueKind::count}) {
            const auto value = value_before(at, whole);
            if (value && ends_at(*value, at) && correct_part(*meant, at)) {
                atoms_.take(at, meant->begin, Placeholder::taken_back);
                return true;
            }
        }
    }
    const auto old = value_before(at, meant->kind);
    if (!old || (must_touch && !touches(*old, at))) return false;
    const bool has_mark = old->begin > 0 && atoms_.has(old->begin - 1, Role::day_mark);
    const bool is_close = ends_at(*old, at);
    atoms_.take(old->begin - (has_mark ? 1 : 0), old->end, Placeholder::taken_back);
    // what lies between belongs to the correction, so that the sentence goes on behind it
    atoms_.take(is_close ? old->end : at, meant->begin, Placeholder::taken_back);
    return true;
}

// "bukan besok tapi lusa"
void CorrectionReading::read_contrast(std::size_t at) {
    const auto old = value_at(at + 1);
    if (!old) return;
    std::size_t turn = old->end;
    while (is_noise(turn)) {
        ++turn;
    }
    if (!atoms_.has(turn, Role::contrast)) {
        read_said_again(*old, at);
        return;
    }
    const auto meant = value_behind(turn + 1);
    if (!meant || meant->kind != old->kind) return;
    atoms_.take(at, turn + 1, Placeholder::taken_back);
}

// "ke kamis, bukan kamis ding, jumat": what is denied was said before.
void CorrectionReading::read_said_again(const Value& denied, std::size_t at) {
    const auto before = value_before(at, denied.kind);
    if (!before || !is_same(*before, denied) || !ends_at(*before, at)) return;
    const auto meant = value_behind(denied.end);
    if (!meant || meant->kind != denied.kind) return;
    atoms_.take(before->begin, meant->begin, Placeholder::taken_back);
}

void CorrectionReading::read() {
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        has_birth_ = has_birth_ || atoms_.has(at, Role::birth_mark);
    }
    for (std::size_t at = 0; at < atoms_.size(); ++at) {
        if (atoms_.has(at, Role::denies)) read_contrast(at);
        const bool is_hard = atoms_.has(at, Role::correction);
        // "11 instead of 9" says which is which
        const bool is_contrast = atoms_.is_called(at, "instead") && atoms_.has(at + 1, Role::of);
        const bool is_soft =
            (atoms_.has(at, Role::soft_correction) && !is_contrast) || is_lone_denial(at);
        if (at == 0 || (!is_hard && !is_soft && !is_dots(at))) continue;
        std::size_t end = end_of_correction(at);
        if (!is_hard && !is_soft) {
            while (atoms_.is_mark(end, '.')) {
                ++end;
            }
        }
        bool is_strong = is_hard;
        for (std::size_t i = at; i < end; ++i) {
            is_strong = is_strong || atoms_.has(i, Role::correction);
        }
        std::size_t last = end;  // "senin, selasa maksudnya": said behind
        while (is_noise(last)) {
            ++last;
        }
        if (last >= atoms_.size()) continue;
        const bool took_back = correct(at, end, !is_strong);
        if (!took_back && is_strong) atoms_.take(at, end, Placeholder::fix);
        if (took_back || is_strong) at = end - 1;
    }
}

}  // namespace

void find_corrections(Atoms& atoms, LocalDate today, Asked asked) {
    CorrectionReading(atoms, today, asked).read();
}

}  // namespace antre::language
