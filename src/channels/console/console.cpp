#include "channels/console/console.h"

#include <array>

#include "channels/console/closing.h"

namespace antre::channels::console {

namespace {

struct Verb {
    std::string_view name;
    Output (*perform)(const Act&, const OfficeFound&, const Engine&);
};
constexpr std::array verbs{
    Verb{"close_day", &close_day},
    Verb{"open_day", &open_day},
};

}  // namespace

std::string sentence_of(engine::StaffRefusal refusal) {
    switch (refusal) {
    case engine::StaffRefusal::day_gone_by: return "the day has gone by";
    case engine::StaffRefusal::day_not_closed:
        return "the day was not closed by close-day; holidays are in the office's settings";
    case engine::StaffRefusal::no_place_left:
        return "nothing was changed: somebody would be left without a place";
    }
    return "";
}

Output perform(const Act& act, const Engine& engine) {
    const auto office = engine.office(act.word("office"));
    if (!office) return refusal("no office is called so; see: antre admin offices");
    for (const Verb& verb : verbs) {
        if (verb.name == act.verb) return verb.perform(act, *office, engine);
    }
    return refusal("this program does not know that act");
}

}  // namespace antre::channels::console
