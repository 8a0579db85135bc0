#include "storage/sqlite/reader.h"

#include <algorithm>
#include <charconv>

#include "foundation/text.h"
#include "storage/content_json.h"
#include "storage/event_json.h"
#include "storage/office_json.h"
#include "storage/sealed_values.h"
#include "storage/sqlite/bad_row.h"
#include "storage/sqlite/failure.h"
#include "storage/talk_json.h"
#include "storage/words.h"

namespace antre::storage {

namespace {

template <std::size_t size>
std::array<std::uint8_t, size> array_of(std::string_view bytes, const char* where) {
    std::array<std::uint8_t, size> out{};
    if (bytes.size() != size) throw BadRow{std::string(where) + " has the wrong length"};
    std::ranges::transform(bytes, out.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return out;
}

}  // namespace

std::vector<PersonId> person_ids_in(std::string_view text) {
    std::vector<PersonId> ids;
    for (const std::string_view word : split(text, ' ')) {
        PersonId id;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), id.value);
        if (read.ec == std::errc() && id.is_set()) ids.push_back(id);
    }
    return ids;
}

// ---- offices -----------------------------------------------------------------------------------

std::vector<OfficeId> Reader::offices() {
    std::vector<OfficeId> ids;
    Query query(statements_.all_offices);
    while (query.row())
        ids.push_back({query.number_at<std::uint32_t>(0)});
    return ids;
}

OfficeHead Reader::head_of(OfficeId office) {
    Query query(statements_.get_head);
    if (!query.number(office.value).row()) return {};
    return {
        true,
        query.number_at<std::uint64_t>(0),
        {query.number_at<std::uint64_t>(1), array_of<32>(query.bytes_at(2), "journal hash")}};
}

std::optional<engine::OfficeState> Reader::office_state(OfficeId office, LocalDate from) {
    engine::OfficeState state;
    {
        Query query(statements_.get_office);
        if (!query.number(office.value).row()) return std::nullopt;
        state.office = decoded(decode_office(query.bytes_at(0)), "office", office.value);
        state.revision = query.number_at<std::uint64_t>(1);
        state.reminded_for = {query.number_at<std::int32_t>(2)};
    }
    read_places(state, from);
    Query query(statements_.get_holds);
    query.number(office.value);
    while (query.row())
        state.holds.push_back(booking_in(query));
    read_due_cases(state);
    read_waits(state);
    return state;
}

// Places are asked for pool by pool, so that other days are skipped by the key and not read.
std::vector<PoolId> Reader::pools_with_places(OfficeId office) {
    std::vector<PoolId> pools;
    for (std::int64_t after = -1;;) {
        Query next(statements_.next_pool);
        if (!next.number(office.value).number(after).row() || next.is_null(0)) return pools;
        after = next.number_at<std::int64_t>(0);
        pools.push_back({static_cast<std::uint32_t>(after)});
    }
}

void Reader::read_places(engine::OfficeState& state, LocalDate from) {
    const OfficeId office = state.office.id;
    for (const PoolId pool : pools_with_places(office)) {
        Query query(statements_.get_places);
        query.number(office.value).number(pool.value).number(from.days);
        while (query.row()) {
            const scheduling::PlaceKey place{
                pool,
                {query.number_at<std::int32_t>(0)},
                scheduling::number_of_key(query.number_at<std::uint32_t>(1))};
            state.taken.push_back({place, {query.number_at<std::uint64_t>(2)}});
        }
    }
}

engine::NextIds Reader::next_ids() {
    const auto after = [](SQLite::Statement& statement) {
        Query query(statement);
        return query.row() ? query.number_at<std::uint64_t>(0) + 1 : 1;
    };
    return {
        {after(statements_.last_contact)},
        {after(statements_.last_person)},
        {after(statements_.last_message)},
        {after(statements_.last_inquiry)}};
}

// ---- contacts and bookings
// -----------------------------------------------------------------------

std::optional<ContactId> Reader::contact_found(const engine::Identity& who) {
    using Hashed = Finder::Hashed;
    std::optional<ContactId> found;
    if (!who.user.empty()) {
        found = finder_.contact_with(Hashed::user, vault_.hash_of_user(who.user.reveal()));
    }
    if (!found && !who.phone.empty()) {
        found = finder_.contact_with(Hashed::phone, vault_.hash_of_phone(who.phone.reveal()));
    }
    return found;
}

