#pragma once

// WhatsApp's limits on what is sent (Cloud API message reference, 2026), in UTF-16 units: Meta does
// not say which unit it counts, and this is the stricter one for emoji.

#include <cstddef>

namespace antre::channels::whatsapp {

inline constexpr std::size_t text_body_max = 4096;
inline constexpr std::size_t button_body_max = 1024;
inline constexpr std::size_t list_body_max = 4096;
inline constexpr std::size_t header_max = 60;
inline constexpr std::size_t footer_max = 60;
inline constexpr std::size_t caption_max = 1024;
inline constexpr std::size_t buttons_max = 3;
inline constexpr std::size_t button_title_max = 20;
inline constexpr std::size_t button_id_max = 256;
inline constexpr std::size_t list_button_max = 20;
inline constexpr std::size_t flow_button_max = 30;
inline constexpr std::size_t rows_max = 10;
inline constexpr std::size_t row_id_max = 200;
inline constexpr std::size_t row_title_max = 24;
inline constexpr std::size_t row_description_max = 72;
inline constexpr std::size_t template_name_max = 512;
inline constexpr std::size_t template_parameter_max = 1024;
inline constexpr std::size_t template_buttons_max = 10;
inline constexpr std::size_t language_max = 16;
inline constexpr std::size_t place_max = 1000;    // ours: name and address of a location
inline constexpr std::size_t filename_max = 240;  // ours
inline constexpr std::size_t url_max = 2000;

}  // namespace antre::channels::whatsapp
