#include "conversation/form.h"

#include <algorithm>
#include <utility>

#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/limits.h"
#include "conversation/lists.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/scene.h"
#include "conversation/shortfall.h"
#include "conversation/ticket.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr LocalDate born_first{-25'567};  // 1 January 1900
constexpr std::int16_t hour_minutes = 60;

Scene scene_of(const View& view) {
    return {view, {}, view.language, "", {}, std::nullopt, std::nullopt, std::nullopt};
}

std::string
refusal_sentence(const View& view, const FormAnswers& answers, scheduling::Refusal refusal) {
    const Service service = answers.service.value_or(default_service(view));
    return view.wording.say(
        view.language,
        "refusal." + std::string(scheduling::name_of(refusal)),
        {{"office", office_name(view.office, view.language)},
         {"left", std::to_string(people_left(view, service))},
         {"people_max", std::to_string(scheduling::contact_people_max)},
         {"moves_max", std::to_string(view.office.moves_max)}}
    );
}

FormPage page(Screen screen, const FormAnswers& answers, std::string_view error = "") {
    return {std::move(screen), answers, shorten(error, form_error_units_max)};
}

FormPage closed(const View& view, scheduling::Refusal refusal) {
    return page(ClosedScreen{refusal_sentence(view, {}, refusal)}, {});
}

// ---- service and people
// ------------------------------------------------------------------------------------

FormChoice choice(std::string id, std::string_view title, std::string_view description) {
    return {
        std::move(id),
        shorten(title, form_choice_units_max),
        shorten(description, form_description_units_max)};
}

FormMove ask_party(const View& view, const FormAnswers& answers, std::string_view error = "") {
    if (!takes_bookings(view.office)) return closed(view, scheduling::Refusal::office_not_open);
    const Service wanted = answers.service.value_or(default_service(view));
    const int most = std::min<int>(people_left(view, wanted), scheduling::party_people_max);
    if (most < 1) return closed(view, scheduling::Refusal::party_too_large);
    const Scene scene = scene_of(view);
    PartyScreen screen;
    for (const Service service : all_services) {
        if (calendar_for(view, service) == nullptr) continue;
        const std::string word(word_of(service));
        screen.services.push_back(
            choice(word, scene.say("row.service." + word), scene.say("row_desc.service." + word))
        );
    }
    if (screen.services.empty()) return closed(view, scheduling::Refusal::service_not_offered);
    for (int count = 1; count <= most; ++count) {
        const std::string number = std::to_string(count);
        screen.counts.push_back(choice(
            number,
            scene.say(count == 1 ? "button.one_person" : "button.people", {{"count", number}}),
            ""
        ));
    }
    return page(std::move(screen), answers, error);
}

FormMove ask_people(const View& view, const FormAnswers& answers, std::string_view error = "") {
    return page(PeopleScreen{born_first, view.local_now.date}, answers, error);
}

// What stands against the service and the number of people; "" if nothing.
std::string party_fault(const View& view, const FormAnswers& answers) {
    if (!answers.service || calendar_for(view, *answers.service) == nullptr) {
        return refusal_sentence(view, answers, scheduling::Refusal::service_not_offered);
    }
    const int count = answers.count.value_or(0);
    const int most =
        std::min<int>(people_left(view, *answers.service), scheduling::party_people_max);
    if (count < 1 || count > most) {
        return refusal_sentence(view, answers, scheduling::Refusal::party_too_large);
    }
    return "";
}

