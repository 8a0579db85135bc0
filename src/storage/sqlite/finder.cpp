#include "storage/sqlite/finder.h"

#include <algorithm>
#include <cstring>

#include "storage/sqlite/failure.h"
#include "storage/sqlite/query.h"

namespace antre::storage {

namespace {

// Of a row's id the marks keep 32 bits without 0. Ids grow, so the newest row with them is meant.
constexpr std::uint64_t rows_told_apart = 0xFFFF'FFFFu;

std::uint32_t short_id(std::uint64_t row) {
    return static_cast<std::uint32_t>(row % rows_told_apart + 1);
}

std::uint64_t long_id(std::uint32_t row, std::uint64_t last) {
    const std::uint64_t residue = row - 1;
    if (residue > last) return residue;
    return last - (last - residue) % rows_told_apart;
}

using Key = std::array<std::uint8_t, 16>;

Key key_in(std::string_view bytes) {
    Key key{};
    if (bytes.size() != key.size()) throw BadRow{"a key has the wrong length"};
    std::memcpy(key.data(), bytes.data(), key.size());
    return key;
}

Key key_of(BookingId booking) {
    Key key{};
    std::memcpy(key.data(), &booking.value, sizeof booking.value);
    return key;
}

bool is_same(std::string_view kept, const Key& key) {
    return kept.size() == key.size() && std::memcmp(kept.data(), key.data(), key.size()) == 0;
}

}  // namespace

Finder::Finder(const SQLite::Database& database, Statements& statements, const SecretKey& spreading)
    : statements_(statements) {
    std::memcpy(&first_spread_, spreading.bytes.data(), sizeof first_spread_);
    std::memcpy(&second_spread_, spreading.bytes.data() + 8, sizeof second_spread_);
    second_spread_ |= 1u;
    SQLite::Statement hashes(database, "SELECT id, user_hash, phone_hash FROM contact");
    Query contacts(hashes);
    while (contacts.row()) {
        const ContactId contact{contacts.number_at<std::uint64_t>(0)};
        last_contact_ = std::max(last_contact_, contact.value);
        for (const int column : {1, 2}) {
            if (!contacts.is_null(column)) note_contact(key_in(contacts.bytes_at(column)), contact);
        }
    }
    SQLite::Statement ids(database, "SELECT row, id FROM booking");
    Query bookings(ids);
    while (bookings.row()) {
        const BookingId booking{bookings.number_at<std::uint64_t>(1)};
        note_booking(booking, bookings.number_at<std::int64_t>(0));
    }
    SQLite::Statement keys(database, "SELECT id, key FROM command");
    Query commands(keys);
    while (commands.row())
        note_command(key_in(commands.bytes_at(1)), commands.number_at<std::int64_t>(0));
}

// Others may choose what is spread, so where it falls must not be known to them.
std::uint64_t Finder::spread(const Key& key) const {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::memcpy(&first, key.data(), sizeof first);
    std::memcpy(&second, key.data() + 8, sizeof second);
    std::uint64_t mixed = (first ^ first_spread_) * second_spread_;
    mixed = (mixed ^ (mixed >> 32) ^ second) * second_spread_;
    return mixed ^ (mixed >> 29);
}

std::optional<ContactId> Finder::contact_with(Hashed what, const BlindHash& hash) {
    std::optional<ContactId> found;
    contacts_.any(spread(hash), [&](std::uint32_t row) {
        const std::uint64_t contact = long_id(row, last_contact_);
        Query query(statements_.get_hashes);
        if (!query.number(contact).row()) return false;
        if (!is_same(query.bytes_at(what == Hashed::user ? 0 : 1), hash)) return false;
        found = ContactId{contact};
        return true;
    });
    return found;
}

void Finder::note_contact(const BlindHash& hash, ContactId contact) {
    last_contact_ = std::max(last_contact_, contact.value);
    contacts_.add(spread(hash), short_id(contact.value));
}

std::optional<std::int64_t> Finder::row_of(BookingId booking) {
    std::optional<std::int64_t> found;
    bookings_.any(spread(key_of(booking)), [&](std::uint32_t row) {
        const auto id = static_cast<std::int64_t>(long_id(row, last_booking_));
        Query query(statements_.get_booking_id);
        if (!query.number(id).row() || query.number_at<std::uint64_t>(0) != booking.value) {
            return false;
        }
        found = id;
        return true;
    });
    return found;
}

void Finder::note_booking(BookingId booking, std::int64_t row) {
    last_booking_ = std::max(last_booking_, static_cast<std::uint64_t>(row));
    bookings_.add(spread(key_of(booking)), short_id(static_cast<std::uint64_t>(row)));
}

std::optional<std::int64_t> Finder::row_of(const engine::CommandKey& key) {
    std::optional<std::int64_t> found;
    commands_.any(spread(key), [&](std::uint32_t row) {
        const auto id = static_cast<std::int64_t>(long_id(row, last_command_));
        Query query(statements_.get_command);
        if (!query.number(id).row() || !is_same(query.bytes_at(0), key)) return false;
        found = id;
        return true;
    });
    return found;
}

void Finder::note_command(const engine::CommandKey& key, std::int64_t row) {
    last_command_ = std::max(last_command_, static_cast<std::uint64_t>(row));
    commands_.add(spread(key), short_id(static_cast<std::uint64_t>(row)));
}

void Finder::forget_command(const engine::CommandKey& key, std::int64_t row) {
    commands_.drop(spread(key), short_id(static_cast<std::uint64_t>(row)));
}

}  // namespace antre::storage
