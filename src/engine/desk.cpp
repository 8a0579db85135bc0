#include "engine/desk.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/limits.h"
#include "foundation/assert.h"
#include "foundation/random.h"
#include "foundation/sabotage.h"

namespace antre::engine {

Desk::Desk(Memory& memory, const Command& command, OfficeBook* book, std::uint8_t attempt)
    : memory_(memory)
    , command_(command)
    , book_(book)
    , attempt_(attempt) {
    commit_.key = is_sabotaged(Sabotage::repeats_obeyed) ? command.chance : command.key;
    commit_.actor = command.actor;
    commit_.at = command.at;
    if (book != nullptr) commit_.office = book->office().id;
}

OfficeBook& Desk::book() {
    ASSERT(book_ != nullptr);
    return *book_;
}

void Desk::serve(OfficeBook& book) {
    book_ = &book;
    commit_.office = book.office().id;
}

LocalTime Desk::local_now() {
    return local_time(now(), book().office().zone);
}

namespace {

// A code of letters alone reads like a word and one of digits alone like a date: in a sentence
// neither would be taken for a code.
bool stands_out(BookingId id) {
    const std::string code = scheduling::code_of(id);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::any_of(code, is_digit) && !std::ranges::all_of(code, is_digit);
}

}  // namespace

BookingId Desk::draw_booking_id() {
    // The command's sixteen bytes seed a generator: the same command draws the same ids.
    std::uint64_t seed = attempt_;
    for (const std::uint8_t byte : command_.chance)
        seed = seed * 257 + byte;
    Random random(seed);
    for (std::uint8_t skip = 0; skip < drawn_; ++skip)
        random.next();
    for (std::uint8_t draw = 0; draw < code_draws_max; ++draw) {
        ++drawn_;
        const BookingId id{(random.next() >> 32) % scheduling::code_space};
        if (!id.is_set() || !stands_out(id)) continue;
        const auto is_free = memory_.store.is_free(id);
        if (!is_free) {
            fail_with(is_free.error());
            return id;
        }
        if (*is_free) return id;
    }
    fail_with({StoreFailure::Kind::unavailable, "no free booking id was drawn"});
    return {};
}

ContactState& Desk::add_contact(Identity identity) {
    Contact contact;
    contact.id = {memory_.next.contact.value++};
    contact.identity = std::move(identity);
    contact.created_at = now();
    change(PutContact{contact});
    return memory_.contacts.add({std::move(contact), {}, {}, {}});
}

void Desk::queue(
    ContactId contact,
    notices::MessageKind kind,
    std::optional<notices::About> about,
    notices::Content content,
    Instant moot_at
) {
    queue_for(now(), contact, kind, about, std::move(content), moot_at);
}

void Desk::queue_for(
    Instant due_at,
    ContactId contact,
    notices::MessageKind kind,
    std::optional<notices::About> about,
    notices::Content content,
    Instant moot_at
) {
    notices::OutMessage message;
    message.id = {memory_.next.message.value++};
    message.office = office();
    message.contact = contact;
    message.kind = kind;
    message.about = about;
    message.content = std::move(content);
    message.queued_at = now();
    message.due_at = due_at;
    message.moot_at = moot_at;
    PendingMessage pending;
    pending.id = message.id;
    pending.office = message.office;
    pending.contact = contact;
    pending.kind = kind;
    pending.queued_at = now();
    pending.due_at = due_at;
    pending.moot_at = moot_at;
    pending.progress.id = message.id;
    memory_.queued.push_back(std::move(pending));
    if (!is_sabotaged(Sabotage::reply_not_kept)) change(QueueMessage{std::move(message)});
}

// Room for all at once: changes are large, and moving them as their number grows is dear.
void Desk::change(Change change) {
    if (commit_.changes.empty()) commit_.changes.reserve(changes_expected);
    commit_.changes.push_back(std::move(change));
}

void Desk::fail_with(StoreFailure failure) {
    if (!failure_) failure_ = std::move(failure);
}

void Desk::event(EventKind kind, ContactId contact, std::string_view detail) {
    Event event;
    event.kind = kind;
    event.contact = contact;
    event.detail = detail;
    commit_.events.push_back(std::move(event));
}

void Desk::aside(OfficeBook& book, Event event, Change change) {
    Commit commit;
    commit.actor = command_.actor;
    commit.at = command_.at;
    commit.office = book.office().id;
    commit.decided_on = book.next_revision();
    commit.events.push_back(std::move(event));
    commit.changes.push_back(std::move(change));
    asides_.push_back(std::move(commit));
}

std::optional<notices::MessageProgress> Desk::progress_of(MessageId message) {
    const auto lately = memory_.progressed.find(message);
    if (lately != memory_.progressed.end()) return lately->second;
    auto kept = memory_.store.progress(message);
    if (!kept) {
        fail_with(kept.error());
        return std::nullopt;
    }
    return *kept;
}

void Desk::update(const notices::MessageProgress& progress) {
    memory_.progressed.insert_or_assign(progress.id, progress);
    change(UpdateMessage{progress});
}

std::vector<Commit> Desk::take_commits() {
    std::vector<Commit> commits = std::move(asides_);
    if (commit_.events.empty() && commit_.changes.empty() && !is_set(commit_.key)) return commits;
    // Only what the journal tells moves an office's revision on.
    if (book_ != nullptr && !commit_.events.empty()) {
        commit_.decided_on = book_->next_revision();
    } else {
        ASSERT(commit_.events.empty());
        commit_.office = {};
    }
    commits.push_back(std::move(commit_));
    return commits;
}

}  // namespace antre::engine