// A name is letters; a number in its place may be a NIK, which we do not want to know.
bool is_name(std::string_view name) {
    const bool has_letter = std::any_of(name.begin(), name.end(), [](char c) {
        const char small = static_cast<char>(c | 0x20);
        return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    const bool has_digit =
        std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return has_letter && !has_digit;
}

bool is_the_same(const PersonEntry& a, const PersonName& name, std::optional<LocalDate> born) {
    return a.born == born && is_same_name(a.name, name);
}

bool has_booked(const View& view, const PersonEntry& person, Service service) {
    for (const BookingSeen& seen : view.bookings) {
        if (!is_counted_with(seen.booking->service, service)) continue;
        for (const scheduling::Person& booked : seen.booking->people) {
            if (is_the_same(person, booked.name, booked.born)) return true;
        }
    }
    return false;
}

// What stands against the people; "" if nothing. Their names are made clean.
std::string people_fault(const View& view, FormAnswers& answers) {
    const Scene scene = scene_of(view);
    answers.people.resize(answers.count.value_or(1));
    for (std::size_t i = 0; i < answers.people.size(); ++i) {
        PersonEntry& person = answers.people[i];
        const std::string number = std::to_string(i + 1);
        person.name = clean_name(person.name);
        if (!is_name(person.name.reveal())) {
            return scene.say("form.error.name", {{"number", number}});
        }
        if (!person.born || !is_birth_possible(view, *person.born)) {
            return scene.say("form.error.birth", {{"number", number}});
        }
        const bool is_twice = std::any_of(
            answers.people.begin(),
            answers.people.begin() + static_cast<std::ptrdiff_t>(i),
            [&](const PersonEntry& other) { return is_the_same(other, person.name, person.born); }
        );
        if (is_twice) return scene.say("form.error.twice", {{"number", number}});
        if (has_booked(view, person, *answers.service)) {
            return refusal_sentence(view, answers, scheduling::Refusal::person_already_booked);
        }
    }
    return "";
}

// ---- day and hour
// ------------------------------------------------------------------------------------------

FormMove ask_time(const View& view, const FormAnswers& answers, std::string_view error = "") {
    const Scene scene = scene_of(view);
    const scheduling::PoolCalendar* calendar = calendar_for(view, *answers.service);
    const Search search{*calendar, first_moment(view), *answers.count};
    TimeScreen screen;
    LocalDate from = search.first.date;
    while (screen.days.size() < form_days_max) {
        const auto room = next_room(search, from);
        if (!room) break;
        const Option row = day_row(scene, search, *room);
        screen.days.push_back(choice(iso_date(room->date), row.title, row.description));
        from = room->date + 1;
    }
    if (screen.days.empty()) return closed(view, scheduling::Refusal::horizon_full);
    if (answers.day) {
        for (const auto& hour : calendar->hours_on(*answers.day, search.audience)) {
            if (!first_window(search, *answers.day, hour.opens, hour.closes)) continue;
            const Option row = hour_row(scene, search, *answers.day, hour);
            screen.hours.push_back(choice(iso_time(hour.opens), row.title, row.description));
        }
    }
    return page(std::move(screen), answers, error);
}

// The hour that begins then, else an hour from then on.
scheduling::Wish wish_of(const View& view, const FormAnswers& answers) {
    scheduling::Wish wish;
    wish.party = *answers.count;
    wish.date = answers.day;
    wish.time = answers.hour;
    if (!answers.hour) return wish;
    wish.time_to = MinuteOfDay{static_cast<std::int16_t>(answers.hour->value + hour_minutes)};
    const scheduling::PoolCalendar* calendar = calendar_for(view, *answers.service);
    for (const auto& hour : calendar->hours_on(*answers.day, wish.audience)) {
        if (hour.opens == *answers.hour) wish.time_to = hour.closes;
    }
    return wish;
}

// ---- the summary
// ------------------------------------------------------------------------------------------

FormPage show_summary(const View& view, FormAnswers answers, const Held& held) {
    const Scene scene = scene_of(view);
    const scheduling::Booking& booking = held.booking;
    SummaryScreen screen;
    screen.number = scene.say("form.summary.number", {{"number", numbers_text(booking)}});
    screen.when = booking_when(booking, view.office, view.language);
    screen.why = shortfall(scene, booking.service, wish_of(view, answers), held.match);
    screen.details = scene.say(
        "form.summary.details",
        {{"service", service_name(scene, booking.service)},
         {"office", office_name(view.office, view.language)}}
    );
    for (const PersonEntry& person : answers.people) {
        const std::string name = clean_line(person.name.reveal());
        const std::string born = day_text(*person.born, view.language);
        screen.details += '\n' + scene.say("form.summary.person", {{"name", name}, {"born", born}});
    }
    screen.terms = scene.say("form.summary.terms");
    // From here on the form speaks of the place held.
    answers.hold = booking.id;
    answers.day = booking.placement.day;
    answers.hour = booking.placement.window;
    return page(std::move(screen), answers);
}

FormMove propose(const View& view, const FormAnswers& answers, std::optional<BookingId> hold) {
    ProposeBooking proposal;
    proposal.service = *answers.service;
    proposal.wish = wish_of(view, answers);
    proposal.people = answers.people;
    proposal.hold = hold;
    return proposal;
}

FormMove take_time(const View& view, const FormAnswers& answers) {
    if (!answers.day || !answers.hour) {
        return ask_time(view, answers, scene_of(view).say("form.error.time"));
    }
    return ProposeHold{*answers.service, wish_of(view, answers), std::nullopt, false};
}

struct DecisionOfForm {
    const FormAnswers& answers;
    const View& view;

    FormMove operator()(const Held& held) const { return show_summary(view, answers, held); }
    FormMove operator()(const Refused& refused) const {
        const std::string sentence = refusal_sentence(view, answers, refused.refusal);
        switch (refused.refusal) {
        case scheduling::Refusal::hold_expired:
        case scheduling::Refusal::place_taken: return propose(view, answers, std::nullopt);
        case scheduling::Refusal::person_already_booked: return ask_people(view, answers, sentence);
        case scheduling::Refusal::party_too_large: return ask_party(view, answers, sentence);
        case scheduling::Refusal::office_not_open:
        case scheduling::Refusal::service_not_offered:
        case scheduling::Refusal::horizon_full:
        case scheduling::Refusal::booking_unknown:
        case scheduling::Refusal::booking_ended:
        case scheduling::Refusal::too_late_to_change:
        case scheduling::Refusal::moves_exhausted: break;
        }
        return closed(view, refused.refusal);
    }
    // A form proposes nothing that is answered by these.
    FormMove operator()(const Booked&) const { return again(); }
    FormMove operator()(const Moved&) const { return again(); }
    FormMove operator()(const Cancelled&) const { return again(); }
    FormMove operator()(const Released&) const { return again(); }
    FormMove operator()(const ReminderSet&) const { return again(); }
    FormMove operator()(const Rated&) const { return again(); }
    FormMove operator()(const InquiryHeard&) const { return again(); }
    FormMove operator()(const AnswerJudged&) const { return again(); }
    FormMove operator()(const WaitJoined&) const { return again(); }
    FormMove operator()(const WaitLeft&) const { return again(); }
    FormMove operator()(const OfferPassed&) const { return again(); }
    FormMove operator()(const Corrected&) const { return again(); }
    FormMove operator()(const NotCorrected&) const { return again(); }
    FormMove operator()(const ErasureBegun&) const { return again(); }
    FormMove operator()(const NotErased&) const { return again(); }
    FormMove operator()(const ErasureUndone&) const { return again(); }
    FormMove operator()(const Proven&) const { return again(); }
    FormMove operator()(const NotProven&) const { return again(); }
    FormMove operator()(const StartedAnew&) const { return again(); }
    [[nodiscard]] FormMove again() const { return ask_party(view, answers); }
};

}  // namespace

FormMove fill_form(FormStep step, const FormAnswers& given, const View& view) {
    FormAnswers answers = given;
    if (step == FormStep::opened || !takes_bookings(view.office)) return ask_party(view, answers);
    const std::string party = party_fault(view, answers);
    if (!party.empty()) return ask_party(view, answers, party);
    if (step == FormStep::party) return ask_people(view, answers);
    const std::string people = people_fault(view, answers);
    if (!people.empty()) return ask_people(view, answers, people);
    if (step == FormStep::time) return take_time(view, answers);
    if (step == FormStep::agreement) {
        // Nothing is held at this step: what it keeps is kept under the form's key.
        if (answers.day && answers.hour) return propose(view, answers, answers.hold);
        return ask_time(view, answers, scene_of(view).say("form.error.time"));
    }
    if (step == FormStep::people) answers.day.reset();
    return ask_time(view, answers);
}

FormMove
hear_form_decision(const FormAnswers& answers, const Decision& decision, const View& view) {
    return std::visit(DecisionOfForm{answers, view}, decision);
}

Turn close_form(
    const Talk& talk, const FormAnswers& answers, const Booked& booked, const View& view
) {
    Scene scene = scene_of(view);
    scene.talk = talk;
    if (booked.booking.id != answers.hold) say_before(scene, scene.say("form.hold_lapsed"));
    rest(scene);
    send_ticket(scene, booked.booking, view.office, head_booked(scene, booked.booking));
    Turn turn;
    turn.talk = std::move(scene.talk);
    turn.replies = std::move(scene.replies);
    return turn;
}

std::string form_done_sentence(
    const scheduling::Booking& booking, Zone zone, const Wording& wording, Language language
) {
    const scheduling::Placement& placement = booking.placement;
    return wording.say(
        language,
        "form.done",
        {{"number", numbers_text(booking)},
         {"when", when_text(placement.day, placement.window, zone, language)}}
    );
}

}  // namespace antre::conversation
