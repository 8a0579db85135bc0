#include "conversation/scene.h"

#include "conversation/limits.h"
#include "conversation/told.h"
#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::conversation {

namespace {

// The last guard of WhatsApp's limits: texts are made to fit before they come here.
void hold_limits(notices::Note& note) {
    note.header = shorten(note.header, header_units_max);
    note.body = shorten(note.body, body_units_max);
    note.footer = shorten(note.footer, footer_units_max);
}

void put_preface(Scene& scene, notices::Note& note) {
    if (scene.preface.empty()) return;
    note.body = scene.preface + "\n\n" + note.body;
    scene.preface.clear();
}

void register_menu(Scene& scene, std::vector<Option>& options) {
    scene.talk.menu += 1;
    pass_told(scene.talk, scene.view.now);
    scene.talk.shown.clear();
    scene.talk.shown_titles.clear();
    for (Option& option : options) {
        option.payload.menu = scene.talk.menu;
        scene.talk.shown.push_back(encode(option.payload));
        scene.talk.shown_titles.push_back(option.title);
    }
}

void put_buttons(notices::Note& note, const std::vector<Option>& options) {
    ASSERT(options.size() <= buttons_max);
    for (const Option& option : options) {
        note.buttons.push_back({encode(option.payload), shorten(option.title, button_units_max)});
    }
}

Reply reply_with(Scene& scene, notices::Note note) {
    put_preface(scene, note);
    hold_limits(note);
    return {notices::MessageKind::reply, std::nullopt, std::move(note)};
}

}  // namespace

std::string Scene::say(
    std::string_view key,
    std::initializer_list<std::pair<std::string_view, std::string_view>> values
) const {
    return view.wording.say(language, key, values);
}

Option button(const Scene& scene, Act act) {
    return {{.act = act}, scene.say("button." + std::string(name_of(act))), ""};
}

Option button(const Scene&, const Payload& payload, std::string title) {
    return {payload, std::move(title), ""};
}

notices::Note note(std::string body) {
    notices::Note made;
    made.body = std::move(body);
    return made;
}

void say_before(Scene& scene, const std::string& text) {
    if (text.empty()) return;
    if (!scene.preface.empty()) scene.preface += "\n\n";
    scene.preface += text;
}

void ask(Scene& scene, Step step, notices::Note note, std::vector<Option> options) {
    scene.talk.step = step;
    register_menu(scene, options);
    put_buttons(note, options);
    scene.replies.push_back(reply_with(scene, std::move(note)));
}

void ask_list(
    Scene& scene,
    Step step,
    notices::Note note,
    std::string_view button_key,
    std::vector<Option> options
) {
    ASSERT(options.size() <= rows_max);
    scene.talk.step = step;
    register_menu(scene, options);
    notices::Menu menu{scene.say(button_key), {}};
    note.body += '\n';
    std::size_t number = 0;
    for (const Option& option : options) {
        const std::string title = shorten(option.title, row_title_units_max);
        note.body += '\n' + std::to_string(++number) + ". " + title;
        menu.rows.push_back(
            {encode(option.payload), title, shorten(option.description, row_description_units_max)}
        );
    }
    note.menu = std::move(menu);
    scene.replies.push_back(reply_with(scene, std::move(note)));
}

void tell(Scene& scene, notices::Note note, std::vector<Option> options) {
    if (scene.talk.step == Step::resting) register_menu(scene, options);
    put_buttons(note, options);
    scene.replies.push_back(reply_with(scene, std::move(note)));
}

void tell_ticket(
    Scene& scene, notices::Note note, std::vector<Option> options, notices::About about
) {
    tell(scene, std::move(note), std::move(options));
    scene.replies.back().kind = notices::MessageKind::ticket;
    scene.replies.back().about = about;
}

void show_place(Scene& scene, notices::LocationPin pin) {
    scene.replies.push_back({notices::MessageKind::reply, std::nullopt, std::move(pin)});
}

bool is_booking(Step step) {
    switch (step) {
    case Step::choosing_service:
    case Step::choosing_count:
    case Step::choosing_day:
    case Step::choosing_hour:
    case Step::giving_people:
    case Step::confirming:
    case Step::correcting:
    case Step::correcting_date:
    case Step::offering_other: return true;
    case Step::resting:
    case Step::offering_earliest:
    case Step::choosing_move_day:
    case Step::choosing_move_hour:
    case Step::confirming_move:
    case Step::choosing_booking:
    case Step::confirming_cancel:
    case Step::writing_message:
    case Step::choosing_person:
    case Step::choosing_fix:
    case Step::giving_fix:
    case Step::confirming_fix:
    case Step::confirming_erasure:
    case Step::proving: return false;
    }
    return false;
}

bool is_moving(Step step) {
    return step == Step::choosing_move_day || step == Step::choosing_move_hour ||
           step == Step::confirming_move;
}

void rest(Scene& scene) {
    scene.talk.step = Step::resting;
    scene.talk.draft = {};
    scene.talk.shown_day.reset();
    scene.talk.shown.clear();
    scene.talk.shown_titles.clear();
}

}  // namespace antre::conversation
