#include "conversation/amending.h"

#include <algorithm>

#include "conversation/changing.h"
#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/information.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/ticket.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr int like_parts_min = 2;  // of day, month and year

// One person of a booking whose data may be corrected.
struct Candidate {
    const BookingSeen* seen = nullptr;
    std::uint8_t person = 1;
    [[nodiscard]] const scheduling::Person& kept() const {
        return seen->booking->people[person - 1u];
    }
};

// Why a booking's people cannot be corrected in chat, if they cannot.
std::optional<CorrectionFault> fault_of(const View& view, const BookingSeen& seen) {
    const bool has_case =
        std::any_of(view.cases.begin(), view.cases.end(), [&](const CaseSeen& each) {
            return scheduling::booking_of(each.passport->id) == seen.booking->id;
        });
    if (has_case) return CorrectionFault::case_open;
    if (has_begun(view, seen)) return CorrectionFault::visit_begun;
    return std::nullopt;
}

std::vector<Candidate> candidates(const View& view) {
    std::vector<Candidate> found;
    for (const BookingSeen& seen : view.bookings) {
        if (!is_of_this_office(view, seen) || fault_of(view, seen)) continue;
        for (std::size_t i = 0; i < seen.booking->people.size(); ++i)
            found.push_back({&seen, static_cast<std::uint8_t>(i + 1)});
    }
    return found;
}

std::optional<Candidate> candidate_in_hand(const Scene& scene) {
    const Draft& draft = scene.talk.draft;
    for (const Candidate& each : candidates(scene.view)) {
        if (draft.booking == each.seen->booking->id && draft.person == each.person) return each;
    }
    return std::nullopt;
}

void take_in_hand(Scene& scene, const Candidate& chosen) {
    Draft& draft = scene.talk.draft;
    draft.booking = chosen.seen->booking->id;
    draft.person = chosen.person;
}

std::string born_text(const Scene& scene, const std::optional<LocalDate>& born) {
    return born ? day_text(*born, scene.language) : "-";
}

// Nobody's data can be corrected here: the first reason there is, with the way out.
void tell_nobody(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    for (const BookingSeen& seen : scene.view.bookings) {
        if (!is_of_this_office(scene.view, seen)) continue;
        const auto fault = fault_of(scene.view, seen);
        if (fault) return tell_not_corrected(scene, {*fault, {}});
    }
    rest(scene);
    tell_elsewhere(scene, scene.view.bookings.front());
}

void ask_person(Scene& scene, const std::vector<Candidate>& among) {
    std::vector<Option> rows;
    for (const Candidate& each : among) {
        if (rows.size() == rows_max) break;
        const scheduling::Booking& booking = *each.seen->booking;
        Payload payload{.act = Act::amend_person, .number = each.person, .booking = booking.id};
        rows.push_back(
            {payload,
             literal(clean_line(each.kept().name.reveal(), row_title_units_max)),
             scene.say(
                 "amend.person_row",
                 {{"born", born_text(scene, each.kept().born)},
                  {"day", short_date(booking.placement.day, scene.language)}}
             )}
        );
    }
    ask_list(
        scene,
        Step::choosing_person,
        note(scene.say("amend.which_person")),
        "button.choose_person",
        std::move(rows)
    );
}

void ask_what(Scene& scene, const Candidate& chosen) {
    ask(scene,
        Step::choosing_fix,
        note(scene.say(
            "amend.what",
            {{"number", numbers_text(*chosen.seen->booking)},
             {"name", clean_line(chosen.kept().name.reveal())},
             {"born", born_text(scene, chosen.kept().born)}}
        )),
        {button(scene, Act::fix_name), button(scene, Act::fix_birth), button(scene, Act::keep_data)}
    );
}

// What is right, laid over what is kept.
PersonEntry right_entry(const Scene& scene, const Candidate& chosen) {
    PersonEntry right{chosen.kept().name, chosen.kept().born};
    if (scene.talk.draft.people.empty()) return right;
    const PersonEntry& said = scene.talk.draft.people.front();
    if (!said.name.empty()) right.name = said.name;
    if (said.born) right.born = said.born;
    return right;
}

