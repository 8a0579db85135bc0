#pragma once

// The witness stands between the engine and its store: it lets the ledger know what was kept, and
// gives the answers that a store may give without cause (no, unknown, conflict).

#include <cstdint>
#include <string>

#include "engine/store.h"
#include "foundation/random.h"
#include "simulation/faults.h"
#include "simulation/ledger.h"
#include "storage/sqlite/crash_vfs.h"

namespace antre::simulation {

struct StoreFaultsMet {
    std::uint64_t unavailable = 0;
    std::uint64_t unknown = 0;
    std::uint64_t conflict = 0;
};

class Witness final : public engine::Store {
public:
    using Failure = engine::StoreFailure;

    Witness(
        engine::Store& store,
        const storage::CrashVfs& disk,
        std::string log_name,
        Ledger& ledger,
        Verdict& verdict,
        const StoreFaults& faults,
        StoreFaultsMet& met,
        Random& random
    );

    Result<std::vector<OfficeId>, Failure> offices() override { return store_.offices(); }
    Result<engine::OfficeState, Failure> load(OfficeId office, LocalDate from) override {
        return store_.load(office, from);
    }
    Result<engine::NextIds, Failure> next_ids() override { return store_.next_ids(); }
    Result<std::vector<engine::PendingMessage>, Failure> pending_messages() override {
        return store_.pending_messages();
    }
    Result<std::vector<engine::DueErasure>, Failure> erasures_due() override {
        return store_.erasures_due();
    }
    Result<std::optional<engine::ContactState>, Failure> find_contact(const engine::Identity& who
    ) override {
        return store_.find_contact(who);
    }
    Result<std::optional<engine::ContactState>, Failure> contact(ContactId id) override {
        return store_.contact(id);
    }
    Result<std::optional<scheduling::Booking>, Failure> booking(BookingId id) override {
        return store_.booking(id);
    }
    Result<bool, Failure> is_free(BookingId id) override { return store_.is_free(id); }
    Result<std::optional<engine::KeptAnswer>, Failure> kept_answer(const engine::CommandKey& key
    ) override {
        return store_.kept_answer(key);
    }
    Result<std::optional<KeptMessage>, Failure> message(MessageId id) override {
        return store_.message(id);
    }
    Result<std::optional<notices::MessageProgress>, Failure> progress(MessageId id) override {
        return store_.progress(id);
    }
    Result<std::vector<engine::Holder>, Failure>
    holders_on(OfficeId office, LocalDate day) override {
        return store_.holders_on(office, day);
    }
    Result<std::optional<engine::Closure>, Failure>
    closure(OfficeId office, LocalDate day) override {
        return store_.closure(office, day);
    }
    Result<std::vector<engine::Inquiry>, Failure> open_inquiries(OfficeId office) override {
        return store_.open_inquiries(office);
    }
    Result<std::optional<engine::Inquiry>, Failure> inquiry(InquiryId id) override {
        return store_.inquiry(id);
    }
    Result<std::optional<MessageId>, Failure> message_by_wamid(const std::string& wamid) override {
        return store_.message_by_wamid(wamid);
    }
    Result<std::vector<engine::CommitOutcome>, Failure> commit(std::span<const engine::Commit> batch
    ) override;

private:
    using Outcomes = Result<std::vector<engine::CommitOutcome>, Failure>;
    Outcomes keep(std::span<const engine::Commit> batch);
    Outcomes keep_but_for(OfficeId office, std::span<const engine::Commit> batch);

    engine::Store& store_;
    const storage::CrashVfs& disk_;
    std::string log_name_;  // of the write-ahead log: it must be synced when a commit returns
    Ledger& ledger_;
    Verdict& verdict_;
    const StoreFaults& faults_;
    StoreFaultsMet& met_;
    Random& random_;
};

}  // namespace antre::simulation
