#include "language/findings.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "language/births_apart.h"
#include "language/corrections.h"
#include "language/party.h"
#include "language/sides.h"

namespace antre::language {

namespace {

constexpr std::size_t journey_before = 5;  // atoms looked at around a date
constexpr std::size_t journey_behind = 2;
constexpr std::size_t expiry_before = 4;
constexpr std::size_t event_before = 4;
constexpr int days_of_week = 7;
constexpr int office_hour_min = 7;  // of hours that no word marks
constexpr int office_hour_max = 17;

// "paspor saya habis tanggal 5", "SIM mati tgl 9": that it ends, and not "after the fifth".
bool is_behind_paper(const Atoms& atoms, std::size_t at) {
    for (std::size_t back = 1; back <= expiry_before && back <= at; ++back) {
        if (ends_clause(atoms, at - back)) return false;
        if (atoms.has(at - back, Role::lapses)) return true;
    }
    return false;
}

// A date of travel is no wish: "berangkat umroh tgl 20", "flight on 3 Dec", "tgl 20 terbang".
bool is_of_journey(const Atoms& atoms, std::size_t begin, std::size_t end) {
    for (std::size_t back = 1; back <= journey_before && back <= begin; ++back) {
        const std::size_t at = begin - back;
        if (ends_clause(atoms, at) || atoms[at].found != Placeholder::unknown) break;
        // "paspor untuk umroh" says what for, not when
        const bool is_purpose =
            at > 0 && (atoms.has(at - 1, Role::intended) ||
                       (atoms.is_called(at - 1, "paspor") && !atoms.is_called(at, "expired")));
        if (atoms.has(at, Role::journey) && !is_purpose) return true;
        if (atoms.has(at, Role::expiry) && is_behind_paper(atoms, at)) return true;
    }
    if (atoms.has(end, Role::past_day) || atoms.has(end, Role::ago)) return true;  // tgl 1 kemarin
    for (std::size_t ahead = 0; ahead < journey_behind && end + ahead < atoms.size(); ++ahead) {
        if (ends_clause(atoms, end + ahead)) break;
        if (atoms.has(end + ahead, Role::intended)) break;
        if (atoms.has(end + ahead, Role::journey)) return true;
    }
    return false;
}

// "Paspor lama terbit 13 september 2017": a day gone by is no wish where another is named.
void drop_days_gone_by(LocalDate today, std::vector<DateMeant>& dates) {
    const auto is_gone = [&](const DateMeant& meant) {
        return meant.found.year_digits > 0 && meant.found.date < today;
    };
    if (std::all_of(dates.begin(), dates.end(), is_gone)) return;
    std::erase_if(dates, is_gone);
}

// "minggu depan aja, kamis gitu", "kamis di minggu depan": the weekday of that week. But in "kamis
// ke minggu depan" the weekday is where one comes from.
void join_week_and_day(const Atoms& atoms, LocalDate today, std::vector<DateMeant>& dates) {
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
        const bool is_week_first = dates[i].found.is_week;
        const DateMeant& week = dates[is_week_first ? i : i + 1];
        DateMeant day = dates[is_week_first ? i + 1 : i];
        if (!week.found.is_week || !day.found.is_bare_weekday) continue;
        if (!is_all_soft(atoms, dates[i].found.end, dates[i + 1].found.begin)) continue;
        if (week.side.relation || week.side.is_denied || day.side.is_denied) continue;
        if (!is_week_first && week.side.is_to) continue;
        const LocalDate monday = *week.found.date_to - (days_of_week - 1);
        const LocalDate date = monday + static_cast<int>(weekday_of(day.found.date));
        if (date < today) continue;
        if (day.found.date_to) day.found.date_to = *day.found.date_to + (date - day.found.date);
        day.found.date = date;
        day.found.is_inferred = true;
        day.side.is_to = day.side.is_to || week.side.is_to;
        dates[i] = day;
        dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        return;
    }
}

bool has_hour_before(const Atoms& atoms, std::size_t end) {
    const TimeFinder finder(atoms);
    for (std::size_t at = 0; at < end; ++at) {
        if (finder.at(at, TimeStyle::open)) return true;
    }
    return false;
}

// Of several wishes the first counts: what is said behind "atau" is taken and not kept. Gives the
// end of it, an hour behind it included; `end` where it is no second choice.
std::size_t
take_second_choice(Atoms& atoms, std::size_t begin, std::size_t end, Placeholder found) {
    const std::size_t choice = begin_of_choice(atoms, begin, found);
    if (choice == begin) return end;
    std::size_t hour = end;
    while (atoms.day_kind(hour) == DayKind::daypart || atoms.has(hour, Role::filler)) {
        ++hour;
    }
    const auto time = TimeFinder(atoms).at(hour, TimeStyle::open);
    // "senin atau selasa jam 9": the hour is of both
    const bool is_of_second = found == Placeholder::date && has_hour_before(atoms, choice);
    const std::size_t last = time && is_of_second ? time->end : end;
    atoms.take(choice, last, found);
    return last;
}

// "kamis atau jumat minggu depan": the week that is said of the second is of the first too.
void share_week(DateFound& first, const DateFound& second) {
    if (!first.is_bare_weekday || !second.is_of_said_week || first.date_to) return;
    first.date = second.date - static_cast<int>(weekday_of(second.date)) +
                 static_cast<int>(weekday_of(first.date));
    first.is_inferred = true;
}

void find_dates(Atoms& atoms, LocalDate today, Asked asked, Findings& findings) {
    const DateFinder finder(atoms, today);
    const DateStyle style = asked == Asked::ask_date ? DateStyle::form : DateStyle::open;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        // an hour, and a street that bears a date: jalan 10 november
        const bool is_no_day = at > 0 && atoms.is_number(at) &&
                               (atoms.is_called(at - 1, "jam") || atoms.is_called(at - 1, "jalan"));
        const auto found = is_no_day ? std::nullopt : finder.at(at, style);
        if (!found) continue;
        if (!findings.dates.empty() && !found->is_past && !found->is_impossible) {
            const std::size_t end =
                take_second_choice(atoms, found->begin, found->end, Placeholder::date);
            if (!atoms.is_free(found->begin)) {
                share_week(findings.dates.back().found, *found);
                at = end - 1;
                continue;
            }
        }
        for (std::size_t i = found->begin; i < found->end; ++i) {  // sabtu pagi minggu depan
            if (atoms.day_kind(i) != DayKind::daypart) continue;
            findings.daypart = static_cast<Daypart>(atoms.day_value(i));
        }
        const bool is_journey = is_of_journey(atoms, found->begin, found->end);
        if (found->is_past || is_journey) {
            const auto departure = TimeFinder(atoms).at(found->end, TimeStyle::open);
            const std::size_t end = is_journey && departure ? departure->end : found->end;
            atoms.take(found->begin, end, Placeholder::past);
            if (!found->is_past && !findings.event_day) findings.event_day = found;
        } else if (found->is_impossible) {
            if (findings.bad_date_text.empty()) {
                findings.bad_date_text = std::string(atoms.shown(found->begin, found->end));
            }
            atoms.take(found->begin, found->end, Placeholder::date);
        } else {
            const Side side = side_of(atoms, found->begin, found->end);
            findings.dates.push_back({*found, side});
            const bool has_article = found->begin > 0 && atoms.is_called(found->begin - 1, "the");
            atoms.take(found->begin - (has_article ? 1 : 0), found->end, Placeholder::date);
            take_relation(atoms, side, found->begin, Placeholder::date);
        }
        at = found->end - 1;
    }
}

