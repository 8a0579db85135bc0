#pragma once

// The journal is each office's append-only list of events, one row an event, numbered without gaps
// from 1. Every row's hash covers the row before it, so that no row can be changed, dropped or put
// in between without every later hash being wrong. Rows hold no personal data: people only by id.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "engine/commit.h"
#include "foundation/ids.h"
#include "foundation/time.h"

namespace antre::storage {

using JournalHash = std::array<std::uint8_t, 32>;

struct JournalRow {
    OfficeId office;
    std::uint64_t seq = 0;  // 1, 2, 3, ... within the office
    Instant at;
    engine::ActorKind actor = engine::ActorKind::system;
    engine::CommandKey command{};
    engine::EventKind kind = engine::EventKind::booked;
    std::string body;  // event_json.h
    JournalHash hash{};
};

// Where an office's journal stands: its last row, or zeros when it has none.
struct JournalHead {
    std::uint64_t seq = 0;
    JournalHash hash{};
    friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

// SHA-256 over the hash before and the row's bytes: its members as text, each ended by a newline:
// office, seq, at (ms), actor, command key (hex), kind, body.
JournalHash chained_hash(const JournalHash& before, const JournalRow& row);

// The row that follows `head`, hashed; moves the head on to it.
JournalRow next_row(
    JournalHead& head, OfficeId office, const engine::Commit& commit, const engine::Event& event
);

// Follows the rows of one office in order and says at which one the chain breaks.
class JournalCheck {
public:
    // False when the row is not the next of the chain.
    [[nodiscard]] bool follows(const JournalRow& row);
    [[nodiscard]] const JournalHead& head() const { return head_; }

private:
    JournalHead head_;
};

std::string hex_of(std::span<const std::uint8_t> bytes);
// Nothing when a character is not a hexadecimal digit or their count is odd.
std::optional<std::string> bytes_of_hex(std::string_view hex);

}  // namespace antre::storage
