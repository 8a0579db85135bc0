#include "conversation/dialog.h"

#include "conversation/decisions.h"
#include "conversation/erasing.h"
#include "conversation/hearing.h"
#include "conversation/information.h"
#include "conversation/limits.h"
#include "conversation/proving.h"
#include "conversation/recovery.h"
#include "conversation/scene.h"
#include "conversation/taps.h"
#include "conversation/told.h"

namespace antre::conversation {

namespace {

// Notes that the person wrote, and drops a draft that has gone cold: a tap on what was shown with
// it is one on an older menu. What notices offer stays (told.h).
void mark_heard(Scene& scene) {
    const bool is_cold = scene.view.now - scene.talk.heard_at > talk_forgets_after;
    if (!is_cold || scene.talk.heard_at.ms == 0) return;
    rest(scene);
    scene.talk.misses = 0;
    ++scene.talk.menu;
}

struct Hearing {
    Scene& scene;
    void operator()(const Said& said) const {
        mark_heard(scene);
        hear_said(scene, said);
        scene.talk.heard_at = scene.view.now;
    }
    void operator()(const Tapped& tapped) const {
        mark_heard(scene);
        hear_tap(scene, tapped.payload);
        scene.talk.heard_at = scene.view.now;
    }
    void operator()(const Received&) const {
        mark_heard(scene);
        tell_unreadable(scene);
        scene.talk.heard_at = scene.view.now;
    }
    void operator()(const SharedLocation&) const {
        mark_heard(scene);
        tell_location_thanks(scene);
        scene.talk.heard_at = scene.view.now;
    }
    void operator()(const Decision& decision) const { hear_decision(scene, decision); }
};

language::Asked asked_for_people(const Draft& draft) {
    for (const PersonEntry& person : draft.people) {
        if (!person.name.empty() && !person.born) return language::Asked::ask_birth;
    }
    return language::Asked::ask_name;
}

}  // namespace

language::Asked asked_by(const Talk& talk, Instant now) {
    if (const auto asked = asked_by_told(talk, now)) return *asked;
    switch (talk.step) {
    case Step::resting:
    case Step::writing_message: return language::Asked::nothing;
    case Step::choosing_fix: return language::Asked::ask_name;
    case Step::giving_fix:
        return talk.draft.fix == Fix::birth ? language::Asked::ask_birth
                                            : language::Asked::ask_name;
    case Step::proving:
        return talk.draft.booking ? language::Asked::ask_birth : language::Asked::nothing;
    case Step::confirming_fix:
    case Step::confirming_erasure: return language::Asked::confirm;
    case Step::choosing_person: return language::Asked::offer_list;
    case Step::offering_earliest:
    case Step::offering_other: return language::Asked::offer_slot;
    case Step::choosing_service: return language::Asked::ask_service;
    case Step::choosing_count: return language::Asked::ask_count;
    case Step::choosing_day:
    case Step::choosing_move_day:
    case Step::correcting_date: return language::Asked::ask_date;
    case Step::choosing_hour:
    case Step::choosing_move_hour: return language::Asked::ask_time;
    case Step::giving_people: return asked_for_people(talk.draft);
    case Step::confirming:
    case Step::confirming_move:
    case Step::confirming_cancel: return language::Asked::confirm;
    case Step::correcting:
    case Step::choosing_booking: return language::Asked::offer_list;
    }
    return language::Asked::nothing;
}

Turn advance(const Talk& talk, const Heard& heard, const View& view) {
    Scene scene{view, talk, view.language, "", {}, std::nullopt, std::nullopt, std::nullopt};
    const std::uint8_t misses = talk.misses;
    const bool is_decision = std::holds_alternative<Decision>(heard);
    if (!is_decision && (view.own.erased_at || view.own.tries_left)) {
        mark_heard(scene);
        view.own.erased_at ? hear_while_erasing(scene, heard) : hear_unproven(scene, heard);
        scene.talk.heard_at = view.now;
    } else {
        std::visit(Hearing{scene}, heard);
    }
    // Whatever was understood ends a row of misses.
    const bool is_person = std::holds_alternative<Said>(heard);
    if (is_person && scene.talk.misses <= misses) scene.talk.misses = 0;
    if (scene.replies.size() > replies_max) scene.replies.resize(replies_max);
    Turn turn;
    turn.talk = std::move(scene.talk);
    turn.replies = std::move(scene.replies);
    turn.proposal = std::move(scene.proposal);
    if (scene.switched_to != view.language) turn.language = scene.switched_to;
    turn.opted_out = scene.opted_out;
    return turn;
}

}  // namespace antre::conversation
