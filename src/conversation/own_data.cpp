#include "conversation/own_data.h"

#include <algorithm>
#include <utility>

#include "conversation/amending.h"
#include "conversation/dates.h"
#include "conversation/erasing.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/ticket.h"
#include "conversation/visit_day.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

constexpr std::size_t cases_told_max = 5;  // the latest
constexpr std::size_t part_units_max = 960;
constexpr std::size_t told_name_units = 40;  // of a person or an office, in a list

std::string about_contact(const Scene& scene) {
    const OwnData& own = scene.view.own;
    const bool is_english = scene.language == Language::en;
    const LocalDate since = local_time(own.since, scene.view.office.zone).date;
    return scene.say("data.head") + "\n\n" +
           (own.phone_end.empty() ? scene.say("data.no_phone")
                                  : scene.say("data.phone", {{"digits", own.phone_end}})) +
           "\n" +
           scene.say(
               "data.contact",
               {{"language", scene.say(is_english ? "button.english" : "button.indonesian")},
                {"day", day_text(since, scene.language)}}
           );
}

std::string about_booking_kept(const Scene& scene, const BookingSeen& seen) {
    std::string text = scene.say(
        "data.booking",
        {{"number", numbers_text(*seen.booking)},
         {"code", scheduling::code_of(seen.booking->id)},
         {"when", booking_when(*seen.booking, *seen.office, scene.language)},
         {"office", shorten(office_name(*seen.office, scene.language), told_name_units)}}
    );
    for (const scheduling::Person& person : seen.booking->people) {
        text += "\n- " + literal(shorten(clean_line(person.name.reveal()), told_name_units));
        if (person.born) text += ", " + day_text(*person.born, scene.language);
    }
    for (const WaitSeen& seen_wait : scene.view.own.waits) {
        const scheduling::Wait& wait = *seen_wait.wait;
        if (wait.booking != seen.booking->id) continue;
        text += "\n" + scene.say(
                           "data.wait",
                           {{"from", day_text(wait.from, scene.language)},
                            {"to", day_text(wait.to, scene.language)}}
                       );
    }
    return text;
}

std::vector<std::string> parts_of(const Scene& scene) {
    std::vector<std::string> parts{about_contact(scene)};
    for (const BookingSeen& seen : scene.view.bookings)
        parts.push_back(about_booking_kept(scene, seen));
    if (scene.view.bookings.empty()) parts.push_back(scene.say("data.no_booking"));
    const auto& cases = scene.view.cases;
    for (const CaseSeen& seen :
         cases.subspan(cases.size() - std::min(cases.size(), cases_told_max))) {
        std::string name = clean_line(seen.name.reveal());
        if (name.empty()) name = scene.say("passport.somebody");
        parts.push_back(
            scene.say(
                "data.passport", {{"name", name}, {"code", scheduling::code_of(seen.passport->id)}}
            ) +
            " " + case_state_text(scene, seen)
        );
    }
    parts.push_back(
        scene.say("data.keeper", {{"office", office_name(scene.view.office, scene.language)}})
    );
    return parts;
}

// As few messages as hold it all; what does not fit into replies_max is cut.
std::vector<std::string> bodies_of(const std::vector<std::string>& parts) {
    std::vector<std::string> bodies{parts.front()};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string longer = bodies.back() + "\n\n" + parts[i];
        const bool fits = utf16_units(longer) <= part_units_max;
        if (fits || bodies.size() == replies_max) {
            bodies.back() = longer;
        } else {
            bodies.push_back(parts[i]);
        }
    }
    return bodies;
}

bool is_arranging(const Scene& scene) {
    return is_booking(scene.talk.step) || is_moving(scene.talk.step);
}

bool is_about_data(Step step) {
    return step == Step::choosing_person || step == Step::choosing_fix ||
           step == Step::giving_fix || step == Step::confirming_fix ||
           step == Step::confirming_erasure;
}

}  // namespace

void tell_own_data(Scene& scene) {
    const bool is_open = is_arranging(scene);
    if (!is_open) rest(scene);
    std::vector<std::string> parts = parts_of(scene);
    // What is to be said before counts for the length of the first message.
    if (!scene.preface.empty()) {
        parts.front() = std::exchange(scene.preface, "") + "\n\n" + parts.front();
    }
    // The numbers stand for the buttons below; while a question is open they would answer that.
    if (!is_open) parts.push_back(scene.say("data.ways"));
    std::vector<std::string> bodies = bodies_of(parts);
    for (std::size_t i = 0; i + 1 < bodies.size(); ++i) {
        notices::Note part = note(std::move(bodies[i]));
        scene.replies.push_back({notices::MessageKind::reply, std::nullopt, std::move(part)});
    }
    tell(
        scene,
        note(std::move(bodies.back())),
        {button(scene, Act::amend),
         button(scene, Act::erase),
         button(scene, is_open ? Act::proceed : Act::menu)}
    );
}

bool hear_own_data(Scene& scene, const Said& said) {
    const language::Meaning& meaning = said.meaning;
    const bool is_answer = is_about_data(scene.talk.step);
    // "Batal" in answer to a question about one's data keeps them and cancels nothing.
    const bool is_given_up = meaning.intent == language::Intent::cancel && meaning.code.empty();
    if (is_answer && is_given_up) {
        keep_data(scene);
        return true;
    }
    if (is_answer && hear_amending(scene, meaning)) return true;
    if (!meaning.data_wish && is_amending_said(scene, meaning)) {
        begin_amending(scene, meaning);
        return true;
    }
    if (!meaning.data_wish) return false;
    switch (*meaning.data_wish) {
    case language::DataWish::show: tell_own_data(scene); return true;
    case language::DataWish::erase: ask_erasure(scene); return true;
    case language::DataWish::correct: break;
    }
    // While a booking is made it is that which is wrong; without one the words mean a service.
    const bool is_meant = !is_arranging(scene) && !scene.view.bookings.empty();
    if (is_meant) begin_amending(scene, meaning);
    return is_meant;
}

void keep_data(Scene& scene) {
    rest(scene);
    tell(
        scene,
        note(scene.say("data.kept")),
        {button(scene, Act::own_data), button(scene, Act::mine), button(scene, Act::menu)}
    );
}

}  // namespace antre::conversation
