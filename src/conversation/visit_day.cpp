#include "conversation/visit_day.h"

#include "conversation/changing.h"
#include "conversation/dates.h"
#include "conversation/room.h"
#include "conversation/ticket.h"

namespace antre::conversation {

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
    tell(
        scene,
        note(scene.say(
            "passport.status", {{"office", office_name(scene.view.office, scene.language)}}
        )),
        {button(scene, Act::human), button(scene, Act::mine), button(scene, Act::menu)}
    );
}

}  // namespace antre::conversation
