#include "storage/sqlite/writer.h"

#include <algorithm>

#include "storage/content_json.h"
#include "storage/office_json.h"
#include "storage/sealed_values.h"
#include "storage/sqlite/query.h"
#include "storage/talk_json.h"

namespace antre::storage {

using engine::CommitOutcome;

namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

bool puts_office(const engine::Commit& commit) {
    return std::ranges::any_of(commit.changes, [](const engine::Change& change) {
        return std::holds_alternative<engine::PutOfficeRow>(change);
    });
}

std::string ids_of(const std::vector<scheduling::Person>& people) {
    std::string ids;
    for (const scheduling::Person& person : people) {
        if (!ids.empty()) ids += ' ';
        ids += std::to_string(person.id.value);
    }
    return ids;
}

std::string labels_of(const std::vector<scheduling::PlaceNumber>& numbers) {
    std::string labels;
    for (const scheduling::PlaceNumber number : numbers) {
        if (!labels.empty()) labels += ' ';
        labels += scheduling::label_of(number);
    }
    return labels;
}

}  // namespace

// ---- the batch
// -----------------------------------------------------------------------------------

void Writer::start_batch() {
    moved_.clear();
    conflicted_.clear();
    before_.reset();
}

OfficeHead& Writer::head_of(OfficeId office) {
    const auto moved = moved_.find(office);
    if (moved != moved_.end()) return moved->second;
    const auto known = heads_.find(office);
    const OfficeHead head = known != heads_.end() ? known->second : reader_.head_of(office);
    return moved_.emplace(office, head).first->second;
}

CommitOutcome Writer::put(const engine::Commit& commit) {
    before_.reset();
    OfficeHead* head = nullptr;
    if (commit.office.is_set()) {
        head = &head_of(commit.office);
        const bool may_be = head->is_known || puts_office(commit);
        if (!may_be || commit.decided_on != head->revision || conflicted_.contains(commit.office)) {
            if (is_repeated(commit)) return CommitOutcome::repeated;
            conflicted_.insert(commit.office);
            return CommitOutcome::conflict;
        }
        before_.emplace(commit.office, *head);
    }
    if (!keep_command(commit)) return CommitOutcome::repeated;
    for (const engine::Change& change : commit.changes) {
        const Clash clash = std::visit([&](const auto& each) { return put(each, commit); }, change);
        if (clash) return *clash;
    }
    if (head != nullptr) write_journal(*head, commit);
    return CommitOutcome::kept;
}

void Writer::undo() {
    if (before_) moved_[before_->first] = before_->second;
    before_.reset();
}

bool Writer::is_repeated(const engine::Commit& commit) {
    return engine::is_set(commit.key) && finder_.row_of(commit.key).has_value();
}

// False when the key is kept already.
bool Writer::keep_command(const engine::Commit& commit) {
    if (!engine::is_set(commit.key)) return true;
    if (is_repeated(commit)) return false;
    Query query(statements_.add_command);
    query.bytes(commit.key).number(commit.at.ms / ms_per_day).number(commit.answer.booking.value);
    if (commit.answer.refusal) {
        query.word(scheduling::name_of(*commit.answer.refusal));
    } else {
        query.nothing();
    }
    query.run();
    finder_.note_command(commit.key, database_.getLastInsertRowid());
    return true;
}

void Writer::write_journal(OfficeHead& head, const engine::Commit& commit) {
    head.is_known = true;
    ++head.revision;
    for (const engine::Event& event : commit.events) {
        const JournalRow row = next_row(head.journal, commit.office, commit, event);
        Query(statements_.add_journal)
            .number(row.office.value)
            .number(row.seq)
            .number(row.at.ms)
            .word(engine::name_of(row.actor))
            .bytes(row.command)
            .word(engine::name_of(row.kind))
            .text(row.body)
            .bytes(row.hash)
            .run();
    }
}

void Writer::finish_batch() {
    for (const auto& [office, head] : moved_) {
        const auto known = heads_.find(office);
        if (!head.is_known) continue;
        if (known != heads_.end() && known->second.revision == head.revision) continue;
        Query(statements_.put_head)
            .number(office.value)
            .number(head.revision)
            .number(head.journal.seq)
            .bytes(head.journal.hash)
            .run();
    }
}

