#pragma once

// MemoryStore keeps the promises of engine::Store in maps. It is the model that the databases are
// compared with, and the store of quick simulations; nothing survives the process.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/store.h"
#include "storage/journal.h"

namespace antre::storage {

class MemoryStore final : public engine::Store {
public:
    using Failure = engine::StoreFailure;

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
    Result<std::optional<MessageId>, Failure> message_by_wamid(const std::string& wamid) override;
    Result<std::vector<engine::Holder>, Failure>
    holders_on(OfficeId office, LocalDate day) override;
    Result<std::optional<engine::Closure>, Failure>
    closure(OfficeId office, LocalDate day) override;
    Result<std::vector<engine::Inquiry>, Failure> open_inquiries(OfficeId office) override;
    Result<std::optional<engine::Inquiry>, Failure> inquiry(InquiryId id) override;
    Result<std::vector<engine::CommitOutcome>, Failure> commit(std::span<const engine::Commit> batch
    ) override;

    // An office's whole journal, in order.
    [[nodiscard]] std::vector<JournalRow> journal(OfficeId office) const;
    // How many webhooks were put aside.
    [[nodiscard]] std::size_t kept_aside() const { return aside_.size(); }

private:
    struct OfficeRow {
        scheduling::Office office;  // id not set until the settings are put
        std::uint64_t revision = 0;
        JournalHead head;
        LocalDate reminded_for;
    };
    using PlaceRow = std::pair<OfficeId, scheduling::PlaceKey>;
    using TalkRow = std::pair<ContactId, OfficeId>;

    [[nodiscard]] engine::CommitOutcome
    outcome_of(const engine::Commit& commit, const std::set<OfficeId>& conflicted) const;
    [[nodiscard]] engine::CommitOutcome clash_in(const engine::Commit& commit) const;
    void apply(const engine::Commit& commit);
    void put(const engine::PutContact& change);
    void put(const engine::PutTalk& change);
    void put(const engine::PutBooking& change);
    void put(const engine::TakePlaces& change);
    void put(const engine::FreePlaces& change);
    void put(const engine::QueueMessage& change);
    void put(const engine::UpdateMessage& change);
    void put(const engine::PutOfficeRow& change);
    void put(const engine::KeepRaw& change);
    void put(const engine::PutClosure& change);
    void put(const engine::MarkReminded& change);
    void put(const engine::PutCase& change);
    void put(const engine::PutInquiry& change);
    void put(const engine::PutWait& change);
    void put(const engine::DropWait& change);
    void put(const engine::EraseContact& change);

    std::map<OfficeId, OfficeRow> offices_;
    std::map<PlaceRow, BookingId> places_;
    std::map<BookingId, scheduling::Booking> bookings_;
    std::map<ContactId, std::set<BookingId>> bookings_of_;
    std::map<ContactId, engine::Contact> contacts_;
    std::map<UserKey, ContactId> by_user_;
    std::map<PhoneNumber, ContactId> by_phone_;
    std::map<TalkRow, conversation::Talk> talks_;
    std::map<std::pair<ContactId, scheduling::CaseId>, scheduling::PassportCase> cases_;
    std::map<InquiryId, engine::Inquiry> inquiries_;
    std::map<BookingId, scheduling::Wait> waits_;
    std::set<ContactId> erased_;
    std::map<MessageId, KeptMessage> messages_;
    std::set<MessageId> pending_;
    std::map<std::string, MessageId> by_wamid_;
    std::map<engine::CommandKey, engine::KeptAnswer> commands_;
    std::map<OfficeId, std::vector<JournalRow>> journals_;
    std::vector<engine::KeepRaw> aside_;
    std::map<std::pair<OfficeId, LocalDate>, engine::Closure> closures_;
    PersonId last_person_;
};

}  // namespace antre::storage
