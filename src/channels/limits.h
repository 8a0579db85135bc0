#pragma once

// Every limit of the channels room, with its unit.

#include <cstddef>
#include <cstdint>

namespace antre::channels {

inline constexpr std::size_t settings_file_bytes_max = 512 * 1024;  // an office or holiday file
inline constexpr std::size_t settings_list_items_max = 1000;        // of any one list in it
inline constexpr std::size_t pretty_columns_max = 100;              // of a written file
inline constexpr std::size_t nearest_word_edits_max = 3;            // to call a word a slip

}  // namespace antre::channels
