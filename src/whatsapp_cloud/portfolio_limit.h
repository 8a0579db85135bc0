#pragma once

// The messaging limit of the portfolio: how many different people may be written to outside an open
// window in any 24 hours, over all numbers together.

#include <cstddef>
#include <map>
#include <string>

#include "foundation/time.h"

namespace antre::whatsapp_cloud {

class PortfolioLimit {
public:
    explicit PortfolioLimit(std::size_t people_max)
        : people_max_(people_max) {}

    // Counts this person if there is room; one already counted in the period costs nothing more.
    bool admit(const std::string& person, Instant now);
    [[nodiscard]] std::size_t people_max() const { return people_max_; }

private:
    std::size_t people_max_;
    std::map<std::string, Instant> first_written_;
};

}  // namespace antre::whatsapp_cloud
