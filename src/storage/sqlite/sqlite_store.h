#pragma once

// SqliteStore keeps the promises of engine::Store in one SQLite file with a write-ahead log. It has
// the only connection that writes and checkpoints (see connection.h), and a lock file keeps other
// processes out. When `commit` returns, what is kept is on the disk, unless it was opened to sync
// beside: then `when_durable` tells.
//
// After an I/O error on writing the store serves nothing more: `must_exit` tells the shell to end
// the process, which then recovers from the disk. SQLite never reports success after such an error.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/store.h"
#include "storage/finding.h"
#include "storage/journal.h"
#include "storage/sqlite/options.h"

namespace antre::storage {

// Where a journal's chain breaks.
struct JournalFault {
    OfficeId office;
    std::uint64_t seq = 0;
    std::string reason;
};
struct OfficeJournal {
    OfficeId office;
    JournalHead head;
};

class SqliteStore final : public engine::Store {
public:
    using Failure = engine::StoreFailure;

    // REQUIRES: `migrate` has run. Refuses a store that another process has open.
    static Result<std::unique_ptr<SqliteStore>, Failure> open(const SqliteOptions& options);
    ~SqliteStore() override;

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

    // Tells once all that was committed so far is on the disk: at once on the caller's thread, or
    // later on the store's own. It must not block. A failure means that the process must end.
    void when_durable(std::function<void(Result<void, Failure>)> told);
    // For the engine's loop when nothing waits: copies the log into the database when it has grown,
    // and looks for old command keys. Some milliseconds at most.
    Result<void, Failure> rest();
    // An error left doubt about the disk: nothing is served any more, the process must end.
    [[nodiscard]] bool must_exit() const;

    // An office's journal from row `first` on, at most `most` rows.
    Result<std::vector<JournalRow>, Failure>
    journal(OfficeId office, std::uint64_t first, std::size_t most);
    // The first row that breaks a chain, or where every office's journal stands.
    using JournalVerdict = Result<std::vector<OfficeJournal>, JournalFault>;
    Result<JournalVerdict, Failure> verify_journal();

    // What an operator should know about this store; reads all of it.
    Result<std::vector<Finding>, Failure> doctor_findings();

private:
    struct Parts;
    explicit SqliteStore(std::unique_ptr<Parts> parts);
    // Runs one use of the database; everything that SQLite throws ends here.
    template <class Work>
    auto guarded(Work work) -> Result<decltype(work()), Failure>;
    // The same for what the engine reads while it decides. The first read begins a transaction in
    // which the others and the commit go on: locks are taken once a batch and not once a read.
    template <class Work>
    auto reading(Work work) -> Result<decltype(work()), Failure>;
    void end_reading();
    [[nodiscard]] bool is_in_transaction() const;
    Failure noted(Failure failure);

    enum class Care : std::uint8_t {
        none,        // undo means starting the batch anew
        each_commit  // every commit can be undone by itself
    };
    bool run(std::span<const engine::Commit> batch, std::vector<engine::CommitOutcome>& out, Care);
    void undo_batch() noexcept;
    void drop_old_commands();
    void note_erasures(std::span<const engine::Commit> batch);
    // Copies of the log into the database what is due: when `step` frames are left or it is long.
    void keep_log_short(int step);
    // Copies all of it and cuts it off.
    void cut_log();

    std::unique_ptr<Parts> parts_;
};

}  // namespace antre::storage