// "libur sekolah tgl 21, daftar tanggal itu": the day of the event is wished for after all.
void take_day_pointed_to(const Atoms& atoms, Findings& findings) {
    if (!findings.event_day || !findings.dates.empty()) return;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const bool is_mark = atoms.has(at, Role::date_mark) || atoms.has(at, Role::day_mark);
        const bool is_that = atoms.is_called(at + 1, "itu") || atoms.is_called(at + 1, "that");
        if (!is_mark || !is_that) continue;
        findings.dates.push_back({*findings.event_day, {}});
        return;
    }
}

// "ada kelas jam 10, jadi maunya jam 1": an hour of something else gives way to another.
bool is_of_event(const Atoms& atoms, std::size_t begin) {
    for (std::size_t back = 1; back <= event_before && back <= begin; ++back) {
        const std::size_t at = begin - back;
        if (ends_clause(atoms, at) || atoms.has(at, Role::ours)) return false;
        if (atoms[at].found == Placeholder::past) return true;  // kemarin saya datang jam 9
        if (atoms.has(at, Role::journey) || atoms.has(at, Role::not_ours)) return true;
    }
    return false;
}

// "10 instead of 9", "jadi 10 bukan 9": of two bare hours one is told by the other.
bool is_hour_of_contrast(const Atoms& atoms, std::size_t at) {
    const auto is_hour = [&](std::size_t i) {
        return atoms.is_number(i) && atoms[i].digits <= 2 && atoms[i].value >= 1 &&
               atoms[i].value <= office_hour_max;
    };
    const auto behind_contrast = [&](std::size_t i) {
        if (atoms.is_called(i, "instead")) return i + (atoms[i + 1].kind == AtomKind::word ? 2 : 1);
        const bool is_not = atoms.is_called(i, "not") || atoms.is_called(i, "bukan");
        return is_not ? i + 1 : i;
    };
    if (!is_hour(at) || at + 2 >= atoms.size()) return false;
    const std::size_t other = behind_contrast(at + 1);
    return other != at + 1 && (is_hour(other) || atoms.has(other, Role::hour_mark));
}

