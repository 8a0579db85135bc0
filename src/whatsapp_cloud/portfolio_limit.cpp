#include "whatsapp_cloud/portfolio_limit.h"

#include "whatsapp_cloud/limits.h"

namespace antre::whatsapp_cloud {

bool PortfolioLimit::admit(const std::string& person, Instant now) {
    const auto known = first_written_.find(person);
    if (known != first_written_.end() && now - known->second < portfolio_limit_period) return true;
    if (first_written_.size() >= people_max_) {
        std::erase_if(first_written_, [now](const auto& entry) {
            return now - entry.second >= portfolio_limit_period;
        });
    }
    if (first_written_.size() >= people_max_) return false;
    first_written_[person] = now;
    return true;
}

}  // namespace antre::whatsapp_cloud
