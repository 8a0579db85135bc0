#pragma once

// The console carries out what an officer typed: it reads the words, asks the engine, and writes
// the answer for people or, with the word `json`, for programs. It does not know whether the engine
// runs in a server or only for this act.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "channels/console/act.h"
#include "engine/command.h"
#include "engine/staff.h"
#include "foundation/result.h"
#include "foundation/time.h"

namespace antre::channels::console {

struct OfficeFound {
    OfficeId id;
    std::string slug;
    Zone zone = Zone::wib;
};

// Where the engine is reached. The error is a sentence for the operator.
struct Engine {
    std::function<std::optional<OfficeFound>(std::string_view slug)> office;
    std::function<Result<engine::Answer, std::string>(OfficeId office, engine::StaffAct act)> ask;
    std::function<Instant()> now;
};

Output perform(const Act& act, const Engine& engine);

// One line on stderr for each reason why an officer's act was not carried out.
std::string sentence_of(engine::StaffRefusal refusal);

}  // namespace antre::channels::console