// "after 10", "sebelum 11 ya": a bare hour of the office with nothing behind it that is counted.
bool is_hour_of_relation(const Atoms& atoms, std::size_t at) {
    if (at == 0 || !atoms.is_number(at) || atoms[at].digits > 2) return false;
    if (atoms[at].value < 1 || atoms[at].value > office_hour_max) return false;
    const std::size_t next = at + 1;
    const bool is_office_hour = atoms[at].value >= office_hour_min;
    if (is_office_hour && (atoms.has(next, Role::onward) || atoms.has(next, Role::downward))) {
        return true;  // 10 or later
    }
    const bool is_before_day =
        is_office_hour && next + 1 < atoms.size() && atoms.is_called(next, "on") &&
        atoms[next + 1].found == Placeholder::date && !atoms.has(at - 1, Role::intended);
    const bool is_changed = at > 1 && atoms.has(at - 2, Role::hour_mark) &&
                            (atoms.is_called(at - 1, "ganti") || atoms.is_called(at - 1, "ubah"));
    if (is_before_day || is_changed) return true;  // say 9 on the 7th; jamnya ganti 11
    if (!atoms.has(at - 1, Role::before) && !atoms.has(at - 1, Role::after)) return false;
    return next >= atoms.size() || atoms[next].kind == AtomKind::line_end ||
           (atoms[next].kind == AtomKind::mark && !atoms[next].is_glued) ||
           ends_clause(atoms, next) || atoms.has(next, Role::filler) ||
           atoms.has(next, Role::vocative);
}

