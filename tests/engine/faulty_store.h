#pragma once

// FaultyStore is the memory store with a switch: the next commits fail as a real store fails. It
// says that nothing was kept, or loses the answer of what it kept or did not keep, or lets another
// writer be first.

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "storage/memory/memory_store.h"

namespace antre::stories {

enum class Fault : std::uint8_t {
    nothing_kept,      // unavailable
    kept_answer_lost,  // unknown, and it was kept
    lost,              // unknown, and it was not kept
    other_writer,      // somebody else commits to every office first
    corrupt,
};

class FaultyStore final : public engine::Store {
public:
    using Failure = engine::StoreFailure;

    storage::MemoryStore& inside() { return inside_; }
    // The next commit meets this fault; called twice, the one after it too.
    void next_commit(Fault fault) { faults_.push_back(fault); }
    // Reads fail too, until called again with nothing.
    void reads_fail_with(std::optional<Failure::Kind> kind) { reads_fail_ = kind; }
    [[nodiscard]] std::size_t commits() const { return commits_; }

    Result<std::vector<OfficeId>, Failure> offices() override;
    Result<engine::OfficeState, Failure> load(OfficeId office, LocalDate from) override;
    Result<engine::NextIds, Failure> next_ids() override;
    Result<std::vector<engine::PendingMessage>, Failure> pending_messages() override;
    Result<std::vector<engine::DueErasure>, Failure> erasures_due() override;
    Result<std::optional<engine::ContactState>, Failure> find_contact(const engine::Identity& who
    ) override;
    Result<std::optional<engine::ContactState>, Failure> contact(ContactId id) override;
    Result<std::optional<scheduling::Booking>, Failure> booking(BookingId id) override;
    Result<bool, Failure> is_free(BookingId id) override;
    Result<std::optional<engine::KeptAnswer>, Failure> kept_answer(const engine::CommandKey& key
    ) override;
    Result<std::optional<KeptMessage>, Failure> message(MessageId id) override;
    Result<std::optional<notices::MessageProgress>, Failure> progress(MessageId id) override;
    Result<std::vector<engine::Holder>, Failure>
    holders_on(OfficeId office, LocalDate day) override;
    Result<std::optional<engine::Closure>, Failure>
    closure(OfficeId office, LocalDate day) override;
    Result<std::vector<engine::Inquiry>, Failure> open_inquiries(OfficeId office) override;
    Result<std::optional<engine::Inquiry>, Failure> inquiry(InquiryId id) override;
    Result<std::optional<MessageId>, Failure> message_by_wamid(const std::string& wamid) override;
    Result<std::vector<engine::CommitOutcome>, Failure> commit(std::span<const engine::Commit> batch
    ) override;

private:
    void commit_as_another_writer();

    storage::MemoryStore inside_;
    std::deque<Fault> faults_;
    std::optional<Failure::Kind> reads_fail_;
    std::size_t commits_ = 0;
};

}  // namespace antre::stories