std::optional<engine::ContactState> Reader::contact(ContactId id) {
    engine::ContactState state;
    state.contact.id = id;
    {
        Query query(statements_.get_contact);
        if (!query.number(id.value).row() || query.is_null(0)) return std::nullopt;
        const auto plain = vault_.open(id, {'c', id.value}, query.bytes_at(0));
        if (!plain) return std::nullopt;
        state.contact.identity = required(identity_in(*plain), "contact", id.value);
        state.contact.language =
            required(language_coded(query.bytes_at(3)), "language of contact", id.value);
        state.contact.is_opted_out = query.number_at<int>(4) != 0;
        state.contact.created_at = {query.number_at<std::int64_t>(5)};
        state.contact.heard_at = {query.number_at<std::int64_t>(6)};
        if (const auto at = query.number_at<std::int64_t>(7); at != 0) {
            state.contact.erasure = {{at}, {query.number_at<std::uint32_t>(8)}};
        }
        if (const auto since = query.number_at<std::int64_t>(9); since != 0) {
            state.contact.doubt = {{since}, query.number_at<std::uint8_t>(10)};
        }
    }
    Query talks(statements_.get_talks);
    talks.number(id.value);
    while (talks.row()) {
        const OfficeId office{talks.number_at<std::uint32_t>(0)};
        const auto plain = vault_.open(id, {'t', id.value, office.value}, talks.bytes_at(1));
        if (!plain) return std::nullopt;
        state.talks.push_back({office, decoded(decode_talk(*plain), "talk of contact", id.value)});
    }
    Query bookings(statements_.get_bookings_of);
    bookings.number(id.value);
    while (bookings.row()) {
        state.bookings.push_back(booking_in(bookings));
        read_people(state.bookings.back(), bookings.bytes_at(15));
    }
    Query cases(statements_.get_cases_of);
    cases.number(id.value);
    while (cases.row())
        state.cases.push_back(case_in(cases));
    return state;
}

scheduling::Booking Reader::booking_in(const Query& row) {
    scheduling::Booking booking;
    booking.id = {row.number_at<std::uint64_t>(0)};
    const std::uint64_t id = booking.id.value;
    booking.office = {row.number_at<std::uint32_t>(1)};
    booking.contact = {row.number_at<std::uint64_t>(2)};
    booking.service = required(service_named(row.bytes_at(3)), "service of booking", id);
    booking.placement.pool = {row.number_at<std::uint32_t>(4)};
    booking.placement.day = {row.number_at<std::int32_t>(5)};
    booking.placement.window = {row.number_at<std::int16_t>(6)};
    for (const std::string_view label : split(row.bytes_at(7), ' ')) {
        if (label.empty()) continue;
        booking.placement.numbers.push_back(
            required(scheduling::number_labelled(label), "number of booking", id)
        );
    }
    booking.status = required(scheduling::status_named(row.bytes_at(8)), "status of booking", id);
    booking.version = row.number_at<std::uint32_t>(9);
    booking.moves = row.number_at<std::uint8_t>(10);
    booking.wants_reminder = row.number_at<int>(11) != 0;
    if (row.number_at<std::uint64_t>(12) != 0) {
        booking.replaces = BookingId{row.number_at<std::uint64_t>(12)};
    }
    booking.created_at = {row.number_at<std::int64_t>(13)};
    booking.hold_until = {row.number_at<std::int64_t>(14)};
    return booking;
}

// People of an erased contact are still there, without name and birth date.
void Reader::read_people(scheduling::Booking& booking, std::string_view ids) {
    for (const PersonId id : person_ids_in(ids)) {
        scheduling::Person person;
        person.id = id;
        Query query(statements_.get_person);
        if (query.number(id.value).row() && !query.is_null(0)) {
            const auto plain = vault_.open(booking.contact, {'p', id.value}, query.bytes_at(0));
            if (plain && !read_person(person, *plain)) {
                throw BadRow{"person " + std::to_string(id.value) + " cannot be read"};
            }
        }
        booking.people.push_back(std::move(person));
    }
}

std::optional<scheduling::Booking> Reader::booking(BookingId id) {
    const auto row = finder_.row_of(id);
    if (!row) return std::nullopt;
    Query query(statements_.get_booking);
    if (!query.number(*row).row()) return std::nullopt;
    scheduling::Booking booking = booking_in(query);
    read_people(booking, query.bytes_at(15));
    return booking;
}

bool Reader::is_free(BookingId id) {
    return !finder_.row_of(id);
}

// ---- commands and messages -------------------------------------------------------------------