void find_times(Atoms& atoms, Asked asked, Findings& findings) {
    const TimeFinder finder(atoms);
    const TimeStyle style = asked == Asked::ask_time ? TimeStyle::form : TimeStyle::open;
    std::vector<TimeMeant> of_events;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        // "at 11 instead of 9", "10 not 9": beside a time a bare number is one too
        const bool is_instead = at > 1 && atoms.is_called(at - 2, "instead") &&
                                (atoms.has(at - 1, Role::of) || atoms.is_called(at - 1, "than"));
        const bool is_denied =
            at > 1 && atoms.has(at - 1, Role::denies) && atoms[at - 2].found == Placeholder::time;
        const bool is_hour = (!findings.times.empty() && (is_instead || is_denied)) ||
                             is_hour_of_relation(atoms, at) || is_hour_of_contrast(atoms, at);
        const auto found = finder.at(at, is_hour ? TimeStyle::form : style);
        if (!found) continue;
        if (!findings.times.empty()) {
            const std::size_t end =
                take_second_choice(atoms, found->begin, found->end, Placeholder::time);
            if (!atoms.is_free(found->begin)) {
                at = end - 1;
                continue;
            }
        }
        const Side side = side_of(atoms, found->begin, found->end);
        auto& kept = is_of_event(atoms, found->begin) ? of_events : findings.times;
        kept.push_back({*found, side});
        atoms.take(found->begin, found->end, Placeholder::time);
        take_relation(atoms, side, found->begin, Placeholder::time);
        at = found->end - 1;
    }
    if (findings.times.empty()) {
        findings.times = std::move(of_events);
        return;
    }
    for (const TimeMeant& meant : of_events) {
        atoms.take(meant.found.begin, meant.found.end, Placeholder::past);
    }
}

void find_lengths(Atoms& atoms, Findings& findings) {
    const TimeFinder finder(atoms);
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const auto found = finder.length(at);
        // "jam 9 lebih sepuluh menit" is one time
        const bool is_offset =
            at >= 2 && (atoms.has(at - 1, Role::plus) || atoms.has(at - 1, Role::minus)) &&
            (atoms.is_number(at - 2) || atoms.day_kind(at - 2) == DayKind::daypart);
        // "kurang 15 menit jam 10" too
        const bool is_before_hour =
            found && at > 0 && (atoms.has(at - 1, Role::plus) || atoms.has(at - 1, Role::minus)) &&
            atoms.has(found->end, Role::hour_mark) && atoms.is_number(found->end + 1);
        if (!found || is_offset || is_before_hour) continue;
        if (!findings.length_minutes) findings.length_minutes = found->minutes;
        atoms.take(found->begin, found->end, Placeholder::duration);
        at = found->end - 1;
    }
}

// "selamat pagi", "pagi kak", "pagi, mau daftar": a greeting, not a wish for the morning.
bool is_greeting(const Atoms& atoms, std::size_t at, Asked asked) {
    if (at > 0 && atoms.has(at - 1, Role::greeting)) return true;
    if (at != 0 || asked != Asked::nothing) return false;
    if (at + 1 >= atoms.size()) return true;
    const bool is_called = atoms.has(at + 1, Role::filler) || atoms.has(at + 1, Role::also_paper);
    if (is_called && atoms.size() == at + 2) return true;
    return atoms.has(at + 1, Role::vocative) || atoms.is_mark(at + 1, ',') ||
           atoms.is_mark(at + 1, '.') || atoms.is_mark(at + 1, '!') ||
           atoms[at + 1].kind == AtomKind::line_end;
}

