#include "conversation/asking.h"

#include <algorithm>

#include "conversation/collecting.h"
#include "conversation/dates.h"
#include "conversation/greeting.h"
#include "conversation/limits.h"
#include "conversation/names.h"
#include "conversation/room.h"
#include "conversation/shortfall.h"
#include "conversation/ticket.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

std::string step_footer(const Scene& scene, int step) {
    return scene.say("footer.step", {{"step", std::to_string(step)}, {"steps", "5"}});
}

notices::Note step_note(const Scene& scene, std::string body, int step) {
    notices::Note made = note(std::move(body));
    made.footer = step_footer(scene, step);
    return made;
}

// What a person still owes us: a name, a birth date, nothing.
enum class Missing : std::uint8_t {
    nothing,
    name,
    birth,
};

Missing missing_of(const PersonEntry& person) {
    if (person.name.empty()) return Missing::name;
    return person.born ? Missing::nothing : Missing::birth;
}

// "Siti Rahayu", or "Pemohon 2" while the name is unknown.
std::string person_title(const Scene& scene, std::size_t index) {
    const PersonEntry& person = scene.talk.draft.people[index];
    if (!person.name.empty()) return clean_line(person.name.reveal());
    return scene.say("people.numbered", {{"number", std::to_string(index + 1)}});
}

std::string people_question(const Scene& scene) {
    const Draft& draft = scene.talk.draft;
    for (std::size_t i = 0; i < draft.people.size(); ++i) {
        const std::string title = person_title(scene, i);
        switch (missing_of(draft.people[i])) {
        case Missing::birth: return scene.say("people.ask_birth", {{"name", title}});
        case Missing::name: return scene.say("people.ask_name", {{"person", title}});
        case Missing::nothing: break;
        }
    }
    const std::size_t wanted = draft.count.value_or(1);
    if (draft.people.empty()) {
        if (wanted == 1) return scene.say("people.ask_one");
        return scene.say("people.ask_many", {{"count", std::to_string(wanted)}});
    }
    const std::size_t left = wanted > draft.people.size() ? wanted - draft.people.size() : 1;
    return scene.say(
        "people.ask_more",
        {{"left", std::to_string(left)}, {"number", std::to_string(draft.people.size() + 1)}}
    );
}

bool keeps_priority_places(const Scene& scene) {
    const scheduling::Pool* pool = scheduling::pool_for(
        scene.view.office, scene.talk.draft.service.value_or(default_service(scene.view))
    );
    return pool != nullptr && pool->priority_percent > 0;
}

std::string priority_line(const Scene& scene) {
    const bool is_kept = keeps_priority_places(scene);
    return scene.say(is_kept ? "summary.priority" : "summary.priority_at_desk");
}

// Some places are kept for those who need them; the others are asked plainly, once.
bool asks_for_priority(const Scene& scene) {
    const Draft& draft = scene.talk.draft;
    return draft.people.empty() && scene.talk.step != Step::giving_people &&
           keeps_priority_places(scene) && draft.wish.audience == scheduling::Audience::everyone;
}

std::string people_lines(const Scene& scene) {
    std::string lines;
    const auto& people = scene.talk.draft.people;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const std::string born =
            people[i].born ? day_text(*people[i].born, scene.language) : std::string("-");
        const std::string number = std::to_string(i + 1);
        const std::string name = clean_line(people[i].name.reveal());
        lines += '\n';
        if (people.size() == 1) {
            lines += scene.say("summary.person", {{"name", name}, {"born", born}});
        } else {
            lines += scene.say(
                "summary.person_of_many", {{"number", number}, {"name", name}, {"born", born}}
            );
        }
    }
    return lines;
}

}  // namespace

Service service_in_hand(const Scene& scene) {
    const Draft& draft = scene.talk.draft;
    if (draft.booking) {
        const BookingSeen* seen = booking_seen(scene.view, *draft.booking);
        if (seen != nullptr) return seen->booking->service;
    }
    return draft.service.value_or(default_service(scene.view));
}