void ask_confirming(Scene& scene, const Candidate& chosen) {
    const PersonEntry right = right_entry(scene, chosen);
    if (right == PersonEntry{chosen.kept().name, chosen.kept().born}) {
        say_before(scene, scene.say("amend.same"));
        scene.talk.draft.people.clear();
        return ask_what(scene, chosen);
    }
    const auto line = [&](std::string_view key, const std::string& before, const std::string& now) {
        if (before == now) return scene.say(std::string(key) + "_same", {{"value", now}});
        return scene.say(key, {{"before", before}, {"value", now}});
    };
    const std::string name = line(
        "amend.name", clean_line(chosen.kept().name.reveal()), clean_line(right.name.reveal())
    );
    const std::string born =
        line("amend.born", born_text(scene, chosen.kept().born), born_text(scene, right.born));
    const std::string head =
        scene.say("amend.confirm", {{"number", numbers_text(*chosen.seen->booking)}});
    ask(scene,
        Step::confirming_fix,
        note(head + "\n\n" + name + "\n" + born + "\n\n" + scene.say("amend.stays")),
        {button(scene, Act::amend_now),
         button(scene, {.act = Act::fix_name}, scene.say("button.fix_again")),
         button(scene, Act::keep_data)});
}

// Takes in what is right. Gives whether anything was.
bool absorb_right(Scene& scene, const language::PersonMeant& meant) {
    const PersonName name = clean_name(meant.name);
    const bool has_born = meant.birth_date && is_birth_possible(scene.view, *meant.birth_date);
    if (name.empty() && !has_born) return false;
    std::vector<PersonEntry>& people = scene.talk.draft.people;
    if (people.empty()) people.emplace_back();
    if (!name.empty()) people.front().name = name;
    if (has_born) people.front().born = meant.birth_date;
    return true;
}

bool is_like_date(const std::optional<LocalDate>& a, const std::optional<LocalDate>& b) {
    if (!a || !b) return false;
    const YearMonthDay left = ymd_of(*a);
    const YearMonthDay right = ymd_of(*b);
    const int same = (left.year == right.year ? 1 : 0) + (left.month == right.month ? 1 : 0) +
                     (left.day == right.day ? 1 : 0);
    return same >= like_parts_min;
}

bool is_like(const scheduling::Person& kept, const language::PersonMeant& said) {
    const PersonName name = clean_name(said.name);
    const bool has_like_name = !name.empty() && is_like_name(kept.name, name);
    return has_like_name || is_like_date(kept.born, said.birth_date);
}

// The only one of whom that is true; nobody if it is true of several.
template <class Is>
const Candidate* only_one(const std::vector<Candidate>& among, Is is) {
    const Candidate* found = nullptr;
    for (const Candidate& each : among) {
        if (!is(each)) continue;
        if (found != nullptr) return nullptr;
        found = &each;
    }
    return found;
}

// Whose data are meant: the only person there is, the one of that number in the booking shown last
// or in the only one, or the only one who is like what was said.
const Candidate* candidate_meant(
    const std::vector<Candidate>& among,
    const language::Meaning& meaning,
    std::optional<BookingId> shown
) {
    if (among.size() == 1) return &among.front();
    if (meaning.person_index) {
        const auto is_numbered = [&](const Candidate& each) {
            return int{each.person} == *meaning.person_index;
        };
        const auto is_of_shown = [&](const Candidate& each) {
            return is_numbered(each) && each.seen->booking->id == shown;
        };
        const Candidate* of_shown = only_one(among, is_of_shown);
        return of_shown != nullptr ? of_shown : only_one(among, is_numbered);
    }
    if (meaning.people.empty()) return nullptr;
    return only_one(among, [&](const Candidate& each) {
        return is_like(each.kept(), meaning.people.front());
    });
}

}  // namespace

bool is_amending_said(const Scene& scene, const language::Meaning& meaning) {
    const Step step = scene.talk.step;
    const bool is_free = step == Step::resting || step == Step::offering_earliest;
    if (!is_free || meaning.is_addition || meaning.people.size() != 1) return false;
    const std::vector<Candidate> among = candidates(scene.view);
    if (among.empty()) return false;
    const language::PersonMeant& said = meaning.people.front();
    // A whole person may be somebody new, unless one there is has this name or this birth date.
    if (said.name.empty() || !said.birth_date) return meaning.tells_person;
    const bool is_bare = meaning.tells_person || meaning.intent == language::Intent::inform;
    return is_bare && std::ranges::any_of(among, [&](const Candidate& each) {
               const bool has_name = is_same_name(each.kept().name, clean_name(said.name));
               return has_name != (each.kept().born == said.birth_date);
           });
}

void begin_amending(Scene& scene, const language::Meaning& meaning) {
    const std::optional<BookingId> shown = booking_shown(scene.talk);
    rest(scene);
    const std::vector<Candidate> among = candidates(scene.view);
    if (among.empty()) return tell_nobody(scene);
    if (!meaning.people.empty()) absorb_right(scene, meaning.people.front());
    const Candidate* meant = candidate_meant(among, meaning, shown);
    if (meant != nullptr) take_in_hand(scene, *meant);
    ask_amending(scene);
}

