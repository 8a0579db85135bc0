#pragma once

// What one simulated world is made of. The same options give the same world, byte for byte.

#include <cstdint>
#include <optional>
#include <string_view>

namespace antre::simulation {

// Which kinds of trouble a world may meet.
enum class FaultProfile : std::uint8_t {
    calm,     // none
    network,  // WhatsApp's side: repeats, disorder, lost answers, refusals, outages
    machine,  // our side: kills, power cuts, disk errors, a store that says no or nothing
    storm,    // all of it
};
std::string_view name_of(FaultProfile profile);
std::optional<FaultProfile> profile_named(std::string_view name);

struct Options {
    std::uint64_t seed = 1;
    std::int32_t days = 3;     // 1-days_max
    std::int32_t offices = 2;  // 1-offices_max
    FaultProfile faults = FaultProfile::storm;
};

}  // namespace antre::simulation
