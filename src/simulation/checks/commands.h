#pragma once

// I1 and I4 of commands: what was acknowledged is still kept after every restart, and one cause
// (a message by its id, a request by its key) acts once, however often it comes.

#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "engine/commit.h"
#include "engine/store.h"
#include "foundation/random.h"
#include "simulation/verdict.h"

namespace antre::simulation {

class CommandsCheck {
public:
    explicit CommandsCheck(Verdict& verdict)
        : verdict_(verdict) {}

    // A message with this id is about to be handed to the engine as this command.
    void caused(const engine::Command& command, const std::string& cause);
    void look(const engine::Commit& commit);
    // Its sender was told that it is kept.
    void acknowledged(const engine::CommandKey& key, Instant now);
    // After a restart: all that were acknowledged since the last one and some of the older ones.
    void still_kept(engine::Store& store, Random& random, Instant now);
    void all_still_kept(engine::Store& store, Instant now);

    [[nodiscard]] std::uint64_t repeats() const { return repeats_; }

private:
    struct Acknowledged {
        engine::CommandKey key{};
        Instant at;
    };
    void look_for(engine::Store& store, const Acknowledged& one);

    Verdict& verdict_;
    std::map<std::string, std::uint32_t> seen_;  // how often a cause was handed in
    std::map<std::string, engine::CommandKey> acted_;
    std::map<engine::CommandKey, std::string> cause_of_;
    std::deque<Acknowledged> acknowledged_;
    std::size_t checked_ = 0;  // of acknowledged_, from the front
    std::uint64_t repeats_ = 0;
};

}  // namespace antre::simulation
