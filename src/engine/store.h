#pragma once

// Store is the engine's only door to what must survive a restart. SQLite and the in-memory double
// keep the same promises; tests/contract/store_contract.h checks both. Only the engine's thread
// calls it.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/commit.h"
#include "engine/contact.h"
#include "engine/staff.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "foundation/time.h"
#include "scheduling/office.h"
#include "scheduling/waiting.h"

namespace antre::engine {

struct StoreFailure {
    enum class Kind : std::uint8_t {
        unavailable,  // nothing kept: try again later
        unknown,      // may or may not be kept: ask by command key before anything else
        corrupt,      // stop: a person must look
    };
    Kind kind = Kind::unavailable;
    std::string detail;  // for the log, never for a person; holds no personal data
};

// A place that is held, as the calendar needs it.
struct TakenPlace {
    scheduling::PlaceKey place;
    BookingId holder;
};

// A case on which time itself will have something to do.
struct DueCase {
    LocalDate day;
    scheduling::CaseId passport;
    ContactId contact;
    friend auto operator<=>(DueCase, DueCase) = default;
};

struct OfficeState {
    scheduling::Office office;
    std::uint64_t revision = 0;
    std::vector<TakenPlace> taken;           // of days >= the asked one
    std::vector<scheduling::Booking> holds;  // status held, without people
    LocalDate reminded_for;                  // the last day whose people have been reminded
    std::vector<DueCase> due_cases;
    std::vector<scheduling::Wait> waits;  // the waiting list, in its order
};

// A message not yet at its end, without its content.
struct PendingMessage {
    MessageId id;
    OfficeId office;
    ContactId contact;
    notices::MessageKind kind = notices::MessageKind::reply;
    Instant queued_at;
    Instant due_at;
    Instant moot_at;
    notices::MessageProgress progress;
};

// Who holds a place.
struct Holder {
    BookingId booking;
    ContactId contact;
    friend auto operator<=>(Holder, Holder) = default;
};

// Where the counters stand: the next id of each kind.
struct NextIds {
    ContactId contact;
    PersonId person;
    MessageId message;
    InquiryId inquiry;
};

// An erasure that was asked for, by when it is due.
struct DueErasure {
    Instant at;
    OfficeId office;
    ContactId contact;
    friend auto operator<=>(DueErasure, DueErasure) = default;
};

class Store {
public:
    virtual ~Store() = default;

    // ---- what the engine begins with
    virtual Result<std::vector<OfficeId>, StoreFailure> offices() = 0;
    // Reads all that decisions about one office need, as of one revision.
    virtual Result<OfficeState, StoreFailure> load(OfficeId office, LocalDate from) = 0;
    virtual Result<NextIds, StoreFailure> next_ids() = 0;
    // Messages in state queued, sending or unknown, in the order they were queued.
    virtual Result<std::vector<PendingMessage>, StoreFailure> pending_messages() = 0;

    // Those that have not taken place yet.
    virtual Result<std::vector<DueErasure>, StoreFailure> erasures_due() = 0;

    // ---- what single decisions need
    // Nothing when nobody is known by either id. The user id decides when the two differ.
    virtual Result<std::optional<ContactState>, StoreFailure> find_contact(const Identity& who) = 0;
    virtual Result<std::optional<ContactState>, StoreFailure> contact(ContactId id) = 0;
    // A booking of any status, with its people.
    virtual Result<std::optional<scheduling::Booking>, StoreFailure> booking(BookingId id) = 0;
    // Whether no booking of any status ever had this id.
    virtual Result<bool, StoreFailure> is_free(BookingId id) = 0;
    virtual Result<std::optional<KeptAnswer>, StoreFailure> kept_answer(const CommandKey& key) = 0;
    // The message with its content, and its progress.
    struct KeptMessage {
        notices::OutMessage message;
        notices::MessageProgress progress;
    };
    virtual Result<std::optional<KeptMessage>, StoreFailure> message(MessageId id) = 0;
    virtual Result<std::optional<notices::MessageProgress>, StoreFailure> progress(MessageId id
    ) = 0;
    virtual Result<std::optional<MessageId>, StoreFailure> message_by_wamid(const std::string& wamid
    ) = 0;

    // Everybody who holds a place of that day, each once, by booking.
    virtual Result<std::vector<Holder>, StoreFailure>
    holders_on(OfficeId office, LocalDate day) = 0;
    virtual Result<std::optional<Closure>, StoreFailure>
    closure(OfficeId office, LocalDate day) = 0;

    // Those without an answer, oldest first; not those of erased contacts.
    virtual Result<std::vector<Inquiry>, StoreFailure> open_inquiries(OfficeId office) = 0;
    virtual Result<std::optional<Inquiry>, StoreFailure> inquiry(InquiryId id) = 0;

    // Keeps a batch of commits, each with its events and rows, in one transaction: when this
    // returns, what is kept is durable, or is later if the shell opened the store so, which then
    // lets nobody know before. One outcome a commit, in order. A commit that is not `kept`
    // leaves nothing; the others of the batch stand, except that commits of an office after a
    // `conflict` of that office conflict too.
    // ENSURES: on failure nothing of the batch is kept, unless the failure is `unknown`.
    virtual Result<std::vector<CommitOutcome>, StoreFailure> commit(std::span<const Commit> batch
    ) = 0;
};

}  // namespace antre::engine
