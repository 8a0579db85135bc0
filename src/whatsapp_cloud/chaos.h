#pragma once

// Chaos is what can go wrong between a business and the Cloud API, as switches. All are off by
// default, all rolls come from one seeded generator, and each roll that hits is recorded as an
// event.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "foundation/time.h"
#include "whatsapp_cloud/json.h"

namespace antre::whatsapp_cloud {

enum class WindowMode {
    sync,   // a message outside its window is refused in the answer
    async,  // it is accepted and fails later
};

// How fast a message climbs the ladder, from its acceptance. Without `read_ms` nobody reads until
// told to.
struct Pace {
    std::int64_t sent_ms = 40;
    std::int64_t delivered_ms = 250;
    std::optional<std::int64_t> read_ms;
};

struct Chaos {
    std::uint32_t duplicate_percent = 0;
    std::uint32_t reorder_percent = 0;
    std::int64_t delay_ms_max = 0;
    std::uint32_t drop_percent = 0;  // the first attempt is lost and retried
    std::size_t batch_max = 1;
    bool status_before_reply = false;
    std::uint32_t graph_5xx_percent = 0;
    bool graph_html_5xx = false;
    std::uint32_t timeout_after_accept_percent = 0;
    std::uint32_t connection_reset_percent = 0;
    bool token_expired = false;
    std::uint32_t throttle_pair_percent = 0;        // 131056
    std::uint32_t throttle_throughput_percent = 0;  // 130429
    std::uint32_t throttle_unknown_percent = 0;     // 131000
    WindowMode window_mode = WindowMode::sync;
    std::uint32_t unknown_field_percent = 0;
    std::uint32_t unknown_type_percent = 0;
    std::uint32_t bad_signature_percent = 0;
    std::uint32_t truncated_percent = 0;
    bool big_body = false;
    bool webhook_down = false;
    std::uint32_t media_fail_percent = 0;
    Pace pace;
};

json::object to_json(const Chaos& chaos);
// Changes the named switches and leaves the rest. Refuses unknown names and values out of range
// with one sentence, and then changes nothing.
Result<Chaos, std::string> with_changes(const Chaos& chaos, const json::object& changes);

}  // namespace antre::whatsapp_cloud
