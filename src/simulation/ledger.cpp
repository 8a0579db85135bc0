#include "simulation/ledger.h"

#include <algorithm>
#include <string>
#include <variant>

#include "simulation/checks/agreement.h"

namespace antre::simulation {

void Ledger::take(const engine::Commit& commit) {
    ++commits_;
    places_.look(commit);
    people_.look(commit);
    promises_.look(commit);
    bookings_.look(commit);
    waits_.look(commit);
    messages_.look(commit);
    commands_.look(commit);
    const auto outcome = model_.commit({&commit, 1});
    if (!outcome || outcome->front() != engine::CommitOutcome::kept) {
        verdict_.broken("I2", "the database kept what the model must refuse");
    }
    std::string line = "kept " + storage::hex_of(commit.key) + " " +
                       std::to_string(commit.office.value) + " " +
                       std::to_string(commit.decided_on) + " " + iso_instant(commit.at);
    for (const engine::Event& event : commit.events) {
        line += " " + std::string(engine::name_of(event.kind)) + " " +
                std::to_string(event.booking.value);
    }
    tape_.note(line);
}

void Ledger::kept(
    std::span<const engine::Commit> batch, std::span<const engine::CommitOutcome> outcomes
) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (outcomes[i] == engine::CommitOutcome::kept) take(batch[i]);
    }
}

void Ledger::in_doubt(std::span<const engine::Commit> batch) {
    in_doubt_.assign(batch.begin(), batch.end());
}

// Whether a commit of a batch was kept; nothing when it would look the same either way.
std::optional<bool> Ledger::evidence(engine::Store& store, const engine::Commit& commit) {
    if (engine::is_set(commit.key)) {
        const auto answer = store.kept_answer(commit.key);
        if (answer) return answer->has_value();
    }
    if (commit.office.is_set()) {
        const auto before = model_.load(commit.office, {});
        const auto found = store.load(commit.office, {});
        if (before && found) return found->revision > before->revision;
    }
    for (const engine::Change& change : commit.changes) {
        const auto* updated = std::get_if<engine::UpdateMessage>(&change);
        if (updated == nullptr) continue;
        const auto before = model_.progress(updated->progress.id);
        const auto found = store.progress(updated->progress.id);
        if (!before || !found || !before->has_value() || !found->has_value()) continue;
        const auto told = [](const notices::MessageProgress& progress) {
            return std::tuple{
                progress.state, progress.attempts, progress.next_try_at, progress.error};
        };
        if (told(**before) != told(**found)) return true;
    }
    return std::nullopt;
}

void Ledger::settle(engine::Store& store) {
    if (in_doubt_.empty()) return;
    const std::vector<engine::Commit> batch = std::move(in_doubt_);
    in_doubt_.clear();
    bool is_kept = false;
    for (const engine::Commit& commit : batch) {
        const auto found = evidence(store, commit);
        if (!found) continue;
        is_kept = *found;
        break;
    }
    if (!is_kept) return;
    for (const engine::Commit& commit : batch)
        take(commit);
}

void Ledger::compare(storage::SqliteStore& store, LocalDate from, Random& random, Instant now) {
    agree(model_, store, from, verdict_);
    commands_.still_kept(store, random, now);
    for (const auto& [id, version] : messages_.told()) {
        if (!random.one_in(16)) continue;
        const auto booking = store.booking(id);
        verdict_.looked("I1");
        if (!booking || !booking->has_value() || (*booking)->version < version) {
            verdict_.broken("I1", "a person was told of a booking that is lost");
        }
    }
    verify_journal(store);
}

void Ledger::compare_all(storage::SqliteStore& store, Instant now) {
    agree(model_, store, {}, verdict_);
    commands_.all_still_kept(store, now);
    for (const auto& [id, booking] : bookings_.all())
        agree_on_booking(model_, store, id, verdict_);
    verify_journal(store);
}

void Ledger::verify_journal(storage::SqliteStore& store) {
    verdict_.looked("I14");
    const auto verdict = store.verify_journal();
    if (!verdict) return verdict_.broken("I14", "the journal cannot be read");
    if (!*verdict) {
        return verdict_.broken(
            "I14",
            "row " + std::to_string(verdict->error().seq) + " of office " +
                std::to_string(verdict->error().office.value) + " " + verdict->error().reason
        );
    }
    for (const storage::OfficeJournal& anchor : anchors_) {
        if (anchor.head.seq == 0) continue;
        const auto rows = store.journal(anchor.office, anchor.head.seq, 1);
        if (!rows || rows->empty() || rows->front().hash != anchor.head.hash) {
            verdict_.broken("I14", "a journal row is not what it was");
        }
    }
    anchors_ = **verdict;
}

}  // namespace antre::simulation
