#include "simulation/checks/commands.h"

#include <algorithm>

#include "foundation/time.h"
#include "simulation/limits.h"

namespace antre::simulation {

namespace {

// Command keys are kept thirty days; the simulation asks only for those that must be there still.
constexpr Milliseconds kept_surely = days(29);

}  // namespace

void CommandsCheck::caused(const engine::Command& command, const std::string& cause) {
    if (seen_[cause]++ > 0) ++repeats_;
    if (engine::is_set(command.key)) cause_of_[command.key] = cause;
}

void CommandsCheck::look(const engine::Commit& commit) {
    const bool is_asked_for =
        commit.actor == engine::ActorKind::contact || commit.actor == engine::ActorKind::api;
    if (!is_asked_for) return;
    verdict_.looked("I4");
    const auto cause = cause_of_.find(commit.key);
    if (cause == cause_of_.end()) {
        return verdict_.broken("I4", "a commit without the key of what asked for it");
    }
    if (!acted_.emplace(cause->second, commit.key).second) {
        verdict_.broken("I4", "the same message or request acted twice");
    }
}

void CommandsCheck::acknowledged(const engine::CommandKey& key, Instant now) {
    acknowledged_.push_back({key, now});
}

void CommandsCheck::look_for(engine::Store& store, const Acknowledged& one) {
    verdict_.looked("I1");
    const auto answer = store.kept_answer(one.key);
    if (!answer || !answer->has_value()) {
        verdict_.broken("I1", "what was acknowledged at " + iso_instant(one.at) + " is lost");
    }
}

void CommandsCheck::still_kept(engine::Store& store, Random& random, Instant now) {
    while (!acknowledged_.empty() && now - acknowledged_.front().at > kept_surely) {
        acknowledged_.pop_front();
        if (checked_ > 0) --checked_;
    }
    const std::size_t older = checked_;
    for (; checked_ < acknowledged_.size(); ++checked_)
        look_for(store, acknowledged_[checked_]);
    for (std::size_t i = 0; i < std::min(older, keys_sampled); ++i)
        look_for(store, acknowledged_[random.below(older)]);
}

void CommandsCheck::all_still_kept(engine::Store& store, Instant now) {
    for (const Acknowledged& one : acknowledged_) {
        if (now - one.at <= kept_surely) look_for(store, one);
    }
}

}  // namespace antre::simulation
