#include "conversation/visit_day.h"

#include <algorithm>

#include "conversation/changing.h"
#include "conversation/dates.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/ticket.h"

namespace antre::conversation {

namespace {

constexpr std::size_t cases_shown_max = 5;

std::string state_text(const Scene& scene, const CaseSeen& seen) {
    const scheduling::PassportCase& passport = *seen.passport;
    std::string key = "passport." + std::string(scheduling::name_of(passport.state));
    if (passport.state == scheduling::CaseState::ready) {
        return scene.say(
            key,
            {{"office", office_name(*seen.office, scene.language)},
             {"until",
              day_text(scheduling::last_day_to_collect(*seen.office, passport), scene.language)}}
        );
    }
    if (passport.state == scheduling::CaseState::in_production && passport.expected_on) {
        key += "_until";
        return scene.say(key, {{"expected", long_date(*passport.expected_on, scene.language)}});
    }
    return scene.say(key);
}

}  // namespace

namespace {

// The booking of today, else the next one. REQUIRES: there is one.
const BookingSeen& nearest(const View& view) {
    for (const BookingSeen& seen : view.bookings) {
        if (seen.booking->placement.day == today_at(view, *seen.office)) return seen;
    }
    return view.bookings.front();
}

void tell_of(Scene& scene, std::string_view key, const BookingSeen& seen) {
    std::vector<Option> options{booking_button(scene, Act::show, *seen.booking)};
    if (!has_begun(scene.view, seen)) {
        options.push_back(booking_button(scene, Act::change, *seen.booking));
    }
    options.push_back(button(scene, Act::human));
    tell(
        scene,
        note(scene.say(
            key,
            {{"number", numbers_text(*seen.booking)},
             {"when", booking_when(*seen.booking, *seen.office, scene.language)},
             {"office", office_name(*seen.office, scene.language)}}
        )),
        std::move(options)
    );
}

bool is_today(const Scene& scene, const BookingSeen& seen) {
    return seen.booking->placement.day == today_at(scene.view, *seen.office);
}

}  // namespace

void tell_queue_status(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen& seen = nearest(scene.view);
    tell_of(scene, is_today(scene, seen) ? "status.today" : "status.ahead", seen);
}

void tell_late(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen& seen = nearest(scene.view);
    tell_of(scene, is_today(scene, seen) ? "late.today" : "late.other_day", seen);
}

void tell_arrived(Scene& scene) {
    if (scene.view.bookings.empty()) return tell_no_booking(scene);
    const BookingSeen& seen = nearest(scene.view);
    if (!is_today(scene, seen)) return tell_of(scene, "arrived.other_day", seen);
    send_ticket(scene, *seen.booking, *seen.office, scene.say("arrived.today"));
}

void tell_passport_status(Scene& scene) {
    const std::vector<Option> options{
        button(scene, Act::human), button(scene, Act::mine), button(scene, Act::menu)};
    if (scene.view.cases.empty()) {
        const std::string office = office_name(scene.view.office, scene.language);
        return tell(scene, note(scene.say("passport.status", {{"office", office}})), options);
    }
    std::string body = scene.say("passport.head");
    const auto& cases = scene.view.cases;
    const std::size_t shown = std::min(cases.size(), cases_shown_max);
    for (const CaseSeen& seen : cases.subspan(cases.size() - shown)) {
        std::string name = clean_line(seen.name.reveal());
        if (name.empty()) name = scene.say("passport.somebody");
        // The state is a sentence of ours: its formatting stays.
        body +=
            "\n" +
            scene.say(
                "passport.line", {{"name", name}, {"code", scheduling::code_of(seen.passport->id)}}
            ) +
            " " + state_text(scene, seen);
    }
    tell(scene, note(body + "\n\n" + scene.say("passport.tail")), options);
}

}  // namespace antre::conversation
