#include "conversation/amending.h"
#include "conversation/asking.h"
#include "conversation/changing.h"
#include "conversation/erasing.h"
#include "conversation/greeting.h"
#include "conversation/officer.h"
#include "conversation/proving.h"
#include "conversation/room.h"

namespace antre::conversation {

void repeat(Scene& scene) {
    const auto booking = scene.talk.draft.booking;
    switch (scene.talk.step) {
    case Step::resting:
    case Step::offering_earliest: return greet(scene);
    case Step::choosing_service: return ask_service(scene);
    case Step::choosing_count: return ask_count(scene);
    case Step::choosing_day:
    case Step::choosing_move_day:
    case Step::correcting_date: return ask_day(scene);
    case Step::choosing_hour:
    case Step::choosing_move_hour:
        return ask_hour(scene, scene.talk.shown_day.value_or(scene.view.local_now.date));
    case Step::giving_people: return ask_people(scene);
    case Step::confirming: return ask_confirmation(scene);
    case Step::correcting: return ask_correction(scene);
    case Step::offering_other: return offer_other(scene, "");
    case Step::confirming_move: return ask_move(scene);
    case Step::choosing_booking: return show_bookings(scene);
    case Step::writing_message: return ask_message(scene);
    case Step::choosing_person:
    case Step::choosing_fix:
    case Step::giving_fix:
    case Step::confirming_fix: return ask_amending(scene);
    case Step::confirming_erasure: return ask_erasure(scene);
    case Step::proving: return scene.view.own.tries_left ? ask_proof(scene) : greet(scene);
    case Step::confirming_cancel: {
        const BookingSeen* seen = booking ? booking_seen(scene.view, *booking) : nullptr;
        if (seen != nullptr) return ask_cancel(scene, *seen);
        return tell_refusal(scene, scheduling::Refusal::booking_ended);
    }
    }
}

}  // namespace antre::conversation
