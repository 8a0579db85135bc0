#pragma once

// Commits for tests, built from what a clerk would say: who books, which numbers, in which office.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/commit.h"
#include "foundation/time.h"

namespace antre::storage::testing {

using engine::Commit;
using engine::CommitOutcome;

inline constexpr OfficeId jakarta{1};
inline constexpr OfficeId denpasar{2};
inline constexpr LocalDate friday{20'784};  // 2026-11-27
inline constexpr Instant ten_o_clock{1'795'489'200'000};

inline engine::CommandKey key(std::uint8_t number) {
    engine::CommandKey bytes{};
    bytes[0] = number;
    bytes[15] = 1;
    return bytes;
}

inline scheduling::Office office(OfficeId id, std::string slug) {
    scheduling::Office out;
    out.id = id;
    out.slug = std::move(slug);
    out.stage = scheduling::OfficeStage::live;
    out.phone_number_id = "106540352242922";
    out.profile.name_id = "Kantor Imigrasi";
    out.profile.documents.push_back({Service::renew, true, {"KTP", "Paspor lama"}, {"ID card"}});
    scheduling::Pool pool;
    pool.id = {1};
    pool.key = "regular";
    pool.services = {Service::new_passport, Service::renew};
    pool.week[0] = {{clock_time(8, 0), clock_time(12, 0)}, {clock_time(13, 0), clock_time(15, 0)}};
    pool.walk_in_percent = 8;
    out.pools.push_back(pool);
    scheduling::DayException closed;
    closed.date = friday + 28;
    closed.reason_id = "Hari Raya Natal";
    scheduling::DayException special;
    special.date = friday + 1;
    special.is_closed = false;
    special.hours = {{clock_time(8, 0), clock_time(11, 0)}};
    special.places_per_hour = 20;
    out.exceptions = {special, closed};
    return out;
}

inline scheduling::Placement
placement(const std::vector<std::uint16_t>& running, LocalDate day = friday, PoolId pool = {1}) {
    scheduling::Placement out;
    out.pool = pool;
    out.day = day;
    out.window = clock_time(8, 20);
    for (const std::uint16_t number : running)
        out.numbers.push_back({'A', number});
    return out;
}

inline engine::Contact contact(std::uint64_t id, std::string user, std::string phone) {
    engine::Contact out;
    out.id = {id};
    out.identity = {UserKey(std::move(user)), PhoneNumber(std::move(phone))};
    out.language = Language::en;
    out.created_at = ten_o_clock;
    out.heard_at = ten_o_clock + minutes(5);
    return out;
}

inline scheduling::Booking
booking(std::uint64_t id, ContactId who, scheduling::Placement places, OfficeId where = jakarta) {
    scheduling::Booking out;
    out.id = {id};
    out.office = where;
    out.contact = who;
    out.service = Service::renew;
    out.placement = std::move(places);
    out.status = scheduling::BookingStatus::booked;
    out.created_at = ten_o_clock;
    return out;
}

inline scheduling::Person person(std::uint64_t id, std::string name) {
    return {{id}, PersonName(std::move(name)), LocalDate{5'000}};
}

inline notices::OutMessage message(std::uint64_t id, ContactId to, std::string text) {
    notices::OutMessage out;
    out.id = {id};
    out.office = jakarta;
    out.contact = to;
    out.kind = notices::MessageKind::ticket;
    out.about = notices::About{{77}, 3};
    notices::Note note;
    note.body = std::move(text);
    out.content = std::move(note);
    out.queued_at = ten_o_clock;
    out.due_at = ten_o_clock + seconds(1);
    out.moot_at = ten_o_clock + hours(1);
    return out;
}

// A commit of an office, decided on a revision, with one event.
inline Commit commit(OfficeId where, std::uint64_t decided_on, std::uint8_t key_number = 0) {
    Commit out;
    out.key = key_number == 0 ? engine::CommandKey{} : key(key_number);
    out.actor = engine::ActorKind::contact;
    out.office = where;
    out.decided_on = decided_on;
    out.at = ten_o_clock;
    engine::Event event;
    event.kind = engine::EventKind::booked;
    out.events.push_back(event);
    return out;
}

inline Commit with(Commit out, engine::Change change) {
    out.changes.push_back(std::move(change));
    return out;
}

inline Commit opening(OfficeId where, std::string slug) {
    return with(commit(where, 0), engine::PutOfficeRow{office(where, std::move(slug))});
}

// Everything that one booking message changes: contact, talk, booking, people, places, message.
inline Commit booking_commit(
    std::uint64_t number,
    std::uint64_t decided_on,
    const scheduling::Placement& places,
    std::string name
) {
    Commit out = commit(jakarta, decided_on);
    for (std::size_t i = 0; i < 8; ++i) {
        out.key[i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    out.key[15] = 2;
    const ContactId who{number};
    scheduling::Booking made = booking(number * 7'919 % scheduling::code_space, who, places);
    made.people = {person(number, std::move(name))};
    out.answer.booking = made.id;
    out.events[0].booking = made.id;
    out.events[0].contact = who;
    out.events[0].people = 1;
    out.events[0].to = places;
    conversation::Talk talk;
    talk.menu = 3;
    talk.heard_at = ten_o_clock;
    const std::string digits = std::to_string(6'281'200'000'000 + number);
    out.changes = {
        engine::PutContact{contact(number, "ID." + digits, digits)},
        engine::PutTalk{jakarta, who, talk},
        engine::PutBooking{made, true},
        engine::TakePlaces{jakarta, places, made.id},
        engine::QueueMessage{message(number, who, "Nomor antrean Anda A-001. Sampai jumpa!")}};
    return out;
}

}  // namespace antre::storage::testing
