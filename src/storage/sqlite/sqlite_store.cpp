#include "storage/sqlite/sqlite_store.h"

#include <sqlite3.h>

#include "storage/sqlite/key_file.h"
#include "storage/sqlite/migration.h"
#include "storage/sqlite/parts.h"

namespace antre::storage {

using engine::CommitOutcome;

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

// SQLite tells how many frames the log has after each commit.
int note_frames(void* length, sqlite3*, const char*, int count) {
    LogLength& log = *static_cast<LogLength*>(length);
    if (count <= log.all) log.copied = 0;  // begun anew
    log.all = count;
    return SQLITE_OK;
}

// As long as it lives, the log is synced late; nullptr: at once.
class SyncingLogLate {
public:
    explicit SyncingLogLate(GatheringFiles* files)
        : files_(files) {
        if (files_ != nullptr) files_->sync_log_late(true);
    }
    SyncingLogLate(const SyncingLogLate&) = delete;
    SyncingLogLate& operator=(const SyncingLogLate&) = delete;
    ~SyncingLogLate() {
        if (files_ != nullptr) files_->sync_log_late(false);
    }

private:
    GatheringFiles* files_;
};

}  // namespace

SqliteStore::Parts::Parts(
    SqliteOptions how,
    std::optional<LockFile> held,
    std::unique_ptr<GatheringFiles> gathering,
    SQLite::Database connection,
    const SecretKey& master
)
    : options(std::move(how))
    , lock(std::move(held))
    , files(std::move(gathering))
    , database(std::move(connection))
    , statements(database)
    , vault(master, options.randomness, statements)
    , finder(database, statements, derived_key(master, "row marks"))
    , reader(statements, vault, finder)
    , writer(database, statements, vault, finder, reader) {
    sqlite3_wal_hook(database.getHandle(), &note_frames, &log);
}

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}

// A store that is closed in order leaves an empty log behind.
SqliteStore::~SqliteStore() {
    if (must_exit()) return;
    if (is_in_transaction()) parts_->statements.rollback.tryExecuteStep();
    GatheringFiles* const files = parts_->files.get();
    if (files != nullptr && files->settle_log() != SQLITE_OK) return;
    if (files != nullptr && files->settle() != SQLITE_OK) return;
    sqlite3_wal_checkpoint_v2(
        parts_->database.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr
    );
}

Result<std::unique_ptr<SqliteStore>, SqliteStore::Failure>
SqliteStore::open(const SqliteOptions& options) {
    count_no_memory();
    std::optional<LockFile> lock;
    if (options.file_system.empty()) {
        if (!exists(options.path)) {
            return fail(unavailable("no store at " + options.path + ": run `antre migrate`"));
        }
        auto held = LockFile::hold(options.path);
        if (!held) return fail(unavailable(held.error()));
        lock.emplace(std::move(*held));
    }
    const auto key = options.master_key ? Result<SecretKey, std::string>(*options.master_key)
                                        : read_key_file(options.key_file());
    if (!key) return fail(unavailable(key.error()));
    try {
        std::unique_ptr<GatheringFiles> files;
        if (options.durability == Durability::disk) {
            files = std::make_unique<GatheringFiles>(options.file_system);
        }
        SQLite::Database database = open_for_writing(options, files ? files->name() : "");
        // After a failed sync the system may show us a log that the disk does not have, and would
        // not write it again. Copying all of it into the database does.
        checkpoint(database, SQLITE_CHECKPOINT_TRUNCATE);
        const std::string fault = schema_fault(database);
        if (!fault.empty()) return fail(unavailable(fault));
        const std::string check =
            database.execAndGet("SELECT value FROM meta WHERE name = 'key_check'").getString();
        if (check != Vault::check_of(*key)) {
            return fail(unavailable("the key file is not the one this store was made with"));
        }
        return std::unique_ptr<SqliteStore>(new SqliteStore(std::make_unique<Parts>(
            options, std::move(lock), std::move(files), std::move(database), *key
        )));
    } catch (const SQLite::Exception& error) {
        return fail(failure_of(error));
    }
}

bool SqliteStore::must_exit() const {
    return parts_->ended_by.has_value();
}

// Doubt and damage end the store; a full disk or a lock does not.
SqliteStore::Failure SqliteStore::noted(Failure failure) {
    if (failure.kind != Failure::Kind::unavailable) parts_->ended_by = failure;
    return failure;
}

bool SqliteStore::is_in_transaction() const {
    return sqlite3_get_autocommit(parts_->database.getHandle()) == 0;
}

// REQUIRES: nothing was written in it.
void SqliteStore::end_reading() {
    if (is_in_transaction()) Query(parts_->statements.commit).run();
}

// ---- reading -----------------------------------------------------------------------------------

Result<std::vector<OfficeId>, SqliteStore::Failure> SqliteStore::offices() {
    return reading([&] { return parts_->reader.offices(); });
}

Result<engine::OfficeState, SqliteStore::Failure>
SqliteStore::load(OfficeId office, LocalDate from) {
    auto state = reading([&] { return parts_->reader.office_state(office, from); });
    if (!state) return fail(state.error());
    if (!*state) return fail(unavailable("office " + std::to_string(office.value) + " is unknown"));
    return std::move(**state);
}

Result<engine::NextIds, SqliteStore::Failure> SqliteStore::next_ids() {
    return reading([&] { return parts_->reader.next_ids(); });
}

Result<std::vector<engine::PendingMessage>, SqliteStore::Failure> SqliteStore::pending_messages() {
    return reading([&] { return parts_->reader.pending_messages(); });
}

