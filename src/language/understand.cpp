#include "language/understand.h"

#include <algorithm>
#include <utility>

#include "language/atoms.h"
#include "language/findings.h"
#include "language/lexicon.h"
#include "language/limits.h"
#include "language/names.h"
#include "language/offices.h"
#include "language/own_data.h"
#include "language/scores.h"
#include "language/tokens.h"
#include "language/wishes.h"

namespace antre::language {

namespace {

constexpr int days_of_week = 7;

Language language_of(const Atoms& atoms, Language reply_language) {
    int english = 0;
    int indonesian = 0;
    for (const Atom& atom : atoms.all) {
        if (atom.kind != AtomKind::word && atom.digits > 0) continue;
        if (atom.word == 0 || atom.found == Placeholder::code) continue;
        if (atom.speech == Speech::english) ++english;
        if (atom.speech == Speech::indonesian) ++indonesian;
    }
    if (english > indonesian) return Language::en;
    if (indonesian > english) return Language::id;
    return reply_language;
}

// Which entities an intent speaks of; the others stay empty even where words for them occur.
struct Scope {
    bool when = false;  // date, time, daypart
    bool times = false;
    bool who = false;   // names, count, NIK, priority, child
    bool what = false;  // service, passport type
    bool code = false;
};

Scope scope_of(Intent intent) {
    switch (intent) {
    case Intent::book:
    case Intent::inform:
    case Intent::affirm:
    case Intent::deny: return {true, true, true, true, true};
    case Intent::availability: return {true, true, true, true, false};
    case Intent::reschedule:
    case Intent::cancel: return {true, true, false, false, true};
    case Intent::my_booking: return {true, false, false, false, true};
    case Intent::info: return {true, false, false, true, false};
    case Intent::passport_status:
    case Intent::queue_status:
    case Intent::late:
    case Intent::arrived: return {false, false, false, false, true};
    case Intent::menu:
    case Intent::thanks:
    case Intent::human:
    case Intent::language:
    case Intent::opt_out:
    case Intent::opt_in:
    case Intent::other: return {};
    }
    return {};
}

// A second date that we move to; the first is where we come from.
template <class Meant>
std::pair<const Meant*, const Meant*> old_and_new(const std::vector<Meant>& all) {
    const auto is_aim = [](const Meant& meant) {
        return meant.side.is_to && !meant.side.is_from && !meant.side.is_denied;
    };
    const auto aim = std::find_if(all.begin(), all.end(), is_aim);
    const Meant* old_one = nullptr;
    const Meant* new_one = aim == all.end() ? nullptr : &*aim;
    for (const Meant& meant : all) {
        if (aim != all.end() && &meant == &*aim) continue;
        const bool is_old = meant.side.is_from || meant.side.is_denied || meant.side.is_excluded ||
                            meant.side.is_of_booking || aim != all.end();
        if (is_old && !meant.side.is_to && old_one == nullptr) {
            old_one = &meant;
        } else if (new_one == nullptr) {
            new_one = &meant;
        } else if (old_one == nullptr) {
            old_one = std::exchange(new_one, &meant);
        }
    }
    return {old_one, new_one};
}

void set_date(Meaning& meaning, const DateMeant& meant) {
    meaning.date = meant.found.date;
    meaning.date_to = meant.found.date_to;
    const bool is_range = meant.found.date_to && meant.side.is_start;  // mulai senin sampai rabu
    if (!is_range) meaning.date_rel = meant.side.relation;
    meaning.is_date_inferred = meant.found.is_inferred;
}

void set_time(Meaning& meaning, const TimeMeant& meant) {
    meaning.time = meant.found.time;
    meaning.time_to = meant.found.time_to;
    if (!meant.found.time_to) meaning.time_rel = meant.side.relation;
}

void fill_moved(Meaning& meaning, const Findings& findings) {
    const auto [old_date, new_date] = old_and_new(findings.dates);
    if (old_date != nullptr) meaning.old_date = old_date->found.date;
    if (new_date != nullptr) set_date(meaning, *new_date);
    // "from 9 to 10" of a move
    if (findings.times.size() == 1 && findings.times.front().found.is_from_to) {
        meaning.old_time = findings.times.front().found.time;
        meaning.time = findings.times.front().found.time_to;
        return;
    }
    const auto [old_time, new_time] = old_and_new(findings.times);
    if (old_time != nullptr) meaning.old_time = old_time->found.time;
    if (new_time != nullptr) set_time(meaning, *new_time);
}

// "Places from Monday to Wednesday" is a range where nothing is moved.
std::optional<DateMeant> from_to(const std::vector<DateMeant>& all) {
    if (all.size() != 2 || !all[0].side.is_from || !all[1].side.is_to) return std::nullopt;
    if (all[0].found.date_to || all[1].found.date_to) return std::nullopt;
    DateMeant range = all[0];
    range.found.date_to = all[1].found.date;
    if (range.found.is_bare_weekday && *range.found.date_to < range.found.date) {
        range.found.date_to = *range.found.date_to + days_of_week;
    }
    return *range.found.date_to > range.found.date ? std::optional(range) : std::nullopt;
}

// "Awal minggu depan, senin": the day within a range that was named before is what is meant.
const DateMeant* most_exact(const std::vector<DateMeant>& all, const DateMeant* first) {
    if (first == nullptr || !first->found.date_to) return first;
    for (const DateMeant& meant : all) {
        const bool is_within =
            meant.found.date >= first->found.date && meant.found.date <= *first->found.date_to;
        const bool is_meant =
            !meant.side.is_denied && !meant.side.is_excluded && !meant.side.relation;
        if (!meant.found.date_to && is_within && is_meant) {
            return &meant;
        }
    }
    return first;
}

// The first that is not denied ("bukan senin, selasa"), of those in the clause of a wish where one
// is wanted: "gajian tgl 25, jadi daftar tgl 26".
template <class Meant>
const Meant* first_meant(const std::vector<Meant>& all, bool is_wanted) {
    const Meant* first = nullptr;
    for (const Meant& meant : all) {
        if (meant.side.is_denied || meant.side.is_excluded) continue;
        if (!is_wanted || meant.side.is_wished) return &meant;
        if (first == nullptr) first = &meant;
    }
    if (first != nullptr) return first;
    // "jangan senin": a day that is refused is none to book
    return is_wanted || all.empty() ? nullptr : &all.front();
}

void fill_when(Meaning& meaning, const Findings& findings, const Scope& scope) {
    if (scope.when) {
        if (meaning.intent == Intent::reschedule) {
            fill_moved(meaning, findings);
        } else {
            const bool is_wanted =
                meaning.intent == Intent::book || meaning.intent == Intent::inform;
            const auto* date = most_exact(findings.dates, first_meant(findings.dates, is_wanted));
            if (date != nullptr) set_date(meaning, *date);
            // "cuti bersama tgl 24 kantor buka?" asks about that day
            const bool is_of_event = meaning.topic == Topic::hours && findings.event_day;
            if (date == nullptr && is_of_event) set_date(meaning, {*findings.event_day, {}});
            if (const auto range = from_to(findings.dates)) set_date(meaning, *range);
            const auto* time = first_meant(findings.times, is_wanted);
            if (time != nullptr && scope.times) set_time(meaning, *time);
        }
        if (scope.times && !meaning.time) meaning.daypart = findings.daypart;
    }
    if (meaning.intent == Intent::late) {
        if (!findings.times.empty()) meaning.time = findings.times.back().found.time;
        if (!meaning.time) meaning.delay_min = findings.length_minutes;
    }
    meaning.bad_date_text = findings.bad_date_text;
}

void fill_who(Meaning& meaning, const Findings& findings) {
    meaning.people = findings.people.people;
    meaning.person_index = findings.people.person_index;
    meaning.count = findings.count;
    meaning.bad_birth_text = findings.people.bad_birth_text;
    meaning.is_birth_to_come = findings.people.is_birth_to_come;
    if (!findings.codes.nik.empty()) meaning.nik = NationalId(findings.codes.nik);
}

template <class Enum>
std::optional<Enum> value_of(const Scores& scores, const Lexicon& lexicon, RuleKind kind) {
    const auto value = best_value(scores, lexicon, kind);
    if (!value) return std::nullopt;
    return static_cast<Enum>(*value);
}

void fill_what(Meaning& meaning, const Scores& scores, const Lexicon& lexicon) {
    meaning.service = value_of<Service>(scores, lexicon, RuleKind::service);
    meaning.passport_type = value_of<PassportType>(scores, lexicon, RuleKind::passport_type);
    meaning.is_for_child = has_flag(scores, lexicon, Flag::child);
    const bool is_visit_for_pickup =
        meaning.intent != Intent::info || meaning.topic == Topic::documents;
    if (meaning.service == Service::pickup && !is_visit_for_pickup) meaning.service.reset();
}

std::optional<int> choice_of(const Findings& findings, const Meaning& meaning, Asked asked) {
    if (meaning.intent != Intent::inform || !findings.bare_number) return std::nullopt;
    switch (asked) {
    case Asked::nothing:
    case Asked::ask_service:
    case Asked::ask_office:
    case Asked::confirm:
    case Asked::offer_slot:
    case Asked::offer_list:
    case Asked::reminder: return findings.bare_number;
    case Asked::ask_count:
    case Asked::ask_name:
    case Asked::ask_nik:
    case Asked::ask_birth:
    case Asked::ask_date:
    case Asked::ask_time: return std::nullopt;
    }
    return std::nullopt;
}

// Whether nothing but politeness is said from `at` to `end`.
bool is_polite_rest(const Atoms& atoms, std::size_t at, std::size_t end) {
    while (at < end && (atoms[at].kind == AtomKind::mark || atoms.has(at, Role::filler) ||
                        atoms.has(at, Role::vocative) || atoms.is_called(at, "ya"))) {
        ++at;
    }
    return at >= end;
}

// A word that begins a name though nothing announces one: none that we know as something else.
bool begins_bare_name(const Atoms& atoms, std::size_t at) {
    if (name_end(atoms, at, NameStyle::bare) > at) return true;
    const DayKind kind = atoms.day_kind(at);
    return kind == DayKind::weekday || kind == DayKind::month || kind == DayKind::feast;
}

// Names that nothing announces, in answer to "which name": each line, or part between commas, that
// is a name and says no more than that.
void read_bare_names(Meaning& meaning, const Atoms& atoms) {
    for (std::size_t at = 0; at < atoms.size() && meaning.people.size() < people_max;) {
        std::size_t part_end = at;
        // only after a line end, a comma or "dan" does another name begin
        while (part_end < atoms.size() && atoms[part_end].kind != AtomKind::line_end &&
               !atoms.is_mark(part_end, ',') && !atoms.has(part_end, Role::joining) &&
               !atoms.is_mark(part_end, '&')) {
            ++part_end;
        }
        // what was taken back: "Budi Santosa eh Budi Santoso"
        while (at < part_end && !atoms.is_free(at)) {
            ++at;
        }
        const std::size_t end = name_end(atoms, at, NameStyle::marked);
        if (end > at && begins_bare_name(atoms, at) && is_polite_rest(atoms, end, part_end)) {
            meaning.people.push_back({PersonName(tidy_name(atoms.shown(at, end))), std::nullopt});
        }
        at = part_end + 1;
    }
}

bool may_be_bare_name(const Atoms& atoms, const Verdict& verdict, Asked asked) {
    if (asked != Asked::ask_name) return false;
    if (verdict.intent != Intent::other && verdict.intent != Intent::inform) return false;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (atoms.is_number(at) && atoms[at].digits > 0) return false;
        if (atoms.is_mark(at, '?')) return false;
    }
    return verdict.confidence_percent <= 25 || verdict.intent == Intent::inform;
}

void fill_rest(
    Meaning& meaning,
    const Findings& findings,
    const Scores& scores,
    const Atoms& atoms,
    Asked asked
) {
    const Lexicon& lexicon = *atoms.lexicon;
    meaning.is_legacy_form = findings.people.is_form;
    meaning.is_legacy_template = findings.people.is_template;
    meaning.wants_waitlist = has_flag(scores, lexicon, Flag::waitlist);
    meaning.leaves_waitlist = has_flag(scores, lexicon, Flag::waitlist_leave);
    meaning.is_addition = has_flag(scores, lexicon, Flag::addition);
    meaning.is_about_somebody_else = has_flag(scores, lexicon, Flag::somebody_else);
    if (meaning.intent == Intent::book || meaning.intent == Intent::availability ||
        meaning.intent == Intent::inform) {
        meaning.wants_earliest = has_flag(scores, lexicon, Flag::earliest);
    }
    if (meaning.intent == Intent::language) {
        meaning.lang_to = value_of<Language>(scores, lexicon, RuleKind::language);
        if (meaning.lang_to) meaning.language = *meaning.lang_to;
    }
    meaning.choice = choice_of(findings, meaning, asked);
    meaning.office = office_of(atoms, asked);
    meaning.office_cities = office_cities(atoms);
}

Meaning understand_one(
    std::string_view text, Language reply_language, LocalTime now, Asked asked, const Tables& tables
) {
    const Lexicon& lexicon = tables.lexicon();
    const Tokens tokens = tokenize(text);
    Atoms atoms = atoms_of(tokens, lexicon);
    const Findings findings = find_all(atoms, now, asked);
    const Scores scores = weigh(atoms, findings, asked);
    Verdict verdict = decide(scores, atoms, findings, asked);
    if (asked == Asked::ask_office && verdict.intent == Intent::other &&
        verdict.confidence_percent <= 25 && !office_of(atoms, asked).empty()) {
        verdict = {Intent::inform, 50, "an answer to which office"};
    }
    // "Ada lansia": words for who needs a place that is kept are nobody's name.
    const auto need = value_of<Priority>(scores, lexicon, RuleKind::priority);
    const bool is_need_alone = need && asked != Asked::nothing && verdict.intent == Intent::other &&
                               !findings.people.is_form;
    if (is_need_alone) verdict = {Intent::inform, 60, "an answer that tells of a need"};
    Meaning meaning;
    meaning.language = language_of(atoms, reply_language);
    if (!need && may_be_bare_name(atoms, verdict, asked) && findings.people.people.empty()) {
        read_bare_names(meaning, atoms);
        if (!meaning.people.empty()) verdict = {Intent::inform, 70, "an answer to which name"};
    }
    meaning.intent = verdict.intent;
    meaning.confidence_percent = verdict.confidence_percent;
    meaning.reason = std::move(verdict.reason);
    const Scope scope = scope_of(meaning.intent);
    if (meaning.intent == Intent::info) {
        meaning.topic = value_of<Topic>(scores, lexicon, RuleKind::topic);
        if (!meaning.topic && scores.frame != Frame::wished) meaning.topic = Topic::rules;
    }
    fill_when(meaning, findings, scope);
    if (scope.who && meaning.people.empty()) fill_who(meaning, findings);
    if (meaning.intent == Intent::passport_status) meaning.people = findings.people.people;
    const bool is_of_needs = meaning.intent == Intent::info && meaning.topic != Topic::facilities;
    if (scope.who || is_of_needs) {
        meaning.priority = need;
        if (!meaning.priority && scope.who) meaning.priority = findings.age_priority;
    }
    if (scope.what) fill_what(meaning, scores, lexicon);
    if (scope.code) meaning.code = findings.codes.code;
    if (meaning.intent == Intent::queue_status || meaning.intent == Intent::my_booking ||
        meaning.intent == Intent::arrived) {
        meaning.queue_no = findings.codes.queue_no;
    }
    fill_rest(meaning, findings, scores, atoms, asked);
    fill_data_wish(meaning, findings, scores, atoms, now.date);
    return meaning;
}

}  // namespace

Meaning understand(
    std::string_view text, Language reply_language, LocalTime now, Asked asked, const Tables& tables
) {
    Meaning meaning = understand_one(text, reply_language, now, asked, tables);
    const auto one = [&](std::string_view part, Asked of) {
        return understand_one(part, meaning.language, now, of, tables);
    };
    meaning.wishes = wishes_in(text, meaning, asked, tables, one);
    return meaning;
}

}  // namespace antre::language
