#pragma once

// WhatsApp's limits on message templates (Cloud API, Message templates and Template management,
// 2026), and ours on reading its lists. Lengths are UTF-16 units.

#include <cstddef>
#include <cstdint>

namespace antre::channels::whatsapp {

inline constexpr std::size_t template_header_units_max = 60;
inline constexpr std::size_t template_body_units_max = 1024;
inline constexpr std::size_t template_footer_units_max = 60;
inline constexpr std::size_t template_button_units_max = 25;
inline constexpr std::size_t template_breaks_in_row_max = 2;
inline constexpr std::size_t template_spaces_in_row_max = 4;
inline constexpr std::size_t template_words_per_variable_min = 2;  // and one word more
inline constexpr std::int64_t template_ttl_seconds_min = 30;
inline constexpr std::int64_t template_ttl_seconds_max = 43'200;  // of a utility template
inline constexpr int template_edits_daily_max = 1;                // of an approved one
inline constexpr int template_edits_monthly_max = 10;             // of an approved one
inline constexpr int template_creations_hourly_max = 100;         // of one account
inline constexpr std::size_t template_pages_max = 80;  // ours: 6,000 templates in pages of 100
inline constexpr std::size_t template_page_entries = 100;

}  // namespace antre::channels::whatsapp
