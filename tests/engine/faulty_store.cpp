#include "engine/faulty_store.h"

#include "foundation/assert.h"

namespace antre::stories {

using Failure = engine::StoreFailure;

Result<std::vector<OfficeId>, Failure> FaultyStore::offices() {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.offices();
}

Result<engine::OfficeState, Failure> FaultyStore::load(OfficeId office, LocalDate from) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.load(office, from);
}

Result<engine::NextIds, Failure> FaultyStore::next_ids() {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.next_ids();
}

Result<std::vector<engine::PendingMessage>, Failure> FaultyStore::pending_messages() {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.pending_messages();
}

Result<std::vector<engine::DueErasure>, Failure> FaultyStore::erasures_due() {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.erasures_due();
}

Result<std::optional<engine::ContactState>, Failure>
FaultyStore::find_contact(const engine::Identity& who) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.find_contact(who);
}

Result<std::optional<engine::ContactState>, Failure> FaultyStore::contact(ContactId id) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.contact(id);
}

Result<std::optional<scheduling::Booking>, Failure> FaultyStore::booking(BookingId id) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.booking(id);
}

Result<bool, Failure> FaultyStore::is_free(BookingId id) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.is_free(id);
}

Result<std::optional<engine::KeptAnswer>, Failure>
FaultyStore::kept_answer(const engine::CommandKey& key) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.kept_answer(key);
}

Result<std::optional<engine::Store::KeptMessage>, Failure> FaultyStore::message(MessageId id) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.message(id);
}

Result<std::optional<notices::MessageProgress>, Failure> FaultyStore::progress(MessageId id) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.progress(id);
}

Result<std::optional<MessageId>, Failure> FaultyStore::message_by_wamid(const std::string& wamid) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.message_by_wamid(wamid);
}

Result<std::vector<engine::Holder>, Failure>
FaultyStore::holders_on(OfficeId office, LocalDate day) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.holders_on(office, day);
}

Result<std::optional<engine::Closure>, Failure>
FaultyStore::closure(OfficeId office, LocalDate day) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.closure(office, day);
}

Result<std::vector<engine::Inquiry>, Failure> FaultyStore::open_inquiries(OfficeId office) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.open_inquiries(office);
}

Result<std::optional<engine::Inquiry>, Failure> FaultyStore::inquiry(InquiryId id) {
    if (reads_fail_) return fail(Failure{*reads_fail_, "as the test wants"});
    return inside_.inquiry(id);
}

// A line in every office's journal, so that every office's revision moves on.
void FaultyStore::commit_as_another_writer() {
    const auto offices = inside_.offices();
    ASSERT(offices.has_value());
    std::vector<engine::Commit> commits;
    for (const OfficeId id : *offices) {
        const auto state = inside_.load(id, LocalDate{});
        ASSERT(state.has_value());
        engine::Commit commit;
        commit.office = id;
        commit.decided_on = state->revision;
        commit.events.emplace_back().kind = engine::EventKind::office_set;
        commits.push_back(std::move(commit));
    }
    ASSERT(inside_.commit(commits).has_value());
}

Result<std::vector<engine::CommitOutcome>, Failure>
FaultyStore::commit(std::span<const engine::Commit> batch) {
    ++commits_;
    if (faults_.empty()) return inside_.commit(batch);
    const Fault fault = faults_.front();
    faults_.pop_front();
    switch (fault) {
    case Fault::nothing_kept: return fail(Failure{Failure::Kind::unavailable, "disk is full"});
    case Fault::lost: return fail(Failure{Failure::Kind::unknown, "connection lost"});
    case Fault::corrupt: return fail(Failure{Failure::Kind::corrupt, "page 7"});
    case Fault::other_writer: commit_as_another_writer(); return inside_.commit(batch);
    case Fault::kept_answer_lost: {
        const auto kept = inside_.commit(batch);
        ASSERT(kept.has_value());
        return fail(Failure{Failure::Kind::unknown, "connection lost"});
    }
    }
    return inside_.commit(batch);
}

}  // namespace antre::stories
