#include "channels/console/console.h"

#include <array>

#include "channels/console/closing.h"
#include "channels/console/inbox.h"
#include "channels/console/passports.h"

namespace antre::channels::console {

namespace {

struct Verb {
    std::string_view name;
    Output (*perform)(const Act&, const OfficeFound&, const Engine&);
};
constexpr std::array verbs{
    Verb{"close_day", &close_day},
    Verb{"open_day", &open_day},
    Verb{"case_open", &open_cases},
    Verb{"case_show", &show_cases},
    Verb{"case_move", &move_case},
    Verb{"case_import", &import_ready},
    Verb{"inbox_list", &list_inbox},
    Verb{"inbox_answer", &answer_inbox},
};

}  // namespace

std::string sentence_of(engine::StaffRefusal refusal) {
    switch (refusal) {
    case engine::StaffRefusal::day_gone_by: return "the day has gone by";
    case engine::StaffRefusal::day_not_closed:
        return "the day was not closed by close-day; holidays are in the office's settings";
    case engine::StaffRefusal::no_place_left:
        return "nothing was changed: somebody would be left without a place";
    case engine::StaffRefusal::booking_not_here: return "this office has no such booking";
    case engine::StaffRefusal::booking_to_collect:
        return "that booking is for collecting passports; it opens no case";
    case engine::StaffRefusal::visit_to_come: return "the day of that booking has not come yet";
    case engine::StaffRefusal::case_unknown:
        return "no such case: open it first (antre admin case open), or its owner was erased";
    case engine::StaffRefusal::move_not_legal:
        return "the case is in a state that does not lead there; see: antre admin case show";
    case engine::StaffRefusal::inquiry_unknown: return "no such message in this office's inbox";
    case engine::StaffRefusal::answered_before: return "that message was answered before";
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
