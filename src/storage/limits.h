#pragma once

// Every limit of the storage room, with its unit.

#include <cstddef>
#include <cstdint>

namespace antre::storage {

inline constexpr std::int64_t command_kept_days = 30;     // a repeated message is known that long
inline constexpr std::int64_t aside_kept_days = 30;       // webhooks put aside for a person
inline constexpr std::size_t old_commands_at_once = 512;  // deleted together
inline constexpr unsigned row_marks_bits_min = 12;        // places of an empty table: 4,096

// The write-ahead log is copied into the database by the writing connection, a part at a time: when
// it rests, or at the latest when so much was not copied. It is begun anew when it is long and what
// is left to copy is little. A frame is a page of 4 KiB.
inline constexpr int wal_frames_rest = 1'000;
inline constexpr int wal_frames_step = 2'000;
inline constexpr int wal_frames_long = 8'000;
inline constexpr int wal_frames_max = 24'000;  // then it is done whatever it takes
// Of it, written at once. SQLite's files take at most 131,071 bytes a call.
inline constexpr int log_gathered_bytes_max = 120 << 10;
inline constexpr std::uint64_t wal_bytes_alarm = 128ull << 20;  // `doctor` calls it a finding

inline constexpr int cache_kib = 16'384;                  // pages kept in memory
inline constexpr std::size_t data_keys_cached = 100'000;  // of contacts, some 5 MB
inline constexpr std::uint64_t disk_bytes_free_min = 1ull << 30;
inline constexpr int schema_busy_ms = 2'000;  // another connection of this process

}  // namespace antre::storage
