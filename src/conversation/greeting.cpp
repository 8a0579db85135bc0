#include "conversation/greeting.h"

#include "conversation/asking.h"
#include "conversation/dates.h"
#include "conversation/limits.h"
#include "conversation/room.h"
#include "conversation/ticket.h"
#include "foundation/text.h"
#include "scheduling/limits.h"

namespace antre::conversation {

namespace {

std::string_view daypart_key(MinuteOfDay minute) {
    if (minute < clock_time(3, 0)) return "daypart.malam";
    if (minute < clock_time(11, 0)) return "daypart.pagi";
    if (minute < clock_time(15, 0)) return "daypart.siang";
    if (minute < clock_time(18, 0)) return "daypart.sore";
    return "daypart.malam";
}

void greet_again(Scene& scene) {
    const BookingSeen& first = scene.view.bookings.front();
    notices::Note said = note(scene.say(
        "greeting.again",
        {{"daypart", scene.say(daypart_key(scene.view.local_now.minute))},
         {"number", numbers_text(*first.booking)},
         {"when", booking_when(*first.booking, *first.office, scene.language)}}
    ));
    said.header = scene.say("header.greeting");
    said.footer = scene.say("footer.words");
    tell(
        scene,
        std::move(said),
        {button(scene, Act::mine),
         button(scene, {.act = Act::start}, scene.say("button.start_again")),
         button(scene, Act::menu)}
    );
}

Option menu_row(const Scene& scene, Act act) {
    const std::string name(name_of(act));
    return {{.act = act}, scene.say("row." + name), scene.say("row_desc." + name)};
}

}  // namespace

void greet(Scene& scene) {
    rest(scene);
    if (!scene.view.bookings.empty()) return greet_again(scene);
    present_earliest(scene, "greeting.first", Act::menu);
    if (scene.talk.step != Step::offering_earliest) return;
    auto& said = std::get<notices::Note>(scene.replies.back().content);
    said.header = scene.say("header.greeting");
    said.footer = scene.say("footer.words");
}

void present_earliest(Scene& scene, std::string_view key, Act third_button) {
    const auto offer = earliest_place(scene.view, default_service(scene.view), 1);
    if (!offer) return tell_refusal(scene, offer.error());
    const scheduling::Placement& placement = offer->placement;
    Payload take{.act = Act::take, .day = placement.day, .minute = placement.window};
    notices::Note said = note(scene.say(
        key,
        {{"daypart", scene.say(daypart_key(scene.view.local_now.minute))},
         {"office", office_name(scene.view.office, scene.language)},
         {"when",
          near_text(placement.day, placement.window, scene.view.office.zone, scene.language)}}
    ));
    ask(scene,
        Step::offering_earliest,
        std::move(said),
        {button(scene, take, scene.say("button.take")),
         button(scene, Act::days),
         button(scene, third_button)});
}

void show_menu(Scene& scene) {
    std::vector<Option> rows;
    for (const Act act :
         {Act::mine,
          Act::change_any,
          Act::cancel_any,
          Act::status,
          Act::passport,
          Act::documents,
          Act::address,
          Act::human}) {
        rows.push_back(menu_row(scene, act));
    }
    const Language other = scene.language == Language::id ? Language::en : Language::id;
    rows.push_back(
        {{.act = Act::language, .number = static_cast<std::uint8_t>(other)},
         scene.say("row.language"),
         scene.say("row_desc.language")}
    );
    rows.push_back(menu_row(scene, Act::start));
    rest(scene);
    ask_list(scene, Step::resting, note(scene.say("menu.body")), "button.open_menu", rows);
}

void tell_refusal(Scene& scene, scheduling::Refusal refusal) {
    const std::string key = "refusal." + std::string(scheduling::name_of(refusal));
    const std::string left = std::to_string(people_left(scene.view, service_in_hand(scene)));
    rest(scene);
    std::vector<Option> options;
    if (!scene.view.bookings.empty()) options.push_back(button(scene, Act::mine));
    options.push_back(button(scene, Act::menu));
    options.push_back(button(scene, Act::human));
    tell(
        scene,
        note(scene.say(
            key,
            {{"office", office_name(scene.view.office, scene.language)},
             {"left", left},
             {"people_max", std::to_string(scheduling::contact_people_max)},
             {"moves_max", std::to_string(scene.view.office.moves_max)}}
        )),
        std::move(options)
    );
}

}  // namespace antre::conversation