void ask_amending(Scene& scene) {
    const std::vector<Candidate> among = candidates(scene.view);
    if (among.empty()) return tell_nobody(scene);
    const auto chosen = candidate_in_hand(scene);
    if (!chosen) return ask_person(scene, among);
    if (!scene.talk.draft.people.empty()) return ask_confirming(scene, *chosen);
    if (scene.talk.draft.fix && scene.talk.step == Step::giving_fix) {
        return ask_fix(scene, *scene.talk.draft.fix);
    }
    ask_what(scene, *chosen);
}

void amend_person(Scene& scene, const Payload& payload) {
    scene.talk.draft.booking = payload.booking;
    scene.talk.draft.person = payload.number;
    ask_amending(scene);
}

void ask_fix(Scene& scene, Fix fix) {
    const auto chosen = candidate_in_hand(scene);
    if (!chosen) return ask_amending(scene);
    scene.talk.draft.fix = fix;
    ask(scene,
        Step::giving_fix,
        note(scene.say(
            fix == Fix::name ? "amend.give_name" : "amend.give_birth",
            {{"name", clean_line(chosen->kept().name.reveal())},
             {"born", born_text(scene, chosen->kept().born)}}
        )),
        {button(scene, fix == Fix::name ? Act::fix_birth : Act::fix_name),
         button(scene, Act::keep_data)});
}

bool hear_amending(Scene& scene, const language::Meaning& meaning) {
    if (scene.talk.step == Step::confirming_erasure) return false;
    // The name as it stands there, in answer to "whose?".
    const bool is_choosing = scene.talk.step == Step::choosing_person && !meaning.people.empty();
    for (const Candidate& each : candidates(scene.view)) {
        const bool is_meant =
            is_choosing && is_same_name(each.kept().name, clean_name(meaning.people.front().name));
        if (is_meant) take_in_hand(scene, each);
    }
    const bool is_said = !meaning.people.empty() && absorb_right(scene, meaning.people.front());
    if (is_said) {
        ask_amending(scene);
        return true;
    }
    const bool is_bad = !meaning.bad_birth_text.empty() ||
                        (!meaning.people.empty() && meaning.people.front().birth_date);
    if (!is_bad || !candidate_in_hand(scene)) return false;
    const std::string shown = shorten(clean_line(meaning.bad_birth_text), name_units_max);
    say_before(
        scene,
        shown.empty()              ? scene.say("amend.birth_impossible")
        : meaning.is_birth_to_come ? scene.say("fault.birth_to_come", {{"date", shown}})
                                   : scene.say("amend.bad_birth", {{"text", shown}})
    );
    ask_fix(scene, Fix::birth);
    return true;
}

void amend_now(Scene& scene) {
    const auto chosen = candidate_in_hand(scene);
    if (!chosen || scene.talk.draft.people.empty()) return ask_amending(scene);
    scene.proposal =
        ProposeCorrection{chosen->seen->booking->id, chosen->person, right_entry(scene, *chosen)};
}

void tell_corrected(Scene& scene, const Corrected& done) {
    rest(scene);
    send_ticket(scene, done.booking, scene.view.office, scene.say("amend.done"));
}

void tell_not_corrected(Scene& scene, const NotCorrected& fault) {
    const auto said = [&](std::string_view key) {
        return scene.say(
            key,
            {{"office", office_name(scene.view.office, scene.language)},
             {"phone", phone_text(scene)}}
        );
    };
    rest(scene);
    std::string body;
    switch (fault.fault) {
    case CorrectionFault::visit_begun: body = said("amend.visit_begun"); break;
    case CorrectionFault::case_open: body = said("amend.case_open"); break;
    case CorrectionFault::unknown: body = scene.say("refusal.booking_unknown"); break;
    case CorrectionFault::booked_already: {
        const BookingSeen* existing = booking_seen(scene.view, fault.existing);
        if (existing == nullptr) {
            body = scene.say("refusal.person_already_booked");
            break;
        }
        body = scene.say(
            "amend.booked_already",
            {{"number", numbers_text(*existing->booking)},
             {"code", scheduling::code_of(fault.existing)},
             {"when", booking_when(*existing->booking, *existing->office, scene.language)},
             {"office", office_name(*existing->office, scene.language)}}
        );
        break;
    }
    }
    tell(
        scene,
        note(std::move(body)),
        {button(scene, Act::human), button(scene, Act::mine), button(scene, Act::menu)}
    );
}

}  // namespace antre::conversation
