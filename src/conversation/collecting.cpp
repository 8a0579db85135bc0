#include "conversation/collecting.h"

#include <algorithm>

#include "conversation/asking.h"
#include "conversation/changing.h"
#include "conversation/dates.h"
#include "conversation/draft.h"
#include "conversation/lists.h"
#include "conversation/room.h"
#include "conversation/shortfall.h"
#include "conversation/ticket.h"
#include "conversation/visit_day.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

constexpr std::int32_t hour_minutes = 60;

bool waits_here(const View& view, const CaseSeen& seen) {
    return seen.passport->state == scheduling::CaseState::ready &&
           seen.office->id == view.office.id;
}

// The last day on which all that wait can be collected.
std::optional<LocalDate> last_day_of_ready(const View& view) {
    std::optional<LocalDate> last;
    for (const CaseSeen& seen : view.cases) {
        if (!waits_here(view, seen)) continue;
        const LocalDate day = scheduling::last_day_to_collect(*seen.office, *seen.passport);
        last = std::min(last.value_or(day), day);
    }
    return last;
}

// The hour that they have chosen.
const BookingSeen* visit_chosen(const View& view) {
    for (const BookingSeen& seen : view.bookings) {
        const bool is_visit =
            seen.booking->service == Service::pickup && is_of_this_office(view, seen);
        if (is_visit) return &seen;
    }
    return nullptr;
}

// An hour, not a part of the day, of a day that was named.
bool is_exact(const Draft& draft) {
    const scheduling::Wish& wish = draft.wish;
    if (!wish.date || wish.date_to || !wish.time || draft.wish_inferred) return false;
    return wish.time_to.value_or(*wish.time).value - wish.time->value <= hour_minutes;
}

void tell_no_hours(Scene& scene, LocalDate last) {
    rest(scene);
    tell(
        scene,
        note(scene.say(
            "collect.no_hours",
            {{"office", office_name(scene.view.office, scene.language)},
             {"until", long_date(last, scene.language)}}
        )),
        {button(scene, Act::address), button(scene, Act::human), button(scene, Act::menu)}
    );
}

// A second visit is not begun: the one that is chosen is shown, or moved to the time that is said
// and when it was missed.
void go_to_chosen(Scene& scene, const BookingSeen& seen) {
    const scheduling::Wish wish = scene.talk.draft.wish;
    rest(scene);
    scene.talk.draft.wish = wish;
    if (has_when(scene.talk.draft) || is_missed(scene.view, seen)) return begin_move(scene, seen);
    send_ticket(scene, *seen.booking, *seen.office, scene.say("collect.chosen"));
}

// Lists the hours of the nearest day to what was said, and why it is another.
void list_hours_near(Scene& scene, LocalDate last) {
    Draft& draft = scene.talk.draft;
    if (!draft.wish.date) draft.wish = any_day(scene.view, draft.wish);
    draft.wish.party = party_in_hand(scene);
    const auto offer = best_place(scene.view, Service::pickup, draft.wish);
    const bool is_in_time = offer && offer->placement.day <= last;
    if (offer) say_before(scene, shortfall(scene, Service::pickup, draft.wish, offer->match));
    draft.wish = {};
    draft.wish_inferred = false;
    if (is_in_time) return ask_hour(scene, offer->placement.day);
    ask_day(scene);
}

}  // namespace

bool offers_collecting(const scheduling::Office& office) {
    return takes_bookings(office) && scheduling::pool_for(office, Service::pickup) != nullptr;
}

std::uint8_t passports_ready(const View& view) {
    const auto ready = std::count_if(view.cases.begin(), view.cases.end(), [&](const auto& seen) {
        return waits_here(view, seen);
    });
    return static_cast<std::uint8_t>(
        std::min<std::int64_t>(ready, std::int64_t{scheduling::party_people_max})
    );
}

bool is_collecting(const Scene& scene) {
    const Draft& draft = scene.talk.draft;
    return draft.service == Service::pickup && !draft.booking && draft.people.empty() &&
           passports_ready(scene.view) > 0;
}

std::optional<LocalDate> last_day_to_collect(const Scene& scene) {
    const bool is_pickup = service_in_hand(scene) == Service::pickup;
    if (!is_pickup || !scene.talk.draft.people.empty()) return std::nullopt;
    return last_day_of_ready(scene.view);
}

void begin_collecting(Scene& scene, const language::Meaning& meaning) {
    const auto last = last_day_of_ready(scene.view);
    if (!last) return tell_passport_status(scene);
    if (!offers_collecting(scene.view.office)) return tell_no_hours(scene, *last);
    rest(scene);
    scene.talk.draft.service = Service::pickup;
    scene.talk.draft.wish = wish_said(scene.view, meaning, {});
    scene.talk.draft.wish_inferred = meaning.is_date_inferred;
    arrange_collecting(scene);
}

void arrange_collecting(Scene& scene) {
    Draft& draft = scene.talk.draft;
    if (const BookingSeen* seen = visit_chosen(scene.view)) return go_to_chosen(scene, *seen);
    const LocalDate last = last_day_of_ready(scene.view).value_or(scene.view.local_now.date);
    if (draft.wish.date && *draft.wish.date > last) {
        say_last_day(scene, last);
        draft.wish = {};
        return ask_day(scene);
    }
    if (draft.wish.date &&
        draft.wish.date_to.value_or(*draft.wish.date) < scene.view.local_now.date) {
        const std::string date = long_date(*draft.wish.date, scene.language);
        say_before(scene, scene.say("fault.past_date", {{"date", date}}));
        draft.wish = {};
    }
    if (is_exact(draft)) {
        scheduling::Wish wish = draft.wish;
        wish.party = party_in_hand(scene);
        const auto offer = best_place(scene.view, Service::pickup, wish);
        if (offer && offer->match == scheduling::Match::as_wished) {
            scene.proposal = ProposeCollecting{wish};
            return;
        }
    }
    list_hours_near(scene, last);
}

void tell_hours_full(Scene& scene) {
    const LocalDate last = last_day_of_ready(scene.view).value_or(scene.view.local_now.date);
    rest(scene);
    tell(
        scene,
        note(scene.say("collect.full", {{"until", long_date(last, scene.language)}})),
        {button(scene, Act::address), button(scene, Act::human), button(scene, Act::menu)}
    );
}

void say_last_day(Scene& scene, LocalDate last) {
    say_before(scene, scene.say("collect.too_late", {{"until", long_date(last, scene.language)}}));
}

}  // namespace antre::conversation
