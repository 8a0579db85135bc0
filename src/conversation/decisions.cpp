#include "conversation/decisions.h"

#include "conversation/amending.h"
#include "conversation/asking.h"
#include "conversation/booking.h"
#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/erasing.h"
#include "conversation/greeting.h"
#include "conversation/officer.h"
#include "conversation/proving.h"
#include "conversation/rating.h"
#include "conversation/room.h"
#include "conversation/shortfall.h"
#include "conversation/ticket.h"
#include "conversation/visit_day.h"
#include "conversation/waiting.h"

namespace antre::conversation {

namespace {

constexpr std::int16_t window_minutes_default = 10;

// From here on the draft speaks of the places held, so that asking again aims at the same.
void pin(Scene& scene, const scheduling::Booking& held) {
    Draft& draft = scene.talk.draft;
    const scheduling::Pool* pool = scheduling::pool_of(scene.view.office, held.placement.pool);
    const int width = pool == nullptr ? window_minutes_default : pool->window_minutes;
    draft.hold = held.id;
    draft.wish.date = held.placement.day;
    draft.wish.date_to.reset();
    draft.wish.time = held.placement.window;
    draft.wish.time_to =
        MinuteOfDay{static_cast<std::int16_t>(held.placement.window.value + width)};
    draft.wish.party = static_cast<std::uint8_t>(held.placement.numbers.size());
    draft.wish_inferred = false;
}

// What was wished in vain may free yet. A wait that was chosen stays, wherever they look further.
void remember_missed(Scene& scene, const scheduling::Wish& wished, scheduling::Match match) {
    Draft& draft = scene.talk.draft;
    if (draft.is_waiting) return;
    draft.missed.reset();
    if (match == scheduling::Match::other_day && can_wait(scene, wished)) draft.missed = wished;
}

void hear_held(Scene& scene, const Held& held) {
    const Draft before = scene.talk.draft;
    scheduling::Wish wished = before.wish;
    wished.party = static_cast<std::uint8_t>(held.booking.placement.numbers.size());
    const std::string why = shortfall(scene, held.booking.service, wished, held.match);
    if (why.empty()) say_before(scene, hour_gone(scene, wished, held.booking.placement));
    remember_missed(scene, wished, held.match);
    pin(scene, held.booking);
    if (before.booking) {
        const BookingSeen* seen = booking_seen(scene.view, *before.booking);
        const bool is_late = before.is_late && seen != nullptr && scene.talk.step == Step::resting;
        const bool is_lost =
            before.is_hold_renewed && is_taken_by_others(scene, wished, held.match);
        if (is_lost) scene.talk.draft.is_hold_renewed = false;
        say_before(
            scene,
            is_late   ? late_reason(scene, *seen)
            : is_lost ? taken_reason(scene, wished)
                      : why
        );
        return ask_move(scene);
    }
    if (before.is_hold_renewed && is_taken_by_others(scene, wished, held.match)) {
        scene.talk.draft.is_hold_renewed = false;
        return offer_nearest(scene, wished);
    }
    if (!why.empty()) {
        scene.talk.draft.is_hold_renewed = false;
        return offer_other(scene, why);
    }
    const bool is_for_all =
        is_everyone_known(before) && before.people.size() == held.booking.placement.numbers.size();
    if (is_for_all) return ask_confirmation(scene);
    scene.talk.draft.is_hold_renewed = false;
    ask_people(scene);
}

void hear_booked(Scene& scene, const Booked& booked) {
    const scheduling::Wish wished = scene.talk.draft.wish;
    say_before(scene, shortfall(scene, booked.booking.service, wished, booked.match));
    if (booked.waits_at > 0 && scene.talk.draft.missed) {
        say_before(scene, wait_line(scene, *scene.talk.draft.missed, booked.waits_at));
    }
    rest(scene);
    send_first_ticket(scene, booked.booking, scene.view.office);
}

void hear_moved(Scene& scene, const Moved& moved) {
    scheduling::Booking before = moved.booking;
    before.placement = moved.before;
    const std::string day = short_date(moved.before.day, scene.language);
    rest(scene);
    send_ticket(
        scene,
        moved.booking,
        scene.view.office,
        scene.say("ticket.head_moved", {{"before", numbers_text(before)}, {"day", day}})
    );
}

void hear_cancelled(Scene& scene, const Cancelled& cancelled) {
    rest(scene);
    const std::string number = numbers_text(cancelled.booking);
    if (cancelled.booking.service == Service::pickup && passports_ready(scene.view) > 0) {
        return tell(
            scene,
            note(scene.say("collect.cancelled", {{"number", number}})),
            {button(scene, Act::collect), button(scene, Act::menu)}
        );
    }
    tell(
        scene,
        note(scene.say("cancel.done", {{"number", number}})),
        {button(scene, {.act = Act::start}, scene.say("button.start_again")),
         button(scene, Act::menu)}
    );
}

void hear_reminder(Scene& scene, const ReminderSet& set) {
    const std::string when = booking_when(set.booking, scene.view.office, scene.language);
    tell(
        scene,
        note(scene.say(
            set.booking.wants_reminder ? "reminder.set" : "reminder.unset", {{"when", when}}
        )),
        {}
    );
}

// The places went while we talked: the nearest are held at once, so that nothing is asked again.
void hold_again(Scene& scene) {
    scene.talk.draft.hold.reset();
    scene.talk.draft.is_hold_renewed = true;
    propose_hold(scene);
}

void hear_refused(Scene& scene, scheduling::Refusal refusal) {
    const Draft& draft = scene.talk.draft;
    const bool is_offer = scene.talk.step == Step::resting && !draft.hold && !draft.booking;
    if (is_offer && refusal == scheduling::Refusal::hold_expired) return tell_offer_gone(scene);
    const bool is_release = scene.talk.step == Step::resting && draft.hold;
    if (is_release) return tell_abandoned(scene);
    const bool is_lost =
        refusal == scheduling::Refusal::hold_expired || refusal == scheduling::Refusal::place_taken;
    if (is_lost && has_when(draft) && !draft.is_hold_renewed) return hold_again(scene);
    tell_refusal(scene, refusal);
}

struct DecisionHeard {
    Scene& scene;
    void operator()(const Held& held) const { hear_held(scene, held); }
    void operator()(const Booked& booked) const { hear_booked(scene, booked); }
    void operator()(const Moved& moved) const { hear_moved(scene, moved); }
    void operator()(const Cancelled& cancelled) const { hear_cancelled(scene, cancelled); }
    void operator()(const Released&) const { tell_abandoned(scene); }
    void operator()(const ReminderSet& set) const { hear_reminder(scene, set); }
    void operator()(const InquiryHeard& heard) const { tell_inquiry(scene, heard.inbox); }
    void operator()(const AnswerJudged& judged) const { tell_judged(scene, judged.verdict); }
    void operator()(const WaitJoined& joined) const { tell_wait_joined(scene, joined); }
    void operator()(const WaitLeft& left) const { tell_wait_left(scene, left); }
    void operator()(const OfferPassed& passed) const { tell_offer_passed(scene, passed); }
    void operator()(const Rated& rated) const { thank_for_rating(scene, rated.score); }
    void operator()(const Corrected& done) const { tell_corrected(scene, done); }
    void operator()(const NotCorrected& fault) const { tell_not_corrected(scene, fault); }
    void operator()(const ErasureBegun& begun) const { tell_erasure(scene, begun); }
    void operator()(const NotErased& fault) const { tell_not_erased(scene, fault.fault); }
    void operator()(const ErasureUndone&) const { tell_erasure_undone(scene); }
    void operator()(const Proven&) const { tell_proven(scene); }
    void operator()(const NotProven& missed) const { tell_not_proven(scene, missed); }
    void operator()(const StartedAnew&) const { tell_started_anew(scene); }
    void operator()(const Refused& refused) const { hear_refused(scene, refused.refusal); }
};

}  // namespace

void hear_decision(Scene& scene, const Decision& decision) {
    std::visit(DecisionHeard{scene}, decision);
}

}  // namespace antre::conversation
