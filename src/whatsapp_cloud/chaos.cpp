#include "whatsapp_cloud/chaos.h"

#include <functional>

#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

namespace {

constexpr std::int64_t pace_ms_max = 7 * 86'400'000LL;

struct PercentSwitch {
    std::string_view name;
    std::uint32_t Chaos::*field;
};

constexpr PercentSwitch percent_switches[] = {
    {"duplicate_percent", &Chaos::duplicate_percent},
    {"reorder_percent", &Chaos::reorder_percent},
    {"drop_percent", &Chaos::drop_percent},
    {"graph_5xx_percent", &Chaos::graph_5xx_percent},
    {"timeout_after_accept_percent", &Chaos::timeout_after_accept_percent},
    {"connection_reset_percent", &Chaos::connection_reset_percent},
    {"unknown_field_percent", &Chaos::unknown_field_percent},
    {"unknown_type_percent", &Chaos::unknown_type_percent},
    {"bad_signature_percent", &Chaos::bad_signature_percent},
    {"truncated_percent", &Chaos::truncated_percent},
    {"media_fail_percent", &Chaos::media_fail_percent},
};

constexpr PercentSwitch throttle_switches[] = {
    {"131056", &Chaos::throttle_pair_percent},
    {"130429", &Chaos::throttle_throughput_percent},
    {"131000", &Chaos::throttle_unknown_percent},
};

struct FlagSwitch {
    std::string_view name;
    bool Chaos::*field;
};

constexpr FlagSwitch flag_switches[] = {
    {"status_before_reply", &Chaos::status_before_reply},
    {"graph_html_5xx", &Chaos::graph_html_5xx},
    {"token_expired", &Chaos::token_expired},
    {"big_body", &Chaos::big_body},
    {"webhook_down", &Chaos::webhook_down},
};

std::optional<std::int64_t> whole_number(const json::value& value, std::int64_t most) {
    boost::system::error_code error;
    const auto number = value.is_number() ? value.to_number<std::int64_t>(error) : -1;
    if (error) return std::nullopt;
    if (number < 0 || number > most) return std::nullopt;
    return number;
}

using Refusal = std::optional<std::string>;

Refusal out_of_range(std::string_view name, std::int64_t most) {
    return std::string(name) + " must be a whole number from 0 to " + std::to_string(most);
}

Refusal set_pace(Pace& pace, const json::value& value) {
    if (!value.is_object()) return "pace must be an object";
    for (const auto& member : value.get_object()) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name == "read_ms" && member.value().is_null()) {
            pace.read_ms.reset();
            continue;
        }
        const auto number = whole_number(member.value(), pace_ms_max);
        if (!number) return out_of_range(name, pace_ms_max);
        if (name == "sent_ms") {
            pace.sent_ms = *number;
        } else if (name == "delivered_ms") {
            pace.delivered_ms = *number;
        } else if (name == "read_ms") {
            pace.read_ms = *number;
        } else {
            return "pace has no " + std::string(name);
        }
    }
    return std::nullopt;
}

Refusal set_throttle(Chaos& chaos, const json::value& value) {
    if (!value.is_object()) return "throttle must be an object of error code and percent";
    for (const auto& member : value.get_object()) {
        const std::string_view name(member.key().data(), member.key().size());
        const auto number = whole_number(member.value(), 100);
        if (!number) return out_of_range(name, 100);
        bool is_known = false;
        for (const PercentSwitch& known : throttle_switches) {
            if (known.name != name) continue;
            chaos.*known.field = static_cast<std::uint32_t>(*number);
            is_known = true;
        }
        if (!is_known) return "throttle knows 131056, 130429 and 131000, not " + std::string(name);
    }
    return std::nullopt;
}

Refusal set_window_mode(Chaos& chaos, const json::value& value) {
    const std::string word = as_text(value);
    if (word != "sync" && word != "async") return "window_mode must be sync or async";
    chaos.window_mode = word == "sync" ? WindowMode::sync : WindowMode::async;
    return std::nullopt;
}

Refusal set_number(Chaos& chaos, std::string_view name, const json::value& value) {
    const bool is_batch = name == "batch_max";
    const std::int64_t most = is_batch ? static_cast<std::int64_t>(batch_updates_max) : pace_ms_max;
    const auto number = whole_number(value, most);
    if (!number) return out_of_range(name, most);
    if (is_batch) {
        chaos.batch_max = static_cast<std::size_t>(*number == 0 ? 1 : *number);
    } else {
        chaos.delay_ms_max = *number;
    }
    return std::nullopt;
}

Refusal set(Chaos& chaos, std::string_view name, const json::value& value) {
    for (const PercentSwitch& known : percent_switches) {
        if (known.name != name) continue;
        const auto number = whole_number(value, 100);
        if (!number) return out_of_range(name, 100);
        chaos.*known.field = static_cast<std::uint32_t>(*number);
        return std::nullopt;
    }
    for (const FlagSwitch& known : flag_switches) {
        if (known.name != name) continue;
        if (!value.is_bool()) return std::string(name) + " must be true or false";
        chaos.*known.field = value.get_bool();
        return std::nullopt;
    }
    if (name == "pace") return set_pace(chaos.pace, value);
    if (name == "throttle") return set_throttle(chaos, value);
    if (name == "window_mode") return set_window_mode(chaos, value);
    if (name == "delay_ms_max" || name == "batch_max") return set_number(chaos, name, value);
    return "there is no switch named " + std::string(name);
}

}  // namespace

json::object to_json(const Chaos& chaos) {
    json::object object;
    for (const PercentSwitch& known : percent_switches)
        object[known.name] = chaos.*known.field;
    for (const FlagSwitch& known : flag_switches)
        object[known.name] = chaos.*known.field;
    json::object throttle;
    for (const PercentSwitch& known : throttle_switches)
        throttle[known.name] = chaos.*known.field;
    object["throttle"] = std::move(throttle);
    object["delay_ms_max"] = chaos.delay_ms_max;
    object["batch_max"] = chaos.batch_max;
    object["window_mode"] = chaos.window_mode == WindowMode::sync ? "sync" : "async";
    json::object pace{{"sent_ms", chaos.pace.sent_ms}, {"delivered_ms", chaos.pace.delivered_ms}};
    pace["read_ms"] = chaos.pace.read_ms ? json::value(*chaos.pace.read_ms) : json::value(nullptr);
    object["pace"] = std::move(pace);
    return object;
}

Result<Chaos, std::string> with_changes(const Chaos& chaos, const json::object& changes) {
    Chaos changed = chaos;
    for (const auto& member : changes) {
        const std::string_view name(member.key().data(), member.key().size());
        if (Refusal refusal = set(changed, name, member.value())) return fail(std::move(*refusal));
    }
    return changed;
}

}  // namespace antre::whatsapp_cloud