void find_dayparts(Atoms& atoms, LocalDate today, Asked asked, Findings& findings) {
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const DayKind kind = atoms.day_kind(at);
        const bool is_morning = atoms.has(at, Role::also_morning);  // senin enjing
        if (kind != DayKind::daypart && kind != DayKind::prayer && !is_morning) continue;
        if (is_greeting(atoms, at, asked)) {
            atoms.take(at, at + 1, Placeholder::greeting);
            continue;
        }
        // "ganti ke sore, pagi gak sempat": the first counts, unless another is moved to
        const bool is_aim = at > 0 && atoms.has(at - 1, Role::to);
        const Side side = side_of(atoms, at, at + 1);
        const bool is_refused = side.is_denied || side.is_excluded;  // jangan pagi
        if ((!findings.daypart && !is_refused) || is_aim) {
            findings.daypart =
                is_morning ? Daypart::pagi : static_cast<Daypart>(atoms.day_value(at));
        }
        std::size_t begin = at;
        // habis dhuhur, sebelum makan siang: the part of the day is said, no relation
        if (begin > 0 &&
            (atoms.has(begin - 1, Role::after) || atoms.has(begin - 1, Role::before))) {
            --begin;
        }
        // nanti sore, sore ini: today
        const bool is_today =
            (at > 0 && (atoms.has(at - 1, Role::coming) || atoms.has(at - 1, Role::current))) ||
            atoms.has(at + 1, Role::current) || atoms.has(at + 1, Role::coming) ||
            atoms.has(at, Role::current);  // tonight
        std::size_t end = at + 1;
        if (atoms.has(at + 1, Role::current) || atoms.has(at + 1, Role::coming)) ++end;
        if (is_today && findings.dates.empty()) {
            DateFound found;
            found.begin = begin;
            found.end = end;
            found.date = today;
            findings.dates.push_back({found, side_of(atoms, begin, end)});
            atoms.take(begin, end, Placeholder::date);
        } else {
            atoms.take(begin, end, Placeholder::time);
        }
    }
}

std::optional<int> lone_number(const Atoms& atoms) {
    std::optional<int> number;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const bool is_noise = atoms.has(at, Role::filler) || atoms.has(at, Role::vocative) ||
                              atoms.has(at, Role::number_mark) || atoms.has(at, Role::of) ||
                              atoms.is_called(at, "yang") || atoms.is_called(at, "pilih") ||
                              atoms.is_called(at, "opsi") || atoms[at].kind == AtomKind::mark ||
                              atoms.has(at, Role::me) || atoms.is_called(at, "is") ||
                              atoms[at].found == Placeholder::fix ||
                              atoms[at].found == Placeholder::taken_back ||
                              atoms[at].kind == AtomKind::line_end;
        if (is_noise) continue;
        if (!atoms.is_number(at) || number || atoms[at].value > 99) return std::nullopt;
        number = static_cast<int>(atoms[at].value);
    }
    return number;
}

}  // namespace

Findings find_all(Atoms& atoms, LocalTime now, Asked asked) {
    Findings findings;
    findings.codes = find_codes(atoms);
    find_corrections(atoms, now.date, asked);
    findings.bare_number = lone_number(atoms);
    auto apart = find_births_apart(atoms, now.date, asked);
    findings.people = find_people(atoms, now.date, asked);
    findings.people.people.insert(
        findings.people.people.begin(),
        std::make_move_iterator(apart.begin()),
        std::make_move_iterator(apart.end())
    );
    findings.bad_date_text = findings.people.bad_visit_text;
    if (findings.people.visit) findings.dates.push_back({*findings.people.visit, {}});
    findings.age_priority = find_ages(atoms);
    find_lengths(atoms, findings);
    find_dates(atoms, now.date, asked, findings);
    drop_days_gone_by(now.date, findings.dates);
    join_week_and_day(atoms, now.date, findings.dates);
    take_day_pointed_to(atoms, findings);
    find_times(atoms, asked, findings);
    find_dayparts(atoms, now.date, asked, findings);
    findings.count = find_count(atoms);
    if (asked == Asked::ask_date && findings.dates.empty() && findings.bare_number) {
        const DateFinder finder(atoms, now.date);
        for (std::size_t at = 0; at < atoms.size(); ++at) {
            const auto found = finder.day_alone(at);
            if (found && !found->is_impossible) findings.dates.push_back({*found, {}});
        }
    }
    if (asked == Asked::ask_count && !findings.count && findings.bare_number) {
        findings.count = findings.bare_number;
    }
    return findings;
}

}  // namespace antre::language
