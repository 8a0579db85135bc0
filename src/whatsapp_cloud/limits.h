#pragma once

// Every limit of the Cloud API that the model holds, as Meta publishes it. Lengths are UTF-16
// units: Meta does not say what it counts, and this is the stricter reading.

#include <cstddef>
#include <cstdint>

#include "foundation/time.h"

namespace antre::whatsapp_cloud {

// Messages
inline constexpr std::size_t text_body_units_max = 4096;
inline constexpr std::size_t caption_units_max = 1024;
inline constexpr std::size_t filename_units_max = 240;
inline constexpr std::size_t opaque_units_max = 512;
inline constexpr std::size_t interactive_body_units_max = 1024;
inline constexpr std::size_t list_body_units_max = 4096;
inline constexpr std::size_t header_units_max = 60;
inline constexpr std::size_t footer_units_max = 60;
inline constexpr std::size_t buttons_max = 3;
inline constexpr std::size_t button_title_units_max = 20;
inline constexpr std::size_t button_id_units_max = 256;
inline constexpr std::size_t list_sections_max = 10;
inline constexpr std::size_t list_rows_max = 10;  // over all sections
inline constexpr std::size_t section_title_units_max = 24;
inline constexpr std::size_t row_id_units_max = 200;
inline constexpr std::size_t row_title_units_max = 24;
inline constexpr std::size_t row_description_units_max = 72;
inline constexpr std::size_t list_button_units_max = 20;
inline constexpr std::size_t url_button_units_max = 20;
inline constexpr std::size_t flow_cta_units_max = 30;
inline constexpr std::size_t throttled_flow_messages_max = 10;  // an hour
inline constexpr std::size_t url_units_max = 2000;
inline constexpr std::size_t contacts_max = 257;
inline constexpr Milliseconds reaction_target_age_max = days(30);
inline constexpr Milliseconds mark_read_age_max = days(30);
inline constexpr Milliseconds typing_shown = seconds(25);

// Rules
inline constexpr Milliseconds service_window = hours(24);
inline constexpr std::int64_t pair_burst = 45;
inline constexpr Milliseconds pair_refill = seconds(6);
inline constexpr Milliseconds phone_visible_after_exchange = days(30);
inline constexpr Milliseconds portfolio_limit_period = hours(24);
inline constexpr Milliseconds block_after_message_max = hours(24);
inline constexpr std::size_t blocked_users_max = 64'000;
inline constexpr std::int64_t free_service_messages_monthly = 1000;
inline constexpr Instant service_messages_priced_from{1'790'812'800'000};  // 2026-10-01 UTC
inline constexpr Milliseconds message_ttl = days(30);
inline constexpr Milliseconds authentication_ttl = minutes(10);

// Media
inline constexpr std::size_t image_bytes_max = 5u << 20;
inline constexpr std::size_t video_bytes_max = 16u << 20;
inline constexpr std::size_t audio_bytes_max = 16u << 20;
inline constexpr std::size_t document_bytes_max = 100u << 20;
inline constexpr std::size_t sticker_bytes_max = 500u << 10;  // animated; 100 KB if static
inline constexpr Milliseconds uploaded_media_kept = days(30);
inline constexpr Milliseconds received_media_kept = days(7);
inline constexpr Milliseconds media_url_kept = minutes(5);

// Templates
inline constexpr std::size_t template_name_units_max = 512;
inline constexpr std::size_t template_body_units_max = 1024;
inline constexpr std::size_t template_buttons_max = 10;
inline constexpr std::size_t template_button_units_max = 25;
inline constexpr std::size_t template_url_buttons_max = 2;
inline constexpr std::size_t template_phone_buttons_max = 1;
inline constexpr std::size_t template_code_buttons_max = 1;
inline constexpr std::size_t template_flow_buttons_max = 1;
inline constexpr std::size_t copy_code_units_max = 15;
inline constexpr std::size_t template_payload_units_max = 256;
inline constexpr std::size_t templates_per_account_max = 250;
inline constexpr std::size_t template_creations_hourly_max = 100;
inline constexpr Milliseconds template_edit_period_short = hours(24);  // one edit if approved
inline constexpr Milliseconds template_edit_period_long = days(30);
inline constexpr std::size_t template_edits_long_max = 10;
inline constexpr std::size_t template_spaces_max = 4;
inline constexpr std::int64_t template_ttl_seconds_min = 30;
inline constexpr std::int64_t template_ttl_seconds_max = 43'200;
inline constexpr Milliseconds first_pause = hours(3);
inline constexpr Milliseconds second_pause = hours(6);
inline constexpr std::size_t templates_page_default = 25;

// Management
inline constexpr std::size_t profile_about_units_max = 139;
inline constexpr std::size_t profile_address_units_max = 256;
inline constexpr std::size_t profile_description_units_max = 512;
inline constexpr std::size_t profile_email_units_max = 128;
inline constexpr std::size_t profile_websites_max = 2;
inline constexpr std::size_t callback_units_max = 200;
inline constexpr std::size_t ice_breakers_max = 4;
inline constexpr std::size_t ice_breaker_units_max = 80;
inline constexpr std::size_t commands_max = 30;
inline constexpr std::size_t command_name_units_max = 32;
inline constexpr std::size_t command_hint_units_max = 256;
inline constexpr std::size_t qr_message_units_max = 140;
inline constexpr std::size_t pin_digits = 6;

// Webhooks
inline constexpr std::size_t batch_updates_max = 1000;
inline constexpr std::size_t webhook_bytes_max = 3u << 20;
inline constexpr Milliseconds webhook_retried_for = days(7);

// What the model remembers: older entries are forgotten, so a long run stays in memory.
inline constexpr std::size_t messages_kept_per_chat = 400;
inline constexpr std::size_t deliveries_kept = 2000;
inline constexpr std::size_t calls_kept = 1000;
inline constexpr std::size_t events_kept = 20'000;
inline constexpr std::size_t call_body_bytes_shown_max = 65'536;
inline constexpr std::size_t json_depth_max = 32;

}  // namespace antre::whatsapp_cloud
