// The part of DateFinder that knows feasts: setelah lebaran, sebelum natal.

#include "language/dates.h"

namespace antre::language {

// Yohanes Natal Gultom: written large beside a word written large that we do not know.
bool DateFinder::is_in_name(std::size_t at) const {
    const auto is_large = [&](std::size_t i) {
        return atoms_.is_word(i) && atoms_.shown(i).front() >= 'A' &&
               atoms_.shown(i).front() <= 'Z';
    };
    const auto is_strange = [&](std::size_t i) { return is_large(i) && atoms_[i].word == 0; };
    return is_large(at) && ((at > 0 && is_strange(at - 1)) || is_strange(at + 1));
}

std::optional<DateFound> DateFinder::feast(std::size_t begin) const {
    if (atoms_.day_kind(begin) != DayKind::feast || is_in_name(begin)) return std::nullopt;
    const bool says_when =
        begin > 0 &&
        (atoms_.has(begin - 1, Role::after) || atoms_.has(begin - 1, Role::before) ||
         atoms_.has(begin - 1, Role::until) || atoms_.has(begin - 1, Role::from) ||
         atoms_.has(begin - 1, Role::start_of) || atoms_.has(begin - 1, Role::month_unit));
    if (atoms_.has(begin, Role::also_act) && !says_when) return std::nullopt;
    const auto word = static_cast<std::int16_t>(atoms_.day_value(begin));
    std::optional<LocalDate> next;
    for (const FeastDay& day : atoms_.lexicon->feasts) {
        if (day.feast != word) continue;
        for (int ahead = 0; ahead <= 1; ++ahead) {
            YearMonthDay ymd = day.day;
            if (ymd.year == 0) ymd.year = ymd_of(today_).year + ahead;
            const auto date = date_of(ymd);
            if (date && *date >= today_ && (!next || *date < *next)) next = date;
        }
    }
    if (!next) return std::nullopt;
    if (const auto written = date_behind(begin, begin + 1)) return written;  // natal tgl 26
    DateFound found;
    found.begin = begin;
    found.end = begin + 1;
    found.date = *next;
    return found;
}

}  // namespace antre::language