void Writer::settle() {
    for (const auto& [office, head] : moved_) {
        if (head.is_known) heads_[office] = head;
    }
    start_batch();
}

// ---- changes -----------------------------------------------------------------------------------

Writer::Clash Writer::put(const engine::PutContact& change, const engine::Commit&) {
    const engine::Contact& contact = change.contact;
    const auto [user, phone] = contact.identity;
    std::optional<BlindHash> user_hash;
    std::optional<BlindHash> phone_hash;
    if (!user.empty()) user_hash = vault_.hash_of_user(user.reveal());
    if (!phone.empty()) phone_hash = vault_.hash_of_phone(phone.reveal());
    if (user_hash) take_hash(Finder::Hashed::user, *user_hash, contact.id);
    if (phone_hash) take_hash(Finder::Hashed::phone, *phone_hash, contact.id);
    const std::string sealed =
        vault_.seal(contact.id, {'c', contact.id.value}, plain_identity(contact.identity));
    Query query(statements_.put_contact);
    query.number(contact.id.value).bytes(sealed);
    user_hash ? query.bytes(*user_hash) : query.nothing();
    phone_hash ? query.bytes(*phone_hash) : query.nothing();
    query.word(code_of(contact.language))
        .number(contact.is_opted_out ? 1 : 0)
        .number(contact.created_at.ms)
        .number(contact.heard_at.ms)
        .number(contact.erasure ? contact.erasure->at.ms : 0)
        .number(contact.erasure ? contact.erasure->office.value : 0)
        .number(contact.doubt ? contact.doubt->silent_since.ms : 0)
        .number(contact.doubt ? contact.doubt->misses : 0)
        .run();
    return {};
}

// Whoever had it before is not found by it any more.
void Writer::take_hash(Finder::Hashed what, const BlindHash& hash, ContactId contact) {
    const auto holder = finder_.contact_with(what, hash);
    if (holder == contact) return;
    if (holder) {
        const bool is_user = what == Finder::Hashed::user;
        Query(is_user ? statements_.drop_user_hash : statements_.drop_phone_hash)
            .number(holder->value)
            .bytes(hash)
            .run();
    }
    finder_.note_contact(hash, contact);
}

Writer::Clash Writer::put(const engine::PutTalk& change, const engine::Commit&) {
    const std::string sealed = vault_.seal(
        change.contact, {'t', change.contact.value, change.office.value}, encode_talk(change.talk)
    );
    Query(statements_.put_talk)
        .number(change.contact.value)
        .number(change.office.value)
        .bytes(sealed)
        .run();
    return {};
}

Writer::Clash Writer::put(const engine::PutBooking& change, const engine::Commit&) {
    const scheduling::Booking& booking = change.booking;
    const std::string people = ids_of(booking.people);
    const std::string numbers = labels_of(booking.placement.numbers);
    const auto row = finder_.row_of(booking.id);
    if (change.is_new && row) return CommitOutcome::key_taken;
    if (row) drop_absent(booking, *row, people);
    Query query(row ? statements_.put_booking : statements_.add_booking);
    query.number(booking.id.value)
        .number(booking.office.value)
        .number(booking.contact.value)
        .word(word_of(booking.service))
        .number(booking.placement.pool.value)
        .number(booking.placement.day.days)
        .number(booking.placement.window.value)
        .text(numbers)
        .word(scheduling::name_of(booking.status))
        .number(booking.version)
        .number(booking.moves)
        .number(booking.wants_reminder ? 1 : 0)
        .number(booking.replaces ? booking.replaces->value : 0)
        .number(booking.created_at.ms)
        .number(booking.hold_until.ms)
        .text(people);
    if (row) query.number(*row);
    query.run();
    if (!row) finder_.note_booking(booking.id, database_.getLastInsertRowid());
    put_people(booking);
    return {};
}

