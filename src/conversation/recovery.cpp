#include "conversation/recovery.h"

#include <limits>

#include "conversation/asking.h"
#include "conversation/greeting.h"
#include "conversation/information.h"
#include "conversation/limits.h"
#include "conversation/officer.h"

namespace antre::conversation {

namespace {

bool has_question(const Scene& scene) {
    return scene.talk.step != Step::resting && scene.talk.step != Step::offering_earliest &&
           scene.talk.step != Step::writing_message;
}

}  // namespace

void recover(Scene& scene) {
    if (scene.talk.misses < std::numeric_limits<std::uint8_t>::max()) scene.talk.misses += 1;
    if (scene.talk.misses > misses_before_person + 1) return tell_human_again(scene);
    if (scene.talk.misses > misses_before_person) {
        say_before(scene, scene.say("recover.person"));
        return tell_human(scene);
    }
    if (scene.talk.misses == misses_before_person) {
        std::vector<Option> options{button(scene, Act::human), button(scene, Act::menu)};
        options.push_back(button(scene, has_question(scene) ? Act::proceed : Act::start));
        return tell(scene, note(scene.say("recover.examples")), std::move(options));
    }
    if (has_question(scene)) {
        say_before(scene, scene.say("recover.again"));
        return repeat(scene);
    }
    tell(
        scene,
        note(scene.say("recover.narrow")),
        {button(scene, Act::start), button(scene, Act::mine), button(scene, Act::menu)}
    );
}

void tell_out_of_scope(Scene& scene) {
    tell(
        scene,
        note(scene.say("recover.out_of_scope")),
        {button(scene, has_question(scene) ? Act::proceed : Act::start), button(scene, Act::menu)}
    );
}

void tell_stale(Scene& scene) {
    if (has_question(scene)) {
        say_before(scene, scene.say("stale.question"));
        return repeat(scene);
    }
    rest(scene);
    present_earliest(scene, "stale.earliest", Act::menu);
}

void tell_unreadable(Scene& scene) {
    const bool is_told = scene.talk.media_told_at.ms != 0 &&
                         scene.view.now - scene.talk.media_told_at < media_told_every;
    if (is_told) return;
    scene.talk.media_told_at = scene.view.now;
    tell(
        scene,
        note(scene.say("recover.unreadable")),
        {button(scene, has_question(scene) ? Act::proceed : Act::start),
         button(scene, Act::menu),
         button(scene, Act::human)}
    );
}

}  // namespace antre::conversation
