#include "storage/memory/memory_store.h"

#include <algorithm>

namespace antre::storage {

using engine::CommitOutcome;

namespace {

bool puts_office(const engine::Commit& commit) {
    return std::ranges::any_of(commit.changes, [](const engine::Change& change) {
        return std::holds_alternative<engine::PutOfficeRow>(change);
    });
}

bool is_pending(notices::MessageState state) {
    return state == notices::MessageState::queued || state == notices::MessageState::sending ||
           state == notices::MessageState::unknown;
}

template <class Row, class Map, class Key>
std::optional<Row> found_in(const Map& rows, const Key& key) {
    const auto found = rows.find(key);
    if (found == rows.end()) return std::nullopt;
    return found->second;
}

}  // namespace

// ---- reading -----------------------------------------------------------------------------------

Result<std::vector<OfficeId>, MemoryStore::Failure> MemoryStore::offices() {
    std::vector<OfficeId> ids;
    for (const auto& [id, row] : offices_) {
        if (row.office.id.is_set()) ids.push_back(id);
    }
    return ids;
}

Result<engine::OfficeState, MemoryStore::Failure>
MemoryStore::load(OfficeId office, LocalDate from) {
    const auto found = offices_.find(office);
    if (found == offices_.end() || !found->second.office.id.is_set()) {
        return fail(Failure{
            Failure::Kind::unavailable, "office " + std::to_string(office.value) + " is unknown"});
    }
    const OfficeRow& kept = found->second;
    engine::OfficeState state{kept.office, kept.revision, {}, {}, kept.reminded_for, {}, {}};
    for (auto row = places_.lower_bound({office, {}});
         row != places_.end() && row->first.first == office;
         ++row) {
        if (row->first.second.day >= from) state.taken.push_back({row->first.second, row->second});
    }
    for (const auto& [id, booking] : bookings_) {
        if (booking.office != office || booking.status != scheduling::BookingStatus::held) continue;
        state.holds.push_back(booking);
        state.holds.back().people.clear();
    }
    std::set<engine::DueCase> due;
    for (const auto& [key, passport] : cases_) {
        const auto day = scheduling::due_on(passport);
        if (passport.office == office && day) due.insert({*day, passport.id, passport.contact});
    }
    state.due_cases.assign(due.begin(), due.end());
    for (const auto& [booking, wait] : waits_) {
        if (wait.office == office) state.waits.push_back(wait);
    }
    std::ranges::sort(state.waits, {}, scheduling::rank_of);
    return state;
}

Result<engine::NextIds, MemoryStore::Failure> MemoryStore::next_ids() {
    const auto after_last = [](const auto& rows) {
        return rows.empty() ? 1 : rows.rbegin()->first.value + 1;
    };
    return engine::NextIds{
        {after_last(contacts_)},
        {last_person_.value + 1},
        {after_last(messages_)},
        {after_last(inquiries_)}};
}

Result<std::vector<engine::PendingMessage>, MemoryStore::Failure> MemoryStore::pending_messages() {
    std::vector<engine::PendingMessage> pending;
    for (const MessageId id : pending_) {
        const KeptMessage& kept = messages_.at(id);
        const notices::OutMessage& message = kept.message;
        pending.push_back(
            {message.id,
             message.office,
             message.contact,
             message.kind,
             message.queued_at,
             message.due_at,
             message.moot_at,
             kept.progress}
        );
    }
    return pending;
}

Result<std::optional<engine::ContactState>, MemoryStore::Failure>
MemoryStore::find_contact(const engine::Identity& who) {
    auto id = who.user.empty() ? std::nullopt : found_in<ContactId>(by_user_, who.user);
    if (!id && !who.phone.empty()) id = found_in<ContactId>(by_phone_, who.phone);
    if (!id) return std::optional<engine::ContactState>();
    return contact(*id);
}

Result<std::optional<engine::ContactState>, MemoryStore::Failure> MemoryStore::contact(ContactId id
) {
    const auto found = contacts_.find(id);
    if (found == contacts_.end() || erased_.contains(id)) {
        return std::optional<engine::ContactState>();
    }
    engine::ContactState state{found->second, {}, {}, {}};
    for (auto row = talks_.lower_bound({id, {}}); row != talks_.end() && row->first.first == id;
         ++row) {
        state.talks.push_back({row->first.second, row->second});
    }
    for (const BookingId each : bookings_of_[id]) {
        const scheduling::Booking& booking = bookings_.at(each);
        if (scheduling::is_active(booking.status)) state.bookings.push_back(booking);
    }
    for (auto row = cases_.lower_bound({id, {}}); row != cases_.end() && row->first.first == id;
         ++row) {
        state.cases.push_back(row->second);
    }
    return std::optional(std::move(state));
}

Result<std::optional<scheduling::Booking>, MemoryStore::Failure> MemoryStore::booking(BookingId id
) {
    return found_in<scheduling::Booking>(bookings_, id);
}

Result<bool, MemoryStore::Failure> MemoryStore::is_free(BookingId id) {
    return !bookings_.contains(id);
}

Result<std::optional<engine::KeptAnswer>, MemoryStore::Failure>
MemoryStore::kept_answer(const engine::CommandKey& key) {
    return found_in<engine::KeptAnswer>(commands_, key);
}

Result<std::optional<engine::Store::KeptMessage>, MemoryStore::Failure>
MemoryStore::message(MessageId id) {
    auto found = found_in<KeptMessage>(messages_, id);
    if (found && erased_.contains(found->message.contact)) found.reset();
    return found;
}

Result<std::optional<notices::MessageProgress>, MemoryStore::Failure>
MemoryStore::progress(MessageId id) {
    const auto found = messages_.find(id);
    if (found == messages_.end()) return std::optional<notices::MessageProgress>();
    return std::optional(found->second.progress);
}

Result<std::optional<MessageId>, MemoryStore::Failure>
MemoryStore::message_by_wamid(const std::string& wamid) {
    return found_in<MessageId>(by_wamid_, wamid);
}

Result<std::vector<engine::Holder>, MemoryStore::Failure>
MemoryStore::holders_on(OfficeId office, LocalDate day) {
    std::set<engine::Holder> holders;
    for (auto row = places_.lower_bound({office, {}});
         row != places_.end() && row->first.first == office;
         ++row) {
        if (row->first.second.day != day) continue;
        const auto booking = bookings_.find(row->second);
        if (booking != bookings_.end()) holders.insert({row->second, booking->second.contact});
    }
    return std::vector<engine::Holder>(holders.begin(), holders.end());
}

Result<std::optional<engine::Closure>, MemoryStore::Failure>
MemoryStore::closure(OfficeId office, LocalDate day) {
    return found_in<engine::Closure>(closures_, std::pair{office, day});
}

Result<std::vector<engine::Inquiry>, MemoryStore::Failure>
MemoryStore::open_inquiries(OfficeId office) {
    std::vector<engine::Inquiry> open;
    for (const auto& [id, inquiry] : inquiries_) {
        const bool is_open = inquiry.office == office && inquiry.answered_at.ms == 0;
        if (is_open && !erased_.contains(inquiry.contact)) open.push_back(inquiry);
    }
    return open;
}

Result<std::optional<engine::Inquiry>, MemoryStore::Failure> MemoryStore::inquiry(InquiryId id) {
    auto found = found_in<engine::Inquiry>(inquiries_, id);
    if (found && erased_.contains(found->contact)) found.reset();
    return found;
}

std::vector<JournalRow> MemoryStore::journal(OfficeId office) const {
    return found_in<std::vector<JournalRow>>(journals_, office).value_or(std::vector<JournalRow>{});
}

// ---- writing -----------------------------------------------------------------------------------

Result<std::vector<CommitOutcome>, MemoryStore::Failure>
MemoryStore::commit(std::span<const engine::Commit> batch) {
    std::vector<CommitOutcome> outcomes;
    std::set<OfficeId> conflicted;
    for (const engine::Commit& commit : batch) {
        const CommitOutcome outcome = outcome_of(commit, conflicted);
        if (outcome == CommitOutcome::kept) apply(commit);
        if (outcome == CommitOutcome::conflict) conflicted.insert(commit.office);
        outcomes.push_back(outcome);
    }
    return outcomes;
}

CommitOutcome
MemoryStore::outcome_of(const engine::Commit& commit, const std::set<OfficeId>& conflicted) const {
    if (engine::is_set(commit.key) && commands_.contains(commit.key))
        return CommitOutcome::repeated;
    if (commit.office.is_set()) {
        const auto row = offices_.find(commit.office);
        const bool is_known = row != offices_.end();
        const std::uint64_t revision = is_known ? row->second.revision : 0;
        if (conflicted.contains(commit.office) || commit.decided_on != revision)
            return CommitOutcome::conflict;
        if (!is_known && !puts_office(commit)) return CommitOutcome::conflict;
    }
    return clash_in(commit);
}

// Whether a key refuses one of the changes. What the same commit freed or took before counts.
CommitOutcome MemoryStore::clash_in(const engine::Commit& commit) const {
    std::map<PlaceRow, std::optional<BookingId>> changed;
    std::set<BookingId> added;
    const auto holder_of = [&](const PlaceRow& row) {
        const auto now = changed.find(row);
        return now != changed.end() ? now->second : found_in<BookingId>(places_, row);
    };
    for (const engine::Change& change : commit.changes) {
        if (const auto* put = std::get_if<engine::PutBooking>(&change)) {
            const BookingId id = put->booking.id;
            if (put->is_new && (bookings_.contains(id) || added.contains(id)))
                return CommitOutcome::key_taken;
            added.insert(id);
        } else if (const auto* free = std::get_if<engine::FreePlaces>(&change)) {
            const scheduling::Placement& placement = free->placement;
            for (const scheduling::PlaceNumber number : placement.numbers) {
                const PlaceRow row{free->office, {placement.pool, placement.day, number}};
                if (holder_of(row) == free->holder) changed[row] = std::nullopt;
            }
        } else if (const auto* take = std::get_if<engine::TakePlaces>(&change)) {
            const scheduling::Placement& placement = take->placement;
            for (const scheduling::PlaceNumber number : placement.numbers) {
                const PlaceRow row{take->office, {placement.pool, placement.day, number}};
                if (holder_of(row)) return CommitOutcome::place_taken;
                changed[row] = take->holder;
            }
        }
    }
    return CommitOutcome::kept;
}

void MemoryStore::apply(const engine::Commit& commit) {
    if (engine::is_set(commit.key)) commands_[commit.key] = commit.answer;
    for (const engine::Change& change : commit.changes)
        std::visit([&](const auto& each) { put(each); }, change);
    if (!commit.office.is_set()) return;
    OfficeRow& row = offices_[commit.office];
    ++row.revision;
    for (const engine::Event& event : commit.events)
        journals_[commit.office].push_back(next_row(row.head, commit.office, commit, event));
}

void MemoryStore::put(const engine::PutContact& change) {
    const engine::Contact& contact = change.contact;
    // Another contact may have got one of the old identities meanwhile: then it stays there.
    if (const auto before = found_in<engine::Contact>(contacts_, contact.id)) {
        const auto [user, phone] = before->identity;
        if (found_in<ContactId>(by_user_, user) == contact.id) by_user_.erase(user);
        if (found_in<ContactId>(by_phone_, phone) == contact.id) by_phone_.erase(phone);
    }
    if (!contact.identity.user.empty()) by_user_[contact.identity.user] = contact.id;
    if (!contact.identity.phone.empty()) by_phone_[contact.identity.phone] = contact.id;
    contacts_[contact.id] = contact;
}

void MemoryStore::put(const engine::PutTalk& change) {
    talks_[{change.contact, change.office}] = change.talk;
}

void MemoryStore::put(const engine::PutBooking& change) {
    const auto before = bookings_.find(change.booking.id);
    if (before != bookings_.end()) bookings_of_[before->second.contact].erase(before->first);
    bookings_[change.booking.id] = change.booking;
    bookings_of_[change.booking.contact].insert(change.booking.id);
    for (const scheduling::Person& person : change.booking.people)
        last_person_ = std::max(last_person_, person.id);
}

void MemoryStore::put(const engine::TakePlaces& change) {
    const scheduling::Placement& placement = change.placement;
    for (const scheduling::PlaceNumber number : placement.numbers)
        places_[{change.office, {placement.pool, placement.day, number}}] = change.holder;
}

void MemoryStore::put(const engine::FreePlaces& change) {
    const scheduling::Placement& placement = change.placement;
    for (const scheduling::PlaceNumber number : placement.numbers) {
        const auto row = places_.find({change.office, {placement.pool, placement.day, number}});
        if (row != places_.end() && row->second == change.holder) places_.erase(row);
    }
}

void MemoryStore::put(const engine::QueueMessage& change) {
    notices::MessageProgress progress;
    progress.id = change.message.id;
    messages_[change.message.id] = {change.message, progress};
    pending_.insert(change.message.id);
}

void MemoryStore::put(const engine::UpdateMessage& change) {
    const auto found = messages_.find(change.progress.id);
    if (found == messages_.end()) return;
    found->second.progress = change.progress;
    if (erased_.contains(found->second.message.contact)) {
        found->second.progress.wamid.clear();
    } else if (!change.progress.wamid.empty())
        by_wamid_[change.progress.wamid] = change.progress.id;
    if (is_pending(change.progress.state)) {
        pending_.insert(change.progress.id);
    } else {
        pending_.erase(change.progress.id);
    }
}

void MemoryStore::put(const engine::PutOfficeRow& change) {
    offices_[change.office.id].office = change.office;
}

void MemoryStore::put(const engine::PutClosure& change) {
    closures_[{change.closure.office, change.closure.day}] = change.closure;
}

void MemoryStore::put(const engine::MarkReminded& change) {
    offices_[change.office].reminded_for = change.day;
}

void MemoryStore::put(const engine::PutCase& change) {
    cases_[{change.passport.contact, change.passport.id}] = change.passport;
}

void MemoryStore::put(const engine::PutInquiry& change) {
    inquiries_[change.inquiry.id] = change.inquiry;
}

void MemoryStore::put(const engine::PutWait& change) {
    waits_[change.wait.booking] = change.wait;
}

void MemoryStore::put(const engine::DropWait& change) {
    waits_.erase(change.booking);
}

void MemoryStore::put(const engine::KeepRaw& change) {
    aside_.push_back(change);
}

}  // namespace antre::storage