// People who are no longer named lose name and birth date; their ids are not given again.
void Writer::drop_absent(
    const scheduling::Booking& booking, std::int64_t row, const std::string& ids
) {
    Query before(statements_.get_people_ids);
    if (!before.number(row).row() || before.bytes_at(0) == ids) return;
    for (const PersonId id : person_ids_in(before.bytes_at(0))) {
        const bool stays =
            std::ranges::any_of(booking.people, [&](const scheduling::Person& person) {
                return person.id == id;
            });
        if (!stays) Query(statements_.drop_person).number(id.value).run();
    }
}

void Writer::put_people(const scheduling::Booking& booking) {
    for (const scheduling::Person& person : booking.people) {
        const std::string sealed =
            vault_.seal(booking.contact, {'p', person.id.value}, plain_person(person));
        Query(statements_.put_person).number(person.id.value).bytes(sealed).run();
    }
}

Writer::Clash Writer::put(const engine::TakePlaces& change, const engine::Commit&) {
    for (const scheduling::PlaceNumber number : change.placement.numbers) {
        Query(statements_.take_place)
            .number(change.office.value)
            .number(change.placement.pool.value)
            .number(change.placement.day.days)
            .number(scheduling::key_of(number))
            .number(change.holder.value)
            .run();
        if (database_.getChanges() != 1) return CommitOutcome::place_taken;
    }
    return {};
}

Writer::Clash Writer::put(const engine::FreePlaces& change, const engine::Commit&) {
    for (const scheduling::PlaceNumber number : change.placement.numbers) {
        Query(statements_.free_place)
            .number(change.office.value)
            .number(change.placement.pool.value)
            .number(change.placement.day.days)
            .number(scheduling::key_of(number))
            .number(change.holder.value)
            .run();
    }
    return {};
}

Writer::Clash Writer::put(const engine::QueueMessage& change, const engine::Commit&) {
    const notices::OutMessage& message = change.message;
    const std::string sealed =
        vault_.seal(message.contact, {'m', message.id.value}, encode_content(message.content));
    Query(statements_.add_message)
        .number(message.id.value)
        .number(message.office.value)
        .number(message.contact.value)
        .word(notices::name_of(message.kind))
        .number(message.about ? message.about->booking.value : 0)
        .number(message.about ? message.about->version : 0)
        .number(message.queued_at.ms)
        .number(message.due_at.ms)
        .number(message.moot_at.ms)
        .bytes(sealed)
        .number(message.about ? message.about->person : 0)
        .run();
    return {};
}

Writer::Clash Writer::put(const engine::UpdateMessage& change, const engine::Commit&) {
    const notices::MessageProgress& progress = change.progress;
    std::optional<std::string> sealed;
    if (!progress.wamid.empty()) {
        const BlindHash hash = vault_.hash_of_wamid(progress.wamid);
        Query kept(statements_.get_progress);
        if (!kept.number(progress.id.value).row()) return {};
        const ContactId contact{kept.number_at<std::uint64_t>(5)};
        sealed = vault_.seal_if_kept(contact, {'w', progress.id.value}, progress.wamid);
        if (sealed) Query(statements_.put_wamid).bytes(hash).number(progress.id.value).run();
    }
    Query query(statements_.update_message);
    query.number(progress.id.value)
        .word(notices::name_of(progress.state))
        .number(progress.attempts)
        .number(progress.next_try_at.ms)
        .number(progress.error);
    sealed ? query.bytes(*sealed) : query.nothing();
    query.run();
    return {};
}

Writer::Clash Writer::put(const engine::PutOfficeRow& change, const engine::Commit&) {
    const std::string settings = encode_office(change.office);
    Query(statements_.put_office).number(change.office.id.value).text(settings).run();
    head_of(change.office.id).is_known = true;
    return {};
}

Writer::Clash Writer::put(const engine::KeepRaw& change, const engine::Commit& commit) {
    const std::string sealed = vault_.seal_aside(change.raw);
    Query(statements_.put_aside).number(commit.at.ms).text(change.reason).bytes(sealed).run();
    return {};
}

}  // namespace antre::storage
