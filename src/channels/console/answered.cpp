#include "channels/console/answered.h"

#include <utility>
#include <variant>

namespace antre::channels::console {

Result<engine::StaffAnswer, Output>
staff_answer(const Engine& engine, const OfficeFound& office, engine::StaffAct act) {
    auto answer = engine.ask(office.id, std::move(act));
    if (!answer) return fail(refusal(answer.error()));
    auto* staff = std::get_if<engine::StaffAnswer>(&*answer);
    if (staff == nullptr) return fail(refusal("nothing was changed: ask again"));
    if (const auto* refused = std::get_if<engine::StaffRefusal>(staff)) {
        return fail(refusal(sentence_of(*refused)));
    }
    return std::move(*staff);
}

engine::Resolve resolve_of(const Act& act) {
    return act.word("confirm").empty() ? engine::Resolve::preview : engine::Resolve::confirm;
}

}  // namespace antre::channels::console
