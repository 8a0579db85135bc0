#pragma once

// Asking the engine in a line: the answer of the kind that was asked for, or what is printed
// instead.

#include "channels/console/console.h"

namespace antre::channels::console {

// The engine's answer to an officer's act; anything else becomes a refusal to print.
Result<engine::StaffAnswer, Output>
staff_answer(const Engine& engine, const OfficeFound& office, engine::StaffAct act);

template <class Wanted>
Result<Wanted, Output>
answered(const Engine& engine, const OfficeFound& office, engine::StaffAct act) {
    auto answer = staff_answer(engine, office, std::move(act));
    if (!answer) return fail(std::move(answer.error()));
    if (auto* wanted = std::get_if<Wanted>(&*answer)) return std::move(*wanted);
    return fail(refusal("the engine answered something else"));
}

// `confirm` when the word was given, else `preview`.
engine::Resolve resolve_of(const Act& act);

}  // namespace antre::channels::console
