#pragma once

// Every limit of the channels room, with its unit.

#include <cstddef>
#include <cstdint>

namespace antre::channels {

inline constexpr std::size_t settings_file_bytes_max = 512 * 1024;  // an office or holiday file
inline constexpr std::size_t settings_list_items_max = 1000;        // of any one list in it
inline constexpr std::size_t pretty_columns_max = 100;              // of a written file
inline constexpr std::size_t nearest_word_edits_max = 3;            // to call a word a slip
inline constexpr std::size_t webhook_depth_max = 64;                // nesting of a webhook body
inline constexpr std::size_t text_code_points_max = 4096;           // of a message that is read
inline constexpr std::size_t payload_bytes_max = 256;               // of a tapped button or row
inline constexpr std::size_t challenge_bytes_max = 1024;            // of the GET handshake
inline constexpr std::size_t raw_part_bytes_max = 16'384;           // of an item that is kept aside
inline constexpr std::size_t user_id_bytes_max = 160;               // business-scoped user id
inline constexpr std::size_t flow_fields_max = 64;                  // of one step of a form
inline constexpr std::size_t flow_field_bytes_max = 4'096;          // of one of its fields
inline constexpr std::size_t table_rows_max = 20'000;               // of one imported list

}  // namespace antre::channels
