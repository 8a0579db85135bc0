#include "simulation/witness.h"

#include <algorithm>
#include <utility>

namespace antre::simulation {

using Kind = engine::StoreFailure::Kind;

Witness::Witness(
    engine::Store& store,
    const storage::CrashVfs& disk,
    std::string log_name,
    Ledger& ledger,
    Verdict& verdict,
    const StoreFaults& faults,
    StoreFaultsMet& met,
    Random& random
)
    : store_(store)
    , disk_(disk)
    , log_name_(std::move(log_name))
    , ledger_(ledger)
    , verdict_(verdict)
    , faults_(faults)
    , met_(met)
    , random_(random) {}

Witness::Outcomes Witness::keep(std::span<const engine::Commit> batch) {
    ledger_.settle(store_);
    auto outcomes = store_.commit(batch);
    if (!outcomes) {
        if (outcomes.error().kind == Kind::unknown) ledger_.in_doubt(batch);
        return outcomes;
    }
    verdict_.looked("I1");
    if (disk_.has_unsynced(log_name_))
        verdict_.broken("I1", "a commit returned before it was on the disk");
    ledger_.kept(batch, *outcomes);
    return outcomes;
}

Witness::Outcomes Witness::keep_but_for(OfficeId office, std::span<const engine::Commit> batch) {
    std::vector<engine::Commit> others;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].office == office) continue;
        others.push_back(batch[i]);
        places.push_back(i);
    }
    std::vector<engine::CommitOutcome> outcomes(batch.size(), engine::CommitOutcome::conflict);
    if (others.empty()) return outcomes;
    const auto kept = keep(others);
    if (!kept) return fail(kept.error());
    for (std::size_t i = 0; i < places.size(); ++i)
        outcomes[places[i]] = (*kept)[i];
    return outcomes;
}

Witness::Outcomes Witness::commit(std::span<const engine::Commit> batch) {
    constexpr std::uint64_t whole = 10'000;
    const auto strikes = [&](std::uint32_t share) { return random_.below(whole) < share; };
    if (strikes(faults_.unavailable)) {
        ++met_.unavailable;
        return fail(Failure{Kind::unavailable, "the simulated store says no"});
    }
    if (strikes(faults_.unknown_lost)) {
        ++met_.unknown;
        return fail(Failure{Kind::unknown, "the simulated store lost the commit"});
    }
    if (strikes(faults_.unknown_kept)) {
        ++met_.unknown;
        const auto kept = keep(batch);
        if (!kept) return fail(kept.error());
        return fail(Failure{Kind::unknown, "the simulated store lost the answer"});
    }
    const bool is_conflict = strikes(faults_.conflict);
    const auto office = std::find_if(batch.begin(), batch.end(), [](const auto& commit) {
        return commit.office.is_set();
    });
    if (is_conflict && office != batch.end()) {
        ++met_.conflict;
        return keep_but_for(office->office, batch);
    }
    return keep(batch);
}

}  // namespace antre::simulation
