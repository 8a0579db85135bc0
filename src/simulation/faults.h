#pragma once

// The faults of one world, drawn from its seed: a random part of what the profile allows is on,
// each at its own rate, so that seeds differ in kind and not only in dice.

#include <cstdint>

#include "foundation/random.h"
#include "foundation/time.h"
#include "simulation/options.h"
#include "whatsapp_cloud/chaos.h"

namespace antre::simulation {

// What befalls the machine as a whole. 0 hours: never.
struct Disasters {
    std::uint32_t kill_every_hours = 0;        // the process is killed; the system lives on
    std::uint32_t power_every_hours = 0;       // the power fails in the middle of a disk act
    std::uint32_t restart_every_hours = 0;     // an orderly stop and start
    std::uint32_t disk_error_every_hours = 0;  // one write or sync fails
    std::uint32_t disk_full_every_hours = 0;   // for some minutes
    std::uint32_t outage_every_hours = 0;      // the machine is off for hours
    std::uint32_t token_every_hours = 0;       // WhatsApp refuses our token for some minutes
};

// What the store answers without cause, in hundredths of a percent of commits.
struct StoreFaults {
    std::uint32_t unavailable = 0;
    std::uint32_t unknown_kept = 0;  // kept, but the answer was lost
    std::uint32_t unknown_lost = 0;  // not kept, and the answer was lost
    std::uint32_t conflict = 0;      // another writer was first
};

struct Faults {
    whatsapp_cloud::Chaos chaos;            // WhatsApp's side
    std::uint32_t unreachable_percent = 0;  // WhatsApp cannot be reached: no byte leaves us
    Disasters disasters;
    StoreFaults store;
};

Faults draw_faults(FaultProfile profile, Random& random);

}  // namespace antre::simulation