std::optional<engine::KeptAnswer> Reader::kept_answer(const engine::CommandKey& key) {
    const auto row = finder_.row_of(key);
    if (!row) return std::nullopt;
    Query query(statements_.get_command);
    if (!query.number(*row).row()) return std::nullopt;
    engine::KeptAnswer answer;
    answer.booking = {query.number_at<std::uint64_t>(1)};
    if (!query.is_null(2)) {
        answer.refusal =
            required(refusal_named(query.bytes_at(2)), "refusal of booking", answer.booking.value);
    }
    return answer;
}

notices::MessageProgress Reader::progress_in(const Query& row, MessageId id) {
    notices::MessageProgress progress;
    progress.id = id;
    progress.state = required(notices::state_named(row.bytes_at(0)), "state of message", id.value);
    progress.attempts = row.number_at<std::uint8_t>(1);
    progress.next_try_at = {row.number_at<std::int64_t>(2)};
    progress.error = row.number_at<std::int32_t>(3);
    if (!row.is_null(4)) {
        const ContactId contact{row.number_at<std::uint64_t>(5)};
        progress.wamid = vault_.open(contact, {'w', id.value}, row.bytes_at(4)).value_or("");
    }
    return progress;
}

std::optional<notices::MessageProgress> Reader::progress(MessageId id) {
    Query query(statements_.get_progress);
    if (!query.number(id.value).row()) return std::nullopt;
    return progress_in(query, id);
}

std::optional<engine::Store::KeptMessage> Reader::message(MessageId id) {
    Query query(statements_.get_message);
    if (!query.number(id.value).row() || query.is_null(13)) return std::nullopt;
    engine::Store::KeptMessage kept;
    notices::OutMessage& message = kept.message;
    message.id = id;
    message.contact = {query.number_at<std::uint64_t>(5)};
    const auto content = vault_.open(message.contact, {'m', id.value}, query.bytes_at(13));
    if (!content) return std::nullopt;
    message.office = {query.number_at<std::uint32_t>(6)};
    message.kind = required(notices::kind_named(query.bytes_at(7)), "kind of message", id.value);
    const BookingId booking{query.number_at<std::uint64_t>(8)};
    if (booking.is_set()) {
        message.about = notices::About{
            booking, query.number_at<std::uint32_t>(9), query.number_at<std::uint8_t>(14)};
    }
    message.queued_at = {query.number_at<std::int64_t>(10)};
    message.due_at = {query.number_at<std::int64_t>(11)};
    message.moot_at = {query.number_at<std::int64_t>(12)};
    message.content = decoded(decode_content(*content), "content of message", id.value);
    kept.progress = progress_in(query, id);
    return kept;
}

std::vector<engine::PendingMessage> Reader::pending_messages() {
    std::vector<engine::PendingMessage> pending;
    Query query(statements_.get_pending);
    while (query.row()) {
        engine::PendingMessage message;
        message.id = {query.number_at<std::uint64_t>(11)};
        message.contact = {query.number_at<std::uint64_t>(5)};
        message.office = {query.number_at<std::uint32_t>(6)};
        message.kind =
            required(notices::kind_named(query.bytes_at(7)), "kind of message", message.id.value);
        message.queued_at = {query.number_at<std::int64_t>(8)};
        message.due_at = {query.number_at<std::int64_t>(9)};
        message.moot_at = {query.number_at<std::int64_t>(10)};
        message.progress = progress_in(query, message.id);
        pending.push_back(std::move(message));
    }
    return pending;
}

std::optional<MessageId> Reader::message_by_wamid(const std::string& wamid) {
    Query query(statements_.get_wamid);
    const BlindHash hash = vault_.hash_of_wamid(wamid);
    if (!query.bytes(hash).row()) return std::nullopt;
    return MessageId{query.number_at<std::uint64_t>(0)};
}

std::vector<JournalRow> Reader::journal(OfficeId office, std::uint64_t first, std::size_t most) {
    std::vector<JournalRow> rows;
    Query query(statements_.get_journal);
    query.number(office.value).number(first);
    while (rows.size() < most && query.row()) {
        JournalRow row;
        row.office = office;
        row.seq = query.number_at<std::uint64_t>(0);
        row.at = {query.number_at<std::int64_t>(1)};
        row.actor = required(actor_named(query.bytes_at(2)), "actor of journal row", row.seq);
        row.command = array_of<16>(query.bytes_at(3), "command key in the journal");
        row.kind = required(event_kind_named(query.bytes_at(4)), "kind of journal row", row.seq);
        row.body = std::string(query.bytes_at(5));
        row.hash = array_of<32>(query.bytes_at(6), "journal hash");
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace antre::storage
