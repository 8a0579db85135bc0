#include "simulation/faults.h"

namespace antre::simulation {

std::string_view name_of(FaultProfile profile) {
    switch (profile) {
    case FaultProfile::calm: return "calm";
    case FaultProfile::network: return "network";
    case FaultProfile::machine: return "machine";
    case FaultProfile::storm: return "storm";
    }
    return "calm";
}

std::optional<FaultProfile> profile_named(std::string_view name) {
    for (const FaultProfile profile :
         {FaultProfile::calm, FaultProfile::network, FaultProfile::machine, FaultProfile::storm}) {
        if (name_of(profile) == name) return profile;
    }
    return std::nullopt;
}

namespace {

using whatsapp_cloud::Chaos;

struct Switch {
    std::uint32_t Chaos::*field;
    std::uint32_t most;  // percent
};

constexpr Switch switches[] = {
    {&Chaos::duplicate_percent, 50},
    {&Chaos::reorder_percent, 40},
    {&Chaos::drop_percent, 30},
    {&Chaos::graph_5xx_percent, 15},
    {&Chaos::timeout_after_accept_percent, 8},
    {&Chaos::connection_reset_percent, 10},
    {&Chaos::throttle_pair_percent, 8},
    {&Chaos::throttle_throughput_percent, 8},
    {&Chaos::throttle_unknown_percent, 8},
    {&Chaos::unknown_field_percent, 10},
    {&Chaos::unknown_type_percent, 5},
    {&Chaos::bad_signature_percent, 10},
    {&Chaos::truncated_percent, 5},
    {&Chaos::media_fail_percent, 15},
};
constexpr std::uint32_t delay_ms_most = 120'000;
constexpr std::uint32_t batch_most = 40;

// A random half of the switches, each at a rate of its own.
std::uint32_t drawn(Random& random, std::uint32_t most) {
    if (random.one_in(2)) return 0;
    return static_cast<std::uint32_t>(1 + random.below(most));
}

void draw_network(Faults& faults, Random& random) {
    Chaos& chaos = faults.chaos;
    for (const Switch& one : switches)
        chaos.*one.field = drawn(random, one.most);
    chaos.delay_ms_max = drawn(random, delay_ms_most);
    chaos.batch_max = 1 + drawn(random, batch_most);
    chaos.status_before_reply = random.one_in(4);
    chaos.graph_html_5xx = random.one_in(2);
    if (random.one_in(3)) chaos.window_mode = whatsapp_cloud::WindowMode::async;
    if (random.one_in(2)) chaos.pace.read_ms = static_cast<std::int64_t>(random.below(600'000));
    faults.unreachable_percent = drawn(random, 10);
    faults.disasters.token_every_hours = drawn(random, 48);
}

void draw_machine(Faults& faults, Random& random) {
    Disasters& disasters = faults.disasters;
    disasters.kill_every_hours = drawn(random, 12);
    disasters.power_every_hours = drawn(random, 12);
    disasters.restart_every_hours = drawn(random, 24);
    disasters.disk_error_every_hours = drawn(random, 24);
    disasters.disk_full_every_hours = drawn(random, 48);
    disasters.outage_every_hours = drawn(random, 96);
    faults.store.unavailable = drawn(random, 200);
    faults.store.unknown_kept = drawn(random, 200);
    faults.store.unknown_lost = drawn(random, 200);
    faults.store.conflict = drawn(random, 500);
}

}  // namespace

Faults draw_faults(FaultProfile profile, Random& random) {
    Faults faults;
    if (profile == FaultProfile::network || profile == FaultProfile::storm) {
        draw_network(faults, random);
    }
    if (profile == FaultProfile::machine || profile == FaultProfile::storm) {
        draw_machine(faults, random);
    }
    return faults;
}

}  // namespace antre::simulation
