#include "antre/engine_at_rest.h"

#include "channels/wording_file.h"
#include "server/clock.h"

namespace antre::app {

EngineAtRest::EngineAtRest()
    : tables_(language::built_in_tables())
    , wording_(channels::built_in_wording()) {}

std::unique_ptr<EngineAtRest> EngineAtRest::open(const Shared& shared) {
    const auto config = configuration(shared);
    if (!config) return nullptr;
    std::unique_ptr<EngineAtRest> opened(new EngineAtRest());
    opened->store_ = open_store(*config);
    if (!opened->store_) return nullptr;
    opened->engine_ =
        std::make_unique<engine::Engine>(*opened->store_, opened->speech_, engine::EngineOptions{});
    const auto loaded = opened->engine_->load(server::now());
    if (loaded) return opened;
    refuse("the store cannot be read: " + loaded.error().detail);
    return nullptr;
}

}  // namespace antre::app
