#pragma once

// The offices of a simulated world: small, so that their days fill up, in all three zones.

#include <string>
#include <vector>

#include "foundation/random.h"
#include "scheduling/office.h"

namespace antre::simulation {

inline const std::string business_account = "201000000000001";

// Offices of `count`, the first closed day drawn among the days from `first_day` on.
std::vector<scheduling::Office>
draw_offices(std::int32_t count, LocalDate first_day, Random& random);

}  // namespace antre::simulation