std::uint8_t party_in_hand(const Scene& scene) {
    const Draft& draft = scene.talk.draft;
    std::size_t party = std::max<std::size_t>(1, draft.people.size());
    if (draft.count) party = *draft.count;
    if (is_collecting(scene)) party = passports_ready(scene.view);
    if (draft.booking) {
        const BookingSeen* seen = booking_seen(scene.view, *draft.booking);
        if (seen != nullptr) party = seen->booking->placement.numbers.size();
    }
    const std::size_t most = scheduling::party_people_max;
    return static_cast<std::uint8_t>(std::clamp<std::size_t>(party, 1, most));
}

std::string held_when(const Scene& scene) {
    const scheduling::Wish& wish = scene.talk.draft.wish;
    return when_text(
        wish.date.value_or(scene.view.local_now.date),
        wish.time.value_or(MinuteOfDay{}),
        scene.view.office.zone,
        scene.language
    );
}

void ask_service(Scene& scene) {
    std::vector<Option> rows;
    for (const Service service : all_services) {
        if (calendar_for(scene.view, service) == nullptr) continue;
        const std::string word(word_of(service));
        rows.push_back(
            {{.act = Act::service, .number = static_cast<std::uint8_t>(service)},
             scene.say("row.service." + word),
             scene.say("row_desc.service." + word)}
        );
    }
    if (rows.empty()) return tell_refusal(scene, scheduling::Refusal::service_not_offered);
    const bool has_form = scene.view.form == FormOffer::open;
    notices::Note asked =
        step_note(scene, scene.say(has_form ? "ask.service_or_form" : "ask.service"), 1);
    if (has_form) asked.form = notices::Form{scene.say("button.fill_form"), scene.language};
    ask_list(
        scene, Step::choosing_service, std::move(asked), "button.choose_service", std::move(rows)
    );
}

void ask_count(Scene& scene) {
    std::vector<Option> buttons;
    const int most = people_left(scene.view, service_in_hand(scene));
    for (int count = 1; count <= std::min(most, 3); ++count) {
        const std::string number = std::to_string(count);
        buttons.push_back(
            {{.act = Act::count, .number = static_cast<std::uint8_t>(count)},
             scene.say(count == 1 ? "button.one_person" : "button.people", {{"count", number}}),
             ""}
        );
    }
    if (buttons.empty()) return tell_refusal(scene, scheduling::Refusal::party_too_large);
    const std::string body = scene.say("ask.count", {{"most", std::to_string(most)}});
    ask(scene, Step::choosing_count, step_note(scene, body, 2), std::move(buttons));
}

void ask_people(Scene& scene) {
    std::string body;
    if (scene.talk.draft.hold) {
        const bool is_told = scene.talk.step == Step::giving_people;
        const std::string_view key = is_told ? "people.place" : "people.held";
        body = scene.say(key, {{"when", held_when(scene)}}) + "\n\n";
    }
    body += people_question(scene);
    if (scene.talk.draft.people.empty() && !scene.talk.draft.count) {
        body += "\n\n" + scene.say("people.more_than_one");
    }
    if (asks_for_priority(scene)) {
        body += "\n\n" + scene.say("people.priority");
    } else if (scene.talk.draft.wish.audience == scheduling::Audience::priority &&
               scene.talk.draft.people.empty()) {
        body += "\n\n" + priority_line(scene);
    }
    std::vector<Option> options;
    if (scene.talk.draft.hold) {
        options.push_back(button(scene, Act::hours));
        options.push_back(button(scene, Act::days));
        options.push_back(button(scene, Act::abandon));
    }
    // Who took an offered time has gone through no steps.
    notices::Note asked = note(std::move(body));
    if (scene.talk.draft.service) asked.footer = step_footer(scene, 5);
    ask(scene, Step::giving_people, std::move(asked), std::move(options));
}

void ask_confirmation(Scene& scene) {
    if (scene.talk.draft.is_hold_renewed) {
        say_before(scene, scene.say("hold.renewed"));
        scene.talk.draft.is_hold_renewed = false;
    }
    std::string body = scene.say("summary.head") + "\n";
    if (scene.talk.draft.wish.audience == scheduling::Audience::priority) {
        body += '\n' + priority_line(scene);
    }
    body +=
        '\n' +
        scene.say("summary.service", {{"service", service_name(scene, service_in_hand(scene))}});
    body += people_lines(scene);
    body += '\n' + scene.say(
                       "summary.place",
                       {{"when", held_when(scene)},
                        {"office", office_name(scene.view.office, scene.language)}}
                   );
    ask(scene,
        Step::confirming,
        note(std::move(body)),
        {button(scene, Act::confirm), button(scene, Act::wrong), button(scene, Act::hours)});
}

