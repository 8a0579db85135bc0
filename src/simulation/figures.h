#pragma once

// What happened in a world, counted.

#include <cstdint>
#include <map>
#include <string>

#include "foundation/time.h"
#include "simulation/witness.h"

namespace antre::simulation {

struct DayFigures {
    std::uint64_t written = 0;  // by people
    std::uint64_t booked = 0;
    std::uint64_t moved = 0;
    std::uint64_t cancelled = 0;
    std::uint64_t sent = 0;
    std::uint64_t crashes = 0;
};

struct Figures {
    std::uint64_t people = 0;
    std::uint64_t written = 0;
    std::uint64_t requests = 0;  // by programs, over REST
    std::uint64_t webhooks = 0;
    std::uint64_t webhooks_refused = 0;      // signature
    std::uint64_t webhooks_turned_away = 0;  // 503
    std::uint64_t webhooks_unanswered = 0;   // nobody at home, or it died meanwhile
    std::uint64_t unreadable = 0;
    std::uint64_t sends = 0;
    std::uint64_t kills = 0;
    std::uint64_t power_losses = 0;
    std::uint64_t restarts = 0;
    std::uint64_t disk_errors = 0;
    std::uint64_t disks_full = 0;
    std::uint64_t outages = 0;
    std::uint64_t tokens_expired = 0;
    std::uint64_t starts_failed = 0;
    StoreFaultsMet store;
    std::map<std::string, std::uint64_t> chaos;  // WhatsApp's tricks, by name
    std::map<LocalDate, DayFigures> by_day;      // in WIB

    [[nodiscard]] std::uint64_t crashes() const { return kills + power_losses + disk_errors; }
    [[nodiscard]] std::uint64_t faults() const;
};

}  // namespace antre::simulation