Result<std::optional<engine::ContactState>, SqliteStore::Failure>
SqliteStore::find_contact(const engine::Identity& who) {
    return reading([&]() -> std::optional<engine::ContactState> {
        const auto id = parts_->reader.contact_found(who);
        if (!id) return std::nullopt;
        return parts_->reader.contact(*id);
    });
}

Result<std::optional<engine::ContactState>, SqliteStore::Failure> SqliteStore::contact(ContactId id
) {
    return reading([&] { return parts_->reader.contact(id); });
}

Result<std::optional<scheduling::Booking>, SqliteStore::Failure> SqliteStore::booking(BookingId id
) {
    return reading([&] { return parts_->reader.booking(id); });
}

Result<bool, SqliteStore::Failure> SqliteStore::is_free(BookingId id) {
    return reading([&] { return parts_->reader.is_free(id); });
}

Result<std::optional<engine::KeptAnswer>, SqliteStore::Failure>
SqliteStore::kept_answer(const engine::CommandKey& key) {
    return reading([&] { return parts_->reader.kept_answer(key); });
}

Result<std::optional<engine::Store::KeptMessage>, SqliteStore::Failure>
SqliteStore::message(MessageId id) {
    return reading([&] { return parts_->reader.message(id); });
}

Result<std::optional<notices::MessageProgress>, SqliteStore::Failure>
SqliteStore::progress(MessageId id) {
    return reading([&] { return parts_->reader.progress(id); });
}

Result<std::optional<MessageId>, SqliteStore::Failure>
SqliteStore::message_by_wamid(const std::string& wamid) {
    return reading([&] { return parts_->reader.message_by_wamid(wamid); });
}

Result<std::vector<engine::Holder>, SqliteStore::Failure>
SqliteStore::holders_on(OfficeId office, LocalDate day) {
    return reading([&] { return parts_->reader.holders_on(office, day); });
}

Result<std::optional<engine::Closure>, SqliteStore::Failure>
SqliteStore::closure(OfficeId office, LocalDate day) {
    return reading([&] { return parts_->reader.closure(office, day); });
}

Result<std::vector<engine::Inquiry>, SqliteStore::Failure>
SqliteStore::open_inquiries(OfficeId office) {
    return guarded([&] { return parts_->reader.open_inquiries(office); });
}

Result<std::optional<engine::Inquiry>, SqliteStore::Failure> SqliteStore::inquiry(InquiryId id) {
    return guarded([&] { return parts_->reader.inquiry(id); });
}

Result<std::vector<JournalRow>, SqliteStore::Failure>
SqliteStore::journal(OfficeId office, std::uint64_t first, std::size_t most) {
    return reading([&] { return parts_->reader.journal(office, first, most); });
}

// ---- writing -----------------------------------------------------------------------------------

// Keys hardly ever refuse anything, since the engine knows what is taken: so commits run without
// savepoints, and only when one is refused the batch is run again with one savepoint a commit.
Result<std::vector<CommitOutcome>, SqliteStore::Failure>
SqliteStore::commit(std::span<const engine::Commit> batch) {
    return guarded([&] {
        std::vector<CommitOutcome> outcomes;
        if (batch.empty()) return outcomes;
        keep_log_short(wal_frames_step);
        if (!run(batch, outcomes, Care::none)) run(batch, outcomes, Care::each_commit);
        parts_->today = batch.back().at.ms / ms_per_day;
        note_erasures(batch);
        return outcomes;
    });
}

// False when a commit was refused and, without care, the whole batch had to be undone.
bool SqliteStore::run(
    std::span<const engine::Commit> batch, std::vector<CommitOutcome>& outcomes, Care care
) {
    Statements& statements = parts_->statements;
    outcomes.clear();
    parts_->writer.start_batch();
    if (!is_in_transaction()) Query(statements.begin).run();
    bool is_any_kept = false;
    for (const engine::Commit& commit : batch) {
        if (care == Care::each_commit) Query(statements.savepoint).run();
        const CommitOutcome outcome = parts_->writer.put(commit);
        outcomes.push_back(outcome);
        is_any_kept |= outcome == CommitOutcome::kept;
        const bool is_half_put =
            outcome == CommitOutcome::place_taken || outcome == CommitOutcome::key_taken;
        if (is_half_put && care == Care::none) {
            undo_batch();
            return false;
        }
        if (is_half_put) {
            Query(statements.rollback_to).run();
            parts_->writer.undo();
            parts_->vault.forget();
        }
        if (care == Care::each_commit) Query(statements.release).run();
    }
    if (!is_any_kept) {
        undo_batch();
        return true;
    }
    parts_->writer.finish_batch();
    {
        const bool is_beside = parts_->options.syncs == Syncs::beside;
        const SyncingLogLate late(is_beside ? parts_->files.get() : nullptr);
        Query(statements.commit).run();
    }
    parts_->writer.settle();
    return true;
}

void SqliteStore::when_durable(std::function<void(Result<void, Failure>)> told) {
    if (!parts_->files) return told({});
    parts_->files->when_log_synced([told = std::move(told)](int outcome) {
        if (outcome == SQLITE_OK) return told({});
        told(fail(Failure{Failure::Kind::unknown, "a sync of the log failed"}));
    });
}

void SqliteStore::undo_batch() noexcept {
    if (is_in_transaction()) {
        parts_->statements.rollback.tryExecuteStep();
        parts_->statements.rollback.tryReset();
    }
    parts_->vault.forget();
    parts_->writer.start_batch();
}

}  // namespace antre::storage