void ask_correction(Scene& scene) {
    ask(scene,
        Step::correcting,
        note(scene.say("ask.correction")),
        {button(scene, Act::fix_people),
         button(scene, Act::fix_time),
         button(scene, Act::fix_service)});
}

void offer_other(Scene& scene, const std::string& why) {
    const scheduling::Wish& wish = scene.talk.draft.wish;
    const std::string day =
        weekday_text(wish.date.value_or(scene.view.local_now.date), scene.language);
    const std::string time = clock_text(wish.time.value_or(MinuteOfDay{}), scene.language);
    std::string body = why.empty() ? "" : why + "\n\n";
    body += scene.say("other.next", {{"when", held_when(scene)}});
    ask(scene,
        Step::offering_other,
        note(std::move(body)),
        {button(
             scene, {.act = Act::accept}, scene.say("button.accept", {{"day", day}, {"time", time}})
         ),
         button(scene, Act::options),
         button(scene, scene.talk.draft.missed ? Act::wait : Act::abandon)});
}

void offer_nearest(Scene& scene, const scheduling::Wish& taken) {
    const Draft& draft = scene.talk.draft;
    const std::string time = clock_text(draft.wish.time.value_or(MinuteOfDay{}), scene.language);
    const bool is_same_day = draft.wish.date == taken.date;
    std::string body = taken_reason(scene, taken) + " ";
    body += is_same_day ? scene.say("taken.same_day", {{"time", time}})
                        : scene.say("taken.other_day", {{"when", held_when(scene)}});
    if (!draft.people.empty()) body += " " + scene.say("taken.kept");
    const std::string day =
        weekday_text(draft.wish.date.value_or(scene.view.local_now.date), scene.language);
    const std::string title = is_same_day
                                  ? scene.say("button.accept_time", {{"time", time}})
                                  : scene.say("button.accept", {{"day", day}, {"time", time}});
    ask(scene,
        Step::offering_other,
        note(std::move(body)),
        {button(scene, {.act = Act::accept}, title),
         button(scene, Act::hours),
         button(scene, {.act = Act::days}, scene.say("button.other_day"))});
}

void ask_move(Scene& scene) {
    const Draft& draft = scene.talk.draft;
    const BookingSeen* seen = draft.booking ? booking_seen(scene.view, *draft.booking) : nullptr;
    if (seen == nullptr) return tell_refusal(scene, scheduling::Refusal::booking_unknown);
    if (draft.is_hold_renewed) {
        say_before(scene, scene.say("hold.renewed"));
        scene.talk.draft.is_hold_renewed = false;
    }
    const std::string body = scene.say(
        "move.confirm",
        {{"number", numbers_text(*seen->booking)},
         {"before", booking_when(*seen->booking, *seen->office, scene.language)},
         {"after", held_when(scene)}}
    );
    ask(scene,
        Step::confirming_move,
        note(body),
        {button(scene, Act::move),
         button(scene, draft.missed ? Act::wait : Act::hours),
         button(scene, Act::abandon)});
}

void offer_available(Scene& scene, const scheduling::Wish& wish) {
    scheduling::Wish wished = wish;
    wished.party = party_in_hand(scene);
    const Service service = service_in_hand(scene);
    const auto offer = best_place(scene.view, service, wished);
    if (!offer) return tell_refusal(scene, offer.error());
    const scheduling::Placement& placement = offer->placement;
    const auto* calendar = calendar_for(scene.view, service);
    const std::uint16_t free = calendar->free_on(placement.day, wished.audience);
    const std::string why = shortfall(scene, service, wished, offer->match);
    std::string body = why.empty() ? "" : why + "\n\n";
    body += scene.say(
        "available.place",
        {{"when",
          when_text(placement.day, placement.window, scene.view.office.zone, scene.language)},
         {"left", std::to_string(free)}}
    );
    const Payload take{.act = Act::take, .day = placement.day, .minute = placement.window};
    ask(scene,
        Step::offering_earliest,
        note(std::move(body)),
        {button(scene, take, scene.say("button.take")),
         button(scene, Act::days),
         button(scene, Act::menu)});
}

}  // namespace antre::conversation
