#pragma once

// The engine on a store that no server holds: opened for one act of the command line.

#include <memory>

#include "antre/commands.h"
#include "conversation/wording.h"
#include "engine/engine.h"
#include "language/tables.h"
#include "storage/sqlite/sqlite_store.h"

namespace antre::app {

class EngineAtRest {
public:
    // Nothing after a line on stderr: no configuration, no store, or another process has it.
    static std::unique_ptr<EngineAtRest> open(const Shared& shared);

    engine::Engine& operator*() { return *engine_; }
    engine::Engine* operator->() { return engine_.get(); }

private:
    EngineAtRest();

    std::unique_ptr<storage::SqliteStore> store_;
    language::Tables tables_;
    conversation::Wording wording_;
    engine::Speech speech_{tables_, wording_};
    std::unique_ptr<engine::Engine> engine_;
};

}  // namespace antre::app
