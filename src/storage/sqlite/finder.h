#pragma once

// The finder knows which contact has a user id or phone number, which bookings there are and which
// commands were obeyed. Its
// marks are read once when the store opens and follow what is put. A mark that outlives its row,
// say after a rollback, does no harm: the row is always looked at. Throws within the room.

#include <array>
#include <cstdint>
#include <optional>

#include "engine/command.h"
#include "foundation/ids.h"
#include "storage/sqlite/row_marks.h"
#include "storage/sqlite/sealing.h"
#include "storage/sqlite/statements.h"

namespace antre::storage {

class Finder {
public:
    enum class Hashed {
        user,
        phone,
    };

    // REQUIRES: `statements` outlives the finder. The key spreads keys that others may choose.
    Finder(const SQLite::Database& database, Statements& statements, const SecretKey& spreading);

    [[nodiscard]] std::optional<ContactId> contact_with(Hashed what, const BlindHash& hash);
    void note_contact(const BlindHash& hash, ContactId contact);
    // False when the contact has certainly no row yet.
    [[nodiscard]] bool may_exist(ContactId contact) const { return contact.value <= last_contact_; }

    [[nodiscard]] std::optional<std::int64_t> row_of(BookingId booking);
    void note_booking(BookingId booking, std::int64_t row);

    // The row of an obeyed command.
    [[nodiscard]] std::optional<std::int64_t> row_of(const engine::CommandKey& key);
    void note_command(const engine::CommandKey& key, std::int64_t row);
    void forget_command(const engine::CommandKey& key, std::int64_t row);

private:
    [[nodiscard]] std::uint64_t spread(const std::array<std::uint8_t, 16>& key) const;

    Statements& statements_;
    std::uint64_t first_spread_;
    std::uint64_t second_spread_;
    RowMarks contacts_;
    RowMarks bookings_;
    RowMarks commands_;
    std::uint64_t last_contact_ = 0;
    std::uint64_t last_booking_ = 0;  // rows, here and below
    std::uint64_t last_command_ = 0;
};

}  // namespace antre::storage
